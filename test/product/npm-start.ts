// Runs `npm start` as a person does, in a process group of its own, and reads what it prints.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../../src/cli/project.ts';

export type Started = {
  /** Everything printed so far, on either stream. */
  printed: () => string;
  /** Resolves when the addresses are printed; rejects when the command ends before. */
  ready: Promise<void>;
  /** The exit code; null when a signal ended npm itself. */
  ended: Promise<number | null>;
  /** Sends a signal to the whole group, as a terminal's Ctrl-C does. */
  interrupt: (signal: NodeJS.Signals) => void;
};

export function npmStart(port: number, state: string, variables: Record<string, string> = {}): Started {
  const child: ChildProcess = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, ...variables, PORT: String(port), STATE: state, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let text = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('Ctrl-C ends it.')) resolve();
      });
    }
    void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${text}`)));
  });
  // Only those who wait for it are told.
  ready.catch(() => undefined);
  return {
    printed: () => text,
    ready,
    ended,
    interrupt: (signal) => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    },
  };
}
