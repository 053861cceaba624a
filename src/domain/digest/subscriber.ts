/** A reader of the digest and when theirs is due: once a local day or week, at their hour, in their zone. */
import { Temporal } from 'temporal-polyfill';
import { CADENCE_RULES, type Cadence, LONGEST_CADENCE } from './cadence.ts';

export const SUBSCRIBER_STATES = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

export interface Schedule {
  cadence: Cadence;
  /** 1 is Monday, 7 is Sunday; read by the weekly cadence only. */
  weekday: number;
  /** 0 to 23, by the clock on the reader's wall. */
  hour: number;
  /** An IANA name, as in `Asia/Kathmandu`. */
  zone: string;
}

/** A reader's choices for the digest, and what became of them. */
export interface Subscription extends Schedule {
  id: string;
  email: string;
  state: SubscriberState;
  topics: '*' | string[];
  lang: string;
  stillQuiet: boolean;
  nextDueAt: string | null;
  /** The record's instant that the last accepted digest showed. */
  cursor: string | null;
  created: string;
  confirmed: string | null;
  ended: string | null;
}

/** Days in which a digest falls due, whatever was sent on the day of the last. */
const FURTHEST = 2 * LONGEST_CADENCE + 1;

/** True for a zone that the platform's own tables know. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/**
 * The first instant after `now` (UTC, milliseconds) at which a digest is due, never on the local day of `last`, the
 * digest before it. An hour that the clocks skip is read as the hour after it; of an hour that comes twice, the first.
 */
export function nextDueAt(schedule: Schedule, now: string, last: string | null): string {
  const { cadence, weekday, hour, zone } = schedule;
  const after = Temporal.Instant.from(now);
  const dayOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  const spent = last === null ? null : dayOf(last);
  for (let day = dayOf(now), ahead = 0; ahead <= FURTHEST; ahead++, day = day.add({ days: 1 })) {
    if (!CADENCE_RULES[cadence].mayFallOn(day.dayOfWeek, weekday)) continue;
    if (spent !== null && Temporal.PlainDate.compare(day, spent) <= 0) continue;
    const due = dueOn(day, hour, zone);
    if (Temporal.Instant.compare(due, after) > 0) return due.toString({ smallestUnit: 'millisecond' });
  }
  throw new Error(`No digest is due in ${zone} within ${FURTHEST} days of ${now}.`);
}

function dueOn(day: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
}
