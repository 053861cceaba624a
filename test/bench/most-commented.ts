// What reading Most Commented costs in rows of the database, by D1's own count, at a thousand and at a million comments.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { getPlatformProxy } from 'wrangler';
import type { BenchRow } from '../../src/cli/bench.ts';
import { inProject } from '../../src/cli/project.ts';

export const name = 'Most Commented in rows read';

const FEW = 1_000;
const MANY = 1_000_000;
const TOPICS = 20;
const NOW = '2026-11-23T12:30:00.000Z';
const WINDOWS = ['24h', '7d', '30d', 'all'];
/** Ten items may cost so many rows. */
const MOST = 50;

/** As much of D1 as is used here. */
interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<{ results: unknown[]; meta: { rows_read?: number } }>;
}
interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<{ results: unknown[]; meta: { rows_read?: number } }[]>;
}
interface Ranking {
  rankAll(db: unknown, now: string): Promise<void>;
  readList(db: unknown, window: string, now: string): Promise<{ items: object[] }>;
}

export async function run(): Promise<BenchRow[]> {
  // The database alone: no Worker runs here.
  const folder = await mkdtemp(join(tmpdir(), 'by-source-bench-'));
  const configPath = join(folder, 'wrangler.json');
  const bound = { binding: 'DB', database_name: 'bench', database_id: 'bench' };
  await writeFile(configPath, JSON.stringify({ name: 'bench', d1_databases: [bound] }));
  const proxy = await getPlatformProxy<{ DB: Database }>({ configPath, persist: false });
  try {
    const db = proxy.env.DB;
    await migrate(db);
    const ranking = (await import(
      pathToFileURL(inProject('src/app/outside-counts/ranking.ts')).href
    )) as Ranking;
    await write(db, 0, FEW);
    const few = await measure(db, ranking);
    await write(db, FEW, MANY);
    const many = await measure(db, ranking);
    if (many.read > MOST || many.read > few.read * 1.1)
      throw new Error(
        `Reading the list cost ${few.read} rows at ${FEW} comments and ${many.read} at ${MANY}.`,
      );
    return [
      row('the list, 10 items: at 1,000,000 comments / at 1,000', many.read, few.read),
      row('ranking all windows anew: at 1,000,000 comments / counting each', many.rank, many.counting),
      row('ranking all windows anew (20 topics x 720 hours): at 1,000,000 / at 1,000', many.rank, few.rank),
    ];
  } finally {
    await proxy.dispose();
    await rm(folder, { recursive: true });
  }
}

const row = (what: string, ours: number, baseline: number): BenchRow => ({
  what,
  ours,
  baseline,
  ratio: ours / baseline,
  unit: 'rows read, D1',
});

async function migrate(db: Database): Promise<void> {
  for (const { queries } of await readD1Migrations(inProject('src/store/migrations')))
    for (const query of queries) await db.prepare(query).run();
  await db
    .prepare(
      `INSERT INTO topics (slug, updated, body) WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ?1 - 1)
       SELECT 'topic-' || n, '2026', json_object('title', 'Topic ' || n) FROM n`,
    )
    .bind(TOPICS)
    .run();
}

/**
 * Comments `from` to `to` by a tenth as many people, over 30 days. Counted afterwards in three statements instead of
 * row by row by the tables' triggers, which are tested to come to the same and would take minutes.
 */
async function write(db: Database, from: number, to: number): Promise<void> {
  const run = (sql: string, ...values: unknown[]) =>
    db
      .prepare(sql)
      .bind(...values)
      .run();
  await run('DROP TRIGGER IF EXISTS comment_posted');
  await run('DROP TRIGGER IF EXISTS reader_posts');
  // No list is read by these, and a million rows are written faster without them.
  for (const index of ['comments_shown', 'comments_by_parent', 'comments_by_reader', 'comments_by_state'])
    await run(`DROP INDEX IF EXISTS ${index}`);
  const step = 50_000;
  for (let first = from; first < to; first += step) {
    await run(
      `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
       WITH RECURSIVE n (n) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT n + 1 FROM n WHERE n < ?2 - 1)
       SELECT printf('c%07d', n), 'topic-' || (n % CAST(?3 AS INTEGER)), printf('c%07d', n),
         'r' || (n * 31 % CAST(?4 / 10 AS INTEGER)), 'A comment.', 'approved',
         strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-23T12:00:00Z', '-' || ((n / 20 * 863 + n * 17) % 43200) || ' minutes'), 0
       FROM n`,
      first,
      Math.min(to, first + step),
      TOPICS,
      to,
    );
  }
  await run('DELETE FROM commenters');
  await run(
    `INSERT INTO commenters (topic, reader, comments, last_at)
     SELECT topic, reader, count(*), max(at) FROM comments GROUP BY topic, reader`,
  );
  await run(
    `INSERT INTO comment_hours (topic, hour, comments, commenters)
     SELECT topic, substr(at, 1, 13) AS hour, count(*), 0 FROM comments WHERE true GROUP BY topic, hour
     ON CONFLICT DO UPDATE SET comments = excluded.comments`,
  );
}

async function measure(db: Database, ranking: Ranking) {
  const ranked = counting(db);
  await ranking.rankAll(ranked.db, NOW);
  const reads = await Promise.all(
    WINDOWS.map(async (window) => {
      const read = counting(db);
      const { items } = await ranking.readList(read.db, window, NOW);
      if (items.length < 10) throw new Error(`The list of ${window} has ${items.length} items.`);
      return read.rows();
    }),
  );
  const all = await db
    .prepare('SELECT topic, count(*), count(DISTINCT reader) FROM comments WHERE blocked = 0 GROUP BY topic')
    .run();
  return { read: Math.max(...reads), rank: ranked.rows(), counting: all.meta.rows_read ?? 0 };
}

/** The database, counting the rows that D1 says it read. */
function counting(db: Database): { db: unknown; rows: () => number } {
  let rows = 0;
  const add = <R extends { meta: { rows_read?: number } }>(result: R): R => {
    rows += result.meta.rows_read ?? 0;
    return result;
  };
  const inner = new WeakMap<object, Statement>();
  const wrap = (statement: Statement): object => {
    const run = async () => add(await statement.run());
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      run,
      all: run,
      first: async () => (await run()).results[0] ?? null,
    };
    inner.set(wrapped, statement);
    return wrapped;
  };
  return {
    db: {
      prepare: (sql: string) => wrap(db.prepare(sql)),
      batch: async (statements: object[]) =>
        (await db.batch(statements.map((each) => inner.get(each) as Statement))).map(add),
    },
    rows: () => rows,
  };
}
