// The house's style where the linter has no word for it: size, names, opening sentences, no `any`.
import { expect, test } from 'vitest';
import { readSources } from './source-files.ts';

const MOST_LINES = 250;
const NO_NAMES = /(^|[/.-])(utils?|helpers?|commons?|misc|index)(\.|-|\/|$)/;

const sources = readSources();

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(10);
});

test(`no file is over ${MOST_LINES} lines`, () => {
  const long = sources.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
  expect(long.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});

test('every file is called after what it holds', () => {
  expect(sources.map(({ path }) => path).filter((path) => NO_NAMES.test(path))).toEqual([]);
});

test('every file opens with a sentence that says what it is for', () => {
  const mute = sources.filter(
    ({ text }) => !/^(\/\/|\/\*\*?)\s+\S+( \S+){2,}/.test(text) || !opening(text).includes('.'),
  );
  expect(mute.map(({ path }) => path)).toEqual([]);
});

test('nothing is any', () => {
  const any = /(:\s*|<|\bas\s+|\|\s*|,\s*|=\s*)any\b(?=\s*[;,)>[\]|=}\n])/;
  const loose = sources.filter(({ text }) => any.test(withoutCommentsAndStrings(text)));
  expect(loose.map(({ path }) => path)).toEqual([]);
});

/** The comment that a file begins with. */
function opening(text: string): string {
  if (text.startsWith('/*')) return text.slice(0, text.indexOf('*/'));
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end).join('\n');
}

function withoutCommentsAndStrings(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gm, "''");
}
