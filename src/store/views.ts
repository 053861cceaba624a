/** The documents that faces read: one row each, made at the write, found by topic and kind. */
import { unpack } from './packed.ts';

export interface StoredView {
  etag: string;
  revision: number;
  /** The projection that made it; another means it must be made anew. */
  shape: string;
  text: string;
}

/** One view, or null. Reads one row. */
export async function readView(db: D1Database, topic: string, kind: string): Promise<StoredView | null> {
  const row = await db
    .prepare('SELECT etag, revision, shape, body FROM views WHERE topic = ? AND kind = ?')
    .bind(topic, kind)
    .first<{ etag: string; revision: number; shape: string; body: string }>();
  return row && { etag: row.etag, revision: row.revision, shape: row.shape, text: await unpack(row.body) };
}

export interface PackedView {
  kind: string;
  etag: string;
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
  return views.map(({ kind, etag, body }) =>
    db
      .prepare(
        'INSERT OR REPLACE INTO views (topic, kind, etag, revision, shape, body) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .bind(topic, kind, etag, revision, shape, body),
  );
}
