/** Names that readers asked for: what stood before, what waits for a moderator, what became of each. */

import { cursorOf, placeOf } from './comments.ts';

export interface AskedName {
  id: string;
  reader: string;
  at: string;
  was: string;
  name: string;
  state: 'waiting' | 'taken' | 'refused' | 'withdrawn';
  actor: string | null;
  decided: string | null;
  reason: string | null;
}

/** Instants at which a reader asked for another name after `since`, the newest `most`. */
export async function renamesSince(
  db: D1Database,
  reader: string,
  since: string,
  most: number,
): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT at FROM reader_names WHERE reader = ? AND at > ? ORDER BY at DESC LIMIT ?')
    .bind(reader, since, most)
    .all<{ at: string }>();
  return results.map(({ at }) => at);
}

/** The name of a reader's that waits for a moderator, or null. */
export async function waitingName(db: D1Database, reader: string): Promise<AskedName | null> {
  return db
    .prepare("SELECT * FROM reader_names WHERE reader = ? AND state = 'waiting'")
    .bind(reader)
    .first<AskedName>();
}

/**
 * Keeps a reader's wish, in place of one that waits; `held` leaves the name as it is. 'moved on' when the reader was
 * suspended, erased or renamed meanwhile, or asked elsewhere at the same time: nothing is written.
 */
export async function storeRename(
  db: D1Database,
  wish: Pick<AskedName, 'id' | 'reader' | 'at' | 'was' | 'name'> & { held: boolean },
  rested: { since: string; asked: number },
): Promise<'stored' | 'moved on'> {
  const { id, reader, at, was, name, held } = wish;
  try {
    await db.batch([
      // SQL has no plainer way to fail a batch than a JSON text that is none.
      db
        .prepare(
          `SELECT json(CASE WHEN (SELECT count(*) FROM reader_names WHERE reader = ?1 AND at > ?2) = ?3
             AND EXISTS (SELECT 1 FROM readers WHERE id = ?1 AND state = 'active' AND name = ?4)
           THEN '0' ELSE 'moved on' END)`,
        )
        .bind(reader, rested.since, rested.asked, was),
      withdrawing(db, reader, at),
      db
        .prepare('INSERT INTO reader_names (id, reader, at, was, name, state) VALUES (?, ?, ?, ?, ?, ?)')
        .bind(id, reader, at, was, name, held ? 'waiting' : 'taken'),
      ...(held ? [] : [db.prepare('UPDATE readers SET name = ? WHERE id = ?').bind(name, reader)]),
    ]);
    return 'stored';
  } catch (cause) {
    if (/malformed JSON/.test(String(cause))) return 'moved on';
    throw cause;
  }
}

/** The reader keeps their name after all. */
export async function withdrawName(db: D1Database, reader: string, now: string): Promise<void> {
  await withdrawing(db, reader, now).run();
}

const withdrawing = (db: D1Database, reader: string, now: string): D1PreparedStatement =>
  db
    .prepare(
      "UPDATE reader_names SET state = 'withdrawn', decided = ?2 WHERE reader = ?1 AND state = 'waiting'",
    )
    .bind(reader, now);

/** A moderator's word on a name that waits; false when none waits any more. */
export async function decideName(
  db: D1Database,
  wish: AskedName,
  state: 'taken' | 'refused',
  { actor, reason, now }: { actor: string; reason: string; now: string },
): Promise<boolean> {
  const [decided] = await db.batch([
    db
      .prepare(
        `UPDATE reader_names SET state = ?2, actor = ?3, decided = ?4, reason = ?5 WHERE id = ?1 AND state = 'waiting'`,
      )
      .bind(wish.id, state, actor, now, reason),
    // The change before decides: two moderators at once leave one word.
    db
      .prepare(
        `UPDATE readers SET name = ?2 WHERE id = ?1
           AND EXISTS (SELECT 1 FROM reader_names WHERE id = ?3 AND state = 'taken' AND decided = ?4 AND actor = ?5)`,
      )
      .bind(wish.reader, wish.name, wish.id, now, actor),
  ]);
  return (decided?.meta.changes ?? 0) > 0;
}

/** Names that wait, the longest first. */
export async function waitingNames(
  db: D1Database,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: AskedName[]; next: string | null }> {
  const [at, id] = placeOf(cursor) ?? ['', ''];
  const { results } = await db
    .prepare(
      "SELECT * FROM reader_names WHERE state = 'waiting' AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?",
    )
    .bind(at, id, limit + 1)
    .all<AskedName>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? cursorOf(last) : null };
}

/** All that a reader asked to be called, newest first. */
export async function namesOfReader(db: D1Database, reader: string, limit = 50): Promise<AskedName[]> {
  const { results } = await db
    .prepare('SELECT * FROM reader_names WHERE reader = ? ORDER BY at DESC, id DESC LIMIT ?')
    .bind(reader, limit)
    .all<AskedName>();
  return results;
}
