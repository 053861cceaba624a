// What a digest costs a mail at a thousand, ten thousand and a hundred thousand readers: rows, queue operations, time.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchRow } from '../../src/cli/bench.ts';
import { freePortPair } from '../../src/cli/ports.ts';
import { inProject } from '../../src/cli/project.ts';
import { runWrangler, spawnWrangler } from '../../src/cli/wrangler.ts';

export const name = 'Digests to 1,000, 10,000 and 100,000 readers';

const [SMALL, MIDDLE, LARGE] = [1_000, 10_000, 100_000];
/** Interleaved, and the median told, since single rounds swing. */
const ROUNDS = [SMALL, SMALL, MIDDLE, SMALL, LARGE, SMALL, MIDDLE, SMALL, MIDDLE, SMALL, SMALL];
const MOST_ROWS = 6;
const MOST_OPERATIONS = 0.05;
/** Bytes of the runtime, isolates, database and all, at its largest. */
const MOST_MEMORY = 1_000_000_000;

interface Cost {
  rows: number;
  operations: number;
  /** Milliseconds in which the Worker was at work, on one message or several. */
  time: number;
}

export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'by-source-bench-'));
  const config = await writeConfig(folder);
  const at = ['--config', config];
  const state = join(folder, 'state');
  const port = await freePortPair();
  await runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state, ...at], state);
  const dev = ['dev', ...at, '--port', String(port), '--persist-to', state, '--log-level', 'error'];
  const child = spawnWrangler([...dev, '--show-interactive-dev-session=false'], 'pipe', state);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdout?.resume();
  child.stderr?.on('data', (text: Buffer) => process.stderr.write(text));
  const costs = new Map<number, Cost[]>([SMALL, MIDDLE, LARGE].map((readers) => [readers, []]));
  let memory = 0;
  try {
    for (const readers of ROUNDS) {
      const { cost, peak } = await send(`http://127.0.0.1:${port}`, readers, child.pid as number);
      costs.get(readers)?.push(cost);
      memory = Math.max(memory, peak);
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
  return rowsOf(costs, memory);
}

/**
 * The benchmark's own Worker with the product's settings of queue and database, bundled first: a source saved during a
 * run would start the Worker anew, and its queue with it.
 */
async function writeConfig(folder: string): Promise<string> {
  const config = join(folder, 'wrangler.toml');
  const product = await readFile(inProject('wrangler.toml'), 'utf8');
  const write = (main: string) =>
    writeFile(
      config,
      product
        .replace('"src/worker.ts"', JSON.stringify(main))
        .replace('"src/store/migrations"', JSON.stringify(inProject('src/store/migrations')))
        // Nor may a build of the site's assets meanwhile.
        .replace(/\[assets\][^[]*/, '')
        .replace('[vars]', '[vars]\nLINK_SECRET = "link-secret-of-the-benchmark"'),
    );
  await write(inProject('test/workerd/digest-bench.ts'));
  const bundle = join(folder, 'bundle');
  const { code, output } = await runWrangler(['deploy', '--dry-run', '--outdir', bundle, '--config', config]);
  if (code !== 0) throw new Error(output);
  await write(join(bundle, 'digest-bench.js'));
  return config;
}

/** One run to its end: the ledger must balance and nobody be mailed twice. */
async function send(base: string, readers: number, pid: number): Promise<{ cost: Cost; peak: number }> {
  await answered(`${base}/start?readers=${readers}`);
  let peak = 0;
  for (;;) {
    const told = (await (await fetch(`${base}/`)).json()) as {
      state: string;
      ledger?: { sent: number; balanced: boolean };
      written: number;
      operations: number;
      busy: number;
      twice: number;
    };
    peak = Math.max(peak, await memoryUnder(pid));
    if (told.ledger) {
      if (!told.ledger.balanced || told.ledger.sent !== readers || told.twice > 0)
        throw new Error(`The run to ${readers} readers went wrong: ${JSON.stringify(told)}`);
      const { written, operations, busy } = told;
      return {
        cost: { rows: written / readers, operations: operations / readers, time: busy / readers },
        peak,
      };
    }
    await pause(200);
  }
}

/** The Worker takes its time to start. */
async function answered(url: string): Promise<void> {
  const limit = AbortSignal.timeout(120_000);
  for (;;) {
    const answer = await fetch(url, { signal: limit }).catch(() => null);
    if (answer?.ok) return;
    if (limit.aborted || answer) throw new Error(`${url} answered ${answer?.status ?? 'nothing'}.`);
    await pause(200);
  }
}

/** Bytes held by the Workers runtime below a process; 0 where the system does not say. */
async function memoryUnder(pid: number): Promise<number> {
  const names = await readdir('/proc').catch(() => []);
  const parents = new Map<number, number>();
  const held = new Map<number, number>();
  for (const entry of names.filter((each) => /^\d+$/.test(each))) {
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '');
    const runtime = /^Name:\s+workerd/m.test(status);
    parents.set(Number(entry), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    held.set(Number(entry), runtime ? Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1_024 : 0);
  }
  const isUnder = (each: number): boolean => each === pid || (each > 1 && isUnder(parents.get(each) ?? 0));
  return [...held].reduce((sum, [each, bytes]) => sum + (isUnder(each) ? bytes : 0), 0);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function rowsOf(costs: ReadonlyMap<number, readonly Cost[]>, memory: number): BenchRow[] {
  const of = (readers: number, what: keyof Cost) =>
    median((costs.get(readers) ?? []).map((cost) => cost[what]));
  const row = (what: string, ours: number, baseline: number, unit: string): BenchRow => ({
    what,
    ours,
    baseline,
    ratio: ours / baseline,
    unit,
  });
  const rows = [MIDDLE, LARGE].flatMap((readers) => [
    row(`a mail of ${readers} / of ${SMALL}`, of(readers, 'rows'), of(SMALL, 'rows'), 'rows written, D1'),
    row(
      `a mail of ${readers} / of ${SMALL}`,
      of(readers, 'operations'),
      of(SMALL, 'operations'),
      'queue operations',
    ),
    row(`a mail of ${readers} / of ${SMALL}`, of(readers, 'time'), of(SMALL, 'time'), 'ms at work'),
  ]);
  rows.push(row(`a run to ${LARGE} / what it may hold`, memory / 1e6, MOST_MEMORY / 1e6, 'MB at most'));
  const broken = [SMALL, MIDDLE, LARGE].some(
    (readers) => of(readers, 'rows') > MOST_ROWS || of(readers, 'operations') > MOST_OPERATIONS,
  );
  // Time is told, not judged: what else the machine does swings it more than readers do. That no statement's work grows
  // with the run is held by test/app/digest-cost.test.ts, in rows read.
  if (broken || memory > MOST_MEMORY)
    throw new Error(`A mail costs more than it may: ${JSON.stringify(rows)}`);
  return rows;
}
