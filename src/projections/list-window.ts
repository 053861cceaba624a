/** The spans over which comments are counted, as instants and in words. */
import { wordsOf } from './words/words.ts';

export const WINDOWS = ['24h', '7d', '30d', 'all'] as const;
export type Window = (typeof WINDOWS)[number];
export const isWindow = (text: string): text is Window => (WINDOWS as readonly string[]).includes(text);

/** How long each window is; "all" has no length. */
export const HOURS: Readonly<Record<Window, number>> = { '24h': 24, '7d': 168, '30d': 720, all: 0 };
/** The instant at which a window opens; the epoch for "all". */
export function windowStart(window: Window, now: string): string {
  if (window === 'all') return '1970-01-01T00:00:00.000Z';
  return new Date(Date.parse(now) - HOURS[window] * 3_600_000).toISOString();
}

/** "in the last 24 hours". */
export const windowWords = (window: Window, lang: string): string => wordsOf(lang).ranking.windows[window];

/** "41 readers, 112 comments this week"; without the window where it is null. */
export function peopleWords(
  commenters: number,
  comments: number,
  window: Window | null,
  lang: string,
): string {
  const { people, peopleWithin } = wordsOf(lang).ranking;
  return window === null
    ? people(commenters, comments)
    : peopleWithin(commenters, comments, windowWords(window, lang));
}
