/** Sites whose comments are counted elsewhere: how their counts come in, and which of their threads is about which topic. */

export interface StoredOrigin {
  origin: string;
  kind: string;
  settings: unknown;
  freshHours: number;
  everyMinutes: number;
  changed: string;
  signed: boolean;
  keyed: boolean;
  threads: StoredThread[];
}
export interface StoredThread {
  thread: string;
  topic: string;
  /** Null for a thread that its site tells us of. */
  due: string | null;
  pulled: string | null;
  error: string | null;
  errorAt: string | null;
  /** When the thread's last count was taken, whichever way it came. */
  countedAt: string | null;
}

/** A site as an admin states it; a secret or key left undefined stays as it is, null removes it. */
export interface OriginOrder {
  origin: string;
  kind: string;
  settings: unknown;
  secret: string | null | undefined;
  key: string | null | undefined;
  freshHours: number;
  everyMinutes: number;
  threads: readonly { thread: string; topic: string }[];
}

/** The secret that signs a site's own counts, or null where it has none. */
export async function signingSecretOf(db: D1Database, origin: string): Promise<string | null> {
  return db.prepare('SELECT secret FROM origins WHERE origin = ?').bind(origin).first<string>('secret');
}

/**
 * Adds a site or replaces it, in one batch. Threads that stay keep their past; all are due now. What was counted on threads
 * that a pulled site no longer names is forgotten with them.
 */
export async function putOrigin(
  db: D1Database,
  order: OriginOrder,
  pulled: boolean,
  now: string,
): Promise<void> {
  const { origin, kind, settings, secret, key, freshHours, everyMinutes } = order;
  const threads = JSON.stringify(order.threads);
  const kept = "SELECT e.value ->> 'thread' FROM json_each(?2) AS e";
  const forget = (table: string) =>
    db.prepare(`DELETE FROM ${table} WHERE origin = ?1 AND thread NOT IN (${kept})`).bind(origin, threads);
  await db.batch([
    db
      .prepare(
        `INSERT INTO origins (origin, kind, settings, secret, api_key, fresh_hours, every_minutes, changed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (origin) DO UPDATE SET kind = excluded.kind, settings = excluded.settings,
           secret = iif(?9, excluded.secret, origins.secret), api_key = iif(?10, excluded.api_key, origins.api_key),
           fresh_hours = excluded.fresh_hours, every_minutes = excluded.every_minutes, changed = excluded.changed`,
      )
      .bind(
        origin,
        kind,
        JSON.stringify(settings),
        secret ?? null,
        key ?? null,
        freshHours,
        everyMinutes,
        now,
        secret === undefined ? 0 : 1,
        key === undefined ? 0 : 1,
      ),
    forget('origin_threads'),
    ...(pulled ? [forget('outside_counts'), forget('outside_hours')] : []),
    db
      .prepare(
        `INSERT INTO origin_threads (origin, thread, topic, due)
         SELECT ?1, e.value ->> 'thread', e.value ->> 'topic', ?3 FROM json_each(?2) AS e WHERE true
         ON CONFLICT (origin, thread) DO UPDATE SET topic = excluded.topic, due = excluded.due, failures = 0`,
      )
      .bind(origin, threads, now),
  ]);
}

/** Every site with its threads, by name; no secret leaves the database here. */
export async function readOrigins(db: D1Database): Promise<StoredOrigin[]> {
  const [origins, threads] = await db.batch<Record<string, unknown>>([
    db.prepare(
      `SELECT origin, kind, settings, fresh_hours AS freshHours, every_minutes AS everyMinutes, changed,
              secret IS NOT NULL AS signed, api_key IS NOT NULL AS keyed FROM origins ORDER BY origin`,
    ),
    // A site that sends its counts names its threads itself; one that is pulled has them here.
    db.prepare(
      `SELECT t.origin, t.thread, t.topic, t.due, t.pulled, t.error, t.error_at AS errorAt, c.counted_at AS countedAt
       FROM origin_threads AS t LEFT JOIN outside_counts AS c ON c.origin = t.origin AND c.thread = t.thread
       UNION ALL
       SELECT c.origin, c.thread, c.topic, NULL, NULL, NULL, NULL, c.counted_at
       FROM outside_counts AS c JOIN origins AS o ON o.origin = c.origin
       WHERE NOT EXISTS (SELECT 1 FROM origin_threads AS t WHERE t.origin = c.origin AND t.thread = c.thread)
       ORDER BY 1, 2`,
    ),
  ]);
  const byOrigin = Map.groupBy(
    (threads?.results ?? []) as unknown as (StoredThread & { origin: string })[],
    (thread) => thread.origin,
  );
  return ((origins?.results ?? []) as unknown as (StoredOrigin & { settings: string })[]).map((row) => ({
    ...row,
    settings: JSON.parse(row.settings) as unknown,
    signed: Boolean(row.signed),
    keyed: Boolean(row.keyed),
    threads: (byOrigin.get(row.origin) ?? []).map(({ origin: _, ...thread }) => thread),
  }));
}

/** Which of these topics do not exist. */
export async function missingTopics(db: D1Database, topics: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT e.value AS topic FROM json_each(?) AS e
       WHERE NOT EXISTS (SELECT 1 FROM topics WHERE slug = e.value)`,
    )
    .bind(JSON.stringify(topics))
    .all<{ topic: string }>();
  return new Set(results.map(({ topic }) => topic));
}
