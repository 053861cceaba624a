/** Forgets a reader, in one batch: the words and the account go, the comments keep their place in the threads. */
import { countsToTopics } from './comment-counts.ts';

/** The prefix of the keys under which a reader's answers are kept. */
export const keysOfReader = (reader: string): string => `reader:${reader}:`;

export async function eraseReader(db: D1Database, reader: string, now: string): Promise<void> {
  const { results } = await db
    .prepare('SELECT DISTINCT topic FROM comments WHERE reader = ?')
    .bind(reader)
    .all<{ topic: string }>();
  const topics = results.map(({ topic }) => topic);
  await db.batch(erasureStatements(db, reader, topics, now));
}

export function erasureStatements(
  db: D1Database,
  reader: string,
  topics: readonly string[],
  now: string,
): D1PreparedStatement[] {
  const keys = keysOfReader(reader);
  return [
    // One that waits for a moderator waits no more; the others stand where they stood.
    db
      .prepare(
        `INSERT INTO comment_log (comment, n, at, actor, from_state, to_state, reason)
         SELECT id, version + 1, ?2, 'author', state, iif(state = 'pending', 'removed', state), 'Removed by its author.'
         FROM comments WHERE reader = ?1`,
      )
      .bind(reader, now),
    db
      .prepare(
        `UPDATE comments SET reader = NULL, body = '', held = NULL, version = version + 1,
           state = iif(state = 'pending', 'removed', state) WHERE reader = ?`,
      )
      .bind(reader),
    ...['sessions', 'comment_reports', 'appeals'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE reader = ?`).bind(reader),
    ),
    db.prepare('DELETE FROM idempotency WHERE key >= ? AND key < ?').bind(keys, `${keys}\u{10ffff}`),
    db.prepare('DELETE FROM readers WHERE id = ?').bind(reader),
    ...countsToTopics(db, topics),
  ];
}
