/** One axis for one measure, and where each figure lies on it: positions from 0 to 100, left to right as numbers grow. */

import { intervalOf } from '../domain/figure/interval.ts';
import type { Scheme } from '../domain/figure/vagueness.ts';
import type { Interval } from '../domain/figure/value.ts';
import type { Claim } from '../domain/record/claim.ts';
import { numberWords } from './locale.ts';

export interface Axis {
  scale: 'log' | 'linear';
  /** The numbers at both ends of the line, powers of ten on a log scale. */
  low: number;
  high: number;
  /** Some figure is zero: it stands at 0, before a break in the line. */
  zero: boolean;
  ticks: { at: number; label: string }[];
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
const ZERO_ROOM = 10;

/** The ends of a claim's figure as the axis needs them; null when it has none under this scheme. */
export function spanOf(claim: Claim, scheme: Scheme): Interval | null {
  return claim.value === null ? null : intervalOf(claim.value, scheme);
}

/** Powers of ten around every end shown; shares get their own 0-100 % scale. Null without any number. */
export function axisFor(spans: readonly Interval[], unit: string, lang: string): Axis | null {
  const ends = spans.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  if (ends.length === 0) return null;
  const axis = unit === 'share' ? linearAxis() : logAxis(ends);
  return { ...axis, ticks: axis.ticks.map(({ at, n }) => ({ at, label: numberWords(n, lang, unit) })) };
}

type Bare = Omit<Axis, 'ticks'> & { ticks: { at: number; n: number }[] };

function linearAxis(): Bare {
  return {
    scale: 'linear',
    low: 0,
    high: 1,
    zero: false,
    ticks: [0, 0.5, 1].map((n) => ({ at: n * 100, n })),
  };
}

function logAxis(ends: number[]): Bare {
  const powers = ends.filter((end) => end > 0).map((end) => Math.log10(end));
  const first = powers.length > 0 ? Math.floor(powers.reduce((a, b) => Math.min(a, b))) : 0;
  const last = Math.max(
    powers.length > 0 ? Math.ceil(powers.reduce((a, b) => Math.max(a, b))) : 1,
    first + 1,
  );
  const zero = ends.includes(0);
  const axis: Bare = {
    scale: 'log',
    low: 10 ** first,
    high: 10 ** last,
    zero,
    ticks: zero ? [{ at: 0, n: 0 }] : [],
  };
  for (let power = first; power <= last; power++)
    axis.ticks.push({ at: positionOn(axis, 10 ** power), n: 10 ** power });
  return axis;
}

/** The position of a number on the line, 0 to 100; numbers beyond an end stand at that end. */
export function positionOn({ scale, low, high, zero }: Omit<Axis, 'ticks'>, n: number): number {
  if (scale === 'linear') return rounded(((n - low) / (high - low)) * 100);
  if (n <= 0) return 0;
  const room = zero ? ZERO_ROOM : 0;
  return rounded(room + (Math.log10(n / low) / Math.log10(high / low)) * (100 - room));
}

const rounded = (at: number): number => Math.round(Math.max(0, Math.min(100, at)) * 10) / 10;

/** Where a claim's figure lies: a dot, a bar with its point, or a soft band for vague words. */
export function markOf(claim: Claim, scheme: Scheme, axis: Axis): Mark | null {
  const span = spanOf(claim, scheme);
  if (span === null || claim.value === null) return null;
  const at = claim.value.point === null ? null : positionOn(axis, claim.value.point);
  const [from, to] = [span.low, span.high].map((end) => (end === null ? null : positionOn(axis, end)));
  const open = span.high === null ? 'up' : span.low === null ? 'down' : null;
  const hollow = claim.adopts !== null;
  if (claim.value.kind === 'vague')
    return { kind: 'band', at: null, from: from ?? null, to: to ?? null, open, hollow };
  if (span.low === span.high || open !== null) {
    const dot = at ?? from ?? to ?? null;
    return { kind: 'point', at: dot, from: null, to: null, open, hollow };
  }
  return { kind: 'bar', at, from: from ?? null, to: to ?? null, open, hollow };
}
