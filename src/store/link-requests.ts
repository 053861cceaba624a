/** What stands between a form and a mailbox: requests that wait for their link, and how many transactional mails an hour went out. */

export type RequestKind = 'sign-in' | 'subscription';

export interface LinkRequest {
  id: string;
  email: string;
  /** What was asked, as its own kind reads it. */
  asked: unknown;
  at: string;
}

export async function keepRequest(db: D1Database, kind: RequestKind, request: LinkRequest): Promise<void> {
  const { id, email, asked, at } = request;
  await db
    .prepare('INSERT INTO link_requests (id, kind, email, asked, at) VALUES (?, ?, ?, ?, ?)')
    .bind(id, kind, email, JSON.stringify(asked), at)
    .run();
}

/** A waiting request, or null once it was used or forgotten. */
export async function readRequest(
  db: D1Database,
  kind: RequestKind,
  id: string,
): Promise<LinkRequest | null> {
  const row = await db
    .prepare('SELECT id, email, asked, at FROM link_requests WHERE id = ? AND kind = ?')
    .bind(id, kind)
    .first<{ id: string; email: string; asked: string; at: string }>();
  return row && { ...row, asked: JSON.parse(row.asked) as unknown };
}

/** Carries out statements under a link's nonce in one batch; false, and nothing done, when the link was used before. */
export async function useLink(
  db: D1Database,
  nonce: string,
  now: string,
  statements: readonly D1PreparedStatement[],
): Promise<boolean> {
  const used = db.prepare('INSERT INTO used_links (nonce, at) VALUES (?, ?)').bind(nonce, now);
  try {
    await db.batch([used, ...statements]);
    return true;
  } catch (cause) {
    if (/UNIQUE constraint failed: used_links/.test(String(cause))) return false;
    throw cause;
  }
}

/**
 * Notes a transactional mail unless `most` went to `who` since an instant; false when it must not be sent. One statement, so that
 * simultaneous requests cannot both take the last place.
 */
export async function mayWrite(
  db: D1Database,
  who: string,
  mail: string,
  { most, since, now }: { most: number; since: string; now: string },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO transactional_mails_sent (who, at, mail)
       SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM transactional_mails_sent WHERE who = ?1 AND at > ?4) < ?5`,
    )
    .bind(who, now, mail, since, most)
    .run();
  return meta.changes > 0;
}

/** Forgets requests and used links whose links have ended, transactional mails out of the hour, and sessions past their end. */
export async function forgetEnded(
  db: D1Database,
  now: string,
  ends: { signIn: string; subscription: string; mails: string },
): Promise<void> {
  const oldest = ends.signIn < ends.subscription ? ends.signIn : ends.subscription;
  await db.batch([
    db.prepare("DELETE FROM link_requests WHERE kind = 'sign-in' AND at < ?").bind(ends.signIn),
    db.prepare("DELETE FROM link_requests WHERE kind = 'subscription' AND at < ?").bind(ends.subscription),
    db.prepare('DELETE FROM transactional_mails_sent WHERE at < ?').bind(ends.mails),
    db.prepare('DELETE FROM used_links WHERE at < ?').bind(oldest),
    db.prepare('DELETE FROM sessions WHERE expires < ?').bind(now),
  ]);
}
