// README and CONTRIBUTING name only what is there, and the folders in the order of `ls src`; what they say of sizes is counted.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/cli/project.ts';
import { readSources } from './source-files.ts';

const textOf = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const PLACE = /^(?:src|widget|test|data|docs|\.ci)(?:\/|$)/;

/**
 * The paths that a line of a document names in backquotes: whole from the project's folder, or, after one of those in the
 * same line, the names of what stands in the same folder or beside it ("`src/routes/topic`, `home`").
 */
function pathsIn(line: string): string[][] {
  let folder: string | null = null;
  return [...line.matchAll(/`([^`\s]+)`/g)].flatMap(([, named]) => {
    const name = (named as string).replace(/[:#].*$/, '');
    if (PLACE.test(name)) {
      folder = /\.\w+$/.test(name) ? dirname(name) : name;
      return [[name]];
    }
    if (folder === null || !/^[\w-]+(?:\/[\w.-]+)*(?:\.(?:tsx?|css|sql|html|json))?$/.test(name)) return [];
    if (!/\.\w+$/.test(name) && !line.startsWith('|')) return [];
    return [
      [folder, dirname(folder)].flatMap((at) => ['', '.ts', '.tsx'].map((end) => `${at}/${name}${end}`)),
    ];
  });
}

test.for(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'data/README.md'])(
  'every path in %s is there',
  (name) => {
    const named = textOf(name)
      .split('\n')
      .flatMap((line) => pathsIn(line));
    expect(named.filter((any) => !any.some((path) => existsSync(join(ROOT, path))))).toEqual([]);
  },
);

test('there are paths to look at', () => {
  const named = textOf('README.md')
    .split('\n')
    .flatMap((line) => pathsIn(line));
  expect(named.length).toBeGreaterThan(40);
  expect(
    pathsIn('| a | `src/domain` (`nothing-there`) |')
      .at(-1)
      ?.some((path) => existsSync(path)),
  ).toBe(false);
});

test('the map in README names every folder of src, and no other', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const map = /```\nsrc\/\n([\s\S]*?)```/.exec(textOf('README.md'))?.[1] ?? '';
  const mapped = [...map.matchAll(/^ {2}([\w-]+)\/ /gm)].map(([, name]) => name as string);
  expect(mapped.toSorted()).toEqual(folders.toSorted());
});

test('every command in CONTRIBUTING is there', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...(textOf('CONTRIBUTING.md') + textOf('README.md')).matchAll(/`npm (?:run )?([\w:]+)/g)]
    .map(([, name]) => name as string)
    .filter((name) => !['install', 'npm'].includes(name));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('files are as long as CONTRIBUTING says', () => {
  const said =
    /Half of the files have at most (\d+) lines, nine in ten at most (\d+), none more than (\d+)/.exec(
      textOf('CONTRIBUTING.md'),
    );
  const [half, most, all] = (said ?? []).slice(1).map(Number);
  const lengths = readSources()
    .map(({ text }) => text.trimEnd().split('\n').length)
    .toSorted((a, b) => a - b);
  const at = (share: number) => lengths[Math.ceil(lengths.length * share) - 1];
  expect(at(0.5)).toBeLessThanOrEqual(half ?? 0);
  expect(at(0.9)).toBeLessThanOrEqual(most ?? 0);
  expect(at(1)).toBeLessThanOrEqual(all ?? 0);
});
