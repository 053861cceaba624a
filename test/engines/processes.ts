// Browsers and drivers as child processes: found, started, ended with all they started.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a command lies, or null: the first of `names` found on PATH or at an absolute place. */
export function findCommand(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = names.flatMap((name) =>
    name.startsWith('/') ? [name] : folders.map((dir) => join(dir, name)),
  );
  return places.find((place) => existsSync(place)) ?? null;
}

export interface Running {
  /** Resolves with the first line on either stream that holds the words; rejects when the process ends before. */
  line(words: RegExp): Promise<RegExpExecArray>;
  end(): Promise<void>;
}

/** Starts a command in a process group of its own. */
export function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child: ChildProcess = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (const tell of heard) tell();
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return {
    line: (words) =>
      new Promise((resolve, reject) => {
        const tell = (): void => {
          const found = words.exec(text);
          if (found) resolve(found);
        };
        heard.add(tell);
        tell();
        void ended.then(() => reject(new Error(`${command} ended before it said ${words}:\n${text}`)));
      }),
    async end() {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
