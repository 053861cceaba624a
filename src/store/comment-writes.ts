/** Writes of comments: posting, moderating, erasing; each one batch with its log, and counted by the tables themselves. */
import type { Comment } from '../domain/comments/comment.ts';
import { type CommentState, STATE_RULES } from '../domain/comments/comment-state.ts';
import { countsToTopics } from './comment-counts.ts';
import { type Kept, keepAnswer } from './idempotency.ts';
import { SHUT } from './rule-lists.ts';

export type FreshComment = Pick<
  Comment,
  'id' | 'topic' | 'claim' | 'parent' | 'body' | 'state' | 'held' | 'at'
> & {
  reader: string;
  /** Its author speaks for this site. */
  staff?: boolean;
  /** For its log, in words. */
  why?: string;
};

/** What the decision to take a comment rested on; when it no longer holds, nothing is written. */
export interface Rested {
  /** So many comments of the reader since this instant. */
  since: string;
  written: number;
}

/** Instants of a reader's comments after `since`, the newest `most`; those taken back since as well. */
export async function writtenSince(
  db: D1Database,
  reader: string,
  since: string,
  most: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT at FROM (
         SELECT at FROM comments WHERE reader = ?1 AND at > ?2
         UNION ALL SELECT written AS at FROM taken_back WHERE reader = ?1 AND written > ?2
       ) ORDER BY at DESC LIMIT ?3`,
    )
    .bind(reader, since, most)
    .all<{ at: string }>();
  return results.map(({ at }) => at);
}

/** Writes a comment whose reader is active and whose parent, if any, is visible; 'moved on' when that changed meanwhile. */
export async function storeComment(
  db: D1Database,
  fresh: FreshComment,
  rested: Rested,
  keep: { order: { key: string; fingerprint: string }; answer: Kept } | null,
): Promise<'stored' | 'moved on'> {
  try {
    await db.batch([
      ...postStatements(db, fresh, rested),
      ...(keep ? [keepAnswer(db, keep.order, keep.answer, fresh.at)] : []),
    ]);
    return 'stored';
  } catch (cause) {
    if (/malformed JSON|UNIQUE constraint failed: idempotency/.test(String(cause))) return 'moved on';
    throw cause;
  }
}

export function postStatements(db: D1Database, fresh: FreshComment, rested: Rested): D1PreparedStatement[] {
  const { id, topic, claim, parent, reader, body, state, held, at, staff = false } = fresh;
  const why = fresh.why ?? held ?? 'Written; no rule held it.';
  const blocked = STATE_RULES[state].shown ? 0 : 1;
  return [
    // SQL has no plainer way to fail a batch than a JSON text that is none.
    db
      .prepare(
        `SELECT json(CASE WHEN
           (SELECT count(*) FROM comments WHERE reader = ?1 AND at > ?2)
             + (SELECT count(*) FROM taken_back WHERE reader = ?1 AND written > ?2) = ?3
           AND (SELECT state FROM readers WHERE id = ?1) = 'active'
           AND (?4 IS NULL OR EXISTS (SELECT 1 FROM comments WHERE id = ?4 AND topic = ?5 AND blocked = 0))
           AND NOT EXISTS (SELECT 1 FROM comments_policies WHERE topic = ?5 AND state IN ${SHUT})
         THEN '0' ELSE 'moved on' END)`,
      )
      .bind(reader, rested.since, rested.written, parent, topic),
    db
      .prepare(
        `INSERT INTO comments (id, topic, claim, parent, root, reader, staff, body, state, held, at, blocked)
         VALUES (?1, ?2, ?3, ?4, coalesce((SELECT root FROM comments WHERE id = ?4), ?1), ?5, ?6, ?7, ?8, ?9, ?10, ?11)`,
      )
      .bind(id, topic, claim, parent, reader, Number(staff), body, state, held, at, blocked),
    db
      .prepare(
        `INSERT INTO comment_log (comment, n, at, actor, from_state, to_state, reason)
         VALUES (?, 1, ?, 'author', NULL, ?, ?)`,
      )
      .bind(id, at, state, why),
    ...(blocked === 0 ? countsToTopics(db, [topic]) : []),
  ];
}

export interface StateChange {
  id: string;
  topic: string;
  /** The number of its log entry. */
  version: number;
  from: CommentState;
  to: CommentState;
}

/** Reads comments by id, in no order. */
export async function readStates(
  db: D1Database,
  ids: readonly string[],
): Promise<Pick<Comment, 'id' | 'topic' | 'version' | 'state' | 'reader'>[]> {
  const { results } = await db
    .prepare(
      'SELECT id, topic, version, state, reader FROM comments WHERE id IN (SELECT value FROM json_each(?))',
    )
    .bind(JSON.stringify(ids))
    .all<Pick<Comment, 'id' | 'topic' | 'version' | 'state' | 'reader'>>();
  return results;
}

/** Statements that change states: the log first, whose key refuses a change that another came before. */
export function changeStates(
  db: D1Database,
  changes: readonly StateChange[],
  { actor, reason, now }: { actor: string; reason: string; now: string },
): D1PreparedStatement[] {
  const rows = JSON.stringify(
    changes.map(({ id, version, from, to }) => ({
      id,
      n: version + 1,
      from,
      to,
      delta: Number(!STATE_RULES[to].shown) - Number(!STATE_RULES[from].shown),
    })),
  );
  return [
    db
      .prepare(
        `INSERT INTO comment_log (comment, n, at, actor, from_state, to_state, reason)
         SELECT value ->> 'id', value ->> 'n', ?2, ?3, value ->> 'from', value ->> 'to', ?4 FROM json_each(?1)`,
      )
      .bind(rows, now, actor, reason),
    db
      .prepare(
        `UPDATE comments SET state = e.value ->> 'to', version = e.value ->> 'n'
         FROM json_each(?1) AS e WHERE comments.id = e.value ->> 'id'`,
      )
      .bind(rows),
    // A comment that is shown no more, or again, blocks or frees all that hang on it, at any depth.
    db
      .prepare(
        `UPDATE comments SET blocked = blocked + d.delta FROM (
           WITH RECURSIVE below (id, delta) AS (
             SELECT value ->> 'id', value ->> 'delta' FROM json_each(?1) WHERE value ->> 'delta' <> 0
             UNION ALL SELECT c.id, below.delta FROM below JOIN comments AS c ON c.parent = below.id)
           SELECT id, sum(delta) AS delta FROM below GROUP BY id) AS d
         WHERE comments.id = d.id`,
      )
      .bind(rows),
    db
      .prepare(
        `UPDATE comment_reports SET answered = ?2
         WHERE answered IS NULL AND comment IN (SELECT value ->> 'id' FROM json_each(?1))`,
      )
      .bind(rows, now),
    ...countsToTopics(db, [...new Set(changes.map(({ topic }) => topic))]),
  ];
}

/** True when a batch failed because another changed one of its comments, or answered its appeal, first. */
export const wasOvertaken = (cause: unknown): boolean =>
  /UNIQUE constraint failed: comment_log\b|malformed JSON/.test(String(cause));
