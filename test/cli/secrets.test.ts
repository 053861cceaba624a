// Local secrets: made once, kept for good, readable by their owner alone.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureSecrets } from '../../src/cli/secrets.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'by-source-secrets-'));
  file = join(folder, '.dev.vars');
});

afterEach(() => rm(folder, { recursive: true }));

test('the first start makes three different ones; the second makes none', async () => {
  const first = await ensureSecrets(file);
  const text = await readFile(file, 'utf8');
  const values = [...text.matchAll(/^(EDITOR_TOKEN|LINK_SECRET|COUNTS_SECRET)=([\w-]{43})$/gm)].map(
    ([, , value]) => value,
  );
  expect(new Set(values).size).toBe(3);
  expect(text).toContain(`EDITOR_TOKEN=${first.token}\n`);
  expect(await ensureSecrets(file)).toEqual(first);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('what is there stays as it is; what is missing is added', async () => {
  await writeFile(file, '# mine\nEDITOR_TOKEN="chosen by hand"\nOTHER=1');
  expect((await ensureSecrets(file)).token).toBe('chosen by hand');
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect(lines.slice(0, 3)).toEqual(['# mine', 'EDITOR_TOKEN="chosen by hand"', 'OTHER=1']);
  expect(lines.slice(3).map((line) => line.split('=')[0])).toEqual(['LINK_SECRET', 'COUNTS_SECRET', '']);
});

test.skipIf(process.platform === 'win32')('nobody else may read them', async () => {
  await writeFile(file, 'EDITOR_TOKEN=x\n', { mode: 0o644 });
  await ensureSecrets(file);
  expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
});
