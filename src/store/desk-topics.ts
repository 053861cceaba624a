/** Topics as the desk lists them: with their numbers and whether they take comments. */
import type { CommentsPolicy } from '../domain/comments/comments-policy.ts';

export interface DeskTopic {
  slug: string;
  title: string;
  updated: string;
  /** The newest change to the record, in one line. */
  latest: string | null;
  policy: CommentsPolicy;
  policyAt: string | null;
  policyReason: string | null;
  comments: number;
  commenters: number;
}

const ROWS = `SELECT t.slug, t.body ->> 'title' AS title, t.updated, t.body ->> '$.latest.text' AS latest,
    coalesce(d.state, 'open') AS policy, d.at AS policyAt, d.reason AS policyReason,
    coalesce(n.comments, 0) AS comments, coalesce(n.commenters, 0) AS commenters
  FROM topics AS t LEFT JOIN comments_policies AS d ON d.topic = t.slug
  LEFT JOIN comment_totals AS n ON n.topic = t.slug`;

/** Topics after a slug. */
export async function pageOfDeskTopics(
  db: D1Database,
  after: string | null,
  limit: number,
): Promise<{ items: DeskTopic[]; next: string | null }> {
  const { results } = await db
    .prepare(`${ROWS} WHERE t.slug > ? ORDER BY t.slug LIMIT ?`)
    .bind(after ?? '', limit + 1)
    .all<DeskTopic>();
  const items = results.slice(0, limit);
  return { items, next: results.length > limit ? (items.at(-1)?.slug ?? null) : null };
}

/** The topics whose record changed last. */
export async function newestTopics(db: D1Database, limit: number): Promise<DeskTopic[]> {
  const { results } = await db
    .prepare(`${ROWS} ORDER BY t.updated DESC, t.slug LIMIT ?`)
    .bind(limit)
    .all<DeskTopic>();
  return results;
}

export async function readDeskTopic(db: D1Database, slug: string): Promise<DeskTopic | null> {
  return db.prepare(`${ROWS} WHERE t.slug = ?`).bind(slug).first<DeskTopic>();
}
