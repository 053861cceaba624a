/** Dates and numerals in a reader's language; words stay as they were said. */

import { EXACT_DIGITS } from '../domain/figure/plain-number.ts';
import type { Interval } from '../domain/figure/value.ts';
import type { StatedDate } from '../domain/record/date.ts';
import { firstDay, hourOf } from '../domain/record/date.ts';
import { isolated } from './isolated.ts';
import { localeOf, wordsOf } from './words/words.ts';

type Format = Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat;
const formats = new Map<string, Format>();
function kept<T extends Format>(key: string, make: () => T): T {
  const known = formats.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  if (formats.size > 200) formats.clear(); // a caller may name any language
  formats.set(key, made);
  return made;
}

/** Never rounded, and zero without a sign. */
const AS_SAID = { maximumSignificantDigits: EXACT_DIGITS, signDisplay: 'negative' } as const;
const STYLES: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  share: { style: 'percent' },
  percent: { style: 'unit', unit: 'percent', unitDisplay: 'short' },
};

/** "1,100", "−4.8"; shares of one and percent as "25%". As it was said: never rounded. `unit` is an id. */
export function numberWords(n: number, lang: string, unit: string): string {
  const style = STYLES[unit];
  const format = kept(
    `n${lang}${style ? unit : ''}`,
    () => new Intl.NumberFormat(localeOf(lang), { ...style, ...AS_SAID }),
  );
  return typeset(format.formatToParts(n));
}

export type RoundNotation = 'compact' | 'scientific';

/** "10k", "1m", "1E-5": for round numbers on an axis alone, where nothing is lost. Zero is only zero. */
export function roundNumber(n: number, lang: string, unit: string, notation: RoundNotation): string {
  if (n === 0) return numberWords(n, lang, unit);
  const format = kept(
    `${notation}${lang}${STYLES[unit] ? unit : ''}`,
    () => new Intl.NumberFormat(localeOf(lang), { ...STYLES[unit], ...AS_SAID, notation }),
  );
  return typeset(format.formatToParts(n));
}

/** A number with a typesetter's minus (U+2212), whatever sign a language's data has. */
export const typeset = (parts: readonly { type: string; value: string }[]): string =>
  parts.map(({ type, value }) => (type === 'minusSign' ? value.replace('-', '−') : value)).join('');

/** "200–999", "−1.1 to 0.3", "at least 100", "at most 50". */
export function intervalWords({ low, high }: Interval, lang: string, unit: string): string {
  const { ends, range } = wordsOf(lang).figures;
  const { atLeast, atMost } = ends;
  // A dash beside a minus is hard to read.
  const between = low !== null && low < 0 ? range : ends.between;
  if (low !== null && high !== null)
    return between(numberWords(low, lang, unit), numberWords(high, lang, unit));
  if (low !== null) return atLeast(numberWords(low, lang, unit));
  return high === null ? '' : atMost(numberWords(high, lang, unit));
}

const PARTS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
} as const;

/** The year said is the year printed, whatever calendar a language would count in; numerals stay the language's own. */
const CALENDAR = { calendar: 'gregory', timeZone: 'UTC' } as const;
const IN_YEAR = { month: 'short', day: 'numeric' } as const;
const HOUR_IN_YEAR = { ...IN_YEAR, hour: '2-digit', minute: '2-digit' } as const;
const HOUR = { ...PARTS.day, hour: '2-digit', minute: '2-digit' } as const;

/** "23 Dec 2024", "January 2025", "2010"; an instant by the speaker's own clock, "3 May 2025, 20:00 UTC+2". */
export function dateWords({ date, precision }: Pick<StatedDate, 'date' | 'precision'>, lang: string): string {
  if (precision === 'instant') return hourWords(date, lang);
  const format = kept(
    `d${lang}${precision}`,
    () => new Intl.DateTimeFormat(localeOf(lang), { ...PARTS[precision], ...CALENDAR }),
  );
  return isolated(format.format(new Date(`${firstDay(date)}T00:00:00Z`)));
}

/** Two ISO days as one span, "3–5 Mar 2025"; a single one where they are the same. */
export function daysWords(from: string, to: string, lang: string): string {
  const format = kept(
    `d${lang}day`,
    () => new Intl.DateTimeFormat(localeOf(lang), { ...PARTS.day, ...CALENDAR }),
  );
  const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`)) as [Date, Date];
  return isolated(format.formatRange(first, last));
}

/** "online, for Daily D": parts of one line, none more than another. */
export function listWords(parts: readonly string[], lang: string): string {
  const format = kept(
    `l${lang}`,
    () => new Intl.ListFormat(localeOf(lang), { type: 'unit', style: 'short' }),
  );
  return format.format(parts);
}

/** The day of an ISO date or instant, in words; a year or a month stays one. */
export function dayWords(iso: string, lang: string): string {
  const date = iso.slice(0, 10);
  return dateWords(
    { date, precision: date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day' },
    lang,
  );
}

/** An ISO date as it was given: an instant with its hour, else as `dayWords`. */
export const whenWords = (iso: string, lang: string): string =>
  hourOf(iso) === null ? dayWords(iso, lang) : hourWords(iso, lang);

/** "23 Nov 2026, 09:15 UTC", the minute of an instant of our own clock. */
export const instantWords = (iso: string, lang: string): string =>
  hourWords(new Date(iso).toISOString(), lang);

/** "3 May" of an ISO day, where the year is known. */
export const dayInYearWords = (day: string, lang: string): string =>
  inYear(`${day.slice(0, 10)}T00:00:00Z`, IN_YEAR, lang);

/** "3 May, 06:10" by the instant's own clock, where year and zone are known. */
export const dayHourWords = (instant: string, lang: string): string =>
  inYear(`${instant.slice(0, 16)}:00Z`, HOUR_IN_YEAR, lang);

function inYear(instant: string, parts: typeof IN_YEAR | typeof HOUR_IN_YEAR, lang: string): string {
  const format = kept(
    `y${lang}${parts === IN_YEAR}`,
    () => new Intl.DateTimeFormat(localeOf(lang), { ...parts, ...CALENDAR }),
  );
  return isolated(format.format(new Date(instant)));
}

function hourWords(instant: string, lang: string): string {
  const format = kept(`i${lang}`, () => new Intl.DateTimeFormat(localeOf(lang), { ...HOUR, ...CALENDAR }));
  return `${isolated(format.format(new Date(`${instant.slice(0, 16)}:00Z`)))} ${zoneWords(instant)}`;
}

/** "UTC", "UTC+2", "UTC−3:30": the offset that an instant was given with. */
export function zoneWords(instant: string): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(instant) ?? [];
  if (!sign || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
