// Who may import whom: what the compiler's references cannot say, and what they do say once more in words.
import { expect, test } from 'vitest';
import { importsOf, readSources, type SourceFile } from './source-files.ts';

const sources = readSources();

/** A folder may import itself, `values` wholly, `types` as types only, and the packages named (all where none are). */
const ALLOWED: Record<string, { values: string[]; types: string[]; packages?: string[] }> = {
  'src/domain': { values: [], types: [], packages: ['zod', 'temporal-polyfill'] },
  'src/validation': { values: ['src/domain'], types: [] },
  'src/store': { values: ['src/domain'], types: [] },
  'src/projections': { values: ['src/domain'], types: [] },
  'src/http': { values: [], types: ['src/domain'] },
  'src/layout': { values: ['src/projections', 'widget/view', 'dist'], types: ['src/domain'] },
  'src/routes': {
    values: ['src/projections', 'src/http', 'src/layout', 'widget/view', 'dist'],
    types: ['src/domain'],
  },
  'src/platform': { values: [], types: [] },
  'src/cli': { values: ['src/domain', 'src/validation', 'src/projections'], types: [] },
  widget: { values: [], types: ['src/projections'] },
};

test('imports flow one way', () => {
  const wrong = sources.flatMap((file) => {
    const folder = folderOf(file.path);
    const allowed = folder === null ? undefined : ALLOWED[folder];
    if (folder === null || allowed === undefined) return [];
    return file.imports.flatMap(({ target, relative, typeOnly }) => {
      if (!relative) {
        const name = packageOf(target);
        return allowed.packages === undefined || allowed.packages.includes(name)
          ? []
          : [`${file.path}: ${folder} may not import the package ${name}`];
      }
      if (within(target, folder) || allowed.values.some((place) => within(target, place))) return [];
      if (!allowed.types.some((place) => within(target, place)))
        return [`${file.path}: ${folder} may not import ${target}`];
      return typeOnly
        ? []
        : [`${file.path}: ${folder} may import types only from ${target}: use "import type"`];
    });
  });
  expect(wrong).toEqual([]);
});

test('no face imports another face', () => {
  const faceOf = (path: string): string | undefined => /^src\/faces\/([^/]+)\//.exec(path)?.[1];
  const wrong = sources.flatMap((file) =>
    file.imports
      .filter(({ target }) => faceOf(file.path) !== undefined && faceOf(target) !== undefined)
      .filter(({ target }) => faceOf(target) !== faceOf(file.path))
      .map(({ target }) => `${file.path} imports ${target}: say it in read, or draw it in widget/view`),
  );
  expect(wrong).toEqual([]);
});

test('nothing imports the composition root', () => {
  const isRoot = (path: string): boolean => path === 'src/worker.ts' || within(path, 'src/app');
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => target === 'src/worker.ts' || (isRoot(target) && !isRoot(path)))
      .map(({ target }) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself by a detour', () => {
  expect(cycles(sources)).toEqual([]);
});

test('imports name the file that is meant, with its extension', () => {
  const wrong = sources.flatMap((file) =>
    file.imports
      .filter(({ relative, target }) => relative && !/\.[a-z]+$/.test(target))
      .map(({ target }) => `${file.path} imports ${target} without an extension`),
  );
  expect(wrong).toEqual([]);
});

test.for([
  ["import { a } from './b.ts';", 'src/x/b.ts', false],
  ["import type { A } from '../y/b.ts';", 'src/y/b.ts', true],
  ["import { type A, type B } from './b.ts';", 'src/x/b.ts', true],
  ["import { type A, b } from './b.ts';", 'src/x/b.ts', false],
  ["import c, { type A } from './b.ts';", 'src/x/b.ts', false],
  ["export * from './b.ts';", 'src/x/b.ts', false],
  ["import './b.ts';", 'src/x/b.ts', false],
  ["import {\n  a,\n  b,\n} from './b.ts';", 'src/x/b.ts', false],
  ["const b = await import('./b.ts');", 'src/x/b.ts', false],
] as const)('reads %j', ([text, target, typeOnly]) => {
  expect(importsOf('src/x/a.ts', text)).toEqual([{ target, relative: true, typeOnly }]);
});

function folderOf(path: string): string | null {
  return Object.keys(ALLOWED).find((folder) => within(path, folder)) ?? null;
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}.ts`);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Each way back to its start, once, beginning with its first file by name. */
function cycles(files: SourceFile[]): string[] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const found = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const loop = trail.slice(at);
      const first = loop.indexOf([...loop].sort()[0] ?? path);
      const ordered = [...loop.slice(first), ...loop.slice(0, first)];
      found.add([...ordered, ordered[0]].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return [...found];
}
