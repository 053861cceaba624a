/**
 * Forgets a reader, in one batch: the words and the account go, the comments keep their place in the threads. Every place
 * is named in SECURITY.md; a test plants a mark in every column of every table and finds none afterwards.
 */
import { countsToTopics } from './comment-counts.ts';
import { addressHash } from './suppressions.ts';
import { emptying } from './taken-back.ts';

/** The prefix of the keys under which a reader's answers are kept. */
export const keysOfReader = (reader: string): string => `reader:${reader}:`;

/** What stands in a moderator's log in place of a reader and of the reasons about them. */
const GONE = 'Gone with the reader.';

export async function eraseReader(db: D1Database, reader: string, now: string): Promise<void> {
  const [topics, account] = await db.batch<Record<string, string>>([
    db.prepare('SELECT DISTINCT topic FROM comments WHERE reader = ?').bind(reader),
    db.prepare('SELECT email FROM readers WHERE id = ?').bind(reader),
  ]);
  const email = account?.results[0]?.email;
  await db.batch([
    ...(email === undefined ? [] : await addressStatements(db, email)),
    ...erasureStatements(
      db,
      reader,
      (topics?.results ?? []).map(({ topic }) => topic ?? ''),
      now,
    ),
  ]);
}

export function erasureStatements(
  db: D1Database,
  reader: string,
  topics: readonly string[],
  now: string,
): D1PreparedStatement[] {
  const keys = keysOfReader(reader);
  return [
    ...emptying(db, 'reader = ?1', reader, { now, reason: 'Removed by its author.' }),
    db
      .prepare(
        `UPDATE moderation_log SET subject = 'erased', reason = ?2
         WHERE (kind = 'reader' AND subject = ?1)
            OR (kind = 'appeal' AND subject IN (SELECT id FROM appeals WHERE reader = ?1))`,
      )
      .bind(reader, GONE),
    ...['sessions', 'comment_reports', 'appeals', 'reader_names', 'taken_back'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE reader = ?`).bind(reader),
    ),
    db.prepare('DELETE FROM idempotency WHERE key >= ? AND key < ?').bind(keys, `${keys}\u{10ffff}`),
    db.prepare('DELETE FROM readers WHERE id = ?').bind(reader),
    ...countsToTopics(db, topics),
  ];
}

/**
 * What is kept under an address and not under a reader: transactional mails on their way or waiting for their link, and what
 * providers told us of mails. That an address is never to be mailed again stays, as a digest that cannot be read.
 */
export async function addressStatements(db: D1Database, email: string): Promise<D1PreparedStatement[]> {
  const address = await addressHash(email);
  return [
    db.prepare('DELETE FROM link_requests WHERE email = ?').bind(email),
    db.prepare('DELETE FROM transactional_mails WHERE email = ?').bind(email),
    db.prepare('DELETE FROM delivery_events WHERE address = ?').bind(address),
    db.prepare('UPDATE suppressions SET detail = NULL WHERE address = ?').bind(address),
  ];
}
