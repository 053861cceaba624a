// The catalogue: which language answers, and plurals as each language counts.
import { expect, test } from 'vitest';
import { metricWords } from '../../src/projections/codebook.ts';
import { en, type Words } from '../../src/projections/words/en.ts';
import { plural } from '../../src/projections/words/plural.ts';
import { spoken, wordsOf } from '../../src/projections/words/words.ts';
import { CODEBOOK } from '../domain/codebook.ts';

test.for(['en', 'en-US', 'EN', '', 'tlh', '__proto__', 'constructor', 'de-AT-1901'])(
  '%j is answered in English',
  (lang) => {
    expect(spoken(lang)).toBe('en');
    expect(wordsOf(lang).frame.skip).toBe('Skip to the content');
  },
);

test('a plural takes the form of its language, with its numerals', () => {
  const forms = { one: '# source', other: '# sources' };
  expect([0, 1, 2, 1_100].map((n) => plural('en', n, forms))).toEqual([
    '0 sources',
    '1 source',
    '2 sources',
    '1,100 sources',
  ]);
  const slavic = { one: '# рядок', few: '# рядки', many: '# рядків', other: '# рядка' };
  expect([1, 3, 5, 21, 1.5].map((n) => plural('uk', n, slavic))).toEqual([
    '1 рядок',
    '3 рядки',
    '5 рядків',
    '21 рядок',
    '1,5 рядка',
  ]);
});

test('a language that lacks a face, a sentence or a form of one does not compile', () => {
  // @ts-expect-error: a face is missing
  const faceless: Words = { ...en, frame: undefined };
  const { skip: _skip, ...frame } = en.frame;
  // @ts-expect-error: a sentence is missing
  const mute: Words = { ...en, frame };
  const { voided: _voided, ...amended } = en.rows.amended;
  // @ts-expect-error: one of several events has no words
  const partial: Words = { ...en, rows: { ...en.rows, amended } };
  // @ts-expect-error: what is counted is left out
  const uncounted: Words = { ...en, panel: { ...en.panel, sources: 'sources' } };
  const whole: Words = { ...en };
  expect(Object.keys(whole)).toEqual(Object.keys(en));
  expect([faceless, mute, partial, uncounted].map((words) => words.locale)).toEqual(Array(4).fill('en-GB'));
});

test('no sentence of the catalogue is empty', () => {
  const empty = (part: unknown, path: string): string[] => {
    if (typeof part === 'string') return part.trim() === '' ? [path] : [];
    if (part === null || typeof part !== 'object') return [];
    return Object.entries(part).flatMap(([key, each]) => empty(each, `${path}.${key}`));
  };
  expect(empty(en, 'en')).toEqual([]);
});

test('the codebook says of each metric what it is, and of each that is kept apart why', () => {
  for (const [id, { apart }] of CODEBOOK.metrics) {
    const words = metricWords(id, CODEBOOK, 'en');
    expect([id, words?.label, words?.definition]).toEqual([
      id,
      expect.stringMatching(/^\p{Lu}/u),
      expect.stringMatching(/^\p{Lu}.*\.$/u),
    ]);
    expect(Object.keys(words?.apart ?? {})).toEqual(apart.map(({ metric }) => metric));
    for (const why of Object.values(words?.apart ?? {})) expect(why).toMatch(/^\p{Lu}.*\.$/u);
  }
  expect(metricWords('toString', CODEBOOK, 'en')).toBeNull();
});
