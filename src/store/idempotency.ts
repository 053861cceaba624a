/** Answers kept by the caller's `Idempotency-Key`, so that a write sent twice is written once. */

/** The sender's key, and what tells their request from another under it. */
export interface Idempotency {
  key: string;
  fingerprint: string;
}

export interface Kept {
  status: number;
  body: string;
}

/** The kept answer; 'key reused' when the key came with another request; null when it is new. */
export async function readAnswer(
  db: D1Database,
  { key, fingerprint }: Idempotency,
): Promise<Kept | 'key reused' | null> {
  const row = await db
    .prepare('SELECT fingerprint, status, body FROM idempotency WHERE key = ?')
    .bind(key)
    .first<Kept & { fingerprint: string }>();
  if (row === null) return null;
  return row.fingerprint === fingerprint ? { status: row.status, body: row.body } : 'key reused';
}

/** Part of the write's own batch: the answer is kept exactly when the write is. */
export function keepAnswer(
  db: D1Database,
  { key, fingerprint }: Idempotency,
  { status, body }: Kept,
  now: string,
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO idempotency (key, fingerprint, status, body, at) VALUES (?, ?, ?, ?, ?)')
    .bind(key, fingerprint, status, body, now);
}
