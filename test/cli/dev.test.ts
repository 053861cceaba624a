// What `npm run dev` adds: a change is built, a build that fails is said and the next one is tried all the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rebuildOnChange } from '../../src/cli/dev.ts';

let folder: string;
let end: () => void = () => undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'by-source-dev-'));
});
afterEach(() => {
  end();
  rmSync(folder, { recursive: true, force: true });
});

const touch = (name: string): void => writeFileSync(join(folder, name), `${Math.random()}`);

test('a source that changes is built, and a build that fails does not end the watch', async () => {
  const said: string[] = [];
  let fails = true;
  const build = vi.fn(async () => {
    if (fails) throw new Error('a brace is missing');
  });
  end = rebuildOnChange([folder], build, (line) => said.push(line));
  touch('panel.css');
  await vi.waitFor(
    () => expect(said).toEqual(['panel.css changed, and cannot be built: a brace is missing']),
    20_000,
  );
  fails = false;
  touch('element.ts');
  await vi.waitFor(() => expect(said.at(-1)).toBe('element.ts changed: built anew.'), 20_000);
});

test('what is no source builds nothing', async () => {
  const build = vi.fn(async () => undefined);
  const said: string[] = [];
  end = rebuildOnChange([folder], build, (line) => said.push(line));
  touch('notes.md');
  touch('element.ts');
  await vi.waitFor(() => expect(said).toEqual(['element.ts changed: built anew.']), 20_000);
  expect(build).toHaveBeenCalledTimes(1);
});
