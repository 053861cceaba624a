/** Where a topic is commented on: our own pages and other sites, each a place with its own count, age and past. */
import type { Tally } from '../domain/ranking.ts';
import type { Window } from './list-window.ts';

/** An origin that has not counted for this long is stale: shown, and not ranked (hours, where it has no limit of its own). */
export const STALE_AFTER = 48;
/** How our own pages are called among the places. */
export const OURS = 'By Source';

export interface Place {
  topic: string;
  title: string;
  name: string;
  kind: 'ours' | 'outside';
  countedAt: string;
  /** The newest activity that is known. */
  activity: string;
  stale: boolean;
  /** What it counted within each window; a window that is missing says nothing of the topic. */
  windows: Readonly<Partial<Record<Window, Tally>>>;
  /** When its first comment was counted. */
  first: string;
}

/** One thread's count with what it held before a window. */
export interface ThreadCount {
  origin: string;
  thread: string;
  topic: string;
  title: string;
  comments: number;
  commenters: number | null;
  countedAt: string;
  commentsBefore: number;
  commentersBefore: number;
  /** The origin's own limit in hours. */
  freshHours: number | null;
  firstHour: string | null;
}

/** What our own tables say of one topic. */
export interface OwnCount {
  topic: string;
  title: string;
  total: Tally;
  day: Tally;
  week: Tally;
  month: Tally;
  firstHour: string;
  lastAt: string;
}

/** Our own readers: counted now, so never stale. */
export const toOwnPlace = (own: OwnCount, now: string): Place => ({
  topic: own.topic,
  title: own.title,
  name: OURS,
  kind: 'ours',
  countedAt: now,
  activity: own.lastAt,
  stale: false,
  windows: {
    ...(own.day.comments > 0 && { '24h': own.day }),
    ...(own.week.comments > 0 && { '7d': own.week }),
    ...(own.month.comments > 0 && { '30d': own.month }),
    all: own.total,
  },
  first: own.firstHour,
});

/**
 * Other sites: threads of one origin belong to one place and may be added; people of several threads may be the same,
 * so that only the largest thread's count of them is sure. A thread first counted inside a window counts whole.
 */
export function toOutsidePlaces(
  counts: Readonly<Record<Window, readonly ThreadCount[]>>,
  now: string,
): Place[] {
  const whole = counts.all.map((thread) => ({ ...thread, commentsBefore: 0, commentersBefore: 0 }));
  const day = Map.groupBy(counts['24h'], keyOf);
  const week = Map.groupBy(counts['7d'], keyOf);
  const month = Map.groupBy(counts['30d'], keyOf);
  return [...Map.groupBy(whole, keyOf)].map(([key, own]) => {
    const [one] = own as [ThreadCount];
    const counted = own.map((thread) => thread.countedAt);
    const oldest = counted.reduce((a, b) => (a < b ? a : b));
    return {
      topic: one.topic,
      title: one.title,
      name: one.origin,
      kind: 'outside',
      // A place is as old as the oldest of its threads.
      countedAt: oldest,
      activity: counted.reduce((a, b) => (a > b ? a : b)),
      stale: isStale(oldest, one.freshHours ?? STALE_AFTER, now),
      windows: {
        ...tallied('24h', day.get(key)),
        ...tallied('7d', week.get(key)),
        ...tallied('30d', month.get(key)),
        ...tallied('all', own),
      },
      first: own.map((thread) => thread.firstHour ?? thread.countedAt).reduce((a, b) => (a < b ? a : b)),
    };
  });
}

const keyOf = ({ topic, origin }: ThreadCount): string => `${topic}\n${origin}`;

function tallied(window: Window, threads: readonly ThreadCount[] | undefined): Place['windows'] {
  if (threads === undefined) return {};
  const known = threads.every((each) => each.commenters !== null);
  return {
    [window]: {
      comments: threads.reduce((sum, each) => sum + Math.max(0, each.comments - each.commentsBefore), 0),
      people: known
        ? Math.max(0, ...threads.map((each) => (each.commenters ?? 0) - each.commentersBefore))
        : null,
    },
  };
}

/** A date that cannot be read is stale: it must never rank. */
export const isStale = (countedAt: string, hours: number, now: string): boolean =>
  !(Date.parse(now) - Date.parse(countedAt) <= hours * 3_600_000);
