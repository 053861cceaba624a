/** What a run must show so that every one of its readers finds their changes: how far back, which topics, which changes. */
import type { Cadence } from '../domain/digest/cadence.ts';
import type { DigestRun } from '../domain/digest/digest-run.ts';

/** The oldest cursor among the run's due readers (null when all are new), and whether any has none yet. */
export async function reachOf(
  db: D1Database,
  { cadence, at }: DigestRun,
): Promise<{ since: string | null; firsts: boolean }> {
  const row = await db
    .prepare(
      `SELECT min(cursor) AS since, coalesce(sum(cursor IS NULL), 0) AS firsts FROM subscribers
       WHERE state = 'active' AND cadence = ? AND next_due_at <= ?`,
    )
    .bind(cadence, at)
    .first<{ since: string | null; firsts: number }>();
  return { since: row?.since ?? null, firsts: (row?.firsts ?? 0) > 0 };
}

/** Rows of cursors and topics looked at: a reader beyond them is told from the log when their turn comes. */
const MOST_CURSORS = 5_000;

/** The instants that the due readers were last sent, each with a topic that such a reader follows ("*" for all), newest first. */
export async function dueCursors(
  db: D1Database,
  { cadence, at }: DigestRun,
): Promise<{ cursor: string; topic: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT s.cursor, j.value AS topic FROM subscribers AS s, json_each(s.topics) AS j
       WHERE s.state = 'active' AND s.cadence = ? AND s.next_due_at <= ? AND s.cursor IS NOT NULL
       ORDER BY s.cursor DESC LIMIT ${MOST_CURSORS}`,
    )
    .bind(cadence, at)
    .all<{ cursor: string; topic: string }>();
  return results;
}

/** The topics written to after an instant (all for null), the newest first. */
export async function topicsSince(
  db: D1Database,
  since: string | null,
  limit: number,
): Promise<{ slug: string; title: string; updated: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT slug, body ->> 'title' AS title, updated FROM topics
       WHERE ?1 IS NULL OR updated > ?1 ORDER BY updated DESC, slug LIMIT ?2`,
    )
    .bind(since, limit)
    .all<{ slug: string; title: string; updated: string }>();
  return results;
}

/** Begins the name of a part that says why a topic is not in the run. */
export const LEFT_OUT = '@left-out/';

/** Why topics are not in a run's mails, as JSON texts. */
export async function readLeftOut(db: D1Database, run: string): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT body FROM run_content WHERE run = ?1 AND part >= ?2 AND part < ?2 || '~' ORDER BY part")
    .bind(run, LEFT_OUT)
    .all<{ body: string }>();
  return results.map((row) => row.body);
}

/** Notes why a topic is left out of a run's mails; what was noted first stays. */
export async function keepLeftOut(
  db: D1Database,
  run: string,
  leftOut: readonly { slug: string }[],
): Promise<void> {
  if (leftOut.length === 0) return;
  await db.batch(
    leftOut.map((topic) =>
      db
        .prepare(
          `INSERT INTO run_content (run, part, body) SELECT ?1, ?2, ?3
           WHERE EXISTS (SELECT 1 FROM digest_runs WHERE id = ?1) ON CONFLICT DO NOTHING`,
        )
        .bind(run, LEFT_OUT + topic.slug, JSON.stringify(topic)),
    ),
  );
}

/** The choices of the active reader whose digest is due first, or null when there is none. */
export async function nextInLine(db: D1Database): Promise<{
  since: string | null;
  first: string | null;
  cadence: Cadence;
  lang: string;
  topics: string[] | '*';
} | null> {
  const row = await db
    .prepare(
      `SELECT cursor AS since, first_cursor AS first, cadence, lang, topics FROM subscribers
       WHERE state = 'active' ORDER BY next_due_at LIMIT 1`,
    )
    .first<{ since: string | null; first: string | null; cadence: Cadence; lang: string; topics: string }>();
  return row && { ...row, topics: JSON.parse(row.topics) as string[] | '*' };
}
