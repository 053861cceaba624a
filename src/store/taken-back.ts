/** Words that their author takes away, of one comment or of all: from the comment, and from all that repeats them. */

import type { Comment } from '../domain/comments/comment.ts';
import { countsToTopics } from './comment-counts.ts';
import { WAITING } from './rule-lists.ts';

/** What stands in a log or report in place of a reason that may repeat the words. */
export const GONE_WITH_IT = 'Gone with the words of the comment.';

/**
 * Statements that empty comments: `which` is a condition on `comments` that names them, with ?1 as `value`. Their places
 * stay. The log's own entry comes first: by it the logs let their reasons be taken away, and a race is lost by it.
 */
export function emptying(
  db: D1Database,
  which: 'reader = ?1' | 'id = ?1',
  value: string,
  { now, reason }: { now: string; reason: string },
): D1PreparedStatement[] {
  const ids = `(SELECT id FROM comments WHERE ${which})`;
  return [
    // One that waits for a moderator waits no more; the others stand where they stood.
    db
      .prepare(
        `INSERT INTO comment_log (comment, n, at, actor, from_state, to_state, reason)
         SELECT id, version + 1, ?2, 'author', state, iif(state IN ${WAITING}, 'removed', state), ?3
         FROM comments WHERE ${which}`,
      )
      .bind(value, now, reason),
    db
      .prepare(
        `UPDATE comment_log SET reason = ?2 WHERE comment IN ${ids} AND NOT (actor = 'author' AND n > 1)`,
      )
      .bind(value, GONE_WITH_IT),
    db
      .prepare(`UPDATE desk_log SET reason = ?2 WHERE kind = 'report' AND subject IN ${ids}`)
      .bind(value, GONE_WITH_IT),
    db
      .prepare(
        `UPDATE comment_reports SET reason = ?2, answered = coalesce(answered, ?3) WHERE comment IN ${ids}`,
      )
      .bind(value, GONE_WITH_IT, now),
    db
      .prepare(
        `UPDATE moderation_log SET reason = ?2 WHERE kind = 'appeal'
           AND subject IN (SELECT id FROM appeals WHERE comment IN ${ids})`,
      )
      .bind(value, GONE_WITH_IT),
    db.prepare(`DELETE FROM appeals WHERE comment IN ${ids}`).bind(value),
    db
      .prepare(
        `UPDATE comments SET reader = NULL, staff = 0, body = '', held = NULL, version = version + 1,
           state = iif(state IN ${WAITING}, 'removed', state) WHERE ${which}`,
      )
      .bind(value),
  ];
}

/** Statements by which a reader takes one comment back; what was kept for its sender says so too. */
export function takeBackStatements(
  db: D1Database,
  { id, topic, at }: Pick<Comment, 'id' | 'topic' | 'at'>,
  { reader, keys, now }: { reader: string; keys: string; now: string },
): D1PreparedStatement[] {
  return [
    ...emptying(db, 'id = ?1', id, { now, reason: 'Taken back by its author.' }),
    db
      .prepare('INSERT INTO taken_back (comment, reader, written, at) VALUES (?, ?, ?, ?)')
      .bind(id, reader, at, now),
    db
      .prepare(
        `UPDATE idempotency SET body = json_set(body, '$.body', '', '$.name', '', '$.author', '', '$.state', 'removed')
         WHERE key >= ?1 AND key < ?2 AND body ->> 'id' = ?3`,
      )
      .bind(keys, `${keys}\u{10ffff}`, id),
    ...countsToTopics(db, [topic]),
  ];
}

/** Forgets whose the comments were that were taken back before an instant: they no longer bear on any pace. */
export async function forgetTakenBack(db: D1Database, before: string): Promise<void> {
  await db.prepare('DELETE FROM taken_back WHERE written < ?1 AND at < ?1').bind(before).run();
}
