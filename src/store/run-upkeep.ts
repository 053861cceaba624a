/** What keeps runs of the digest moving: whether one rests, how much of it is truly done, and waking after a stop. */

/**
 * Whether nobody works on a run and nothing is on its way, so that its waiting readers may go to the next run: each that
 * waits does so for its own server, or the whole run has rested since `idle`. Reads the run's rows.
 */
export async function isResting(
  db: D1Database,
  run: string,
  { now, idle }: { now: string; idle: string },
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM digest_runs AS r WHERE r.id = ?1 AND r.state = 'open' AND r.paged = 1
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE run = ?1 AND state = 'sending')
         AND (r.touched <= ?3
           OR NOT EXISTS (SELECT 1 FROM outbox WHERE run = ?1 AND state = 'ready' AND (not_before IS NULL OR not_before <= ?2)))`,
    )
    .bind(run, now, idle)
    .first();
  return row !== null;
}

/** Notes when a run that rests goes on by itself; the latest such time is kept. */
export async function expectWork(db: D1Database, run: string, when: string): Promise<void> {
  await db
    .prepare("UPDATE digest_runs SET expected = max(coalesce(expected, ''), ?2) WHERE id = ?1")
    .bind(run, when)
    .run();
}

/** Counts anew how many rows are settled: who was killed between a row and the count left the count behind. */
export async function recountRun(db: D1Database, run: string, now: string): Promise<void> {
  await db
    .prepare(
      `UPDATE digest_runs SET touched = ?2, expected = NULL,
         settled = (SELECT count(*) FROM outbox WHERE run = ?1 AND state NOT IN ('ready', 'sending'))
       WHERE id = ?1`,
    )
    .bind(run, now)
    .run();
}

/** After a stop that lost the queue: no work is expected by itself any more, so that the clock takes all runs up. */
export async function wakeRuns(db: D1Database): Promise<void> {
  await db
    .prepare("UPDATE digest_runs SET touched = opened, expected = NULL WHERE state IN ('opening', 'open')")
    .run();
}

/** Skips what a run has not sent, for a reason; its readers stay due, for a run with newer content. */
export async function skipReady(
  db: D1Database,
  run: string,
  why: 'expired' | 'next run',
  now: string,
): Promise<number> {
  const { meta } = await db
    .prepare("UPDATE outbox SET state = 'skipped', why = ?2, at = ?3 WHERE run = ?1 AND state = 'ready'")
    .bind(run, why, now)
    .run();
  return meta.changes;
}
