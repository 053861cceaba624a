/** Addresses that are never mailed again, and what providers told us of mails. */
import { fingerprintOf } from '../platform/crypto.ts';

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

/** So many soft bounces with no delivery between them, none of them long after another, are as good as a hard one. */
export const SOFT_BOUNCES = 3;
/** Milliseconds after which a soft bounce is forgotten: who sends by SMTP is told of no delivery. */
const FORGOTTEN_AFTER = 30 * 86_400_000;

/** How an address stands in our books: it can be recognised, never read. */
export async function addressHash(email: string): Promise<string> {
  return fingerprintOf(email.trim().toLowerCase());
}

/** True when the address may not be mailed, imported or subscribed. */
export async function isSuppressed(db: D1Database, email: string): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM suppressions WHERE address = ?')
    .bind(await addressHash(email))
    .first();
  return row !== null;
}

/** By whom an address was suppressed, and what they said, in short and without addresses. */
interface SuppressedBy {
  reason: SuppressionReason;
  source: string;
  detail: string | null;
  at: string;
}

/** Suppresses an address on every list, whether or not it reads us. The first reason is kept. */
function suppressing(
  db: D1Database,
  address: string,
  { reason, source, detail, at }: SuppressedBy,
  condition: string,
  values: readonly (string | number)[] = [],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO suppressions (address, reason, at, source, detail) SELECT ?, ?, ?, ?, ? WHERE ${condition}
       ON CONFLICT DO NOTHING`,
    )
    .bind(address, reason, at, source, detail, ...values);
}

/** A reader whose address is suppressed is mailed no more; what they were before is kept, for when that is lifted. */
function stopping(db: D1Database, email: string, address: string, now: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE subscribers SET was = state, state = 'suppressed', next_due_at = NULL, ended = ?2
       WHERE email = ?1 AND state <> 'suppressed' AND EXISTS (SELECT 1 FROM suppressions WHERE address = ?3)`,
    )
    .bind(email.trim().toLowerCase(), now, address);
}

/**
 * Records an event and does what it asks for, in one batch: hard bounces and complaints suppress at once, soft bounces
 * after three. Told again, an event changes nothing, also where its suppression was lifted since.
 */
export async function takeEvent(db: D1Database, event: DeliveryEvent): Promise<'taken' | 'known'> {
  const { provider, kind, detail, at } = event;
  const email = event.email.trim().toLowerCase();
  const address = await addressHash(email);
  const id = `${provider}:${event.id}`;
  const recorded = db
    .prepare(
      'INSERT INTO delivery_events (id, provider, kind, address, detail, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .bind(id, provider, kind, address, detail, at);
  const by = { source: provider, detail, at };
  // Each statement asks what the one before it did: `changes()` is 0 after an event that was known.
  const asked = (): D1PreparedStatement[] => {
    switch (kind) {
      case 'hard bounce':
      case 'complaint':
        return [
          suppressing(db, address, { ...by, reason: kind }, 'changes() > 0'),
          stopping(db, email, address, at),
        ];
      case 'soft bounce':
        return [
          countSoftBounce(db, { email, address, id, at }),
          suppressing(
            db,
            address,
            { ...by, reason: 'soft bounces' },
            'changes() > 0 AND EXISTS (SELECT 1 FROM subscribers WHERE email = ? AND soft_bounces >= ?)',
            [email, SOFT_BOUNCES],
          ),
          stopping(db, email, address, at),
        ];
      case 'delivered':
        return [
          db
            .prepare(
              'UPDATE subscribers SET soft_bounces = 0 WHERE email = ? AND soft_bounces > 0 AND changes() > 0',
            )
            .bind(email),
        ];
    }
  };
  const [taken] = await db.batch([recorded, ...asked()]);
  return taken?.meta.changes ? 'taken' : 'known';
}

function countSoftBounce(
  db: D1Database,
  { email, address, id, at }: { email: string; address: string; id: string; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE subscribers SET soft_bounces = iif(
         EXISTS (SELECT 1 FROM delivery_events WHERE address = ?2 AND at > ?4 AND kind = 'soft bounce' AND id <> ?3),
         soft_bounces + 1, 1)
       WHERE email = ?1 AND changes() > 0`,
    )
    .bind(email, address, id, new Date(Date.parse(at) - FORGOTTEN_AFTER).toISOString());
}
