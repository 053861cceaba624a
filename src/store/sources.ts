/** The voices of all topics, by id. */
import { Source } from '../domain/record/source.ts';
import { parseStored } from './stored-text.ts';

/** Every source; a row that does not parse throws with its id. */
export async function readSources(db: D1Database): Promise<Map<string, Source>> {
  const { results } = await db
    .prepare('SELECT id, body FROM sources ORDER BY id')
    .all<{ id: string; body: string }>();
  return new Map(results.map((row) => [row.id, parseSource(row)]));
}

/** A page of sources after an id. */
export async function pageOfSources(db: D1Database, after: string, limit: number): Promise<Source[]> {
  const { results } = await db
    .prepare('SELECT id, body FROM sources WHERE id > ? ORDER BY id LIMIT ?')
    .bind(after, limit)
    .all<{ id: string; body: string }>();
  return results.map(parseSource);
}

/** Adds sources, or replaces the names and reasons of those known; ids never change. */
export async function storeSources(db: D1Database, sources: readonly Source[]): Promise<void> {
  await db
    .prepare(
      `INSERT OR REPLACE INTO sources (id, body) SELECT e.value ->> 'id', e.value FROM json_each(?) AS e`,
    )
    .bind(JSON.stringify(sources))
    .run();
}

/** The topics in which any of these sources has a claim. */
export async function topicsOfSources(db: D1Database, ids: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT DISTINCT topic FROM claims WHERE source IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(ids))
    .all<{ topic: string }>();
  return results.map((row) => row.topic);
}

function parseSource({ id, body }: { id: string; body: string }): Source {
  const parsed = parseStored(Source, body);
  if (parsed.success) return parsed.data;
  throw new Error(`sources, ${id}: ${parsed.error.message}`);
}
