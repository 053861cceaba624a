/** The codebook's tables: every version of each metric and unit, and the page's document made of them. */
import type { z } from 'zod';
import type { Page } from '../domain/page.ts';
import type { HeldCodebook } from '../domain/record/metric.ts';
import { Metric } from '../domain/record/metric.ts';
import { Unit } from '../domain/record/unit.ts';
import type { CodebookUse } from './codebook-uses.ts';
import { parseStored } from './stored-text.ts';

export interface StoredCodebook extends HeldCodebook {
  /** How often it was written. */
  revision: number;
}

/** All of it; a row that does not parse throws with its id. */
export async function readCodebook(db: D1Database): Promise<StoredCodebook> {
  type Rows = { body: string };
  const [revision, metricRows, unitRows] = await db.batch([
    db.prepare('SELECT coalesce(max(revision), 0) AS body FROM codebook_log'),
    db.prepare('SELECT body FROM metrics ORDER BY id, version'),
    db.prepare('SELECT body FROM units ORDER BY id, version'),
  ]);
  const versions = (metricRows as D1Result<Rows>).results.map(({ body }) => parsed(Metric, body));
  const units = (unitRows as D1Result<Rows>).results.map(({ body }) => parsed(Unit, body));
  return {
    revision: Number((revision as D1Result<Rows>).results[0]?.body ?? 0),
    definitions: Map.groupBy(versions, ({ id }) => id),
    // The last of an id is its newest version.
    metrics: new Map(versions.map((metric) => [metric.id, metric])),
    units: new Map(units.map((unit) => [unit.id, unit])),
  };
}

function parsed<S extends z.ZodType>(schema: S, body: string): z.output<S> {
  const found = parseStored(schema, body);
  if (found.success) return found.data;
  throw new Error(`codebook, ${body.slice(0, 80)}: ${found.error.message}`);
}

const TABLES = { metric: 'metrics', unit: 'units' } as const;

/** A page of metrics or units after an id, each with its earlier versions, newest first. */
export async function pageOfCodebook(
  db: D1Database,
  kind: CodebookUse['kind'],
  after: string,
  limit: number,
): Promise<Page> {
  const { results } = await db
    .prepare(
      `SELECT id, body FROM ${TABLES[kind]}
       WHERE id IN (SELECT DISTINCT id FROM ${TABLES[kind]} WHERE id > ? ORDER BY id LIMIT ?)
       ORDER BY id, version DESC`,
    )
    .bind(after, limit + 1)
    .all<{ id: string; body: string }>();
  const found = [...Map.groupBy(results, ({ id }) => id)];
  const shown = found.slice(0, limit);
  const items = shown.map(([, versions]) => {
    const [now, ...earlier] = versions.map(({ body }) => JSON.parse(body) as object);
    return JSON.stringify({ ...now, earlier });
  });
  return { items, next: found.length > limit ? (shown.at(-1)?.[0] ?? null) : null };
}

export interface CodebookWrite {
  /** One after the revision that it was decided on: a racing writer of the same fails whole. */
  revision: number;
  at: string;
  actor: string;
  metrics: readonly Metric[];
  units: readonly Unit[];
}

/** Statements that write metrics and units whole or not at all, with the page's document made from the rows just written. */
export function storeCodebook(db: D1Database, write: CodebookWrite): D1PreparedStatement[] {
  const { revision, at, actor, metrics, units } = write;
  return [
    db
      .prepare('INSERT INTO codebook_log (revision, at, actor, body) VALUES (?, ?, ?, ?)')
      .bind(revision, at, actor, JSON.stringify({ metrics, units })),
    rowsOf(db, 'metric', revision, metrics),
    rowsOf(db, 'unit', revision, units),
    db
      .prepare(
        `INSERT OR REPLACE INTO documents (name, at, body) SELECT 'codebook', ?, json_group_array(json(body))
         FROM (SELECT body FROM metrics AS own
               WHERE version = (SELECT max(version) FROM metrics WHERE id = own.id) ORDER BY id LIMIT 500)`,
      )
      .bind(at),
  ];
}

const rowsOf = (
  db: D1Database,
  kind: CodebookUse['kind'],
  revision: number,
  items: readonly (Metric | Unit)[],
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT OR REPLACE INTO ${TABLES[kind]} (id, version, revision, body)
       SELECT e.value ->> 'id', e.value ->> 'version', ?1, e.value FROM json_each(?2) AS e`,
    )
    .bind(revision, JSON.stringify(items));
