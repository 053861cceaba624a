// A type is declared once; whoever needs it imports it.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { readSources } from './source-files.ts';
import { typeNames } from './type-names.ts';

/** Names that may stand more than once, each with where and why. */
const EXCEPTIONS: Readonly<Record<string, { within: string; why: string }>> = {
  Row: {
    within: 'src/store/',
    why: 'a row as one statement of that very file gives it; it leaves the file as something with a name',
  },
};

const configs = [
  ...readdirSync(inProject('src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])tsconfig\.json$/.test(path))
    .map((path) => `src/${path}`),
  'widget/tsconfig.json',
];

const isException = (name: string, paths: readonly string[]): boolean => {
  const exception = EXCEPTIONS[name];
  return exception !== undefined && paths.every((path) => path.startsWith(exception.within));
};

test('a type name is declared once', { timeout: 60_000 }, () => {
  const { names, files } = typeNames(configs);
  const ours = readSources().flatMap(({ path }) => (path.endsWith('.d.ts') ? [] : path));
  expect(ours.filter((path) => !files.has(path))).toEqual([]);
  const twice = [...names].filter(([name, paths]) => paths.length > 1 && !isException(name, paths));
  expect(twice.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).toEqual([]);
  expect(Object.keys(EXCEPTIONS).filter((name) => (names.get(name) ?? []).length < 2)).toEqual([]);
});
