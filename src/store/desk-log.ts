/** The desk's log: everything that editors and moderators did, newest first; and the sessions that were ended. */

/** What moderators do beside comments. */
export type ModerationKind = 'policy' | 'reader' | 'appeal' | 'spike';

/** An action with who and why. `kind` and `subject` say to what it was done. */
export interface LoggedAction {
  at: string;
  actor: string;
  kind: ModerationKind | 'comment' | 'desk' | 'report' | 'digest' | 'name';
  subject: string;
  action: string;
  reason: string;
}

interface LoggedRow extends LoggedAction {
  /** Orders actions of one instant; no two are the same. */
  place: string;
}

/** Actions before a place in the log, newest first. Each of the logs, and the names that readers asked for, is read by its index on time. */
export async function pageOfActions(
  db: D1Database,
  cursor: string | null,
  limit: number,
): Promise<{ items: LoggedAction[]; next: string | null }> {
  const [at, place] = cursor?.split('~') ?? ['~', ''];
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT * FROM (SELECT at, actor, 'comment' AS kind, comment AS subject,
             coalesce(from_state, 'new') || ' → ' || to_state AS action, reason,
             'c' || comment || printf('%09d', n) AS place
           FROM comment_log WHERE actor <> 'author' AND at <= ?1
             AND (at < ?1 OR 'c' || comment || printf('%09d', n) < ?2)
           ORDER BY at DESC, comment DESC, n DESC LIMIT ?3)
         UNION ALL
         SELECT * FROM (SELECT at, actor, kind, subject, action, reason, 'm' || printf('%012d', n) AS place
           FROM moderation_log WHERE at <= ?1 AND (at < ?1 OR 'm' || printf('%012d', n) < ?2)
           ORDER BY at DESC, n DESC LIMIT ?3)
         UNION ALL
         SELECT * FROM (SELECT at, actor, kind, subject, action, reason, 'd' || printf('%012d', n) AS place
           FROM desk_log WHERE at <= ?1 AND (at < ?1 OR 'd' || printf('%012d', n) < ?2)
           ORDER BY at DESC, n DESC LIMIT ?3)
         UNION ALL
         SELECT * FROM (SELECT at, 'its reader' AS actor, 'name' AS kind, reader AS subject,
             '“' || was || '” → “' || name || '”' AS action, '' AS reason, 'n' || id AS place
           FROM reader_names WHERE at <= ?1 AND (at < ?1 OR 'n' || id < ?2) ORDER BY at DESC, id DESC LIMIT ?3)
         UNION ALL
         SELECT * FROM (SELECT decided AS at, actor, 'name' AS kind, reader AS subject,
             iif(state = 'taken', 'approved “', 'refused “') || name || '”' AS action, reason, 'o' || id AS place
           FROM reader_names WHERE actor IS NOT NULL AND decided <= ?1 AND (decided < ?1 OR 'o' || id < ?2)
           ORDER BY decided DESC, id DESC LIMIT ?3)
       ) ORDER BY at DESC, place DESC LIMIT ?3`,
    )
    .bind(at, place ?? '', limit + 1)
    .all<LoggedRow>();
  const shown = results.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ place: _, ...action }) => action),
    next: results.length > limit && last ? `${last.at}~${last.place}` : null,
  };
}

/** What befell one subject beside comments, newest first. */
export async function actionsTo(
  db: D1Database,
  kind: ModerationKind,
  subject: string,
  limit = 50,
): Promise<LoggedAction[]> {
  const { results } = await db
    .prepare(
      `SELECT at, actor, kind, subject, action, reason FROM moderation_log WHERE kind = ? AND subject = ?
       ORDER BY n DESC LIMIT ?`,
    )
    .bind(kind, subject, limit)
    .all<LoggedAction>();
  return results;
}

/** The row that an action at the desk leaves. */
export function deskActionStatement(
  db: D1Database,
  kind: 'desk' | 'report' | 'digest',
  { at, actor, subject, action, reason }: Omit<LoggedAction, 'kind'>,
): D1PreparedStatement {
  return db
    .prepare('INSERT INTO desk_log (at, actor, kind, subject, action, reason) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(at, actor, kind, subject, action, reason);
}

/** Ends a session for good, and forgets those that have ended by themselves. */
export async function endDeskSession(
  db: D1Database,
  nonce: string,
  expires: string,
  now: string,
): Promise<void> {
  await db.batch([
    db
      .prepare('INSERT INTO ended_desk_sessions (nonce, expires) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .bind(nonce, expires),
    db.prepare('DELETE FROM ended_desk_sessions WHERE expires < ?').bind(now),
  ]);
}

export async function isDeskSessionEnded(db: D1Database, nonce: string): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM ended_desk_sessions WHERE nonce = ?').bind(nonce).first();
  return row !== null;
}
