/** Comment counts of other sites: the last word of each origin's thread, and its hours. */

export interface OutsideCount {
  origin: string;
  thread: string;
  topic: string;
  comments: number;
  commenters: number | null;
  countedAt: string;
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
  const { origin, thread, topic, comments, commenters, countedAt } = count;
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
          `INSERT INTO outside_counts (origin, thread, topic, comments, commenters, counted_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (origin, thread) DO UPDATE SET topic = excluded.topic, comments = excluded.comments,
             commenters = excluded.commenters, counted_at = excluded.counted_at
           WHERE excluded.counted_at >= outside_counts.counted_at`,
        )
        .bind(origin, thread, topic, comments, commenters, countedAt),
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
  /** What stood when the window opened; 0 for a thread first counted inside it. */
  commentsBefore: number;
  commentersBefore: number;
  /** For how many hours the site's counts are fresh; null where the site says nothing of its own. */
  freshHours: number | null;
  /** The hour of the thread's first count. */
  firstHour: string | null;
}

/** Every thread that was counted after `since`, or within twice its site's own limit, with what it held before `windowStart`. */
export async function readCounts(
  db: D1Database,
  windowStart: string,
  since: string,
  now: string,
): Promise<WindowedCount[]> {
  const { results } = await db
    .prepare(
      `SELECT c.origin, c.thread, c.topic, c.comments, c.commenters, c.counted_at AS countedAt, t.body ->> 'title' AS title,
              coalesce(h.comments, 0) AS commentsBefore, coalesce(h.commenters, 0) AS commentersBefore,
              o.fresh_hours AS freshHours,
              (SELECT min(hour) FROM outside_hours AS f WHERE f.origin = c.origin AND f.thread = c.thread) AS firstHour
       FROM outside_counts AS c JOIN topics AS t ON t.slug = c.topic LEFT JOIN origins AS o ON o.origin = c.origin
       LEFT JOIN outside_hours AS h ON h.origin = c.origin AND h.thread = c.thread AND h.hour =
         (SELECT max(hour) FROM outside_hours WHERE origin = c.origin AND thread = c.thread AND hour < ?1)
       WHERE c.counted_at >= ?2
          OR c.counted_at >= strftime('%Y-%m-%dT%H:%M:%fZ', ?3, '-' || (2 * o.fresh_hours) || ' hours')
       ORDER BY c.topic, c.origin, c.thread`,
    )
    .bind(windowStart.slice(0, 13), since, now)
    .all<WindowedCount>();
  return results;
}
