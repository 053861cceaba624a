/** Addresses that are never mailed again, and what providers told us of mails. */

export type SuppressionReason = 'hard bounce' | 'complaint' | 'soft bounces' | 'by hand';

export interface DeliveryEvent {
  /** The provider's own id of the event: told twice, it counts once. */
  id: string;
  provider: string;
  kind: 'delivered' | 'hard bounce' | 'soft bounce' | 'complaint';
  email: string;
  detail: string | null;
  at: string;
}

/** So many soft bounces with no delivery between them are as good as a hard one. */
export const SOFT_BOUNCES = 3;

/** How an address stands in our books: it can be recognised, never read. */
export async function addressHash(email: string): Promise<string> {
  const bytes = new TextEncoder().encode(email.trim().toLowerCase());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** True when the address may not be mailed, imported or subscribed. */
export async function isSuppressed(db: D1Database, email: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM suppressions WHERE address = ?')
    .bind(await addressHash(email))
    .first();
  return row !== null;
}

/** Suppresses an address on every list, whether or not it reads us. The first reason is kept. */
export async function suppress(
  db: D1Database,
  email: string,
  reason: SuppressionReason,
  now: string,
): Promise<void> {
  await db.batch(suppressing(db, email, await addressHash(email), reason, now));
}

function suppressing(
  db: D1Database,
  email: string,
  address: string,
  reason: SuppressionReason,
  now: string,
): D1PreparedStatement[] {
  return [
    db
      .prepare('INSERT INTO suppressions (address, reason, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .bind(address, reason, now),
    db
      .prepare(
        "UPDATE subscribers SET state = 'suppressed', next_due_at = NULL, ended = ?2 WHERE email = ?1 AND state <> 'suppressed'",
      )
      .bind(email.trim().toLowerCase(), now),
  ];
}

/** Records an event once and does what it asks for: hard bounces and complaints at once, soft bounces after three. */
export async function takeEvent(db: D1Database, event: DeliveryEvent): Promise<'taken' | 'known'> {
  const address = await addressHash(event.email);
  const { meta } = await db
    .prepare(
      'INSERT INTO delivery_events (id, provider, kind, address, detail, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .bind(`${event.provider}:${event.id}`, event.provider, event.kind, address, event.detail, event.at)
    .run();
  // A known event is acted on again: its first telling may have died before the second statement.
  if (event.kind === 'hard bounce' || event.kind === 'complaint')
    await db.batch(suppressing(db, event.email, address, event.kind, event.at));
  if (meta.changes === 0) return 'known';
  if (event.kind === 'soft bounce') await countSoftBounce(db, event, address);
  if (event.kind === 'delivered')
    await db
      .prepare('UPDATE subscribers SET soft_bounces = 0 WHERE email = ? AND soft_bounces > 0')
      .bind(event.email.toLowerCase())
      .run();
  return 'taken';
}

async function countSoftBounce(db: D1Database, { email, at }: DeliveryEvent, address: string): Promise<void> {
  const bounces = await db
    .prepare('UPDATE subscribers SET soft_bounces = soft_bounces + 1 WHERE email = ? RETURNING soft_bounces')
    .bind(email.toLowerCase())
    .first<number>('soft_bounces');
  if (bounces !== null && bounces >= SOFT_BOUNCES)
    await db.batch(suppressing(db, email, address, 'soft bounces', at));
}
