// The closing line of a submission's run: counted from the runner's report, and never green by accident.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';

const suite = (status: string, ...tests: string[]): object => ({
  name: 'a.test.ts',
  status,
  message: 'why',
  assertionResults: tests.map((each) => ({ status: each })),
});

test.for([
  ['all is well', [suite('passed', 'passed', 'passed')], '2 passed, 0 failed', 0],
  ['some are skipped', [suite('passed', 'passed', 'pending')], '1 passed, 0 failed, 1 skipped', 0],
  ['one fails', [suite('failed', 'passed', 'failed')], '1 passed, 1 failed', 1],
  ['a file does not load', [suite('passed', 'passed'), suite('failed')], '1 passed, 1 failed', 1],
  ['nothing ran', [], '0 passed, 0 failed', 1],
  ['there is no report', null, '0 passed, 1 failed', 1],
] as const)('%s', ([, testResults, line, code]) => {
  const folder = mkdtempSync(join(tmpdir(), 'by-source-tally-'));
  const file = join(folder, 'report.json');
  if (testResults !== null) writeFileSync(file, JSON.stringify({ testResults }));
  const run = spawnSync(process.execPath, [inProject('.ci/tally.mjs'), file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(line);
  expect(run.status).toBe(code);
});

test('several reports are counted together, and one that is missing is a failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'by-source-tally-'));
  const files = ['a.json', 'b.json', 'none.json'].map((name) => join(folder, name));
  for (const file of files.slice(0, 2))
    writeFileSync(file, JSON.stringify({ testResults: [suite('passed', 'passed')] }));
  const lineOf = (given: string[]): string | undefined =>
    spawnSync(process.execPath, [inProject('.ci/tally.mjs'), ...given], { encoding: 'utf8' })
      .stdout.trimEnd()
      .split('\n')
      .at(-1);
  expect(lineOf(files.slice(0, 2))).toBe('2 passed, 0 failed');
  expect(lineOf(files)).toBe('2 passed, 1 failed');
  rmSync(folder, { recursive: true });
});
