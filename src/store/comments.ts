/** Reads of comments: a topic's threads and their replies by keyset, one comment with its log, a reader's own. */
import type { Comment, NamedComment, Reader } from '../domain/comments/comment.ts';
import type { CommentState } from '../domain/comments/comment-state.ts';
import type { CommentsPolicy } from '../domain/comments/comments-policy.ts';

export interface Thread {
  first: NamedComment;
  replies: NamedComment[];
  /** Where its further replies begin, or null. */
  next: string | null;
}

const FIELDS = `c.id, c.topic, c.claim, c.parent, c.root, c.reader, c.staff, c.body, c.state, c.held, c.at, c.version,
  c.blocked, r.name AS name, r.author AS author, (SELECT pr.name FROM comments AS p JOIN readers AS pr ON pr.id = p.reader WHERE p.id = c.parent) AS "to"`;
const NAMED = 'comments AS c LEFT JOIN readers AS r ON r.id = c.reader';

/** Newer than anything: where the first page begins. */
const NEWEST = ['~', '~'] as const;
const OLDEST = ['', ''] as const;

/** Visible threads of a topic, newest first, each with its first `replies` visible replies, oldest first. */
export async function pageOfThreads(
  db: D1Database,
  topic: string,
  page: { cursor: string | null; limit: number; replies: number },
): Promise<{ threads: Thread[]; next: string | null }> {
  const [at, id] = placeOf(page.cursor) ?? NEWEST;
  const { results: found } = await db
    .prepare(
      `SELECT ${FIELDS} FROM ${NAMED} WHERE c.topic = ?1 AND c.blocked = 0 AND c.parent IS NULL
         AND (c.at, c.id) < (?2, ?3) ORDER BY c.at DESC, c.id DESC LIMIT ?4`,
    )
    .bind(topic, at, id, page.limit + 1)
    .all<NamedComment>();
  const firsts = found.slice(0, page.limit);
  const { results: replies } = await db
    .prepare(
      `SELECT ${FIELDS} FROM json_each(?1) AS root CROSS JOIN ${NAMED} WHERE c.id IN
         (SELECT id FROM comments WHERE root = root.value AND blocked = 0 AND parent IS NOT NULL ORDER BY at, id LIMIT ?2)
       ORDER BY c.root, c.at, c.id`,
    )
    .bind(JSON.stringify(firsts.map((comment) => comment.id)), page.replies + 1)
    .all<NamedComment>();
  const byRoot = Map.groupBy(replies, (reply) => reply.root);
  const last = firsts.at(-1);
  return {
    threads: firsts.map((first) => ({ first, ...cut(byRoot.get(first.id) ?? [], page.replies) })),
    next: found.length > page.limit && last ? cursorOf(last) : null,
  };
}

/** Further visible replies of a thread, oldest first. */
export async function pageOfReplies(
  db: D1Database,
  topic: string,
  root: string,
  page: { cursor: string | null; limit: number },
): Promise<{ replies: NamedComment[]; next: string | null }> {
  const [at, id] = placeOf(page.cursor) ?? OLDEST;
  const { results } = await db
    .prepare(
      `SELECT ${FIELDS} FROM ${NAMED} WHERE c.root = ?1 AND c.topic = ?2 AND c.blocked = 0 AND c.parent IS NOT NULL
         AND (c.at, c.id) > (?3, ?4) ORDER BY c.at, c.id LIMIT ?5`,
    )
    .bind(root, topic, at, id, page.limit + 1)
    .all<NamedComment>();
  return cut(results, page.limit);
}

/** The cursor of a page of replies that begins at most `above` visible replies before one; null for the first page. */
export async function cursorBefore(
  db: D1Database,
  { root, at, id }: Pick<Comment, 'root' | 'at' | 'id'>,
  above: number,
): Promise<string | null> {
  const before = await db
    .prepare(
      `SELECT at, id FROM comments WHERE root = ?1 AND blocked = 0 AND parent IS NOT NULL AND (at, id) < (?2, ?3)
       ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?4`,
    )
    .bind(root, at, id, above)
    .first<{ at: string; id: string }>();
  return before && cursorOf(before);
}

/** One comment, visible or not; null when there is none. */
export async function readComment(db: D1Database, id: string): Promise<NamedComment | null> {
  return db.prepare(`SELECT ${FIELDS} FROM ${NAMED} WHERE c.id = ?`).bind(id).first<NamedComment>();
}

/** Comments by id, visible or not, in no order. */
export async function readComments(db: D1Database, ids: readonly string[]): Promise<NamedComment[]> {
  if (ids.length === 0) return [];
  const { results } = await db
    .prepare(`SELECT ${FIELDS} FROM ${NAMED} WHERE c.id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ids))
    .all<NamedComment>();
  return results;
}

/** Those of a reader's comments on a topic that others do not see, newest first, for that reader alone. */
export async function unseenOfReader(
  db: D1Database,
  topic: string,
  reader: string,
  limit = 50,
): Promise<NamedComment[]> {
  const { results } = await db
    .prepare(
      `SELECT ${FIELDS} FROM ${NAMED} WHERE c.reader = ?1 AND c.topic = ?2 AND c.blocked > 0
       ORDER BY c.at DESC, c.id DESC LIMIT ?3`,
    )
    .bind(reader, topic, limit)
    .all<NamedComment>();
  return results;
}

/** All that a reader wrote, oldest first: for the export. */
export async function commentsOfReader(db: D1Database, reader: string): Promise<NamedComment[]> {
  const { results } = await db
    .prepare(`SELECT ${FIELDS} FROM ${NAMED} WHERE c.reader = ? ORDER BY c.at, c.id`)
    .bind(reader)
    .all<NamedComment>();
  return results;
}

export interface LogEntry {
  n: number;
  at: string;
  actor: string;
  from: CommentState | null;
  to: CommentState;
  reason: string;
}

/** What befell a comment, oldest first. */
export async function logOfComment(db: D1Database, id: string): Promise<LogEntry[]> {
  const { results } = await db
    .prepare(
      'SELECT n, at, actor, from_state AS "from", to_state AS "to", reason FROM comment_log WHERE comment = ? ORDER BY n',
    )
    .bind(id)
    .all<LogEntry>();
  return results;
}

export async function readReader(db: D1Database, id: string): Promise<Reader | null> {
  return db
    .prepare('SELECT id, author, name, state, created, approved, rejected FROM readers WHERE id = ?')
    .bind(id)
    .first<Reader>();
}

export interface PolicyState {
  state: CommentsPolicy;
  at: string | null;
  reason: string | null;
}

/** Whether a topic takes comments; a topic of which nobody decided is open. */
export async function readPolicy(db: D1Database, topic: string): Promise<PolicyState> {
  const row = await db
    .prepare('SELECT state, at, reason FROM comments_policies WHERE topic = ?')
    .bind(topic)
    .first<PolicyState>();
  return row ?? { state: 'open', at: null, reason: null };
}

export const cursorOf = ({ at, id }: Pick<Comment, 'at' | 'id'>): string => `${at}~${id}`;

/** The instant and the id after which a page begins. */
export function placeOf(cursor: string | null): [at: string, id: string] | null {
  const match = /^([^~]*)~(.*)$/.exec(cursor ?? '');
  return match ? [match[1] as string, match[2] as string] : null;
}

function cut(found: NamedComment[], limit: number): { replies: NamedComment[]; next: string | null } {
  const replies = found.slice(0, limit);
  const last = replies.at(-1);
  return { replies, next: found.length > limit && last ? cursorOf(last) : null };
}
