/** The spans over which comments are counted, as instants and in words. */

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

export const WINDOW_WORDS: Readonly<Record<Window, string>> = {
  '24h': 'in the last 24 hours',
  '7d': 'this week',
  '30d': 'in the last 30 days',
  all: 'in all',
};

/** "1 comment", "1,200 comments". */
export const commentWords = (n: number): string => plural(n, 'comment');

/** "41 readers, 112 comments this week". */
export function peopleWords(commenters: number, comments: number, window: string): string {
  const span = isWindow(window) ? WINDOW_WORDS[window] : '';
  return `${plural(commenters, 'reader')}, ${plural(comments, 'comment')} ${span}`;
}

const plural = (n: number, word: string): string =>
  `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;
