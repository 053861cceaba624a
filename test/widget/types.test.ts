// The types that a site's own compiler checks its use of the widget by, with frameworks installed and without.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';

let folder = '';

/** As a framework declares its elements, no more of it. */
const FRAMEWORKS: Record<string, string> = {
  'react/index.d.ts': `export namespace JSX { interface Element {} interface IntrinsicElements { table: { height?: string } } }`,
  'react/jsx-runtime.d.ts': `import type { JSX as React } from './index';
    export namespace JSX { interface Element extends React.Element {} interface IntrinsicElements extends React.IntrinsicElements {} interface ElementChildrenAttribute { children: object } }
    export function jsx(type: string, props: unknown): JSX.Element; export function jsxs(type: string, props: unknown): JSX.Element;`,
  'vue/index.d.ts': `export interface GlobalComponents {}`,
  'svelte/elements.d.ts': `export interface SvelteHTMLElements {}`,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'by-source-types-'));
  await cp(inProject('widget/by-source.d.ts'), join(folder, 'by-source.d.ts'));
  for (const [path, text] of Object.entries(FRAMEWORKS)) {
    const file = join(folder, 'node_modules', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of a file, a line each. */
async function complaints(name: string, text: string): Promise<string[]> {
  await writeFile(join(folder, name), `import './by-source';\n${text}`);
  const given =
    '--noEmit --strict --jsx react-jsx --module esnext --moduleResolution bundler --target es2022';
  const tsc = inProject('node_modules/.bin/tsc');
  const run = promisify(execFile)(tsc, [...given.split(' '), '--lib', 'es2022,dom', name], { cwd: folder });
  const said = await run.then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  return said.split('\n').filter((line) => line.includes('error TS'));
}

test('elements and events in plain TypeScript', async () => {
  const right = `document.addEventListener('by-source:failed', ({ detail }) => detail.state === 'unknown-topic');
document.querySelector('by-source')?.addEventListener('by-source:drawn', ({ detail }) => detail.topic.length);`;
  expect(await complaints('plain.ts', right)).toEqual([]);
  const wrong = `document.addEventListener('by-source:failed', ({ detail }) => detail.state === 'mislaid');`;
  expect(await complaints('wrong.ts', wrong)).toEqual([expect.stringContaining('TS2367')]);
});

test('attributes in React, Vue and Svelte', async () => {
  const right = `import type { GlobalComponents } from 'vue';
import type { SvelteHTMLElements } from 'svelte/elements';
export const drawn = <by-source topic="flood" height={420} known-at="2026-01-01T00:00:00Z"><table height="420" /></by-source>;
export const list = <most-commented window="7d" limit="5" />;
export const vue = (props: InstanceType<GlobalComponents['BySource']>['$props']): string => props.topic;
export const svelte: SvelteHTMLElements['by-source'] = { topic: 'flood', 'onby-source:failed': ({ detail }) => detail.state };`;
  expect(await complaints('frameworks.tsx', right)).toEqual([]);
  const wrong = `export const a = <by-source />;
export const b = <most-commented window="9d" />;`;
  expect(await complaints('wrong.tsx', wrong)).toHaveLength(2);
});
