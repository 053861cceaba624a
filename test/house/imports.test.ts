// Who may import whom: what the compiler's references cannot say, and what they do say once more in words.
import { expect, test } from 'vitest';
import { importsOf, readSources, type SourceFile } from './source-files.ts';

const sources = readSources();

interface Room {
  /** What it is for, which is why it may not see the rest. */
  why: string;
  /** Folders it may import wholly, and those of which it may import types only. Itself always. */
  values: string[];
  types: string[];
  /** Packages it may import; all where none are named. */
  packages?: string[];
}

const ROOMS: Record<string, Room> = {
  'src/domain': {
    why: 'rules and words are pure: they know neither storage nor the web, and the data they read is part of the program',
    values: ['data'],
    types: [],
    packages: ['zod', 'temporal-polyfill'],
  },
  'src/validation': {
    why: 'what is untrusted becomes domain here, and goes nowhere',
    values: ['src/domain'],
    types: [],
  },
  'src/store': {
    why: 'storage takes and gives domain; how a thing is shown is not its business',
    values: ['src/domain', 'src/platform/crypto'],
    types: [],
  },
  'src/projections': {
    why: 'a view is made of a record alone, so that the same record always reads the same',
    values: ['src/domain'],
    types: [],
  },
  'src/http': {
    why: 'answers and requests know no subject, and take their sentences from the catalogue',
    // How names are misspelt is no subject either.
    values: ['src/platform/crypto', 'src/projections/words', 'src/domain/resemblance'],
    types: ['src/domain'],
  },
  'src/layout': {
    why: 'the frame of our pages knows no face that stands in it',
    values: ['src/projections', 'widget/view', 'dist'],
    types: ['src/domain'],
  },
  'src/mails': {
    why: 'a mail is drawn from its view; who sends it is decided elsewhere',
    values: ['src/projections', 'widget/view', 'dist'],
    types: ['src/domain'],
  },
  'src/app': {
    why: 'a use case states in deps.ts what it needs from outside, so that it runs with any platform and any face',
    values: [
      'src/domain',
      'src/validation',
      'src/store',
      'src/projections',
      'src/mails',
      // Functions of their arguments alone, which no other platform would give another meaning.
      'src/platform/crypto',
      'src/platform/link-token',
      'src/platform/network',
      'src/platform/mail/message-name',
      'src/platform/mail/refusal',
      'dist',
    ],
    types: ['src/platform', 'src/http'],
  },
  'src/routes': {
    why: 'a face asks the application and draws views; it never reaches storage or the platform by itself',
    values: ['src/app', 'src/projections', 'src/http', 'src/layout', 'widget/view', 'dist'],
    types: ['src/domain'],
  },
  'src/platform': {
    why: 'an adapter can be swapped: it knows the outside, not the product',
    values: [],
    types: ['src/domain'],
  },
  'src/cli': {
    why: 'a command speaks to the running Worker over HTTP and never opens its storage',
    values: ['src/domain', 'src/validation', 'src/projections'],
    types: [],
  },
  widget: {
    why: 'it runs on other people’s pages: views come to it ready',
    values: [],
    types: ['src/projections'],
  },
};

test('every folder has its rule', () => {
  const folders = new Set(
    sources.map(({ path }) => /^src\/[^/]+(?=\/)|^widget/.exec(path)?.[0]).filter(Boolean),
  );
  expect([...folders].sort()).toEqual(Object.keys(ROOMS).sort());
});

test('imports flow one way', () => {
  const wrong = sources.flatMap((file) => {
    const folder = folderOf(file.path);
    const room = folder === null ? undefined : ROOMS[folder];
    if (folder === null || room === undefined) return [];
    return file.imports.flatMap(({ target, relative, typeOnly }) => {
      if (!relative) {
        const name = packageOf(target);
        return room.packages === undefined || room.packages.includes(name)
          ? []
          : [`${file.path}: ${folder} may not import the package ${name}: ${room.why}`];
      }
      if (within(target, folder) || room.values.some((place) => within(target, place))) return [];
      if (!room.types.some((place) => within(target, place)))
        return [`${file.path}: ${folder} may not import ${target}: ${room.why}`];
      return typeOnly
        ? []
        : [`${file.path}: ${folder} may import types only from ${target} ("import type"): ${room.why}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('no face imports another face', () => {
  const faceOf = (path: string): string | undefined => /^src\/routes\/([^/]+)\//.exec(path)?.[1];
  const wrong = sources.flatMap((file) =>
    file.imports
      .filter(({ target }) => faceOf(file.path) !== undefined && faceOf(target) !== undefined)
      .filter(({ target }) => faceOf(target) !== faceOf(file.path))
      .map(({ target }) => `${file.path} imports ${target}: say it in read, or draw it in widget/view`),
  );
  expect(wrong).toEqual([]);
});

test('nothing imports the composition root', () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports.filter(({ target }) => target === 'src/worker.ts').map(() => `${path} imports src/worker.ts`),
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
  return Object.keys(ROOMS).find((folder) => within(path, folder)) ?? null;
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
