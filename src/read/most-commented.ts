/** The Most Commented list: each item says why it stands where it stands. */
import { FORMULA, leadingOrigin, type OriginCount, scoreOf } from '../domain/ranking.ts';

export const WINDOWS = ['24h', '7d', '30d', 'all'] as const;
export type Window = (typeof WINDOWS)[number];
export const isWindow = (text: string): text is Window => (WINDOWS as readonly string[]).includes(text);

const HOURS: Readonly<Record<Window, number>> = { '24h': 24, '7d': 168, '30d': 720, all: 0 };
/** An origin that has not counted for this long is stale: shown, and not ranked (hours, where it has no limit of its own). */
export const STALE_AFTER = 48;
const LONGEST = 50;

export interface MostCommented {
  window: string;
  computedAt: string;
  formula: { id: string; version: number; text: string };
  items: ListItem[];
  /** What to say when there is nothing to rank. */
  empty: string | null;
}
export interface ListItem {
  rank: number | null;
  topic: { slug: string; title: string; url: string };
  score: number;
  commenters: number;
  comments: { window: number; total: number };
  origins: OriginCount[];
  heated: null;
  why: string;
}

/** One thread's count with what it held before the window. */
export interface ThreadCount {
  origin: string;
  topic: string;
  title: string;
  comments: number;
  commenters: number | null;
  countedAt: string;
  commentsBefore: number;
  commentersBefore: number;
  /** The origin's own limit in hours. */
  freshHours: number | null;
}

/** The instant at which a window opens; the epoch for "all". */
export function windowStart(window: Window, now: string): string {
  if (window === 'all') return '1970-01-01T00:00:00.000Z';
  return new Date(Date.parse(now) - HOURS[window] * 3_600_000).toISOString();
}

export function toMostCommented(window: Window, counts: readonly ThreadCount[], now: string): MostCommented {
  const items = [...Map.groupBy(counts, (count) => count.topic)].map(([slug, threads]) =>
    toItem(slug, threads, window, now),
  );
  items.sort(
    (a, b) =>
      b.score - a.score ||
      (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : a.topic.slug < b.topic.slug ? -1 : 1),
  );
  let rank = 0;
  return {
    window,
    computedAt: now,
    formula: FORMULA,
    items: items.slice(0, LONGEST).map((item) => ({ ...item, rank: item.score > 0 ? ++rank : null })),
    empty:
      items.length > 0
        ? null
        : 'Nobody has counted comments on these topics yet, so there is nothing to rank.',
  };
}

function toItem(slug: string, threads: readonly ThreadCount[], window: Window, now: string): ListItem {
  const origins = [...Map.groupBy(threads, (thread) => thread.origin)].map(([name, own]) =>
    toOrigin(name, own, window, now),
  );
  const lead = leadingOrigin(origins);
  const total = Math.max(0, ...threads.map((thread) => thread.comments));
  return {
    rank: null,
    topic: { slug, title: threads[0]?.title ?? slug, url: `/t/${slug}` },
    score: lead ? Math.round(scoreOf(lead) * 1000) / 1000 : 0,
    commenters: lead?.commenters ?? 0,
    comments: { window: lead?.comments ?? 0, total },
    origins,
    heated: null,
    why: whyOf(lead, origins, window),
  };
}

/** Threads of one origin belong to one place and may be added; a thread first counted inside the window counts whole. */
function toOrigin(name: string, own: readonly ThreadCount[], window: Window, now: string): OriginCount {
  const counted = own.every((thread) => thread.commenters !== null);
  const countedAt = own.map((thread) => thread.countedAt).reduce((a, b) => (a < b ? a : b));
  return {
    name,
    kind: 'outside',
    comments: own.reduce((sum, each) => sum + grown(each.comments, each.commentsBefore, window), 0),
    commenters: counted
      ? Math.max(...own.map((each) => grown(each.commenters ?? 0, each.commentersBefore, window)))
      : null,
    countedAt,
    stale: isStale(countedAt, own[0]?.freshHours ?? STALE_AFTER, now),
  };
}

/** A date that cannot be read is stale: it must never rank. */
export const isStale = (countedAt: string, hours: number, now: string): boolean =>
  !(Date.parse(now) - Date.parse(countedAt) <= hours * 3_600_000);
const grown = (total: number, before: number, window: Window): number =>
  window === 'all' ? total : Math.max(0, total - before);
const newest = (item: ListItem): string =>
  item.origins.map((origin) => origin.countedAt).reduce((a, b) => (a > b ? a : b), '');

export const WINDOW_WORDS: Readonly<Record<Window, string>> = {
  '24h': 'in the last 24 hours',
  '7d': 'this week',
  '30d': 'in the last 30 days',
  all: 'in all',
};

/** "41 readers, 112 comments this week". */
export function peopleWords(commenters: number, comments: number, window: string): string {
  const span = isWindow(window) ? WINDOW_WORDS[window] : '';
  return `${plural(commenters, 'reader')}, ${plural(comments, 'comment')} ${span}`;
}

const plural = (n: number, word: string): string =>
  `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;

function whyOf(lead: OriginCount | null, origins: readonly OriginCount[], window: Window): string {
  if (lead)
    return `${peopleWords(lead.commenters ?? 0, lead.comments, window)} at ${lead.name}, the most at any one place.`;
  if (origins.every((origin) => origin.stale))
    return 'Not ranked: every count is older than its place’s limit.';
  return 'Not ranked: no place says how many people commented.';
}
