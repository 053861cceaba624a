// When a digest is due: one a local day at the reader's hour, whatever their clocks do.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isZone, nextDueAt, type Schedule } from '../../src/domain/digest/subscriber.ts';
import { holds } from '../property/holds.ts';

/** Twelve zones: both hemispheres, half and quarter hours, a half-hour change, a change at midnight, and none at all. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Seoul',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
];

/** Every due time of a year, each found from the last, as the runs find them. */
function yearOf(schedule: Schedule, from: string): Temporal.ZonedDateTime[] {
  const due: Temporal.ZonedDateTime[] = [];
  let [now, last]: [string, string | null] = [from, null];
  for (;;) {
    const next = nextDueAt(schedule, now, last);
    const local = Temporal.Instant.from(next).toZonedDateTimeISO(schedule.zone);
    if (local.epochMilliseconds > Date.parse(from) + 366 * 86_400_000) return due;
    due.push(local);
    [now, last] = [next, next];
  }
}

describe.for(ZONES)('%s', (zone) => {
  test.for([0, 1, 2, 3, 8, 23])('daily at %i: each local day of a year once, at that hour', (hour) => {
    const due = yearOf({ cadence: 'daily', weekday: 1, hour, zone }, '2026-01-01T12:00:00Z');
    const days = due.map((local) => local.toPlainDate());
    for (let at = 1; at < days.length; at++)
      expect(days[at]?.equals(days[at - 1]?.add({ days: 1 }) ?? '')).toBe(true);
    for (const local of due) expect(hoursThatDay(local, hour)).toContain(`${local.hour}:${local.minute}`);
    expect(due.filter((local) => local.hour !== hour).length).toBeLessThanOrEqual(2);
  });
});

/** The hour itself, or where the clocks skip it, the time to which they skip from it. */
function hoursThatDay(local: Temporal.ZonedDateTime, hour: number): string[] {
  const wall = Temporal.PlainTime.from({ hour });
  const there = local.toPlainDate().toZonedDateTime({ timeZone: local.timeZoneId, plainTime: wall });
  return [`${hour}:0`, `${there.hour}:${there.minute}`];
}

test('an hour that the clocks skip is the hour after it; of one that comes twice, the first', () => {
  const at = (zone: string, hour: number, now: string) =>
    nextDueAt({ cadence: 'daily', weekday: 1, hour, zone }, now, null);
  expect(at('Europe/Berlin', 2, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  expect(at('Europe/Berlin', 2, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:00:00.000Z');
  expect(at('America/New_York', 2, '2026-03-07T12:00:00Z')).toBe('2026-03-08T07:00:00.000Z');
  expect(at('America/New_York', 1, '2026-10-31T12:00:00Z')).toBe('2026-11-01T05:00:00.000Z');
  expect(at('Australia/Lord_Howe', 2, '2026-10-03T05:00:00Z')).toBe('2026-10-03T15:30:00.000Z');
});

test('at the very instant at which one is due, the next is due the day after', () => {
  const schedule = { cadence: 'daily', weekday: 1, hour: 8, zone: 'UTC' } as const;
  expect(nextDueAt(schedule, '2026-03-02T08:00:00Z', null)).toBe('2026-03-03T08:00:00.000Z');
  expect(nextDueAt(schedule, '2026-03-02T07:59:59Z', null)).toBe('2026-03-02T08:00:00.000Z');
});

test('weekly: every week on its day', () => {
  for (const zone of ZONES)
    for (let weekday = 1; weekday <= 7; weekday++) {
      const due = yearOf({ cadence: 'weekly', weekday, hour: 8, zone }, '2026-01-01T00:00:00Z');
      expect(due.length).toBeGreaterThanOrEqual(52);
      for (const local of due) expect(local.dayOfWeek).toBe(weekday);
    }
});

test('never twice on one local day, however late the last one was or the choices moved', () => {
  const schedule = fc.record({
    cadence: fc.constantFrom('daily' as const, 'weekly' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    zone: fc.constantFrom(...ZONES),
  });
  const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  holds(
    fc.property(schedule, instant, fc.integer({ min: 0, max: 72 * 60 }), (chosen, now, minutesAgo) => {
      const last = new Date(now.getTime() - minutesAgo * 60_000).toISOString();
      const due = nextDueAt(chosen, now.toISOString(), last);
      const day = (text: string) =>
        Temporal.Instant.from(text).toZonedDateTimeISO(chosen.zone).toPlainDate().toString();
      expect(Date.parse(due)).toBeGreaterThan(now.getTime());
      expect(day(due)).not.toBe(day(last));
      expect(Date.parse(due) - now.getTime()).toBeLessThan(16 * 86_400_000);
    }),
  );
});

test('zones are names that the tables know', () => {
  for (const zone of ZONES) expect(isZone(zone)).toBe(true);
  for (const zone of ['', 'Mars/Base', '+02:00', 'Europe/Berlin; DROP']) expect(isZone(zone)).toBe(false);
});
