/** Which threads of other sites are due to be counted, and how each pull ended. */

export interface DueThread {
  origin: string;
  thread: string;
  topic: string;
  failures: number;
  kind: string;
  /** JSON text, as the site's adapter wrote it. */
  settings: string;
  key: string | null;
  everyMinutes: number;
}

/**
 * Takes the threads that are longest due, at most `perOrigin` of a site, and leases them until `lease`, so that the next
 * minute's work does not pull them again while this one's is still under way.
 */
export async function leaseDue(
  db: D1Database,
  { now, lease, perOrigin, most }: { now: string; lease: string; perOrigin: number; most: number },
): Promise<DueThread[]> {
  const { results } = await db
    .prepare(
      `UPDATE origin_threads SET due = ?2 WHERE (origin, thread) IN (
         SELECT origin, thread FROM (
           SELECT origin, thread, due, row_number() OVER (PARTITION BY origin ORDER BY due, thread) AS place
           FROM origin_threads WHERE due <= ?1
         ) WHERE place <= ?3 ORDER BY due LIMIT ?4
       ) RETURNING origin, thread`,
    )
    .bind(now, lease, perOrigin, most)
    .all<{ origin: string; thread: string }>();
  if (results.length === 0) return [];
  const leased = await db
    .prepare(
      `SELECT t.origin, t.thread, t.topic, t.failures, o.kind, o.settings, o.api_key AS key, o.every_minutes AS everyMinutes
       FROM json_each(?) AS e JOIN origin_threads AS t ON t.origin = e.value ->> 'origin' AND t.thread = e.value ->> 'thread'
       JOIN origins AS o ON o.origin = t.origin ORDER BY t.origin, t.thread`,
    )
    .bind(JSON.stringify(results))
    .all<DueThread>();
  return leased.results;
}

/** A pull that gave a count: its past errors are over. */
export async function recordPull(db: D1Database, thread: DueThread, due: string, now: string): Promise<void> {
  await db
    .prepare(
      `UPDATE origin_threads SET due = ?3, failures = 0, pulled = ?4, error = NULL, error_at = NULL
       WHERE origin = ?1 AND thread = ?2`,
    )
    .bind(thread.origin, thread.thread, due, now)
    .run();
}

/** Pulls that gave none, and why; what was counted before stands until it is stale. */
export async function recordFailure(
  db: D1Database,
  threads: readonly DueThread[],
  { error, due, now }: { error: string; due: string; now: string },
): Promise<void> {
  await db
    .prepare(
      `UPDATE origin_threads SET due = ?2, failures = failures + 1, error = ?3, error_at = ?4
       WHERE (origin, thread) IN (SELECT e.value ->> 'origin', e.value ->> 'thread' FROM json_each(?1) AS e)`,
    )
    .bind(JSON.stringify(threads.map(({ origin, thread }) => ({ origin, thread }))), due, error, now)
    .run();
}
