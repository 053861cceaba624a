/** Dates and numerals in a reader's language; words stay as they were said. */

import type { StatedDate } from '../domain/date.ts';
import { firstDay, lastDay } from '../domain/date.ts';
import type { Interval } from '../domain/value.ts';

/** English pages print the day first, as most of the world does. */
const localeOf = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function kept<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const known = formats.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  if (formats.size > 200) formats.clear(); // a caller may name any language
  formats.set(key, made);
  return made;
}

/** Digits that a double holds without the dust of its binary fraction. */
const EXACT = 15;

/** "1,100"; shares as "25%". As it was said: never rounded. */
export function numberWords(n: number, lang: string, unit: string): string {
  const share = unit === 'share';
  const style = share
    ? ({ style: 'percent', maximumSignificantDigits: EXACT } as const)
    : { maximumSignificantDigits: EXACT };
  return kept(`n${lang}${share}`, () => new Intl.NumberFormat(localeOf(lang), style)).format(n);
}

/** "200–999", "at least 100", "at most 50". */
export function intervalWords({ low, high }: Interval, lang: string, unit: string): string {
  if (low !== null && high !== null)
    return `${numberWords(low, lang, unit)}–${numberWords(high, lang, unit)}`;
  if (low !== null) return `at least ${numberWords(low, lang, unit)}`;
  return high === null ? '' : `at most ${numberWords(high, lang, unit)}`;
}

const PARTS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;

/** "23 Dec 2024", "January 2025", "2010"; an instant shows its day (UTC). */
export function dateWords(date: StatedDate, lang: string): string {
  const precision = date.precision === 'instant' ? 'day' : date.precision;
  const format = kept(
    `d${lang}${precision}`,
    () => new Intl.DateTimeFormat(localeOf(lang), { ...PARTS[precision], timeZone: 'UTC' }),
  );
  return format.format(new Date(`${firstDay(date.date)}T00:00:00Z`));
}

/** The day of an ISO date or instant, in words. */
export function dayWords(iso: string, lang: string): string {
  return dateWords({ date: lastDay(iso), precision: 'day', inferred: false }, lang);
}

/** "23 Nov 2026, 09:15 UTC", the minute of an instant. */
export function instantWords(iso: string, lang: string): string {
  const format = kept(
    `i${lang}`,
    () =>
      new Intl.DateTimeFormat(localeOf(lang), {
        ...PARTS.day,
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'UTC',
      }),
  );
  return `${format.format(new Date(iso))} UTC`;
}
