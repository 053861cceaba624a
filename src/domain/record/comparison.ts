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
import { compare } from './time-order.ts';

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
  | 'several figures'
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
  const [x, y] = [comparable(a, scheme), comparable(b, scheme)];
  if (x === null || y === null) return { kind: 'none', why: 'no figure' };
  // Of several figures of one date none leads: to compare the first of them would be a choice of ours.
  if (a.equals.length > 0 || b.equals.length > 0) return { kind: 'none', why: 'several figures' };
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

/** The two rows of one measure that lie lowest and highest; null where fewer than two can be compared. */
export function endsOf(
  rows: readonly Estimate[],
  sources: ReadonlyMap<string, Source>,
  scheme: Scheme,
): [lowest: Estimate, highest: Estimate] | null {
  const placed = rows.flatMap((row) => {
    const source = sources.get(row.source);
    const ends =
      row.equals.length === 0 && source && !isUnattributed(source) ? comparable(row, scheme) : null;
    const [low, high] = [ends?.low ?? ends?.high ?? null, ends?.high ?? ends?.low ?? null];
    return low === null || high === null ? [] : [{ row, low, high }];
  });
  // The row's source decides between equals, so that one record has one pair.
  const byName = (a: Estimate, b: Estimate) => compare(a.source, b.source);
  const [first] = [...placed].sort((a, b) => a.low - b.low || a.high - b.high || byName(a.row, b.row));
  const [last] = placed
    .filter(({ row }) => row !== first?.row)
    .sort((a, b) => b.high - a.high || b.low - a.low || byName(a.row, b.row));
  return first && last ? [first.row, last.row] : null;
}

/** Where a row's figure lies; null where it holds none, or no number is read from its words. */
function comparable(estimate: Estimate, scheme: Scheme): Interval | null {
  const { claim } = estimate.lead;
  if (estimate.without !== null || claim.value === null || !bearsFigure(claim)) return null;
  const ends = intervalOf(claim.value, scheme);
  return ends === null || (ends.low === null && ends.high === null) ? null : ends;
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
