// The Worker on this machine: migrates its local database, starts it, and ends it with everything it started.
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandRefusal } from './project.ts';
import { runWrangler, spawnWrangler } from './wrangler.ts';

/** Safety nets, in milliseconds; nothing waits for them when all is well. */
const START_LIMIT = 120_000;
const STOP_LIMIT = 10_000;

export type LocalWorker = { base: string; ended: Promise<void>; stop: () => Promise<void> };

/** Starts the Worker on `port` with its state in the folder `state`; resolves when it answers. */
export async function startWorker(
  port: number,
  state: string,
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<LocalWorker> {
  await migrate(state);
  signal?.throwIfAborted();
  const base = `http://localhost:${port}`;
  const child = spawnWrangler(
    [
      'dev',
      '--port',
      String(port),
      '--persist-to',
      state,
      '--log-level',
      'error',
      '--show-interactive-dev-session=false',
      ...mailVariables(base),
    ],
    'pipe',
    state,
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (text.trim() !== '') say(text.trimEnd());
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<void> => end(child, ended);
  try {
    await answered(base, ended, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, ended, stop };
}

/** Who carries mail may be chosen for one start: `MAILER=smtp SMTP_HOST=127.0.0.1 SMTP_PORT=2525 SMTP_TLS=none npm start`. */
const CHOSEN = [
  'MAILER',
  'CONFIRM_MAILER',
  'MAIL_FROM',
  'MAIL_RATE',
  'RESEND_ENDPOINT',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_TLS',
];

function mailVariables(base: string): string[] {
  const given = CHOSEN.flatMap((name) => (process.env[name] ? [`${name}:${process.env[name]}`] : []));
  return [`SITE_ORIGIN:${base}`, ...given].flatMap((variable) => ['--var', variable]);
}

async function migrate(state: string): Promise<void> {
  const { code, output } = await runWrangler(
    ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state],
    state,
  );
  if (code !== 0) throw new CommandRefusal(`The local database could not be migrated:\n${output}`);
}

/** Waits until the Worker answers at all, be it 503; fails when it ended or was told to end. */
async function answered(base: string, ended: Promise<void>, signal?: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(START_LIMIT);
  const either = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  for (;;) {
    if (gone) throw new CommandRefusal('The Worker ended before it answered.');
    signal?.throwIfAborted();
    if (limit.aborted)
      throw new CommandRefusal(`The Worker did not answer within ${START_LIMIT / 1000} seconds.`);
    const answer = await fetch(`${base}/healthz`, { signal: either }).catch(() => null);
    if (answer !== null) {
      await answer.body?.cancel();
      return;
    }
    await pause(100);
  }
}

/** Asks politely, which ends the runtime under it too; insists when that takes too long. */
async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await Promise.race([ended, pause(STOP_LIMIT, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await ended;
}
