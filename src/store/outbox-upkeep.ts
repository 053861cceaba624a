/** What keeps an outbox moving: rows given back, rows left by a crash, rows that came too late, rows still to do. */
import type { Schedule } from '../domain/digest/subscriber.ts';

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
 * Rows left `sending` since before `lease` that may not be sent again: another provider's, those of one that honours no
 * key (`provider` null), and those of readers who left meanwhile. With each reader's schedule, null for one erased.
 */
export async function staleRows(
  db: D1Database,
  { run, provider, lease }: { run: string; provider: string | null; lease: string },
  limit: number,
): Promise<RowWithSchedule[]> {
  const { results } = await db
    .prepare(
      `SELECT o.subscriber AS id, s.cadence, s.weekday, s.hour, s.zone
       FROM outbox AS o LEFT JOIN subscribers AS s ON s.id = o.subscriber
       WHERE o.run = ?1 AND o.state = 'sending' AND o.at < ?3
         AND (?2 IS NULL OR o.provider <> ?2 OR s.id IS NULL OR s.state <> 'active')
       LIMIT ?4`,
    )
    .bind(run, provider, lease, limit)
    .all<{ id: string } & (Schedule | { cadence: null })>();
  return results.map(toRowWithSchedule);
}

/** Rows that still wait because their own servers deferred them. */
export async function deferredRows(db: D1Database, run: string, limit: number): Promise<RowWithSchedule[]> {
  const { results } = await db
    .prepare(
      `SELECT o.subscriber AS id, s.cadence, s.weekday, s.hour, s.zone
       FROM outbox AS o LEFT JOIN subscribers AS s ON s.id = o.subscriber
       WHERE o.run = ?1 AND o.state = 'ready' AND o.tries > 0 LIMIT ?2`,
    )
    .bind(run, limit)
    .all<{ id: string } & (Schedule | { cadence: null })>();
  return results.map(toRowWithSchedule);
}

export interface RowWithSchedule {
  id: string;
  /** Null for a reader who was erased. */
  schedule: Schedule | null;
}

const toRowWithSchedule = ({
  id,
  ...schedule
}: { id: string } & (Schedule | { cadence: null })): RowWithSchedule => ({
  id,
  schedule: schedule.cadence === null ? null : schedule,
});

/** A mailbox that defers waits by itself: its row goes back and may not be taken before an instant. */
export async function deferRows(
  db: D1Database,
  run: string,
  rows: readonly { id: string; until: string }[],
  now: string,
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .prepare(
      `UPDATE outbox SET state = 'ready', tries = tries + 1, not_before = j.value ->> 'until', at = ?2
       FROM json_each(?1) AS j
       WHERE outbox.run = j.value ->> 'run' AND outbox.subscriber = j.value ->> 'id' AND outbox.state = 'sending'`,
    )
    .bind(JSON.stringify(rows.map((row) => ({ run, ...row }))), now)
    .run();
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
