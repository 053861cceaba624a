// SECURITY.md says of every table what an erasure clears in it, or that it holds nothing of readers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/project.ts';

const MIGRATIONS = join(ROOT, 'src/store/migrations');

test('every table of the migrations is named in SECURITY.md', () => {
  const sql = readdirSync(MIGRATIONS).map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'));
  const tables = sql.flatMap((text) => [...text.matchAll(/^CREATE TABLE (\w+)/gm)].map((match) => match[1]));
  expect(tables.length).toBeGreaterThan(30);
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const erasure = /## What an erasure clears\n(.*?)\n## /s.exec(text)?.[1] ?? '';
  expect(tables.filter((table) => !erasure.includes(`\`${table}\``))).toEqual([]);
});
