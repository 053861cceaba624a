/** Readers and their sessions: who signed in, under which name, and until when. */
import type { Reader } from '../domain/comments/comment.ts';

export interface ReaderAccount extends Reader {
  email: string;
}

/** The reader of a session that has not ended, or null. `hash` is the SHA-256 of the cookie. */
export async function readerOfSession(
  db: D1Database,
  hash: string,
  now: string,
): Promise<ReaderAccount | null> {
  return db
    .prepare(
      `SELECT r.id, r.author, r.email, r.name, r.state, r.created, r.approved, r.rejected
       FROM sessions AS s JOIN readers AS r ON r.id = s.reader WHERE s.hash = ? AND s.expires > ?`,
    )
    .bind(hash, now)
    .first<ReaderAccount>();
}

export async function readerByEmail(db: D1Database, email: string): Promise<ReaderAccount | null> {
  return db
    .prepare(
      'SELECT id, author, email, name, state, created, approved, rejected FROM readers WHERE email = ?',
    )
    .bind(email)
    .first<ReaderAccount>();
}

export interface SignInEntry {
  request: string;
  email: string;
  /** For a reader who is new; another keeps their name. */
  name: string;
  reader: string;
  session: { hash: string; expires: string };
  now: string;
}

/** What opens a session: the reader, if new; the session; the end of the request. */
export function entryStatements(db: D1Database, entry: SignInEntry): D1PreparedStatement[] {
  const { request, email, name, reader, session, now } = entry;
  return [
    db
      .prepare(
        'INSERT INTO readers (id, email, name, created) VALUES (?, ?, ?, ?) ON CONFLICT (email) DO NOTHING',
      )
      .bind(reader, email, name, now),
    db
      .prepare(
        'INSERT INTO sessions (hash, reader, created, expires) SELECT ?, id, ?, ? FROM readers WHERE email = ?',
      )
      .bind(session.hash, now, session.expires, email),
    db.prepare('DELETE FROM link_requests WHERE id = ?').bind(request),
  ];
}

export async function endSession(db: D1Database, hash: string): Promise<void> {
  await db.prepare('DELETE FROM sessions WHERE hash = ?').bind(hash).run();
}

/** What is kept about a reader beside the account, their comments and their appeals. */
export async function otherHoldings(
  db: D1Database,
  reader: string,
): Promise<{ sessions: unknown[]; reports: unknown[]; names: unknown[] }> {
  const [sessions, reports, names] = await db.batch([
    db.prepare('SELECT created, expires FROM sessions WHERE reader = ? ORDER BY created').bind(reader),
    db
      .prepare('SELECT comment, at, reason, answered FROM comment_reports WHERE reader = ? ORDER BY at')
      .bind(reader),
    db
      .prepare('SELECT at, was, name, state, decided, reason FROM reader_names WHERE reader = ? ORDER BY at')
      .bind(reader),
  ]);
  return {
    sessions: sessions?.results ?? [],
    reports: reports?.results ?? [],
    names: names?.results ?? [],
  };
}
