/** What moderators and readers do beside comments: policies, suspensions, reports, appeals, spikes; each with its log row. */
import type { Reader } from '../domain/comments/comment.ts';
import type { CommentsPolicy } from '../domain/comments/comments-policy.ts';
import { countsToTopics } from './comment-counts.ts';
import type { ModerationKind } from './desk-log.ts';
import type { Appeal } from './moderation-queue.ts';

export interface ModerationAction {
  actor: string;
  reason: string;
  now: string;
}

function logged(
  db: D1Database,
  kind: ModerationKind,
  subject: string,
  action: string,
  { actor, reason, now }: ModerationAction,
): D1PreparedStatement {
  return db
    .prepare(
      'INSERT INTO moderation_log (at, actor, kind, subject, action, reason) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .bind(now, actor, kind, subject, action, reason);
}

export function readerStateStatements(
  db: D1Database,
  reader: string,
  state: Reader['state'],
  action: ModerationAction,
): D1PreparedStatement[] {
  return [
    db.prepare('UPDATE readers SET state = ? WHERE id = ?').bind(state, reader),
    logged(db, 'reader', reader, state, action),
  ];
}

/** Sets a topic's comments policy; disabled comments leave the topic's numbers too. */
export async function storePolicy(
  db: D1Database,
  topic: string,
  state: CommentsPolicy,
  action: ModerationAction,
): Promise<void> {
  await db.batch([
    db
      .prepare(
        'INSERT OR REPLACE INTO comments_policies (topic, state, at, actor, reason) VALUES (?, ?, ?, ?, ?)',
      )
      .bind(topic, state, action.now, action.actor, action.reason),
    logged(db, 'policy', topic, state, action),
    ...countsToTopics(db, [topic]),
  ]);
}

/** A reader's report of a comment; a second by the same reader changes nothing. */
export async function storeReport(
  db: D1Database,
  { comment, reader, reason, now }: { comment: string; reader: string; reason: string; now: string },
): Promise<void> {
  await db
    .prepare('INSERT OR IGNORE INTO comment_reports (comment, reader, at, reason) VALUES (?, ?, ?, ?)')
    .bind(comment, reader, now, reason)
    .run();
}

/** Whether a reader reported this comment before: said again, it changes nothing. */
export async function hasReported(db: D1Database, comment: string, reader: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM comment_reports WHERE comment = ? AND reader = ?')
    .bind(comment, reader)
    .first();
  return row !== null;
}

/** Instants of a reader's reports after `since`, the newest `most`. */
export const reportsSince = (db: D1Database, reader: string, since: string, most: number) =>
  instantsOf(db, 'comment_reports', reader, since, most);

/** The same of their appeals. */
export const appealsSince = (db: D1Database, reader: string, since: string, most: number) =>
  instantsOf(db, 'appeals', reader, since, most);

async function instantsOf(
  db: D1Database,
  table: 'comment_reports' | 'appeals',
  reader: string,
  since: string,
  most: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT at FROM ${table} WHERE reader = ? AND at > ? ORDER BY at DESC LIMIT ?`)
    .bind(reader, since, most)
    .all<{ at: string }>();
  return results.map(({ at }) => at);
}

/** Files an appeal; 'open already' when one on the same matter waits. */
export async function storeAppeal(
  db: D1Database,
  { id, comment, reader, body, at }: Pick<Appeal, 'id' | 'comment' | 'reader' | 'body' | 'at'>,
): Promise<'stored' | 'open already'> {
  try {
    await db
      .prepare('INSERT INTO appeals (id, comment, reader, at, body) VALUES (?, ?, ?, ?, ?)')
      .bind(id, comment, reader, at, body)
      .run();
    return 'stored';
  } catch (cause) {
    if (/UNIQUE constraint failed/.test(String(cause))) return 'open already';
    throw cause;
  }
}

export async function readAppeal(db: D1Database, id: string): Promise<Appeal | null> {
  return db.prepare('SELECT * FROM appeals WHERE id = ?').bind(id).first<Appeal>();
}

/** Statements that answer an open appeal; one answered meanwhile fails its batch. */
export function answerStatements(
  db: D1Database,
  appeal: Appeal,
  state: 'granted' | 'denied',
  action: ModerationAction,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        "SELECT json(CASE WHEN state = 'open' THEN '0' ELSE 'answered already' END) FROM appeals WHERE id = ?",
      )
      .bind(appeal.id),
    db
      .prepare('UPDATE appeals SET state = ?, answer = ?, actor = ?, answered = ? WHERE id = ?')
      .bind(state, action.reason, action.actor, action.now, appeal.id),
    logged(db, 'appeal', appeal.id, state, action),
  ];
}

/** Marks topics as heated and takes the mark from those that cooled, whose next spike is a new one. */
export function spikeStatements(
  db: D1Database,
  heated: readonly { topic: string; reason: string }[],
  now: string,
): D1PreparedStatement[] {
  const rows = JSON.stringify(heated);
  return [
    db
      .prepare("DELETE FROM comment_spikes WHERE topic NOT IN (SELECT value ->> 'topic' FROM json_each(?))")
      .bind(rows),
    db
      .prepare(
        `INSERT INTO comment_spikes (topic, at, reason)
         SELECT value ->> 'topic', ?2, value ->> 'reason' FROM json_each(?1) WHERE true
         ON CONFLICT DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason`,
      )
      .bind(rows, now),
  ];
}

export function liftStatements(
  db: D1Database,
  topic: string,
  action: ModerationAction,
): D1PreparedStatement[] {
  return [
    db
      .prepare('UPDATE comment_spikes SET lifted = ?, actor = ?, why = ? WHERE topic = ?')
      .bind(action.now, action.actor, action.reason, topic),
    logged(db, 'spike', topic, 'lifted', action),
  ];
}
