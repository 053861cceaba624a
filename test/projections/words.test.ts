// The catalogue: which language answers, and plurals as each language counts.
import { expect, test } from 'vitest';
import { plural } from '../../src/projections/words/plural.ts';
import { spoken, wordsOf } from '../../src/projections/words/words.ts';

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
