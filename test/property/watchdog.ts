// Ends a run in which a test hangs without ever giving way, which no limit inside the same thread can do.
import { execFileSync } from 'node:child_process';
import type { Reporter, TestModule } from 'vitest/node';

/** Milliseconds without any news of a running file: longer than the nets of its tests and hooks. */
const LONGEST_SILENCE = Number(process.env.TEST_LONGEST_SILENCE ?? 300_000);

interface Running {
  module: TestModule;
  heard: number;
}

export class Watchdog implements Reporter {
  #running = new Map<string, Running>();
  #timer: NodeJS.Timeout | null = null;

  onTestRunStart(): void {
    this.#timer ??= setInterval(() => this.#look(), 1_000).unref();
  }
  onTestModuleQueued(module: TestModule): void {
    this.#heard(module);
  }
  onTestModuleCollected(module: TestModule): void {
    this.#heard(module);
  }
  onTestModuleStart(module: TestModule): void {
    this.#heard(module);
  }
  onTestCaseReady({ module }: { module: TestModule }): void {
    this.#heard(module);
  }
  onTestCaseResult({ module }: { module: TestModule }): void {
    this.#heard(module);
  }
  onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module.id);
  }
  onTestRunEnd(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#running.clear();
  }

  #heard(module: TestModule): void {
    this.#running.set(module.id, { module, heard: performance.now() });
  }

  #look(): void {
    const now = performance.now();
    const silent = [...this.#running.values()].filter(({ heard }) => now - heard > LONGEST_SILENCE);
    if (silent.length === 0) return;
    for (const { module } of silent) console.error(`\nHANGS: ${sentenceOf(module)}`);
    endDescendants(process.pid);
    process.exit(1);
  }
}

/** The file, and the test that has begun and not ended, or else the last that did. */
function sentenceOf(module: TestModule): string {
  const tests = [...module.children.allTests()];
  const begun = tests.find((test) => test.result().state === 'pending');
  const where = begun ? `"${begun.fullName}" or a test before it` : 'it';
  return `nothing was heard of ${module.relativeModuleId} for ${LONGEST_SILENCE / 1_000} s; ${where} never gives way. The run ends here.`;
}

/** What a hanging process runs is not told to end but ended: it listens to nothing. Windows ends a tree by itself. */
function endDescendants(root: number): void {
  if (process.platform === 'win32') return;
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = Map.groupBy(
    rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]),
    ([, parent]) => parent,
  );
  const below = (parent: number): number[] =>
    (children.get(parent) ?? []).flatMap(([pid]) => [pid, ...below(pid)]);
  for (const pid of below(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself meanwhile, as `ps` has.
    }
  }
}
