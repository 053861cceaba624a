/** A row's mark on the shared axis: dot, dot with a line that fades out, bar, soft band, hollow dot. */

import { type AxisPart, placeOf } from './picture-layout.ts';
import { COLUMNS } from './picture-row.ts';

export const ACCENT = '#1f4e79';
const HAIR = '#d5d8dc';
const LINE = '#a9aeb5';
const DOT = 10;
const BAR = 10;
const BAND = 26;

const { x: LEFT, width } = COLUMNS.mark;
const RIGHT = LEFT + width;

/** The fading paints that the marks name; once a picture. */
export const MarkPaints = () => (
  <defs>
    <Fade id="fade-up" stops={[0.75, 0]} />
    <Fade id="fade-down" stops={[0, 0.75]} />
    <Fade id="soft" stops={[0.06, 0.34, 0.34, 0.06]} />
    <Fade id="soft-up" stops={[0.06, 0.34, 0]} />
    <Fade id="soft-down" stops={[0, 0.34, 0.06]} />
  </defs>
);

const Fade = ({ id, stops }: { id: string; stops: number[] }) => (
  <linearGradient id={id}>
    {stops.map((opacity, at) => (
      <stop
        key={at}
        offset={(at / (stops.length - 1)).toFixed(2)}
        stop-color={ACCENT}
        stop-opacity={opacity}
      />
    ))}
  </linearGradient>
);

/** The axis line, its ticks across the row, and the mark. */
export function AxisRow({ part }: { part: AxisPart }) {
  const { y, from, to, ticks, broken, zeroLine } = part;
  const zero = placeOf(0);
  return (
    <g>
      {ticks.map((at) => (
        <rect key={at} x={placeOf(at) - 0.5} y={from} width={1} height={to - from} fill={HAIR} />
      ))}
      {zeroLine !== null && (
        <rect x={placeOf(zeroLine) - 1} y={from} width={2} height={to - from} fill={LINE} />
      )}
      {broken ? (
        <>
          <rect x={LEFT} y={y - 0.5} width={zero + 12 - LEFT} height={1} fill={LINE} />
          <path d={`M${zero + 11} ${y + 6}l4 -12m3 12l4 -12`} stroke={LINE} fill="none" />
          <rect x={zero + 21} y={y - 0.5} width={RIGHT - zero - 21} height={1} fill={LINE} />
        </>
      ) : (
        <rect x={LEFT} y={y - 0.5} width={RIGHT - LEFT} height={1} fill={LINE} />
      )}
      <MarkShape part={part} />
    </g>
  );
}

function MarkShape({ part: { mark, y } }: { part: AxisPart }) {
  const [kind, at, low, high, open, hollow] = mark;
  const from = open === 'down' ? LEFT : placeOf(low ?? at ?? 0);
  const to = open === 'up' ? RIGHT : placeOf(high ?? at ?? 100);
  switch (kind) {
    case 'band':
      return (
        <rect
          x={from}
          y={y - BAND / 2}
          width={Math.max(to - from, 8)}
          height={BAND}
          fill={`url(#soft${open === '' ? '' : `-${open}`})`}
        />
      );
    case 'bar':
      return (
        <>
          <rect
            x={from}
            y={y - BAR / 2}
            width={Math.max(to - from, 6)}
            height={BAR}
            fill={ACCENT}
            fill-opacity={at === null ? 1 : 0.5}
          />
          {at !== null && <Dot x={placeOf(at)} y={y} hollow={hollow === 1} />}
        </>
      );
    case 'point':
      return (
        <>
          {open !== '' && (
            <rect x={from} y={y - 3} width={Math.max(to - from, 0)} height={6} fill={`url(#fade-${open})`} />
          )}
          {at !== null && <Dot x={placeOf(at)} y={y} hollow={hollow === 1} />}
        </>
      );
  }
}

const Dot = ({ x, y, hollow }: { x: number; y: number; hollow: boolean }) => (
  <circle
    cx={x}
    cy={y}
    r={hollow ? DOT - 2 : DOT}
    fill={hollow ? '#fff' : ACCENT}
    stroke={hollow ? ACCENT : '#fff'}
    stroke-width={hollow ? 4 : 2}
  />
);
