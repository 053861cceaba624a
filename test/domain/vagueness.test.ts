// Vague words: the published readings cell by cell, and words read as the longest word they hold.
import { expect, test } from 'vitest';
import { type VagueWord, vagueWord } from '../../src/domain/figure/vague-words.ts';
import { readVague, SCHEMES, schemeOf } from '../../src/domain/figure/vagueness.ts';
import type { Interval } from '../../src/domain/figure/value.ts';

type Reading = Interval | null;
const none: Reading = null;
const atLeast = (low: number) => ({ low, high: null });
const from = (low: number, high: number) => ({ low, high });

const TABLE: [VagueWord, Reading, Reading, Reading, Reading][] = [
  // word, ACLED, Crowd Counting Consortium, Global Terrorism Database, house
  ['a handful', none, none, none, from(3, 9)],
  ['tens', atLeast(10), none, none, from(20, 99)],
  ['dozens', atLeast(12), none, none, from(24, 99)],
  ['scores', none, none, none, from(40, 199)],
  ['hundreds', atLeast(100), atLeast(200), none, from(200, 999)],
  ['a couple hundred', none, none, none, from(150, 300)],
  ['a few hundred', none, none, none, from(200, 500)],
  ['several hundred', none, none, none, from(300, 900)],
  ['thousands', atLeast(1_000), atLeast(2_000), none, from(2_000, 9_999)],
  ['tens of thousands', none, atLeast(20_000), none, from(20_000, 99_999)],
];
const COLUMNS = ['acled', 'ccc', 'gtd', 'house'];

const cells = TABLE.flatMap(([word, ...row]) =>
  COLUMNS.map((scheme, at) => [word, scheme, row[at]] as const),
);

test.for(cells)('%s under %s', ([word, scheme, interval]) => {
  const read = schemeOf(scheme);
  expect(read && readVague(word, read)).toEqual(interval);
});

test('there are four schemes, each with a version and a name; the house is the default', () => {
  expect(SCHEMES.map(({ id, version, name }) => [id, version, name])).toEqual([
    ['house', 1, 'By Source'],
    ['acled', 1, 'ACLED'],
    ['ccc', 1, 'Crowd Counting Consortium'],
    ['gtd', 1, 'Global Terrorism Database'],
  ]);
  expect(schemeOf('nobody')).toBeNull();
});

test('where the database leaves a word blank, it says so rather than having no rule', () => {
  for (const [word] of TABLE) expect(schemeOf('gtd')?.rules[word]).toBe('blank');
});

test.for([
  ['several hundred casualties', 'several hundred'],
  ['Hundreds', 'hundreds'],
  ['a couple of hundred', 'a couple hundred'],
  ['tens of thousands of people', 'tens of thousands'],
  ['dozens, several dozens', 'dozens'],
  ['several thousand', 'thousands'],
  ['Scores of people', 'scores'],
  ['scores', 'scores'],
  ['killed scores', 'scores'],
  ['scores were hurt', 'scores'],
  ['more than a handful', 'a handful'],
  ['dozens, not hundreds', 'dozens'],
  ['hundreds, if not thousands', 'hundreds'],
  ['at least several hundred', 'several hundred'],
  ['a few thousand', 'thousands'],
  ['exam scores', null],
  ['Reading scores fell', null],
  ['music scores of the period', null],
  ['to settle scores', null],
  ['she scores 80', null],
  ['scores of 80', null],
  ['scores of goals', null],
  ['hundreds of millions', null],
  ['hundreds of lakhs', null],
  ['several hundred thousand', null],
  ['a few hundred million', null],
  ['a couple of hundred thousand', null],
  ['dozens of thousands', null],
  ['tens of billions', null],
  ['two dozens', null],
  ['not hundreds', null],
  ['she is a handful', null],
  ['hundreds of thousands', null],
  ['significant losses', null],
  ['two dozen', null],
  ['at least 100', null],
])('“%s” is read as %s', ([words, word]) => {
  expect(vagueWord(words as string)).toBe(word);
});
