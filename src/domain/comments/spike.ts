/** When a topic's comments at one place are far above that place's own past, and what then does not count. */
import type { Tally } from './ranking.ts';

export interface Past {
  /** The last 24 hours. */
  day: Tally;
  /** The last 30 days, the last 24 hours among them. */
  month: Tally;
  /** When the first comment was counted, an instant or an hour ("2026-11-23T09"). */
  first: string;
}

export interface Spike {
  /** Comments, and people, of the last 24 hours that count while it is heated. */
  limit: number;
  /** Comments of the last 24 hours. */
  day: number;
  /** Comments on a usual day before; null where there was fewer than one in ten days. */
  usual: number | null;
}

/** Fewer comments than this in a day are no spike, so that nothing under it is ever held back. */
const LEAST = 30;
const TIMES = 10;
/** Days of a place's past that must be known: what is new has no past to be above. */
const KNOWN = 7;
const MOST = 29;
const DAY = 86_400_000;

/** The spike at an origin, or null. `now` is an instant. */
export function spikeOf({ day, month, first }: Past, now: string): Spike | null {
  const began = Date.parse(first.length === 13 ? `${first}:00:00.000Z` : first);
  const days = Math.min(MOST, (Date.parse(now) - DAY - began) / DAY);
  if (!(days >= KNOWN)) return null;
  const usual = Math.max(0, month.comments - day.comments) / days;
  const limit = Math.max(LEAST, Math.ceil(TIMES * usual));
  if (day.comments <= limit) return null;
  return { limit, day: day.comments, usual: usual < 0.1 ? null : usual };
}

/** A tally without what goes beyond the limit in its last 24 hours; never below what stood before them. */
export function held({ comments, people }: Tally, day: Tally, limit: number): Tally {
  const beyond = (all: number, lately: number) => all - Math.max(0, Math.min(all, lately) - limit);
  return {
    comments: beyond(comments, day.comments),
    people: people === null ? null : beyond(people, day.people ?? 0),
  };
}
