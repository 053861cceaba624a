/** What keeps an outbox moving: rows given back, rows left by a crash, rows that came too late, rows still to do. */

/** Gives rows back that a provider certainly did not take. */
export async function releaseRows(
  db: D1Database,
  run: string,
  ids: readonly string[],
  now: string,
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .prepare(
      `UPDATE outbox SET state = 'ready', at = ?3
       WHERE run = ?1 AND state = 'sending' AND subscriber IN (SELECT value FROM json_each(?2))`,
    )
    .bind(run, JSON.stringify(ids), now)
    .run();
}

/**
 * Calls rows uncertain that were left `sending` since before `lease` and may not be sent again: another provider's,
 * one's that honours no key (`provider` null), or those of readers who left meanwhile. For a person, never blindly again.
 */
export async function leaveUncertain(
  db: D1Database,
  { run, provider, lease, now }: { run: string; provider: string | null; lease: string; now: string },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `UPDATE outbox SET state = 'uncertain', why = 'no answer was kept', at = ?4
       WHERE run = ?1 AND state = 'sending' AND at < ?3
         AND (?2 IS NULL OR provider <> ?2
           OR NOT EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = subscriber AND s.state = 'active'))
       RETURNING subscriber`,
    )
    .bind(run, provider, lease, now)
    .all<{ subscriber: string }>();
  return results.map((row) => row.subscriber);
}

/** Skips whatever an expired run has not sent; its readers stay due, for a run with newer content. */
export async function expireRows(db: D1Database, run: string, now: string): Promise<number> {
  const { meta } = await db
    .prepare(
      "UPDATE outbox SET state = 'skipped', why = 'expired', at = ?2 WHERE run = ?1 AND state = 'ready'",
    )
    .bind(run, now)
    .run();
  return meta.changes;
}

/** Readers whose rows are not settled, in order, after one of them. */
export async function waitingReaders(
  db: D1Database,
  run: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT subscriber FROM outbox WHERE run = ?1 AND subscriber > ?2 AND state IN ('ready', 'sending')
       ORDER BY subscriber LIMIT ?3`,
    )
    .bind(run, after, limit)
    .all<{ subscriber: string }>();
  return results.map((row) => row.subscriber);
}
