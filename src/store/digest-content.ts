/** What a run must show so that every one of its readers finds their changes: how far back, which topics, which changes. */
import type { DigestRun } from '../domain/digest-run.ts';

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

/** Slugs of the topics written to after an instant (all for null), the newest first. */
export async function topicsSince(db: D1Database, since: string | null, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT slug FROM topics WHERE ?1 IS NULL OR updated > ?1 ORDER BY updated DESC, slug LIMIT ?2')
    .bind(since, limit)
    .all<{ slug: string }>();
  return results.map((row) => row.slug);
}

/** The newest changes of a topic after `since` and up to `until`, oldest first, as JSON texts. */
export async function changesWithin(
  db: D1Database,
  { topic, since, until, limit }: { topic: string; since: string; until: string; limit: number },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT body FROM (
         SELECT at, id, body FROM changes WHERE topic = ?1 AND at > ?2 AND at <= ?3 ORDER BY at DESC, id DESC LIMIT ?4
       ) ORDER BY at, id`,
    )
    .bind(topic, since, until, limit)
    .all<{ body: string }>();
  return results.map((row) => row.body);
}

/** The choices of the active reader whose digest is due first, or null when there is none. */
export async function nextInLine(db: D1Database): Promise<{
  since: string | null;
  cadence: 'daily' | 'weekly';
  lang: string;
  topics: string[] | '*';
} | null> {
  const row = await db
    .prepare(
      `SELECT cursor AS since, cadence, lang, topics FROM subscribers
       WHERE state = 'active' ORDER BY next_due_at LIMIT 1`,
    )
    .first<{ since: string | null; cadence: 'daily' | 'weekly'; lang: string; topics: string }>();
  return row && { ...row, topics: JSON.parse(row.topics) as string[] | '*' };
}
