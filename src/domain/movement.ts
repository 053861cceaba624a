/** Which way a figure moved between two statements of one source on one measure. */
import { intervalOf } from './interval.ts';
import { DEFAULT_SCHEME } from './vagueness.ts';
import type { Value } from './value.ts';

export type Movement = 'raised' | 'lowered' | 'widened' | 'narrowed';

/** A bound moves by the number it names. Null when the figure is the same or cannot be read. */
export function movement(from: Value, to: Value): Movement | null {
  const [a, b] = [named(from), named(to)];
  if (a === null || b === null) return null;
  if (a.low === b.low && a.high === b.high) return null;
  if (b.low >= a.low && b.high >= a.high) return 'raised';
  if (b.low <= a.low && b.high <= a.high) return 'lowered';
  return b.low < a.low ? 'widened' : 'narrowed';
}

/** The numbers named, without what the hedge leaves open. */
function named(value: Value): { low: number; high: number } | null {
  const ends =
    value.hedge === null
      ? intervalOf(value, DEFAULT_SCHEME)
      : intervalOf({ ...value, hedge: null }, DEFAULT_SCHEME);
  const low = ends?.low ?? ends?.high;
  const high = ends?.high ?? ends?.low;
  return low == null || high == null ? null : { low, high };
}
