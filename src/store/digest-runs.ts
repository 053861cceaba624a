/** Runs of the digest: opened once a period; their due readers, page by page; their ledger. */

import type { Cadence } from '../domain/digest/cadence.ts';
import type { DigestRun, Ledger } from '../domain/digest/digest-run.ts';
import { ledgerOf } from '../domain/digest/digest-run.ts';

export interface StoredRun extends DigestRun {
  opened: string;
  openedBy: string;
  candidates: number;
  /** Every due reader has a row. */
  paged: boolean;
  settled: number;
  /** When work on it was last seen, and when it goes on by itself where it rests. */
  touched: string;
  expected: string | null;
  /** How often what it froze was changed. */
  content: number;
  closed: string | null;
}

const COLUMNS = `id, cadence, at, known_at AS knownAt, opened, expires, state, opened_by AS openedBy, candidates, paged,
  settled, touched, expected, content, closed`;
type RunRow = Omit<StoredRun, 'paged'> & { paged: number };
const toRun = (row: RunRow): StoredRun => ({ ...row, paged: row.paged === 1 });

/** Enters a run; false when this period has one already, or another run of the cadence is under way. */
export async function insertRun(
  db: D1Database,
  run: DigestRun & { opened: string; openedBy: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO digest_runs (id, cadence, at, known_at, opened, expires, state, opened_by, touched)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'opening', ?7, ?5) ON CONFLICT DO NOTHING`,
    )
    .bind(run.id, run.cadence, run.at, run.knownAt, run.opened, run.expires, run.openedBy)
    .run();
  return meta.changes > 0;
}

export async function readRun(db: D1Database, id: string): Promise<StoredRun | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM digest_runs WHERE id = ?`).bind(id).first<RunRow>();
  return row && toRun(row);
}

/** The runs that are not finished: one a cadence at most. */
export async function runsUnderWay(db: D1Database): Promise<StoredRun[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM digest_runs WHERE state IN ('opening', 'open') ORDER BY at`)
    .all<RunRow>();
  return results.map(toRun);
}

/** The newest runs, for the desk. */
export async function newestRuns(db: D1Database, limit: number): Promise<StoredRun[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM digest_runs ORDER BY opened DESC LIMIT ?`)
    .bind(limit)
    .all<RunRow>();
  return results.map(toRun);
}

/** Whether anybody's digest of this cadence fell due after one instant and up to another. */
export async function isAnyoneDue(
  db: D1Database,
  cadence: Cadence,
  { after, at }: { after: string; at: string },
): Promise<boolean> {
  const row = await db
    .prepare(
      "SELECT 1 FROM subscribers WHERE state = 'active' AND cadence = ? AND next_due_at > ? AND next_due_at <= ? LIMIT 1",
    )
    .bind(cadence, after, at)
    .first();
  return row !== null;
}

/** Where a page of due readers ended. */
export interface DueCursor {
  dueAt: string;
  id: string;
}

/** Due readers after a cursor, in the order of the index that finds them. */
export async function dueReaders(
  db: D1Database,
  { cadence, at }: DigestRun,
  after: DueCursor | null,
  limit: number,
): Promise<DueCursor[]> {
  const { results } = await db
    .prepare(
      `SELECT id, next_due_at AS dueAt FROM subscribers
       WHERE state = 'active' AND cadence = ?1 AND next_due_at <= ?2 AND (next_due_at, id) > (?3, ?4)
       ORDER BY next_due_at, id LIMIT ?5`,
    )
    .bind(cadence, at, after?.dueAt ?? '', after?.id ?? '', limit)
    .all<DueCursor>();
  return results;
}

/** Gives a page of readers their rows, each once, and counts in the same batch how many were new. */
export async function enterReaders(
  db: D1Database,
  run: string,
  ids: readonly string[],
  last: boolean,
  now: string,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO outbox (run, subscriber, state, since, topics, lang, zone, at)
         SELECT ?1, s.id, 'ready', s.cursor, s.topics, s.lang, s.zone, ?3
         FROM json_each(?2) AS j CROSS JOIN subscribers AS s ON s.id = j.value
         WHERE s.state = 'active' ON CONFLICT DO NOTHING`,
      )
      .bind(run, JSON.stringify(ids), now),
    db
      .prepare(
        'UPDATE digest_runs SET candidates = candidates + changes(), paged = max(paged, ?2), touched = ?3 WHERE id = ?1',
      )
      .bind(run, Number(last), now),
  ]);
}

/** Notes when work was seen and how many rows it settled. True when all seem settled. */
export async function touchRun(db: D1Database, run: string, when: string, settled: number): Promise<boolean> {
  const row = await db
    .prepare(
      `UPDATE digest_runs SET touched = max(touched, ?2), settled = settled + ?3 WHERE id = ?1
       RETURNING paged = 1 AND settled >= candidates AS finished`,
    )
    .bind(run, when, settled)
    .first<{ finished: number }>();
  return row?.finished === 1;
}

/** Closes a run of which nothing is left to do; false when something is. Reads the run's rows. */
export async function closeRun(
  db: D1Database,
  run: string,
  state: 'done' | 'expired',
  now: string,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE digest_runs SET state = ?2, closed = ?3 WHERE id = ?1 AND state IN ('opening', 'open')
         AND (paged = 1 OR ?2 = 'expired')
         AND NOT EXISTS (SELECT 1 FROM outbox WHERE run = ?1 AND state IN ('ready', 'sending'))`,
    )
    .bind(run, state, now)
    .run();
  return meta.changes > 0;
}

/** Counts a run's rows by outcome and reason. Reads them all. */
export async function readLedger(db: D1Database, run: StoredRun): Promise<Ledger> {
  const { results } = await db
    .prepare('SELECT state, why, count(*) AS count FROM outbox WHERE run = ? GROUP BY state, why')
    .bind(run.id)
    .all<{ state: string; why: string | null; count: number }>();
  const ended = run.state === 'expired' || (run.state === 'open' && run.paged) || run.state === 'done';
  return ledgerOf(run.candidates, ended, results);
}
