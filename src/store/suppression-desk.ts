/** Suppressed addresses as the desk sees them: a few marks of each, one found by its address, one lifted with a reason. */
import type { Schedule, SubscriberState } from '../domain/digest/subscriber.ts';
import type { Suppression, ToldOfAddress } from '../domain/digest/suppression.ts';
import { deskActionStatement, type LoggedAction } from './desk-log.ts';

const COLUMNS = 'address AS mark, reason, at, source, detail';

/** The newest before a place in the list, as `at~address`. */
export async function pageOfSuppressed(
  db: D1Database,
  cursor: string | null,
  limit: number,
): Promise<{ items: Suppression[]; next: string | null }> {
  const [at = '~', address = ''] = cursor?.split('~') ?? [];
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM suppressions WHERE (at, address) < (?, ?) ORDER BY at DESC, address DESC LIMIT ?`,
    )
    .bind(at, address, limit + 1)
    .all<Suppression>();
  const items = results.slice(0, limit);
  const last = items.at(-1);
  return { items, next: results.length > limit && last ? `${last.at}~${last.mark}` : null };
}

export async function readSuppressed(db: D1Database, address: string): Promise<Suppression | null> {
  return db
    .prepare(`SELECT ${COLUMNS} FROM suppressions WHERE address = ?`)
    .bind(address)
    .first<Suppression>();
}

/** What was told of an address, newest first. */
export async function eventsOf(db: D1Database, address: string, limit: number): Promise<ToldOfAddress[]> {
  const { results } = await db
    .prepare(
      'SELECT at, kind, provider, detail FROM delivery_events WHERE address = ? ORDER BY at DESC LIMIT ?',
    )
    .bind(address, limit)
    .all<ToldOfAddress>();
  return results;
}

export interface SuppressedReader extends Schedule {
  id: string;
  email: string;
  /** What they were before; null where it was not kept. */
  was: SubscriberState | null;
  cursor: string | null;
}

/** The digest's readers who are suppressed. */
export async function suppressedReaders(db: D1Database): Promise<SuppressedReader[]> {
  const { results } = await db
    .prepare(
      "SELECT id, email, was, cursor, cadence, weekday, hour, zone FROM subscribers WHERE state = 'suppressed'",
    )
    .all<SuppressedReader>();
  return results;
}

/**
 * Lifts a suppression and logs it, in one batch. `reader` is set back to what they were: `due` for one who was active,
 * never for one who had left. False when it was not there.
 */
export async function liftSuppression(
  db: D1Database,
  address: string,
  reader: { id: string; due: string | null } | null,
  action: Omit<LoggedAction, 'kind'>,
): Promise<boolean> {
  const restored =
    reader &&
    db
      .prepare(
        `UPDATE subscribers SET state = iif(?2 IS NULL, 'unsubscribed', 'active'), next_due_at = ?2, was = NULL,
           soft_bounces = 0, ended = iif(?2 IS NULL, ended, NULL)
         WHERE id = ?1 AND state = 'suppressed'`,
      )
      .bind(reader.id, reader.due);
  if ((await readSuppressed(db, address)) === null) return false;
  await db.batch([
    db.prepare('DELETE FROM suppressions WHERE address = ?').bind(address),
    ...(restored ? [restored] : []),
    deskActionStatement(db, 'desk', action),
  ]);
  return true;
}
