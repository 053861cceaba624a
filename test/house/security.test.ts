// SECURITY.md says of every table what an erasure clears in it, or that it holds nothing of readers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/project.ts';

const MIGRATIONS = join(ROOT, 'src/store/migrations');

test('every table of the migrations is named in SECURITY.md', () => {
  const sql = readdirSync(MIGRATIONS)
    .sort()
    .map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'));
  const tables = tablesAfter(sql.join('\n'));
  expect(tables.length).toBeGreaterThan(30);
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
  const erasure = /## What an erasure clears\n(.*?)\n## /s.exec(text)?.[1] ?? '';
  expect(tables.filter((table) => !erasure.includes(`\`${table}\``))).toEqual([]);
});

/** The tables that stand once all migrations are applied, under the names they have then. */
function tablesAfter(migrations: string): string[] {
  const standing = new Set<string>();
  const steps = /^(?:CREATE TABLE (\w+)|DROP TABLE (\w+)|ALTER TABLE (\w+) RENAME TO (\w+))/gm;
  for (const [, made, dropped, from, to] of migrations.matchAll(steps)) {
    if (made !== undefined) standing.add(made);
    if (dropped !== undefined) standing.delete(dropped);
    if (from !== undefined && to !== undefined && standing.delete(from)) standing.add(to);
  }
  return [...standing];
}
