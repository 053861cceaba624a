/** Where dates stand to one another: instants by the hour, days by the speaker's own day, a year before the days in it. */
import { firstDay, hourOf, lastDay, type StatedDate } from './date.ts';

/** A year or a month is ranked by its first day, so that it comes before whatever was said within it. */
export interface PlaceInTime {
  /** The source or the page gave the date itself. */
  dated: boolean;
  day: string;
  /** Finer after coarser on the same first day: 0 a year, 1 a month, 2 a day. */
  grain: number;
  /** The last day that it may mean. */
  until: string;
  /** Milliseconds since 1970 where the hour is known. */
  hour: number | null;
}

const GRAINS = { year: 0, month: 1, day: 2, instant: 2 } as const;
const NOWHERE: PlaceInTime = { dated: false, day: '', grain: 2, until: '', hour: null };

export function placeOf(date: StatedDate | null): PlaceInTime {
  if (date === null) return NOWHERE;
  const { inferred, precision } = date;
  return {
    dated: !inferred,
    day: firstDay(date.date),
    grain: GRAINS[precision],
    until: lastDay(date.date),
    hour: inferred ? null : hourOf(date.date),
  };
}

/** By the hour where both have one, else by day; what nobody dated comes before what somebody did. */
export function isBefore(a: StatedDate | null, b: StatedDate | null): boolean {
  const [x, y] = [placeOf(a), placeOf(b)];
  if (x.dated !== y.dated) return y.dated;
  if (x.hour !== null && y.hour !== null) return x.hour < y.hour;
  return x.day === y.day ? x.grain < y.grain : x.day < y.day;
}

/** The year or month of `a` holds the day of `b`: which came first cannot be known. */
export function isAround(a: PlaceInTime, b: PlaceInTime): boolean {
  return a.grain < b.grain && a.dated === b.dated && a.day <= b.day && b.day <= a.until;
}

/** Before, and not merely ranked so because its date is the less exact. */
export function isKnownBefore(a: StatedDate | null, b: StatedDate | null): boolean {
  return isBefore(a, b) && !isAround(placeOf(a), placeOf(b));
}

export interface Placed<T> extends PlaceInTime {
  item: T;
}

/**
 * Oldest first; on one day the hours in turn, then what has no hour (the latest it can be), then as `tie` says. Hours
 * of distant zones may run against their own days: an instant then counts to the latest day of those before it, so
 * that one order holds for all.
 */
export function inTime<T>(
  items: readonly T[],
  dateOf: (item: T) => StatedDate | null,
  tie: (a: T, b: T) => number,
): Placed<T>[] {
  const placed = items.map((item) => ({ ...placeOf(dateOf(item)), item }));
  const hours = placed.flatMap((each) => (each.hour === null ? [] : { each, hour: each.hour }));
  let latest = '';
  // Of one moment in two zones the later day comes first, so that both count to it.
  for (const { each } of hours.sort((a, b) => a.hour - b.hour || compare(b.each.day, a.each.day))) {
    latest = each.day > latest ? each.day : latest;
    each.day = latest;
  }
  return placed.sort(
    (a, b) => compare(a.day, b.day) || a.grain - b.grain || byHour(a, b) || tie(a.item, b.item),
  );
}

/** Newest first, as every face lists. */
export function newestFirst<T>(
  items: readonly T[],
  dateOf: (item: T) => StatedDate | null,
  tie: (a: T, b: T) => number,
): T[] {
  return inTime(items, dateOf, (a, b) => tie(b, a))
    .reverse()
    .map(({ item }) => item);
}

/** Less than, equal to or greater than zero as one text comes before, with or after another. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byHour(a: PlaceInTime, b: PlaceInTime): number {
  if (a.hour !== null && b.hour !== null) return a.hour - b.hour;
  return Number(a.hour === null) - Number(b.hour === null);
}
