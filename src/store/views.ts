/** The documents that faces read: one row each, made at the write, found by topic and kind. */
import { countsToTopics } from './comment-counts.ts';
import { unpack } from './packed.ts';

export interface StoredView {
  revision: number;
  /** The projection that made it; another means it must be made anew. */
  shape: string;
  text: string;
  /** The topic's visible comments and the people who wrote them, kept beside its view; 0 on other views. */
  comments: number;
  commenters: number;
}

/** One view, or null. Reads one row. */
export async function readView(db: D1Database, topic: string, kind: string): Promise<StoredView | null> {
  const row = await db
    .prepare('SELECT revision, shape, body, comments, commenters FROM views WHERE topic = ? AND kind = ?')
    .bind(topic, kind)
    .first<Omit<StoredView, 'text'> & { body: string }>();
  if (row === null) return null;
  const { body, ...rest } = row;
  return { ...rest, text: await unpack(body) };
}

export interface PackedView {
  kind: string;
  body: string;
}

/** Replaces a topic's views, all of one revision. */
export function storeViews(
  db: D1Database,
  topic: string,
  revision: number,
  shape: string,
  views: readonly PackedView[],
): D1PreparedStatement[] {
  const stored = views.map(({ kind, body }) =>
    db
      .prepare('INSERT OR REPLACE INTO views (topic, kind, revision, shape, body) VALUES (?, ?, ?, ?, ?)')
      .bind(topic, kind, revision, shape, body),
  );
  // A view made anew does not know the comments.
  return [...stored, ...countsToTopics(db, [topic])];
}
