/** A subscription's choices in words, the same in mails and on pages. */
import type { Cadence } from '../domain/digest/subscriber.ts';

export const cadenceWords = (cadence: Cadence): string => (cadence === 'daily' ? 'every day' : 'every week');

/** "all topics", "3 topics"; a single one by its title. */
export function topicsWords(topics: '*' | readonly string[], titles: ReadonlyMap<string, string>): string {
  if (topics === '*') return 'all topics';
  const [first] = topics;
  if (topics.length === 1 && first !== undefined) return `“${titles.get(first) ?? first}”`;
  return `${topics.length} topics`;
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** "Tuesday, 24 November 2026 at 08:00", by the clock of the reader's zone. */
export function dueWords(instant: string, zone: string): string {
  const [day, time] = [{ dateStyle: 'full' as const }, { timeStyle: 'short' as const }].map((style) =>
    new Intl.DateTimeFormat('en-GB', { ...style, timeZone: zone }).format(new Date(instant)),
  );
  return `${day} at ${time}`;
}
