/** One axis for one measure, and where each figure lies on it: positions from 0 to 100, left to right as numbers grow. */

import { intervalOf } from '../domain/figure/interval.ts';
import { type Quantity, wholeOf } from '../domain/figure/quantity.ts';
import type { Scheme } from '../domain/figure/vagueness.ts';
import type { Interval, Value } from '../domain/figure/value.ts';
import type { Claim } from '../domain/record/claim.ts';
import { haveRoom } from './axis-labels.ts';
import { type Scale, scalesFor, withRoom } from './axis-scale.ts';
import { numberWords, type RoundNotation, roundNumber } from './locale.ts';

export interface Axis {
  scale: 'log' | 'linear';
  /** The numbers at both ends of the line: its first and its last tick, but for a zero before a break. */
  low: number;
  high: number;
  /** Some figure is zero on a log scale: it stands at 0, before a break in the line. */
  zero: boolean;
  /** Where zero lies between figures of either sign, to be drawn as a line; null where none is below it. */
  zeroLine: number | null;
  /** How many times one tick is the last on a log scale; null on a linear one. */
  step: number | null;
  /** What the short labels are counted in: 1, a thousand, a million, a billion or a trillion. */
  countedIn: number;
  /** From nothing to the whole of which the figures are shares. */
  share: boolean;
  ticks: AxisTick[];
}

/** A round number, whole and as the axis has room for it. */
export interface AxisTick {
  at: number;
  label: string;
  short: string;
}

/** What the numbers of an axis are. */
export interface AxisMeasure {
  /** The unit's id. */
  unit: string;
  quantity: Quantity;
}

/** A dot at `at`, a bar or soft band `from`–`to`; `open` names the side on which nobody gave an end. */
export interface Mark {
  kind: 'point' | 'bar' | 'band';
  at: number | null;
  from: number | null;
  to: number | null;
  open: 'up' | 'down' | null;
  hollow: boolean;
}

/** Room kept before the first power of ten for a zero and the break after it, in hundredths. */
const ZERO_ROOM = 20;

/** The ends of a claim's figure as the axis needs them; null when it has none under this scheme. */
export function spanOf(claim: Claim, scheme: Scheme): Interval | null {
  return claim.value === null ? null : intervalOf(claim.value, scheme);
}

/** The axis of all numbers shown, with as many round ticks as their labels have room for, as they are where that does. Null without any number. */
export function axisFor(
  spans: readonly Interval[],
  { unit, quantity }: AxisMeasure,
  lang: string,
): Axis | null {
  const ends = spans.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  if (ends.length === 0) return null;
  const scales = scalesFor(ends, quantity, wholeOf(unit));
  const roomy = scales.map((scale) => withRoom(scale, spans));
  return axisOn(roomy, unit, lang) ?? axisOn(scales, unit, lang);
}

function axisOn(scales: readonly Scale[], unit: string, lang: string): Axis | null {
  for (const [shortenings, fewest] of TIERS)
    for (const scale of scales.filter(({ ticks }) => ticks.length >= fewest))
      for (const by of shortenings) {
        const ticks = isReadable(scale, by) ? ticksOf(scale, by, unit, lang) : [];
        if (ticks.length > 0 && haveRoom(ticks)) return toAxis(scale, by, ticks);
      }
  return null;
}

/** What the labels are counted in where they would not all have room as they are; last each by itself ("10k", "1m"). */
type Shortening = number | RoundNotation;
const COUNTED: readonly Shortening[] = [1e12, 1e9, 1e6, 1e3];
/** What is tried first, with how many ticks: with three a reader can hardly tell where a figure lies. */
const TIERS: readonly (readonly [shortenings: readonly Shortening[], fewest: number])[] = [
  [[1], 4],
  [COUNTED, 4],
  [[1], 3],
  [COUNTED, 3],
  [['compact'], 3],
  [['scientific'], 3],
];

/** "0.5" in millions, never "0.001", and some of them whole. */
const isReadable = ({ ticks }: Scale, by: Shortening): boolean =>
  typeof by !== 'number' ||
  by === 1 ||
  (ticks.some((n) => Math.abs(n) >= by) && ticks.every((n) => n === 0 || Math.abs(n) * 10 >= by));

const lineOf = ({ kind: scale, low, high, hasBreak: zero }: Scale) => ({ scale, low, high, zero });

const ticksOf = (scale: Scale, by: Shortening, unit: string, lang: string): AxisTick[] =>
  scale.ticks.map((n) => ({
    at: positionOn(lineOf(scale), n),
    label: numberWords(n, lang, unit),
    short: typeof by === 'number' ? numberWords(n / by, lang, unit) : roundNumber(n, lang, unit, by),
  }));

const toAxis = (scale: Scale, by: Shortening, ticks: AxisTick[]): Axis => ({
  ...lineOf(scale),
  zeroLine: scale.low < 0 ? positionOn(lineOf(scale), 0) : null,
  step: scale.step,
  countedIn: typeof by === 'number' ? by : 1,
  share: scale.isShare,
  ticks,
});

/** The position of a number on the line, 0 to 100; numbers beyond an end stand at that end. */
export function positionOn(
  { scale, low, high, zero }: Pick<Axis, 'scale' | 'low' | 'high' | 'zero'>,
  n: number,
): number {
  if (scale === 'linear') return rounded(((n - low) / (high - low)) * 100);
  if (n <= 0) return 0;
  const room = zero ? ZERO_ROOM : 0;
  return rounded(room + (Math.log10(n / low) / Math.log10(high / low)) * (100 - room));
}

const rounded = (at: number): number => Math.round(Math.max(0, Math.min(100, at)) * 10) / 10;

/** Where a claim's figure lies: a dot, a bar with its point, or a soft band for vague words. */
export const markOf = (claim: Claim, scheme: Scheme, axis: Axis): Mark | null =>
  claim.value && markAt(claim.value, spanOf(claim, scheme), claim.adopts !== null, axis);

/** The same of a figure whose ends are known; null where it has none. */
export function markAt(value: Value, span: Interval | null, hollow: boolean, axis: Axis): Mark | null {
  if (span === null) return null;
  const at = value.point === null ? null : positionOn(axis, value.point);
  const [from, to] = [span.low, span.high].map((end) => (end === null ? null : positionOn(axis, end)));
  const open = span.high === null ? 'up' : span.low === null ? 'down' : null;
  if (value.kind === 'vague')
    return { kind: 'band', at: null, from: from ?? null, to: to ?? null, open, hollow };
  if (span.low === span.high || open !== null) {
    const dot = at ?? from ?? to ?? null;
    return { kind: 'point', at: dot, from: null, to: null, open, hollow };
  }
  return { kind: 'bar', at, from: from ?? null, to: to ?? null, open, hollow };
}
