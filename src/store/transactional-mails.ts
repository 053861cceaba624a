/** Transactional mails on their way: kept before they are sent, moved only by comparing first, forgotten when they are done. */

export interface WaitingMail {
  id: string;
  email: string;
  /** The mail without its recipient. */
  mail: unknown;
  /** The instant at which its link ends. */
  expires: string;
  /** How often it was tried. */
  tries: number;
}

/** Keeps a transactional mail that may be sent from an instant on. */
export async function keepMail(
  db: D1Database,
  { id, email, mail, expires }: Omit<WaitingMail, 'tries'>,
  at: string,
): Promise<void> {
  await db
    .prepare(
      "INSERT INTO transactional_mails (id, email, mail, expires, state, at) VALUES (?, ?, ?, ?, 'ready', ?)",
    )
    .bind(id, email.trim().toLowerCase(), JSON.stringify(mail), expires, at)
    .run();
}

/** Takes a transactional mail for sending; null when it is another's, done, not due, or its link has ended. */
export async function takeMail(db: D1Database, id: string, now: string): Promise<WaitingMail | null> {
  const row = await db
    .prepare(
      `UPDATE transactional_mails SET state = 'sending', at = ?2, tries = tries + 1
       WHERE id = ?1 AND state = 'ready' AND at <= ?2 AND expires > ?2 RETURNING id, email, mail, expires, tries`,
    )
    .bind(id, now)
    .first<Omit<WaitingMail, 'mail'> & { mail: string }>();
  return row && { ...row, mail: JSON.parse(row.mail) as unknown };
}

/** Gives a transactional mail back that was certainly not taken, to be tried from an instant on. */
export async function giveBackMail(db: D1Database, id: string, at: string): Promise<void> {
  await db
    .prepare("UPDATE transactional_mails SET state = 'ready', at = ? WHERE id = ? AND state = 'sending'")
    .bind(at, id)
    .run();
}

export async function forgetMail(db: D1Database, id: string): Promise<void> {
  await db.prepare('DELETE FROM transactional_mails WHERE id = ?').bind(id).run();
}

/** Transactional mails that may be tried now, the oldest first. */
export async function dueMails(db: D1Database, now: string, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT id FROM transactional_mails WHERE state = 'ready' AND at <= ? ORDER BY at LIMIT ?")
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

/**
 * Forgets transactional mails whose links have ended, and those left `sending` since before `lease` by a process that died: whether
 * they were taken nobody knows, and their reader can ask again. Gives how many of the latter there were.
 */
export async function forgetLostMails(db: D1Database, now: string, lease: string): Promise<number> {
  const [lost] = await db.batch([
    db.prepare("DELETE FROM transactional_mails WHERE state = 'sending' AND at < ?").bind(lease),
    db.prepare("DELETE FROM transactional_mails WHERE state = 'ready' AND expires <= ?").bind(now),
  ]);
  return lost?.meta.changes ?? 0;
}
