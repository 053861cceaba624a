/** A reader's choices for the digest: made by a confirmed request, changed, ended, taken up again, forgotten. */
import type { Schedule, Subscription } from '../domain/digest/subscriber.ts';
import { addressStatements } from './reader-erasure.ts';

interface Row extends Omit<Subscription, 'topics' | 'stillQuiet'> {
  topics: string;
  stillQuiet: number;
}

const FIELDS = `id, email, state, topics, cadence, weekday, hour, zone, lang, still_quiet AS stillQuiet,
  next_due_at AS nextDueAt, cursor, created, confirmed, ended`;

export async function readSubscription(db: D1Database, id: string): Promise<Subscription | null> {
  return toSubscription(
    await db.prepare(`SELECT ${FIELDS} FROM subscribers WHERE id = ?`).bind(id).first<Row>(),
  );
}

export async function subscriptionOf(db: D1Database, email: string): Promise<Subscription | null> {
  return toSubscription(
    await db.prepare(`SELECT ${FIELDS} FROM subscribers WHERE email = ?`).bind(email).first<Row>(),
  );
}

const toSubscription = (row: Row | null): Subscription | null =>
  row && {
    ...row,
    topics: JSON.parse(row.topics) as Subscription['topics'],
    stillQuiet: row.stillQuiet === 1,
  };

/** Writes a confirmed subscription, new or changed, and ends its request; a suppressed address stays suppressed. */
export function confirmStatements(
  db: D1Database,
  request: string,
  subscription: Subscription,
): D1PreparedStatement[] {
  const { id, email, topics, cadence, weekday, hour, zone, lang, stillQuiet } = subscription;
  const { nextDueAt, created, confirmed } = subscription;
  return [
    db
      .prepare(
        `INSERT INTO subscribers
           (id, email, state, topics, cadence, weekday, hour, zone, lang, still_quiet, next_due_at, created, confirmed)
         VALUES (?, ?, 'active', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (email) DO UPDATE SET state = 'active', topics = excluded.topics, cadence = excluded.cadence,
           weekday = excluded.weekday, hour = excluded.hour, zone = excluded.zone, lang = excluded.lang,
           next_due_at = excluded.next_due_at, confirmed = excluded.confirmed, ended = NULL
         WHERE subscribers.state <> 'suppressed'`,
      )
      .bind(
        id,
        email,
        JSON.stringify(topics),
        cadence,
        weekday,
        hour,
        zone,
        lang,
        Number(stillQuiet),
        nextDueAt,
        created,
        confirmed,
      ),
    db.prepare('DELETE FROM link_requests WHERE id = ?').bind(request),
  ];
}

export interface Choices extends Schedule {
  topics: '*' | string[];
  lang: string;
  stillQuiet: boolean;
}

/** Changes an active reader's choices; `due` is when the next digest then is. */
export async function storeChoices(db: D1Database, id: string, choices: Choices, due: string): Promise<void> {
  const { topics, cadence, weekday, hour, zone, lang, stillQuiet } = choices;
  await db
    .prepare(
      `UPDATE subscribers SET topics = ?, cadence = ?, weekday = ?, hour = ?, zone = ?, lang = ?, still_quiet = ?,
         next_due_at = CASE state WHEN 'active' THEN ? END WHERE id = ?`,
    )
    .bind(JSON.stringify(topics), cadence, weekday, hour, zone, lang, Number(stillQuiet), due, id)
    .run();
}

/** Ends a subscription; said again, it changes nothing. */
export async function endSubscription(db: D1Database, id: string, now: string): Promise<void> {
  await db
    .prepare(
      "UPDATE subscribers SET state = 'unsubscribed', ended = ?, next_due_at = NULL WHERE id = ? AND state IN ('active', 'pending')",
    )
    .bind(now, id)
    .run();
}

/** Takes an ended subscription up again; never one that is suppressed. */
export async function resumeSubscription(db: D1Database, id: string, due: string): Promise<void> {
  await db
    .prepare(
      "UPDATE subscribers SET state = 'active', ended = NULL, next_due_at = ? WHERE id = ? AND state = 'unsubscribed'",
    )
    .bind(due, id)
    .run();
}

/**
 * Forgets a reader of the digest: nothing of the address is left but what suppresses it. The ledgers of past runs keep
 * their rows, so that they still add up, without the reader's choices or what a provider said of the address.
 */
export async function eraseSubscription(db: D1Database, id: string, email: string): Promise<void> {
  await db.batch([
    ...(await addressStatements(db, email)),
    db
      .prepare(
        `UPDATE outbox SET since = NULL, topics = '[]', lang = 'en', zone = 'UTC', provider_id = NULL,
           why = iif(state IN ('skipped', 'suppressed', 'failed', 'uncertain'), 'erased', NULL)
         WHERE subscriber = ?`,
      )
      .bind(id),
    db.prepare('DELETE FROM subscribers WHERE id = ?').bind(id),
  ]);
}

/** The titles of those of these slugs that name a topic. */
export async function topicTitles(db: D1Database, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const { results } = await db
    .prepare(
      "SELECT t.slug, t.body ->> 'title' AS title FROM json_each(?) AS j CROSS JOIN topics AS t ON t.slug = j.value",
    )
    .bind(JSON.stringify(slugs))
    .all<{ slug: string; title: string }>();
  return new Map(results.map(({ slug, title }) => [slug, title]));
}
