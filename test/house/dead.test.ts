// Nothing is exported for tests alone, or for nobody: what the product does not use is not there to be read.
import { expect, test } from 'vitest';
import { readSources } from './source-files.ts';

/** Each with its reason. */
const KEPT = new Map([
  ['src/domain/record/comparison.ts compareEstimates', 'a glance at a topic will print what may be compared'],
  ['src/cli/ports.ts freePortPair', 'tests and the bench start the product beside another'],
]);

const sources = readSources().filter(({ path }) => !path.endsWith('.d.ts'));
const DECLARED = /^export\s+(?:async\s+)?(?:function\*?|const|class|interface|type)\s+(\w+)/gm;

/** Exports that no other file of the product imports, and their own file does not use either. */
function unused(): string[] {
  return sources.flatMap(({ path, text }) => {
    const importers = sources.filter(({ imports }) => imports.some(({ target }) => target === path));
    return [...withoutSnippets(text).matchAll(DECLARED)]
      .map(([, name]) => name as string)
      .filter((name) => {
        const word = new RegExp(`\\b${name}\\b`, 'g');
        const own = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').match(word)?.length ?? 0;
        return own < 2 && !importers.some((file) => word.test(file.text));
      })
      .map((name) => `${path} ${name}`);
  });
}

test('each export has a user in the product, or a reason here', () => {
  expect(unused().filter((entry) => !KEPT.has(entry))).toEqual([]);
});

test('the reasons are of exports that are there', () => {
  const exported = sources.flatMap(({ path, text }) =>
    [...text.matchAll(DECLARED)].map(([, name]) => `${path} ${name}`),
  );
  expect([...KEPT.keys()].filter((entry) => !exported.includes(entry))).toEqual([]);
});

/** Without the programs that a page shows its reader as text. */
function withoutSnippets(text: string): string {
  return text.replace(/`[^`]*`/g, '``');
}
