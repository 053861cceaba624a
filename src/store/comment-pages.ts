/** The first page of a topic's comments, kept as one row, and made anew when a reader would see something else. */

export interface StoredPage {
  version: number;
  /** The JSON text as of this version, or null when it must be made. */
  body: string | null;
}

/** One row; null for a topic of which nobody ever saw a comment and that no moderator closed. */
export async function readPage(db: D1Database, topic: string, shape: string): Promise<StoredPage | null> {
  return db
    .prepare(
      'SELECT version, iif(made = version AND shape = ?2, body, NULL) AS body FROM comment_pages WHERE topic = ?1',
    )
    .bind(topic, shape)
    .first<StoredPage>();
}

/** Keeps what was made of a version, unless the comments have moved on since. */
export async function storePage(
  db: D1Database,
  topic: string,
  page: { version: number; shape: string; body: string },
): Promise<void> {
  await db
    .prepare('UPDATE comment_pages SET made = ?2, shape = ?3, body = ?4 WHERE topic = ?1 AND version = ?2')
    .bind(topic, page.version, page.shape, page.body)
    .run();
}
