// The Worker that the digest's benchmark drives: the product's own sending, a provider that takes everything at once.

import { consumeDigests } from '../../src/app/digest/consume.ts';
import type { DigestDeps, DigestMessage } from '../../src/app/digest/digest-deps.ts';
import { openRun } from '../../src/app/digest/open-run.ts';
import { type DigestBindings, digestDeps } from '../../src/composition.ts';
import { RateLimiter } from '../../src/platform/rate-limiter/rate-limiter.ts';
import { newestRuns, readLedger } from '../../src/store/digest-runs.ts';
import { countedDb } from './counted-db.ts';
import { CONTENT, CURSOR } from './digest-bench-content.ts';

export { RateLimiter };

const AT = '2026-03-02T07:00:00.000Z';
/** Three operations a message: written, read, acknowledged. */
const OPERATIONS = 3;

let spent = { written: 0, messages: 0, taken: 0, twice: 0, busy: 0 };
let keys = new Set<string>();

/** The real means, with the content given and a provider in place of the network. */
function depsOn(env: DigestBindings, db: D1Database): DigestDeps {
  const real = digestDeps({ ...env, DB: db });
  return {
    ...real,
    enqueue: (messages) => {
      spent.messages += messages.length;
      return real.enqueue(messages);
    },
    mailer: () => ({ name: 'bench', honoursKey: true, atOnce: 10, rate: 1_000_000, send: take }),
    maker: { freeze: async () => CONTENT, compose: real.maker.compose },
    log: () => undefined,
  };
}

async function take(_: unknown, key: string): Promise<{ kind: 'accepted'; id: string }> {
  if (keys.has(key)) spent.twice++;
  keys.add(key);
  spent.taken++;
  return { kind: 'accepted', id: key };
}

/** Pieces of work under way, and since when there was any. */
let active = 0;
let since = 0;

/** Does a piece of work and notes what it cost; time in which several are under way counts once. */
async function at<T>(env: DigestBindings, work: (deps: DigestDeps) => Promise<T>): Promise<T> {
  const { db, counts } = countedDb(env.DB);
  if (active++ === 0) since = Date.now();
  try {
    return await work(depsOn(env, db));
  } finally {
    if (--active === 0) spent.busy += Date.now() - since;
    spent.written += counts.written;
  }
}

async function seed(db: D1Database, readers: number): Promise<void> {
  for (const table of ['subscribers', 'digest_runs', 'run_content', 'outbox'])
    await db.prepare(`DELETE FROM ${table}`).run();
  const zones = JSON.stringify(['Europe/Berlin', 'America/New_York', 'Asia/Seoul', 'Asia/Kathmandu']);
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO subscribers (id, email, state, topics, cadence, hour, zone, next_due_at, cursor, created, confirmed)
       SELECT lower(hex(randomblob(11))), printf('reader-%07d@readers.test', i), 'active', '"*"', 'daily', i % 24,
         json_extract(?2, '$[' || (i % 4) || ']'), ?3, ?4, ?3, ?3 FROM n`,
    )
    .bind(readers, zones, AT, CURSOR)
    .run();
}

// biome-ignore lint/style/noDefaultExport: a Worker's handlers are its default export.
export default {
  async fetch(request, env): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === '/start') {
      await seed(env.DB, Number(url.searchParams.get('readers')));
      keys = new Set();
      spent = { written: 0, messages: 0, taken: 0, twice: 0, busy: 0 };
      const opened = await at(env, (worker) => openRun(worker, { cadence: 'daily', at: AT, by: 'bench' }));
      return Response.json({ run: opened.run.id });
    }
    const [run] = await newestRuns(env.DB, 1);
    const progress = {
      settled: run?.settled ?? 0,
      candidates: run?.candidates ?? 0,
      state: run?.state ?? '',
    };
    if (!run || run.state === 'open') return Response.json(progress);
    const ledger = await readLedger(env.DB, run);
    return Response.json({ ...progress, ledger, ...spent, operations: spent.messages * OPERATIONS });
  },
  async queue(batch, env): Promise<void> {
    await at(env, (worker) => consumeDigests(worker, batch));
  },
} satisfies ExportedHandler<DigestBindings, DigestMessage>;
