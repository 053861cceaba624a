/** What the desk's queue needs beside the comments themselves: how much waits, what surrounds each, what can be undone. */
import type { NamedComment } from '../domain/comments/comment.ts';
import type { CommentState } from '../domain/comments/comment-state.ts';
import { cursorOf, placeOf } from './comments.ts';
import { deskActionStatement } from './desk-log.ts';
import { WAITING } from './rule-lists.ts';

/** Numbers past this are said as "1,000 or more": nobody counts a longer queue, and counting would read all of it. */
export const MOST_COUNTED = 1_000;

export interface Waiting {
  pending: number;
  /** When the longest waiting comment was written. */
  oldest: string | null;
  reported: number;
  appeals: number;
  /** Names that readers asked for. */
  names: number;
  heated: number;
}

export async function countWaiting(db: D1Database): Promise<Waiting> {
  const counted = (rows: string) => `(SELECT count(*) FROM (${rows} LIMIT ${MOST_COUNTED}))`;
  const row = await db
    .prepare(
      `SELECT ${counted(`SELECT 1 FROM comments WHERE state IN ${WAITING}`)} AS pending,
         (SELECT min(at) FROM comments WHERE state IN ${WAITING}) AS oldest,
         ${counted('SELECT DISTINCT comment FROM comment_reports WHERE answered IS NULL')} AS reported,
         ${counted("SELECT 1 FROM appeals WHERE state = 'open'")} AS appeals,
         ${counted("SELECT 1 FROM reader_names WHERE state = 'waiting'")} AS names,
         ${counted('SELECT 1 FROM comment_spikes WHERE lifted IS NULL')} AS heated`,
    )
    .first<Waiting>();
  if (row === null) throw new Error('A count always has a row.');
  return row;
}

/** Different reasons of reports that are shown with one comment. */
const MOST_REASONS = 10;

export interface ReportReason {
  id: string;
  /** The first with this reason. */
  at: string;
  text: string;
  times: number;
  /** Open reports of the comment, whatever their reasons. */
  total: number;
}

/** What surrounds comments: their topics' titles, their claims' words, the comments they answer, their open reports. */
export async function surroundingsOf(
  db: D1Database,
  comments: readonly { id: string; topic: string; claim: string | null; parent: string | null }[],
) {
  const list = (of: (comment: (typeof comments)[number]) => string | null) =>
    JSON.stringify([...new Set(comments.map(of).filter((id) => id !== null))]);
  const [titles, claims, parents, reports] = await db.batch<Record<string, string>>([
    db
      .prepare(
        `SELECT slug AS id, body ->> 'title' AS text FROM topics WHERE slug IN (SELECT value FROM json_each(?))`,
      )
      .bind(list(({ topic }) => topic)),
    db
      .prepare(
        `SELECT id, (body ->> 'name') || ': ' || (body ->> 'text') AS text FROM claims
         WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .bind(list(({ claim }) => claim)),
    db
      .prepare(
        `SELECT c.id, coalesce(r.name, 'its author') AS name, substr(c.body, 1, 400) AS text
         FROM comments AS c LEFT JOIN readers AS r ON r.id = c.reader
         WHERE c.id IN (SELECT value FROM json_each(?))`,
      )
      .bind(list(({ parent }) => parent)),
    db
      .prepare(
        // Many who say the same are one line with their number: no comment's reports hide those of another.
        `SELECT id, at, text, times, total FROM (
           SELECT comment AS id, min(at) AS at, reason AS text, count(*) AS times,
             sum(count(*)) OVER (PARTITION BY comment) AS total,
             row_number() OVER (PARTITION BY comment ORDER BY count(*) DESC, min(at)) AS n
           FROM comment_reports WHERE comment IN (SELECT value FROM json_each(?)) AND answered IS NULL
           GROUP BY comment, reason)
         WHERE n <= ${MOST_REASONS} ORDER BY id, n`,
      )
      .bind(list(({ id }) => id)),
  ]);
  const byId = (found: D1Result<Record<string, string>> | undefined) =>
    new Map((found?.results ?? []).map((row) => [row.id ?? '', row]));
  return {
    titles: byId(titles),
    claims: byId(claims),
    parents: byId(parents),
    reports: Map.groupBy((reports?.results ?? []) as unknown as ReportReason[], (row) => row.id),
  };
}

/** What a reader wrote, newest first. */
export async function pageOfReader(
  db: D1Database,
  reader: string,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<{ items: NamedComment[]; next: string | null }> {
  const [at, id] = placeOf(cursor) ?? ['~', '~'];
  const { results } = await db
    .prepare(
      `SELECT c.*, r.name AS name, r.author AS author, NULL AS "to" FROM comments AS c LEFT JOIN readers AS r ON r.id = c.reader
       WHERE c.reader = ?1 AND (c.at, c.id) < (?2, ?3) ORDER BY c.at DESC, c.id DESC LIMIT ?4`,
    )
    .bind(reader, at, id, limit + 1)
    .all<NamedComment>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? cursorOf(last) : null };
}

/** What a moderator did last, to one comment or to many at once. */
export interface LastAction {
  at: string;
  /** Those whose state nobody has changed since. */
  comments: { id: string; from: CommentState; to: CommentState }[];
}

export async function lastActionOf(db: D1Database, actor: string): Promise<LastAction | null> {
  const { results } = await db
    .prepare(
      `SELECT l.at, l.comment AS id, l.from_state AS "from", l.to_state AS "to"
       FROM comment_log AS l JOIN comments AS c ON c.id = l.comment AND c.version = l.n
       WHERE l.actor = ?1 AND l.actor <> 'author' AND l.from_state IS NOT NULL
         AND l.at = (SELECT max(at) FROM comment_log WHERE actor = ?1 AND actor <> 'author')`,
    )
    .bind(actor)
    .all<{ at: string; id: string; from: CommentState; to: CommentState }>();
  const [first] = results;
  return first ? { at: first.at, comments: results.map(({ id, from, to }) => ({ id, from, to })) } : null;
}

/** Answers the open reports of comments that stay as they are; logged once a comment. Gives those that had any. */
export async function answerReports(
  db: D1Database,
  ids: readonly string[],
  { actor, reason, now }: { actor: string; reason: string; now: string },
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT comment FROM comment_reports WHERE answered IS NULL
         AND comment IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(ids))
    .all<{ comment: string }>();
  const reported = results.map(({ comment }) => comment);
  if (reported.length === 0) return [];
  await db.batch([
    db
      .prepare(
        `UPDATE comment_reports SET answered = ?2
         WHERE answered IS NULL AND comment IN (SELECT value FROM json_each(?1))`,
      )
      .bind(JSON.stringify(reported), now),
    ...reported.map((subject) =>
      deskActionStatement(db, 'report', { at: now, actor, subject, action: 'kept', reason }),
    ),
  ]);
  return reported;
}
