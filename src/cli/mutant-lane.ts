// A copy of the project in which one mutant at a time is tried, so that nothing of the working tree is ever broken.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken, type Mutant } from './mutants.ts';
import { inProject, ROOT } from './project.ts';

/** Milliseconds for the tests of one mutant: one that makes them hang is found out too. */
const LIMIT = 240_000;
/** Milliseconds for all tests as they are. */
const LIMIT_OF_ALL = 3_600_000;
const LEFT_OUT = new Set(['node_modules', '.git', '.cache', '.wrangler', 'test-results', 'docs']);

export type MutantOutcome = 'killed' | 'hangs' | 'survived';

export interface Lane {
  /** The outcome of the mutant, and what the tests printed. */
  attempt(mutant: Mutant): Promise<{ outcome: MutantOutcome; output: string }>;
  /** Whether these tests pass in the copy as it is. */
  isSound(tests: readonly string[]): Promise<{ ok: boolean; output: string }>;
}

export function openLane(name: string): Lane {
  const folder = inProject(`.cache/mutants/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(ROOT)) {
    if (!LEFT_OUT.has(entry) && !entry.endsWith('.tsbuildinfo'))
      cpSync(join(ROOT, entry), join(folder, entry), { recursive: true });
  }
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    async attempt(mutant) {
      const path = join(folder, mutant.file);
      const sound = readFileSync(path, 'utf8');
      writeFileSync(path, broken(sound, mutant));
      try {
        const { code, output } = await runTests(folder, mutant.tests, LIMIT);
        return { outcome: code === null ? 'hangs' : code === 0 ? 'survived' : 'killed', output };
      } finally {
        writeFileSync(path, sound);
      }
    },
    async isSound(tests) {
      const { code, output } = await runTests(folder, tests, LIMIT_OF_ALL);
      return { ok: code === 0, output };
    },
  };
}

/** Vitest on these files until one fails; `code` is null where it had to be ended. */
function runTests(
  folder: string,
  tests: readonly string[],
  limit: number,
): Promise<{ code: number | null; output: string }> {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = ['run', ...tests, '--maxWorkers', '1', '--passWithNoTests=false', '--bail', '1'];
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', PWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it started can be ended with it.
    detached: process.platform !== 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => endGroup(child.pid), limit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}
