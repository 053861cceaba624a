/** What waits for a moderator: held comments, reported ones, appeals, topics far above their own past. */
import type { NamedComment } from '../domain/comments/comment.ts';
import type { CommentState } from '../domain/comments/comment-state.ts';
import { cursorOf, placeOf } from './comments.ts';
import { WAITING } from './rule-lists.ts';

export interface QueuedComment extends NamedComment {
  /** Open reports. */
  reports: number;
  /** The author's standing. */
  approved: number | null;
  rejected: number | null;
  readerState: 'active' | 'suspended' | null;
}

const QUEUED = `SELECT c.id, c.topic, c.claim, c.parent, c.root, c.reader, c.staff, c.body, c.state, c.held, c.at, c.version, c.blocked,
    r.name AS name, r.author AS author, r.approved AS approved, r.rejected AS rejected, r.state AS readerState, NULL AS "to",
    (SELECT count(*) FROM comment_reports AS cr WHERE cr.comment = c.id AND cr.answered IS NULL) AS reports
  FROM comments AS c LEFT JOIN readers AS r ON r.id = c.reader`;

/** Comments in a state, oldest first. */
export async function pageOfQueue(
  db: D1Database,
  state: CommentState,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: QueuedComment[]; next: string | null }> {
  const [at, id] = placeOf(cursor) ?? ['', ''];
  const { results } = await db
    .prepare(`${QUEUED} WHERE c.state = ?1 AND (c.at, c.id) > (?2, ?3) ORDER BY c.at, c.id LIMIT ?4`)
    .bind(state, at, id, limit + 1)
    .all<QueuedComment>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? cursorOf(last) : null };
}

/** Shown comments with open reports, each once however many there are, the longest waiting first. */
export async function reportedComments(
  db: D1Database,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: QueuedComment[]; next: string | null }> {
  const [at, id] = placeOf(cursor) ?? ['', ''];
  const { results } = await db
    .prepare(
      `SELECT q.*, f.first FROM (
         SELECT cr.comment, min(cr.at) AS first FROM comment_reports AS cr JOIN comments AS c ON c.id = cr.comment
         WHERE cr.answered IS NULL AND c.state NOT IN ${WAITING} GROUP BY cr.comment
         HAVING (min(cr.at), cr.comment) > (?1, ?2) ORDER BY first, cr.comment LIMIT ?3) AS f
       JOIN (${QUEUED}) AS q ON q.id = f.comment ORDER BY f.first, q.id`,
    )
    .bind(at, id, limit + 1)
    .all<QueuedComment & { first: string }>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? `${last.first}~${last.id}` : null };
}

export interface Appeal {
  id: string;
  comment: string | null;
  reader: string;
  at: string;
  body: string;
  state: 'open' | 'granted' | 'denied';
  answer: string | null;
  actor: string | null;
  answered: string | null;
}

/** Open appeals, oldest first. */
export async function openAppeals(
  db: D1Database,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: Appeal[]; next: string | null }> {
  const [at, id] = placeOf(cursor) ?? ['', ''];
  const { results } = await db
    .prepare("SELECT * FROM appeals WHERE state = 'open' AND (at, id) > (?, ?) ORDER BY at, id LIMIT ?")
    .bind(at, id, limit + 1)
    .all<Appeal>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? cursorOf(last) : null };
}

export async function appealsOfReader(db: D1Database, reader: string): Promise<Appeal[]> {
  const { results } = await db
    .prepare('SELECT * FROM appeals WHERE reader = ? ORDER BY at')
    .bind(reader)
    .all<Appeal>();
  return results;
}

export interface LoggedSpike {
  topic: string;
  at: string;
  reason: string;
  lifted: string | null;
  actor: string | null;
  why: string | null;
}

/** Topics that are far above their own past now, those that nobody looked at first. */
export async function heatedTopics(db: D1Database): Promise<LoggedSpike[]> {
  const { results } = await db
    .prepare('SELECT * FROM comment_spikes ORDER BY lifted IS NOT NULL, at')
    .all<LoggedSpike>();
  return results;
}
