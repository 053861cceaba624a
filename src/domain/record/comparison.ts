/** How two sources' figures on one measure lie to each other: where they stand, never who is right. */

import { intervalOf } from '../figure/interval.ts';
import type { Scheme } from '../figure/vagueness.ts';
import type { Interval } from '../figure/value.ts';
import { bearsFigure } from './claim.ts';
import { daysBetween } from './date.ts';
import type { Estimate } from './estimate.ts';
import { figureRole } from './figure-role.ts';
import { type Measure, movesWithTime } from './measure.ts';
import { orderDay } from './record.ts';
import { isUnattributed, type Source } from './source.ts';

/** Farther apart than this, two cumulative figures are of different days and are not compared. */
export const COMPARABLE_DAYS = 7;

export type Relation = 'same' | 'within' | 'contains' | 'overlaps' | 'above' | 'below' | 'compatible';
export type Comparison =
  | { kind: 'relation'; relation: Relation }
  | { kind: 'apart'; days: number }
  | { kind: 'none'; why: NoComparison };
export type NoComparison =
  | 'different measures'
  | 'unattributed'
  | 'no figure'
  | 'no date'
  | 'forecast and outcome';

/** Compares `a` to `b` ("a is above b"). Bounds can only be above, below or compatible. */
export function compareEstimates(
  a: Estimate,
  b: Estimate,
  measure: Measure,
  sources: ReadonlyMap<string, Source>,
  scheme: Scheme,
): Comparison {
  if (a.measure !== b.measure) return { kind: 'none', why: 'different measures' };
  for (const id of [a.source, b.source]) {
    const source = sources.get(id);
    if (!source || isUnattributed(source)) return { kind: 'none', why: 'unattributed' };
  }
  const [x, y] = [figureOf(a, scheme), figureOf(b, scheme)];
  if (x === null || y === null) return { kind: 'none', why: 'no figure' };
  if (figureRole(a.lead, measure) !== figureRole(b.lead, measure))
    return { kind: 'none', why: 'forecast and outcome' };
  if (movesWithTime(measure)) {
    const [from, to] = [orderDay(a.lead.bound), orderDay(b.lead.bound)];
    if (!from || !to) return { kind: 'none', why: 'no date' };
    const days = Math.abs(daysBetween(from, to));
    if (days > COMPARABLE_DAYS) return { kind: 'apart', days };
  }
  return { kind: 'relation', relation: relate(x, y) };
}

function figureOf(estimate: Estimate, scheme: Scheme): Interval | null {
  const { claim } = estimate.lead;
  if (estimate.without !== null || claim.value === null || !bearsFigure(claim)) return null;
  return intervalOf(claim.value, scheme);
}

/** How interval `a` lies to interval `b`; an open end goes on for ever. */
export function relate(a: Interval, b: Interval): Relation {
  const [aLow, aHigh] = [a.low ?? Number.NEGATIVE_INFINITY, a.high ?? Number.POSITIVE_INFINITY];
  const [bLow, bHigh] = [b.low ?? Number.NEGATIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY];
  if (aLow > bHigh) return 'above';
  if (aHigh < bLow) return 'below';
  if (a.low === null || a.high === null || b.low === null || b.high === null) return 'compatible';
  if (aLow === bLow && aHigh === bHigh) return 'same';
  if (aLow >= bLow && aHigh <= bHigh) return 'within';
  return aLow <= bLow && aHigh >= bHigh ? 'contains' : 'overlaps';
}
