/** The time axis of a chart: by days, or by hours where all that it draws was said within a few days. */
import { clockAt, daysAfter, daysBetween, hourOf, offsetOf } from '../domain/record/date.ts';
import { type ClaimState, orderDay } from '../domain/record/record.ts';
import { compare } from '../domain/record/time-order.ts';
import { dayHourWords, dayInYearWords, dayWords, zoneWords } from './locale.ts';

export interface TimeAxis {
  /** ISO days; by hours the instants at both ends. */
  from: string;
  to: string;
  ticks: { at: number; label: string }[];
  /** By whose clock hours are written, and whether everyone drawn spoke by it; null by days. */
  clock: { zone: string; shared: boolean } | null;
  /** How many moments it tells apart. */
  moments: number;
  /** Where a statement stands, 0 to 100; outside of them before the first and after the last. */
  placeOf: (state: ClaimState) => number;
}

/** Statements this close, first to last in days, are drawn by their hours. */
const HOURS_WITHIN = 3;
const HOUR = 3_600_000;

/** Null where nothing is drawn. */
export function timeAxisOf(drawn: readonly ClaimState[], lang: string): TimeAxis | null {
  const days = drawn.map(({ bound }) => orderDay(bound)).sort(compare);
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return null;
  const offsets = drawn.flatMap((state) => (saidHour(state) === null ? [] : offsetOf(saidDate(state))));
  const isClose = daysBetween(from, to) <= HOURS_WITHIN;
  return isClose && offsets.length > 0 ? byHours(drawn, offsets, lang) : byDays(days, from, to, lang);
}

/** Both ends, and one between where there is room. */
function byDays(days: readonly string[], from: string, to: string, lang: string): TimeAxis {
  const length = Math.max(1, daysBetween(from, to));
  const middle = daysAfter(from, Math.round(length / 2));
  const ticks = [[0, from] as const, ...(length > 20 ? [[50, middle] as const] : []), [100, to] as const];
  return {
    from,
    to,
    ticks: ticks.map(([at, day]) => ({ at, label: dayWords(day, lang) })),
    clock: null,
    moments: new Set(days).size,
    placeOf: ({ bound }) => share(daysBetween(from, orderDay(bound)), length),
  };
}

/** A day without an hour stands at its end, the latest it can mean, as it does in every order. */
function byHours(drawn: readonly ClaimState[], offsets: readonly string[], lang: string): TimeAxis {
  const offset = mostOf(offsets);
  const instantOf = (state: ClaimState): number =>
    saidHour(state) ?? Date.parse(`${daysAfter(orderDay(state.bound), 1)}T00:00:00${offset}`);
  const placed = [...drawn].sort((a, b) => instantOf(a) - instantOf(b));
  const [first, last] = [placed[0] as ClaimState, placed.at(-1) as ClaimState];
  const [from, to] = [instantOf(first), instantOf(last)];
  const length = Math.max(1, to - from);
  const place = (instant: number) => share(instant - from, length);
  const labelOf = (state: ClaimState): string =>
    saidHour(state) === null
      ? dayInYearWords(orderDay(state.bound), lang)
      : dayHourWords(clockAt(instantOf(state), offset), lang);
  // A whole hour of that clock, whatever minutes its offset has.
  const ahead = -Date.parse(`1970-01-01T00:00:00${offset}`);
  const middle = Math.round((from + length / 2 + ahead) / HOUR) * HOUR - ahead;
  const between = [{ at: place(middle), label: dayHourWords(clockAt(middle, offset), lang) }];
  return {
    from: clockAt(from, offset),
    to: clockAt(to, offset),
    ticks: [
      { at: 0, label: labelOf(first) },
      ...(length > 4 * HOUR ? between : []),
      { at: 100, label: labelOf(last) },
    ],
    clock: { zone: zoneWords(clockAt(from, offset)), shared: new Set(offsets).size === 1 },
    moments: new Set(placed.map(instantOf)).size,
    placeOf: (state) => place(instantOf(state)),
  };
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 1_000) / 10;

const saidDate = ({ claim }: ClaimState): string => claim.said?.date ?? '';

const saidHour = (state: ClaimState): number | null => hourOf(saidDate(state));

/** The one that most have; of several the first. */
function mostOf(offsets: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const offset of offsets) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
