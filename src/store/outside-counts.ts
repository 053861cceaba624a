/** Comment counts of other sites: the last word of each origin's thread, its first, and its hours. */
import type { Late } from '../domain/comments/ranking.ts';

export interface OutsideCount {
  origin: string;
  thread: string;
  topic: string;
  comments: number;
  commenters: number | null;
  countedAt: string;
  /** What the site itself says came in the hours before this count; null where it does not say. */
  lately: readonly Late[] | null;
}

/**
 * Records a count, its hour and its signature (none where we fetched it) in one batch.
 * 'replayed' or 'older' leave everything as it was.
 */
export async function storeCount(
  db: D1Database,
  count: OutsideCount,
  signature: string | null,
  now: string,
): Promise<'stored' | 'replayed' | 'older'> {
  const { origin, thread, topic, comments, commenters, countedAt, lately } = count;
  const last = await db
    .prepare('SELECT counted_at FROM outside_counts WHERE origin = ? AND thread = ?')
    .bind(origin, thread)
    .first<string>('counted_at');
  if (last !== null && last > countedAt) return 'older';
  try {
    await db.batch([
      db
        .prepare('INSERT INTO count_signatures (signature, at) SELECT ?1, ?2 WHERE ?1 IS NOT NULL')
        .bind(signature, now),
      db
        .prepare(
          `INSERT INTO outside_counts (origin, thread, topic, comments, commenters, counted_at, lately,
             first_comments, first_commenters, first_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?4, ?5, ?6)
           ON CONFLICT (origin, thread) DO UPDATE SET topic = excluded.topic, comments = excluded.comments,
             commenters = excluded.commenters, counted_at = excluded.counted_at, lately = excluded.lately
           WHERE excluded.counted_at >= outside_counts.counted_at`,
        )
        .bind(origin, thread, topic, comments, commenters, countedAt, lately && JSON.stringify(lately)),
      db
        .prepare(
          'INSERT OR REPLACE INTO outside_hours (origin, thread, hour, comments, commenters) VALUES (?, ?, ?, ?, ?)',
        )
        .bind(origin, thread, countedAt.slice(0, 13), comments, commenters),
    ]);
    return 'stored';
  } catch (cause) {
    if (/UNIQUE constraint failed: count_signatures/.test(String(cause))) return 'replayed';
    throw cause;
  }
}

/** Signatures older than this instant can no longer be replayed: their time stamp alone refuses them. */
export async function forgetSignatures(db: D1Database, before: string): Promise<void> {
  await db.prepare('DELETE FROM count_signatures WHERE at < ?').bind(before).run();
}

export interface WindowedCount extends OutsideCount {
  title: string;
  /** What the window's difference is taken from; null where no other count than the last is known for it. */
  baseline: { comments: number; commenters: number | null } | null;
  /** For how many hours the site's counts are fresh; null where the site says nothing of its own. */
  freshHours: number | null;
  /** When the thread was first counted. */
  firstAt: string;
}

type Row = Omit<WindowedCount, 'baseline' | 'lately'> & {
  commentsBefore: number | null;
  commentersBefore: number | null;
  again: number | null;
  lately: string | null;
};

/**
 * Every thread that was counted after `since`, or within twice its site's own limit, with the count that a window is the
 * difference from: the last before the window opened if it was fresh then (`freshHours` where the site has no limit of its
 * own), else the first within it, which is a baseline and says nothing of what came before it.
 */
export async function readCounts(
  db: D1Database,
  {
    windowStart,
    since,
    freshHours,
    now,
  }: Record<'windowStart' | 'since' | 'now', string> & {
    freshHours: number;
  },
): Promise<WindowedCount[]> {
  const { results } = await db
    .prepare(
      `WITH based AS (
         SELECT c.*, o.fresh_hours, coalesce(
           (SELECT max(hour) FROM outside_hours AS h WHERE h.origin = c.origin AND h.thread = c.thread AND h.hour < ?1
              AND h.hour >= strftime('%Y-%m-%dT%H', ?4, '-' || coalesce(o.fresh_hours, ?5) || ' hours')),
           (SELECT min(hour) FROM outside_hours AS h WHERE h.origin = c.origin AND h.thread = c.thread AND h.hour >= ?1)
         ) AS base
         FROM outside_counts AS c LEFT JOIN origins AS o ON o.origin = c.origin
         WHERE c.counted_at >= ?2
            OR c.counted_at >= strftime('%Y-%m-%dT%H:%M:%fZ', ?3, '-' || (2 * o.fresh_hours) || ' hours')
       )
       SELECT c.origin, c.thread, c.topic, c.comments, c.commenters, c.counted_at AS countedAt, c.lately,
              t.body ->> 'title' AS title, c.fresh_hours AS freshHours, coalesce(c.first_at, c.counted_at) AS firstAt,
              iif(c.base >= ?1 AND c.base = substr(c.first_at, 1, 13), c.first_comments, h.comments) AS commentsBefore,
              iif(c.base >= ?1 AND c.base = substr(c.first_at, 1, 13), c.first_commenters, h.commenters) AS commentersBefore,
              iif(c.base >= ?1 AND c.base = substr(c.first_at, 1, 13),
                c.first_at < c.counted_at, c.base < substr(c.counted_at, 1, 13)) AS again
       FROM based AS c JOIN topics AS t ON t.slug = c.topic
       LEFT JOIN outside_hours AS h ON h.origin = c.origin AND h.thread = c.thread AND h.hour = c.base
       ORDER BY c.topic, c.origin, c.thread`,
    )
    .bind(windowStart.slice(0, 13), since, now, windowStart, freshHours)
    .all<Row>();
  return results.map(({ commentsBefore, commentersBefore, again, lately, ...row }) => ({
    ...row,
    lately: lately === null ? null : (JSON.parse(lately) as WindowedCount['lately']),
    baseline:
      commentsBefore !== null && again === 1
        ? { comments: commentsBefore, commenters: commentersBefore }
        : null,
  }));
}
