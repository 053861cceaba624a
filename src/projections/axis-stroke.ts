/** Axis and marks as strokes, so that whoever draws them needs no rule: SVG attributes in a box of 100 by 20. */
import type { Axis, Mark } from './axis.ts';

/** The attributes of one path; it takes its colour from what is around it where it names none. */
export interface Stroke {
  d: string;
  'stroke-width': number;
  'stroke-linecap'?: 'round';
  stroke?: string;
  opacity?: number;
}

/** The break between zero and the first power of ten (see axis.ts). */
const BREAK = 'M0 10H4M4 14l1-8M6 14l1-8M7 10H100';

/** Zero between figures of either sign. */
const zeroLine = (at: number): Stroke => ({ d: `M${at} 2v16`, 'stroke-width': 1, stroke: '#888' });

/** The hairline with its ticks and the line of zero, then a dot, a bar or a soft band; an open side fades out in three steps. */
export function strokesOf(mark: Mark, axis: Axis): Stroke[] {
  const { ticks, zero } = axis;
  const { kind, at, from, to, open, hollow } = mark;
  const hairline = (zero ? BREAK : 'M0 10H100') + ticks.map((tick) => `M${tick.at} 7v6`).join('');
  const near = (open === 'down' ? to : from) ?? at ?? 0;
  const far = open === null ? (to ?? near) : open === 'up' ? 100 : 0;
  const ends = open ? [1, 2, 3].map((part) => near + ((far - near) * part) / 3) : [far];
  const soft = kind === 'band' || open !== null;
  const spans = ends.map(
    (end): Stroke => ({
      d: `M${near} 10H${tenths(end)}`,
      'stroke-width': kind === 'band' ? 14 : 5,
      opacity: soft ? 0.25 : 0.6,
    }),
  );
  // A stroke of no length with round ends is a dot; some browsers draw it only when it has some.
  const dot: Stroke = { d: `M${at} 10h.01`, 'stroke-width': 10, 'stroke-linecap': 'round' };
  return [
    { d: hairline, 'stroke-width': 1, stroke: '#8888' },
    ...(axis.zeroLine === null ? [] : [zeroLine(axis.zeroLine)]),
    ...(near === far ? [] : spans),
    ...(at === null ? [] : [dot]),
    ...(at === null || !hollow ? [] : [{ ...dot, 'stroke-width': 6, stroke: 'Canvas' }]),
  ];
}

const tenths = (n: number): number => Math.round(n * 10) / 10;
