/** The picture's top and foot: the title at the size that suits it, the measure, and how much of the record this is. */
import type { Panel } from '../../projections/panel.ts';
import { extentWords } from '../../projections/panel-foot.ts';
import { wordsOf } from '../../projections/words/words.ts';
import { balance, oneLine, type Style, widthOf, wrap } from './measure-text.ts';
import { printable } from './printable.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
export const MARGIN = 48;
/** The upper edge of the thick rule, and the line above the foot. */
export const TOP = 30;
export const FOOT = 584;
const INNER = WIDTH - 2 * MARGIN;

export interface Text {
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  style: Style;
  tone: 'ink' | 'grey';
  anchor: 'start' | 'end';
}

export const LABEL: Style = { face: 'source-sans-3-600', size: 24 };
export const SMALL: Style = { face: 'source-sans-3-400', size: 22 };
/** The scale's note and numbers. */
export const NOTE: Style = { face: 'source-sans-3-400', size: 20 };
const SUMMARY: Style = { face: 'source-sans-3-400', size: 26 };

export function textAt(text: string, x: number, y: number, style: Style, tone: Text['tone'] = 'grey'): Text {
  return { text, x, y, style, tone, anchor: 'start' };
}
const endingAt = (text: string, x: number, y: number, style: Style): Text => ({
  ...textAt(text, x, y, style),
  anchor: 'end',
});

/** One line where a size of 44 or more allows it, else two. */
function titleLines(title: string): { lines: string[]; style: Style } {
  const styled = (size: number): Style => ({ face: 'source-serif-4-700', size });
  const one = [54, 52, 50, 48, 46, 44].map(styled).find((style) => widthOf(title, style) <= INNER);
  if (one) return { lines: [title], style: one };
  const style = [50, 47].map(styled).find((size) => wrap(title, size, INNER, 3).length < 3) ?? styled(44);
  return { lines: balance(title, style, INNER, 2), style };
}

/** Everything above the rows; `bottom` is where they begin. A pinned state's notice is never left out. */
export function headOf(
  panel: Panel,
  label: string,
  scale: string | null,
  summary: boolean,
): { texts: Text[]; bottom: number } {
  const texts: Text[] = [];
  const { lines, style } = titleLines(printable(panel.title));
  let y = TOP + 10;
  for (const line of lines) {
    y += Math.round(style.size * (y === TOP + 10 ? 1.1 : 1.08));
    texts.push(textAt(line, MARGIN, y, style, 'ink'));
  }
  y += Math.round(style.size * 0.14);
  for (const line of balance(printable((panel.pinned ?? []).join(' ')), SMALL, INNER, 2)) {
    y += 28;
    texts.push(textAt(line, MARGIN, y, SMALL));
  }
  for (const line of summary ? balance(printable(panel.summary), SUMMARY, INNER, 3) : []) {
    y += 35;
    texts.push(textAt(line, MARGIN, y, SUMMARY));
  }
  y += summary ? 48 : 36;
  const note = scale === null ? '' : oneLine(printable(scale), NOTE, INNER / 3);
  texts.push(
    textAt(oneLine(printable(label), LABEL, INNER - widthOf(note, NOTE) - 32), MARGIN, y, LABEL, 'ink'),
  );
  if (note !== '') texts.push(endingAt(note, WIDTH - MARGIN, y, NOTE));
  return { texts, bottom: y + 12 };
}

/** What the foot says of the rows drawn. */
export interface DrawnRows {
  sources: number;
  /** Rows of several measures stand measure by measure, so their dates do not run on. */
  mixed: boolean;
  /** Whose reading the vague words have: "By Source scheme". */
  scheme: string | null;
}

/** "5 of 21 sources, newest first" and "By Source · as of 22 Nov 2026"; `record` may be empty. */
export function footOf(
  panel: Panel,
  { sources, mixed, scheme }: DrawnRows,
  record: string,
  lang: string,
): Text[] {
  const y = FOOT + 30;
  const words = wordsOf(lang).panel.picture;
  const own = words.site;
  const brand: Style = { ...SMALL, face: 'source-sans-3-600' };
  const rest = record === '' ? '' : ` · ${oneLine(printable(record), SMALL, INNER / 3)}`;
  const end = WIDTH - MARGIN - widthOf(rest, SMALL);
  const readings = scheme === null ? [] : [words.readings(scheme)];
  const room = end - widthOf(own, brand) - 24 - MARGIN;
  const count = countWords(sources, mixed, panel, lang);
  // Each row with a reading names its scheme, so that the foot says it only where there is room.
  const full = printable([count, ...readings].join(' · '));
  const left = widthOf(full, SMALL) <= room ? full : printable(count);
  return [
    ...(sources === 0 ? [] : [textAt(oneLine(left, SMALL, room), MARGIN, y, SMALL)]),
    { ...endingAt(own, end, y, brand), tone: 'ink' },
    ...(rest === '' ? [] : [endingAt(rest, WIDTH - MARGIN, y, SMALL)]),
  ];
}

/** The order only where the rows drawn still have it. */
const countWords = (shown: number, mixed: boolean, { extent }: Panel, lang: string): string =>
  extentWords({ ...extent, shown, order: mixed ? null : extent.order }, lang);
