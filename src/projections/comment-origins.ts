/** Where a topic is commented on: our own pages and other sites, each a place with its own count, age and past. */
import type { Late, OwnCount, Tally } from '../domain/comments/ranking.ts';
import { HOURS, type Window } from './list-window.ts';

/** An origin that has not counted for this long is stale: shown, and not ranked (hours, where it has no limit of its own). */
export const STALE_AFTER = 48;
/** How our own pages are called among the places. */
export const OURS = 'By Source';

export interface CommentOrigin {
  topic: string;
  title: string;
  name: string;
  kind: 'ours' | 'outside';
  countedAt: string;
  /** The newest activity that is known. */
  activity: string;
  stale: boolean;
  /**
   * What it counted within each window, or 'once' where one count only is known for it: a baseline, of which nobody can
   * tell what came lately. A window that is missing says nothing of the topic.
   */
  windows: Readonly<Partial<Record<Window, Tally | 'once'>>> & { all: Tally };
  /** When its first comment was counted. */
  first: string;
}

/** One thread's count with what a window's difference is taken from. */
export interface ThreadCount {
  origin: string;
  thread: string;
  topic: string;
  title: string;
  comments: number;
  commenters: number | null;
  countedAt: string;
  /** Null where the last count is the only one that is known for the window. */
  baseline: { comments: number; commenters: number | null } | null;
  /** What the site itself says came in the hours before `countedAt`. */
  lately: readonly Late[] | null;
  /** The origin's own limit in hours. */
  freshHours: number | null;
  firstAt: string;
}

/** Our own readers: counted now, so never stale. */
export const toOwnOrigin = (own: OwnCount, now: string): CommentOrigin => ({
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
 * so that only the largest thread's count of them is sure. A thread counted once is a baseline: only what is counted
 * after it is known to have come within a window.
 */
export function toOutsideOrigins(
  counts: Readonly<Record<Window, readonly ThreadCount[]>>,
  now: string,
): CommentOrigin[] {
  const day = Map.groupBy(counts['24h'], keyOf);
  const week = Map.groupBy(counts['7d'], keyOf);
  const month = Map.groupBy(counts['30d'], keyOf);
  return [...Map.groupBy(counts.all, keyOf)].map(([key, own]) => {
    const [one] = own as [ThreadCount];
    const counted = own.map((thread) => thread.countedAt);
    const oldest = counted.reduce((a, b) => (a < b ? a : b));
    const within = (window: Window, threads: readonly ThreadCount[] | undefined) =>
      threads && { [window]: sumOf(threads.flatMap((each) => lateOf(each, window, now) ?? [])) ?? 'once' };
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
        ...within('24h', day.get(key)),
        ...within('7d', week.get(key)),
        ...within('30d', month.get(key)),
        all: sumOf(own.map(({ comments, commenters }) => ({ comments, people: commenters }))) ?? NOTHING,
      },
      first: own.map((thread) => thread.firstAt).reduce((a, b) => (a < b ? a : b)),
    };
  });
}

const keyOf = ({ topic, origin }: ThreadCount): string => `${topic}\n${origin}`;
const NOTHING: Tally = { comments: 0, people: 0 };

/** What came to a thread within a window: as its site says while that count lies in the window itself, else a difference. */
function lateOf(thread: ThreadCount, window: Window, now: string): Tally | null {
  const said = thread.lately?.find(({ hours }) => hours === HOURS[window]);
  if (said && !isStale(thread.countedAt, HOURS[window], now))
    return { comments: said.comments, people: said.people };
  const { baseline, comments, commenters } = thread;
  if (baseline === null) return null;
  const before = baseline.comments === 0 ? 0 : baseline.commenters;
  return {
    comments: Math.max(0, comments - baseline.comments),
    people: commenters === null || before === null ? null : Math.max(0, commenters - before),
  };
}

/** Null where there is nothing to add up. */
function sumOf(tallies: readonly Tally[]): Tally | null {
  if (tallies.length === 0) return null;
  const people = tallies.flatMap((tally) => tally.people ?? []);
  return {
    comments: tallies.reduce((sum, tally) => sum + tally.comments, 0),
    people: people.length === tallies.length ? Math.max(...people) : null,
  };
}

/** A date that cannot be read is stale: it must never rank. */
export const isStale = (countedAt: string, hours: number, now: string): boolean =>
  !(Date.parse(now) - Date.parse(countedAt) <= hours * 3_600_000);
