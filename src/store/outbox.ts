/** The outbox: one row a reader and run, moved from state to state only by comparing first. */
import type { Cadence } from '../domain/digest/cadence.ts';
import type { MailOutcome, RunReader } from '../domain/digest/digest-run.ts';
import type { Schedule } from '../domain/digest/subscriber.ts';

interface ReaderRow extends Omit<RunReader, 'topics' | 'stillQuiet'>, Omit<Schedule, 'zone'> {
  topics: string;
  stillQuiet: number;
  homeZone: string;
  state: 'ready' | 'sending';
  tries: number;
  notBefore: string | null;
}

/** A row that may be sent, with its reader's choices as the run found them and their schedule as it is now. */
export interface SendableRow {
  /** `sending`: an earlier attempt's answer was lost. */
  state: 'ready' | 'sending';
  /** How often the reader's own server deferred it, and until when it waits for that. */
  tries: number;
  notBefore: string | null;
  reader: RunReader;
  schedule: Schedule;
}

/** Of these readers, those whose row still waits; rows left `sending` since before `lease` at this provider too. */
export async function readSendable(
  db: D1Database,
  {
    run,
    ids,
    provider,
    lease,
  }: { run: string; ids: readonly string[]; provider: string | null; lease: string },
): Promise<SendableRow[]> {
  const { results } = await db
    .prepare(
      `SELECT s.id, s.email, o.since, s.first_cursor AS first, o.topics, o.lang, o.zone, s.still_quiet AS stillQuiet, s.cadence, s.weekday, s.hour,
              s.zone AS homeZone, o.state, o.tries, o.not_before AS notBefore
       FROM json_each(?2) AS j CROSS JOIN outbox AS o ON o.run = ?1 AND o.subscriber = j.value
       CROSS JOIN subscribers AS s ON s.id = o.subscriber
       WHERE o.state = 'ready' OR (o.state = 'sending' AND o.provider = ?3 AND o.at < ?4)`,
    )
    .bind(run, JSON.stringify(ids), provider, lease)
    .all<ReaderRow>();
  return results.map(({ id, email, since, first, lang, zone, ...row }) => ({
    reader: {
      id,
      email,
      since,
      first,
      topics: JSON.parse(row.topics) as RunReader['topics'],
      lang,
      zone,
      stillQuiet: row.stillQuiet === 1,
    },
    state: row.state,
    tries: row.tries,
    notBefore: row.notBefore,
    schedule: { cadence: row.cadence, weekday: row.weekday, hour: row.hour, zone: row.homeZone },
  }));
}

/**
 * Takes rows for sending: `ready` becomes `sending`, and a row left `sending` since before `lease` is taken again where
 * `again` says that the provider honours the key. The reader must be active at this moment, and what the run shows still
 * be what the mails were made of (`content`). Gives the ids that are ours.
 */
export async function takeRows(
  db: D1Database,
  order: {
    run: string;
    cadence: Cadence;
    ids: readonly string[];
    provider: string;
    again: boolean;
    lease: string;
    content: number;
    now: string;
  },
): Promise<Set<string>> {
  const { run, cadence, ids, provider, again, lease, content, now } = order;
  const { results } = await db
    .prepare(
      `UPDATE outbox SET state = 'sending', provider = ?3, at = ?4
       WHERE run = ?1 AND subscriber IN (SELECT value FROM json_each(?2))
         AND ((state = 'ready' AND (not_before IS NULL OR not_before <= ?4)) OR (?5 AND state = 'sending' AND provider = ?3 AND at < ?6))
         AND EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = subscriber AND s.state = 'active' AND s.cadence = ?7)
         AND (SELECT content FROM digest_runs WHERE id = ?1) = ?8
       RETURNING subscriber`,
    )
    .bind(run, JSON.stringify(ids), provider, now, Number(again), lease, cadence, content)
    .all<{ subscriber: string }>();
  return new Set(results.map((row) => row.subscriber));
}

