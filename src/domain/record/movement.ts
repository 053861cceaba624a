/** Which way a figure moved between two statements of one source on one measure. */

import { intervalOf } from '../figure/interval.ts';
import { DEFAULT_SCHEME } from '../figure/vagueness.ts';
import { isVague, type Value } from '../figure/value.ts';
import { bearsFigure } from './claim.ts';
import type { Estimate } from './estimate.ts';

export type Movement = 'raised' | 'lowered' | 'widened' | 'narrowed';

/**
 * Numbers and the points of intervals rise or fall; a bound of the same side moves by the number it names; else what
 * lies within the other has narrowed or, the other way about, widened. Null when the figure is the same, cannot be
 * read, or one side was bounded and now the other is. Vague words are read by the default scheme under any other too.
 */
export function movement(from: Value, to: Value): Movement | null {
  const [p, q] = [pointOf(from), pointOf(to)];
  if (p !== null && q !== null && p !== q) return q > p ? 'raised' : 'lowered';
  const [a, b] = [endsOf(from), endsOf(to)];
  if (a === null || b === null || (a.low === b.low && a.high === b.high)) return null;
  if (isOpen(a.high) && isOpen(b.high)) return b.low > a.low ? 'raised' : 'lowered';
  if (isOpen(a.low) && isOpen(b.low)) return b.high > a.high ? 'raised' : 'lowered';
  if (b.low >= a.low && b.high <= a.high) return 'narrowed';
  if (b.low <= a.low && b.high >= a.high) return 'widened';
  const crossed = (isOpen(a.high) && isOpen(b.low)) || (isOpen(a.low) && isOpen(b.high));
  if (crossed && a.low <= b.high && b.low <= a.high) return null;
  return b.low > a.low ? 'raised' : 'lowered';
}

/** Which way a row's figure moved from the one before it; null where either is no figure. */
export function movedSince({ lead, previous, equals, without }: Estimate): Movement | null {
  const [from, to] = [previous, lead].map((state) => state && bearsFigure(state.claim) && state.claim.value);
  return from && to && equals.length === 0 && without === null ? movement(from, to) : null;
}

/** Whether a movement between these is one of our reading: a scheme's, not the speaker's numbers. */
export const restsOnScheme = (from: Value | null, to: Value | null): boolean =>
  [from, to].some((value) => value !== null && isVague(value));

/** The number of a bare figure or of an interval around it. */
function pointOf(value: Value): number | null {
  const ends = intervalOf(value, DEFAULT_SCHEME);
  return value.kind === 'interval' || ends?.low === ends?.high ? value.point : null;
}

const isOpen = (end: number): boolean => !Number.isFinite(end);

function endsOf(value: Value): { low: number; high: number } | null {
  const ends = intervalOf(value, DEFAULT_SCHEME);
  if (ends === null || (ends.low === null && ends.high === null)) return null;
  return { low: ends.low ?? Number.NEGATIVE_INFINITY, high: ends.high ?? Number.POSITIVE_INFINITY };
}
