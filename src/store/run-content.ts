/** What a run of the digest shows: frozen when it opens, and changed by a withholding alone. */
import type { FrozenContent } from '../domain/digest/digest-run.ts';

export interface FrozenPart {
  part: string;
  body: unknown;
}

/**
 * Keeps what the run shows, and opens it, in one batch; of two who freeze the same run the first is kept. Nothing is
 * kept when what was frozen changed since `version`: it may hold words that were withheld meanwhile.
 */
export async function storeContent(
  db: D1Database,
  run: string,
  version: number,
  parts: readonly FrozenPart[],
): Promise<void> {
  await db.batch([
    ...parts.map(({ part, body }) =>
      db
        .prepare(
          `INSERT INTO run_content (run, part, body) SELECT ?1, ?2, ?3
           WHERE EXISTS (SELECT 1 FROM digest_runs WHERE id = ?1 AND state = 'opening' AND content = ?4)
           ON CONFLICT DO NOTHING`,
        )
        .bind(run, part, JSON.stringify(body), version),
    ),
    db
      .prepare("UPDATE digest_runs SET state = 'open' WHERE id = ? AND state = 'opening' AND content = ?")
      .bind(run, version),
  ]);
}

/** All that a run shows, with the version that this is. */
export async function readContent(
  db: D1Database,
  run: string,
): Promise<{ version: number; content: FrozenContent }> {
  const [versions, parts] = await db.batch<{ content: number; part: string; body: string }>([
    db.prepare('SELECT content FROM digest_runs WHERE id = ?').bind(run),
    db.prepare('SELECT part, body FROM run_content WHERE run = ?').bind(run),
  ]);
  const rows = parts?.results ?? [];
  return {
    version: versions?.results[0]?.content ?? 0,
    content: new Map(rows.map(({ part, body }) => [part, JSON.parse(body) as unknown])),
  };
}

/** The version alone. One row. */
export async function contentVersion(db: D1Database, run: string): Promise<number | null> {
  return db.prepare('SELECT content FROM digest_runs WHERE id = ?').bind(run).first<number>('content');
}

/**
 * Statements by which a withholding takes a topic out of every run: words cannot be taken out of what others were made
 * from. Runs under way learn it by their version, which whoever sends compares.
 */
export function forgetFrozen(db: D1Database, topic: string): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM run_content WHERE part IN (?1, '@left-out/' || ?1)").bind(topic),
    db.prepare("UPDATE digest_runs SET content = content + 1 WHERE state IN ('opening', 'open')"),
  ];
}

/** Open runs that show a topic. */
export async function runsShowing(db: D1Database, topic: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT r.id FROM digest_runs AS r CROSS JOIN run_content AS c ON c.run = r.id AND c.part = ?
       WHERE r.state = 'open'`,
    )
    .bind(topic)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

/** Puts a topic frozen anew into an open run, unless another change came since `version`. */
export async function replacePart(
  db: D1Database,
  run: string,
  version: number,
  { part, body }: FrozenPart,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO run_content (run, part, body) SELECT ?1, ?2, ?3
         WHERE EXISTS (SELECT 1 FROM digest_runs WHERE id = ?1 AND state = 'open' AND content = ?4)
         ON CONFLICT DO NOTHING`,
      )
      .bind(run, part, JSON.stringify(body), version),
    db
      .prepare("UPDATE digest_runs SET content = content + 1 WHERE id = ? AND state = 'open' AND content = ?")
      .bind(run, version),
  ]);
}
