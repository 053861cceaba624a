/** Pages of topics, claims and changes, each by keyset, and the site's own one-row documents. */
import type { Page } from '../domain/page.ts';

/** Topics after a slug. */
export async function pageOfTopics(db: D1Database, after: string, limit: number): Promise<Page> {
  const { results } = await db
    .prepare('SELECT slug AS sort, body FROM topics WHERE slug > ? ORDER BY slug LIMIT ?')
    .bind(after, limit + 1)
    .all<Row>();
  return toPage(results, limit);
}

export interface ClaimQuery {
  topic: string;
  source: string | null;
  measure: string | null;
  /** The `sort` of the last claim seen, or null from the newest. */
  before: string | null;
  limit: number;
}

/** Claims of a topic, newest first; `source` and `measure` narrow, each by an index of its own: only the page is read. */
export async function pageOfClaims(db: D1Database, query: ClaimQuery): Promise<Page> {
  const { topic, source, measure, before, limit } = query;
  const given: [condition: string, value: string | null][] = [
    ['topic = ?', topic],
    ['source = ?', source],
    [measureCondition(measure, source), measure],
    ['sort < ?', before],
  ];
  const asked = given.filter(([, value]) => value !== null);
  const { results } = await db
    .prepare(
      `SELECT sort, body FROM claims WHERE ${asked.map(([condition]) => condition).join(' AND ')}
       ORDER BY sort DESC LIMIT ?`,
    )
    .bind(...asked.map(([, value]) => value), limit + 1)
    .all<Row>();
  return toPage(results, limit);
}

/** A measure's own id asks for all combinations of its dimensions, that of a combination for it alone: as the index of each is written. */
function measureCondition(measure: string | null, source: string | null): string {
  // With a source, its own index finds the few claims among which to look for the measure: a sign hides the others.
  const sign = source === null ? '' : '+';
  return measure?.includes('.')
    ? `measure GLOB '*.*' AND ${sign}measure = ?`
    : `${sign}substr(measure, 1, instr(measure || '.', '.') - 1) = ?`;
}

export interface ChangeQuery {
  topic: string;
  /** Only changes recorded after this instant, or null for all. */
  since: string | null;
  /** The cursor of the last change seen, or null from the newest. */
  before: string | null;
  limit: number;
}

/** Changes of a topic, newest first; a cursor is the change's instant and id. */
export async function pageOfChanges(db: D1Database, query: ChangeQuery): Promise<Page> {
  const [at, id] = query.before?.split(' ') ?? [null, null];
  const { results } = await db
    .prepare(
      `SELECT at || ' ' || id AS sort, body FROM changes WHERE topic = ?1 AND (?2 IS NULL OR at > ?2)
       AND (?3 IS NULL OR (at, id) < (?3, ?4)) ORDER BY at DESC, id DESC LIMIT ?5`,
    )
    .bind(query.topic, query.since, at, id ?? '', query.limit + 1)
    .all<Row>();
  return toPage(results, query.limit);
}

/** The topic that holds a claim, or null. */
export async function topicOfClaim(db: D1Database, id: string): Promise<string | null> {
  return db.prepare('SELECT topic FROM claims WHERE id = ?').bind(id).first<string>('topic');
}

/** Which of these ids name claims of other topics. */
export async function claimsElsewhere(
  db: D1Database,
  topic: string,
  ids: readonly string[],
): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(?2)) AND topic <> ?1')
    .bind(topic, JSON.stringify(ids))
    .all<{ id: string }>();
  return results.map((row) => row.id);
}

/** A topic's listing as JSON text, or null. */
export async function readListing(db: D1Database, slug: string): Promise<string | null> {
  return db.prepare('SELECT body FROM topics WHERE slug = ?').bind(slug).first<string>('body');
}

export async function topicExists(db: D1Database, slug: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 AS held FROM topics WHERE slug = ?').bind(slug).first()) !== null;
}

interface Row {
  sort: string;
  body: string;
}

function toPage(rows: Row[], limit: number): Page {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => row.body),
    next: rows.length > limit ? (shown.at(-1)?.sort ?? null) : null,
  };
}

/** A document of the whole site by name, as JSON text, or null before it was first made. One row. */
export async function readDocument(
  db: D1Database,
  name: string,
): Promise<{ at: string; body: string } | null> {
  return db
    .prepare('SELECT at, body FROM documents WHERE name = ?')
    .bind(name)
    .first<{ at: string; body: string }>();
}

export async function storeDocument(db: D1Database, name: string, at: string, body: unknown): Promise<void> {
  await documentStatement(db, name, at, body).run();
}

export function documentStatement(
  db: D1Database,
  name: string,
  at: string,
  body: unknown,
): D1PreparedStatement {
  return db
    .prepare('INSERT OR REPLACE INTO documents (name, at, body) VALUES (?, ?, ?)')
    .bind(name, at, JSON.stringify(body));
}
