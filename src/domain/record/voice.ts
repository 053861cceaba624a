/** What the choice of rows needs to know of one source on one measure, whatever view it comes from. */
import type { Interval } from '../figure/value.ts';
import type { StatedDate } from './date.ts';
import type { Source } from './source.ts';
import type { Stance } from './stance.ts';

export interface Voice {
  source: string;
  /** False where nobody is named. */
  named: boolean;
  interest: Source['interest']['value'];
  measure: string;
  said: StatedDate | null;
  stance: Stance;
  /** It gives a figure, in numbers or in vague words. */
  figure: boolean;
  /** The numbers of that figure; null where it has none, or several of which none leads. */
  span: Interval | null;
  /** It repeats another source's figure. */
  adopts: boolean;
  /** Its figure was withdrawn, withheld or is disputed: the row says so. */
  withdrawn: boolean;
  /** The measure on which the figure stands that it answers. */
  answers: string | null;
}

/** A measure as the choice sees it. */
export interface MeasureScope {
  id: string;
  family: string;
  unit: string;
  /** Small faces show it for itself, not only where a source speaks on nothing else. */
  opens: boolean;
  /** The days it covers, YYYY-MM-DD; null where it is open. */
  from: string | null;
  to: string | null;
}

/** No figure and nothing that took the place of one: these share a line. */
export const isSilent = ({ figure, withdrawn }: Voice): boolean => !figure && !withdrawn;

/** The lowest and the highest number that was said; an end that nobody stated is no number. */
export function endsOf({ span }: Voice): { low: number; high: number } | null {
  const low = span?.low ?? span?.high ?? null;
  const high = span?.high ?? span?.low ?? null;
  return low === null || high === null ? null : { low, high };
}

/**
 * How far apart two voices lie, at the end where they differ most, in steps of size rather than in size: 10 and 100
 * are as far apart as 1,000 and 10,000. Zero and numbers below it have a place too. Null where either has no numbers.
 */
export function distanceOf(a: Voice, b: Voice): number | null {
  const [x, y] = [endsOf(a), endsOf(b)];
  if (x === null || y === null) return null;
  const apart = (m: number, n: number) => Math.abs(Math.asinh(m) - Math.asinh(n));
  return Math.max(apart(x.low, y.low), apart(x.high, y.high));
}
