// `npm start`: the whole product on this machine, with the records in data/ and a foreign page that embeds it.
import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildAll } from './build.ts';
import { serveForeignPage } from './foreign-page.ts';
import { startHeartbeat } from './heartbeat.ts';
import { loadData } from './load.ts';
import { startWorker } from './local-worker.ts';
import { refuseTakenPort } from './ports.ts';
import { CommandRefusal, inProject, runCommand } from './project.ts';
import { ensureSecrets } from './secrets.ts';
import { toldToEnd } from './told-to-end.ts';

export type Product = {
  /** Where the Worker answers, without a slash at the end. */
  base: string;
  /** The address of the page that embeds the widget from another origin. */
  foreign: string;
  /** The editor's token; locally it carries every role. */
  token: string;
  tokenFile: string;
  /** Resolves when the Worker ends, whoever ended it. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

export type StartOptions = {
  /** The foreign page takes the next port. */
  port: number;
  /** The folder of the local database. */
  state: string;
  say: (line: string) => void;
  signal?: AbortSignal;
};

/** Starts what `npm run build` has built; resolves when data/ is loaded and /healthz is 200. */
export async function startProduct({ port, state, say, signal }: StartOptions): Promise<Product> {
  if (!existsSync(inProject('dist/manifest.json')))
    throw new CommandRefusal('Nothing is built yet: run `npm run build` first.');
  await refuseTakenPort(port);
  await refuseTakenPort(port + 1);
  const { token, file } = await ensureSecrets();
  const worker = await startWorker(port, state, say, signal);
  const undo: (() => void | Promise<void>)[] = [worker.stop];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await loadData(worker.base, token, say);
    await healthy(worker.base, signal);
    const foreign = await serveForeignPage(port + 1, worker.base);
    undo.push(foreign.stop, startHeartbeat(worker.base, say));
    return { base: worker.base, foreign: foreign.url, token, tokenFile: file, ended: worker.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The load opens the door: until /healthz is 200 nobody is sent there. */
async function healthy(base: string, signal?: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(30_000);
  for (;;) {
    signal?.throwIfAborted();
    const answer = await fetch(`${base}/healthz`);
    const said = await answer.text();
    if (answer.ok) return;
    if (limit.aborted)
      throw new CommandRefusal(`The data is loaded, but /healthz still says ${answer.status}: ${said}`);
    await pause(100);
  }
}

/** Starts the product, says what to open, and serves until it is told to end. `beside` runs once it is up; what it gives back ends it. */
export async function serve(beside?: (product: Product) => () => void): Promise<void> {
  const ending = toldToEnd();
  const port = Number(process.env.PORT || 8787);
  const state = resolve(process.env.STATE || inProject('.wrangler/state'));
  await refuseTakenPort(port);
  await buildAll();
  const say = (line: string): void => console.log(line);
  try {
    const product = await startProduct({ port, state, say, signal: ending });
    const done = beside?.(product);
    announce(product);
    const told = new Promise((resolved) => ending.addEventListener('abort', resolved, { once: true }));
    if (!ending.aborted) await Promise.race([told, product.ended]);
    if (!ending.aborted) {
      console.error('The Worker ended by itself.');
      process.exitCode = 1;
    }
    done?.();
    await product.stop();
  } catch (error) {
    if (!ending.aborted) throw error;
  }
}

function announce(product: Product): void {
  const { base, foreign, tokenFile } = product;
  const lines = [
    ['Home', `${base}/`],
    ['A topic', `${base}/t/north-korean-casualties-kursk`],
    ['Its card', `${base}/card/north-korean-casualties-kursk`],
    ['The API', `${base}/v1/topics/north-korean-casualties-kursk`],
    ['On another site', foreign],
    ['The desk', `${base}/desk/login`],
    ['Editor token', `EDITOR_TOKEN in ${relative(process.cwd(), tokenFile)}`],
  ];
  console.log(
    `\n${lines.map(([what, where]) => `  ${what?.padEnd(16)} ${where}`).join('\n')}\n\nCtrl-C ends it.`,
  );
}

if (import.meta.main) await runCommand(() => serve());
