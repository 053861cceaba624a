// Runs Cloudflare's wrangler under the project's own Node, quietly and with nobody at the keyboard.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { inProject, ROOT } from './project.ts';

export type CommandOutcome = { code: number; output: string };

/** The environment that keeps wrangler to itself: no metrics, no log files, no banner with an update check. */
export function quietEnvironment(state?: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_WRITE_LOGS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    X_LOCAL_OBSERVABILITY: 'false',
    // Where a request seems to come from is looked up over the network, to no use here.
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    // Two products on one machine must not find each other's Workers.
    ...(state === undefined ? {} : { WRANGLER_REGISTRY_PATH: join(state, 'registry') }),
  };
}

/** Starts wrangler in this command's own process group: what ends the group ends it too. 'pipe' leaves it no keyboard. */
export function spawnWrangler(args: string[], stdio: 'pipe' | 'inherit', state?: string): ChildProcess {
  const command = inProject('node_modules/wrangler/wrangler-dist/cli.js');
  return spawn(process.execPath, ['--no-warnings', command, ...args], {
    cwd: ROOT,
    env: quietEnvironment(state),
    stdio: stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs wrangler to its end; what it printed is returned, not shown. */
export function runWrangler(args: string[], state?: string): Promise<CommandOutcome> {
  const child = spawnWrangler(args, 'pipe', state);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