/** Settles waiting rows of readers who left, were suppressed or changed their cadence since the run found them. */
export async function skipGone(
  db: D1Database,
  { run, cadence, ids, now }: { run: string; cadence: Cadence; ids: readonly string[]; now: string },
): Promise<number> {
  const { meta } = await db
    .prepare(
      `UPDATE outbox SET at = ?3,
         state = CASE (SELECT s.state FROM subscribers AS s WHERE s.id = subscriber)
           WHEN 'suppressed' THEN 'suppressed' ELSE 'skipped' END,
         why = CASE (SELECT s.state FROM subscribers AS s WHERE s.id = subscriber)
           WHEN 'suppressed' THEN NULL WHEN 'active' THEN 'other cadence' WHEN 'unsubscribed' THEN 'unsubscribed'
           WHEN 'pending' THEN 'unsubscribed' ELSE 'erased' END
       WHERE run = ?1 AND state = 'ready' AND subscriber IN (SELECT value FROM json_each(?2))
         AND NOT EXISTS (SELECT 1 FROM subscribers AS s WHERE s.id = subscriber AND s.state = 'active' AND s.cadence = ?4)`,
    )
    .bind(run, JSON.stringify(ids), now, cadence)
    .run();
  return meta.changes;
}

export interface Settlement {
  id: string;
  state: MailOutcome;
  why: string | null;
  providerId: string | null;
  /** When the reader's next digest is due. */
  due: string;
  /** The reader's new cursor, only for what a provider accepted. */
  cursor: string | null;
}

/**
 * Writes outcomes and, in the same batch, the readers' cursors and next due times. A row is settled once; only the news
 * that it was accepted after all may follow `uncertain`. A due time that the reader moved meanwhile stays.
 */
export async function settleRows(
  db: D1Database,
  run: { id: string; at: string },
  outcomes: readonly Settlement[],
  now: string,
): Promise<number> {
  if (outcomes.length === 0) return 0;
  // The run comes with each row, so that rows are looked up one by one: given as a constant, all of the run's are read.
  const rows = JSON.stringify(outcomes.map((outcome) => ({ run: run.id, ...outcome })));
  const [settled] = await db.batch([
    db
      .prepare(
        `UPDATE outbox SET state = j.value ->> 'state', why = j.value ->> 'why', provider_id = j.value ->> 'providerId', at = ?2
         FROM json_each(?1) AS j
         WHERE outbox.run = j.value ->> 'run' AND outbox.subscriber = j.value ->> 'id'
           AND (outbox.state IN ('ready', 'sending') OR (outbox.state = 'uncertain' AND j.value ->> 'state' = 'sent'))`,
      )
      .bind(rows, now),
    db
      .prepare(
        `UPDATE subscribers SET
           cursor = CASE WHEN cursor > j.value ->> 'cursor' THEN cursor ELSE coalesce(j.value ->> 'cursor', cursor) END,
           first_cursor = coalesce(first_cursor, iif(cursor IS NULL, j.value ->> 'cursor', NULL)),
           next_due_at = CASE WHEN next_due_at <= ?2 THEN j.value ->> 'due' ELSE next_due_at END
         FROM json_each(?1) AS j WHERE subscribers.id = j.value ->> 'id'`,
      )
      .bind(rows, run.at),
  ]);
  return settled?.meta.changes ?? 0;
}

/** What a reader's mail of a run was made of, or null when none was made for them. */
export async function readMailed(
  db: D1Database,
  run: string,
  subscriber: string,
): Promise<Pick<RunReader, 'since' | 'first' | 'topics' | 'lang'> | null> {
  const row = await db
    .prepare(
      `SELECT o.since, s.first_cursor AS first, o.topics, o.lang FROM outbox AS o
       LEFT JOIN subscribers AS s ON s.id = o.subscriber
       WHERE o.run = ? AND o.subscriber = ? AND o.state IN ('sent', 'uncertain')`,
    )
    .bind(run, subscriber)
    .first<{ since: string | null; first: string | null; topics: string; lang: string }>();
  return row && { ...row, topics: JSON.parse(row.topics) as string[] | '*' };
}
