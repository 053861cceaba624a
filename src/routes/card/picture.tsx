/** The social picture of a topic: a panel as an SVG of 1200 by 630, and the same as a PNG. */
import { renderToString } from 'preact-render-to-string';
import type { Panel } from '../../projections/panel.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import type { Face } from './faces.ts';
import { AxisRow, MarkPaints } from './marks.tsx';
import { RAISED, type Run, runsOf, type Style, widthOf } from './measure-text.ts';
import { HEIGHT, MARGIN, type Text, TOP, WIDTH } from './picture-head.ts';
import { type Layout, layOut } from './picture-layout.ts';
import { characterData } from './printable.ts';

export { PICTURE_NOTES } from './picture-row.ts';
export { fittingPanel } from './picture-rows.ts';
export { drawPng } from './rasterise.ts';

const TONES = { ink: '#111418', grey: '#555b63' };
const SANS = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
/** The file of this weight calls itself a family of its own. */
const SEMIBOLD = `'Source Sans 3 SemiBold', ${SANS}`;
const SERIF = "'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', serif";
const FONTS: Readonly<Record<Face, { family: string; weight: number }>> = {
  'source-sans-3-400': { family: SANS, weight: 400 },
  'source-sans-3-600': { family: SEMIBOLD, weight: 600 },
  'source-serif-4-700': { family: SERIF, weight: 700 },
};

/** The picture as SVG text; it names its fonts and carries none. `record` says as of when: "as of 22 Nov 2026". */
export function drawSvg(panel: Panel, record = '', lang = DEFAULT_LANGUAGE): string {
  return renderToString(<Picture panel={panel} layout={layOut(panel, record, lang)} />);
}

function Picture({ panel, layout }: { panel: Panel; layout: Layout }) {
  const { texts, rules, parts, rows } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      lang={panel.lang}
      role="img"
      aria-labelledby="title desc"
    >
      <title id="title">{characterData(panel.title)}</title>
      <desc id="desc">
        {characterData(
          rows.map(({ name, text, when }) => `${name}: ${text}, ${when}.`).join(' ') || panel.summary,
        )}
      </desc>
      <MarkPaints />
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      <rect x={MARGIN} y={TOP} width={WIDTH - 2 * MARGIN} height={8} fill={TONES.ink} />
      {parts.map((part) => (
        <AxisRow key={part.y} part={part} />
      ))}
      {rules.map(({ y, strong }) => (
        <rect
          key={y}
          x={MARGIN}
          y={y - 0.5}
          width={WIDTH - 2 * MARGIN}
          height={strong ? 2 : 1}
          fill={strong ? TONES.ink : '#c6cad0'}
        />
      ))}
      {texts.map((text) => (
        <TextLine key={`${text.x} ${text.y}`} line={text} />
      ))}
    </svg>
  );
}

/** The slice that draws it, then its font where a reader's machine has it, then the face's own for points between. */
function fontOf({ face, slice }: Run): { family: string; weight: number } {
  const own = FONTS[face];
  if (slice === null) return own;
  return { family: `'${slice.name}', '${slice.family}', ${own.family}`, weight: slice.weight };
}

/**
 * One line, run by run; each run's measured length is binding, whatever font a reader's machine has, save where letters
 * join: those are as long as their shaper makes them.
 */
function TextLine({ line: { text, x, y, style, tone, anchor } }: { line: Text }) {
  let left = anchor === 'start' ? x : x - widthOf(text, style);
  return runsOf(text, style).map((run) => {
    const size = run.raised ? style.size * RAISED : style.size;
    const own: Style = { face: run.face, size };
    const bare = run.text.trim();
    const at = left + widthOf(run.text.slice(0, run.text.indexOf(bare)), own);
    left += widthOf(run.text, own);
    const { family, weight } = fontOf(run);
    return (
      <text
        key={at}
        x={at.toFixed(1)}
        y={run.raised ? y - style.size * 0.33 : y}
        fill={TONES[tone]}
        font-family={family}
        font-weight={weight}
        font-size={size}
        {...(run.slice?.shaped
          ? {}
          : { textLength: widthOf(bare, own).toFixed(1), lengthAdjust: 'spacingAndGlyphs' })}
      >
        {characterData(bare)}
      </text>
    );
  });
}
