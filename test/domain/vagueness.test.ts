// Vague words: the published readings cell by cell and version by version, and words read as the longest word they hold.
import { expect, test } from 'vitest';
import { sortOf, VAGUE_WORDS, type VagueWord, vagueWord } from '../../src/domain/figure/vague-words.ts';
import { DEFAULT_SCHEME, readVague, SCHEMES, schemeOf } from '../../src/domain/figure/vagueness.ts';
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
  ['hundreds of thousands', none, atLeast(200_000), none, from(200_000, 999_999)],
  ['millions', none, none, none, from(2_000_000, 9_999_999)],
  ['tens of millions', none, none, none, from(20_000_000, 99_999_999)],
  ['hundreds of millions', none, none, none, from(200_000_000, 999_999_999)],
  ['billions', none, none, none, from(2_000_000_000, 9_999_999_999)],
  ['a couple of', none, none, none, from(2, 3)],
  ['a few', none, none, none, from(2, 5)],
  ['several', none, none, none, from(3, 9)],
  ['most', none, none, none, from(0.5, 1)],
  ['a majority', none, none, none, from(0.5, 1)],
  ['a minority', none, none, none, from(0, 0.5)],
  ['nearly half', none, none, none, from(0.4, 0.5)],
  ['the vast majority', none, none, none, from(0.75, 1)],
  ['nearly all', none, none, none, from(0.9, 1)],
];
/** The words that the first version of each scheme spoke of. */
const FIRST = TABLE.slice(0, 10);
const COLUMNS = ['acled', 'ccc', 'gtd', 'house'];

const cells = TABLE.flatMap(([word, ...row]) =>
  COLUMNS.map((scheme, at) => [word, scheme, row[at]] as const),
);

test.for(cells)('%s under %s', ([word, scheme, interval]) => {
  const read = schemeOf(scheme);
  expect(read && readVague(word, read)).toEqual(interval);
});

test('every word has its row', () => {
  expect(TABLE.map(([word]) => word).toSorted()).toEqual(VAGUE_WORDS.toSorted());
});

test('there are four schemes, the newest version of each first; the house is the default', () => {
  expect(SCHEMES.map(({ key, name }) => [key, name])).toEqual([
    ['house@2', 'By Source'],
    ['acled@1', 'ACLED'],
    ['ccc@2', 'Crowd Counting Consortium'],
    ['gtd@2', 'Global Terrorism Database'],
    ['house@1', 'By Source'],
    ['ccc@1', 'Crowd Counting Consortium'],
    ['gtd@1', 'Global Terrorism Database'],
  ]);
  expect(DEFAULT_SCHEME.key).toBe('house@2');
});

test('an id alone is the newest version; another is asked for by its number', () => {
  expect(schemeOf('house')?.version).toBe(2);
  expect(schemeOf('house@2')).toBe(schemeOf('house'));
  expect(schemeOf('house@1')?.version).toBe(1);
  for (const name of ['nobody', 'house@3', 'house@', 'house@01', '@1', 'acled@2', ''])
    expect(schemeOf(name)).toBeNull();
});

test.for(FIRST.flatMap(([word, ...row]) => COLUMNS.map((scheme, at) => [word, scheme, row[at]] as const)))(
  '%s under the first version of %s is as it was',
  ([word, scheme, interval]) => {
    const first = schemeOf(`${scheme}@1`);
    expect(first && readVague(word, first)).toEqual(interval);
  },
);

test('a first version speaks of no word that came after it', () => {
  const early = FIRST.map(([word]) => word);
  for (const { rules } of SCHEMES.filter(({ version }) => version === 1))
    expect(Object.keys(rules).filter((word) => !early.includes(word as VagueWord))).toEqual([]);
});

test('where the database leaves a count blank, it says so rather than having no rule; of shares it says nothing', () => {
  for (const [word] of TABLE)
    expect([word, schemeOf('gtd')?.rules[word]]).toEqual([
      word,
      sortOf(word) === 'share' ? undefined : 'blank',
    ]);
});

test('each rule says where it is from', () => {
  for (const { rules, grounds, source, address } of SCHEMES) {
    expect(Object.keys(grounds)).toEqual(Object.keys(rules));
    if (source !== null)
      expect(Object.values(grounds).every((ground) => ground?.address === address)).toBe(true);
  }
});

test('shares are told from counts', () => {
  const shares = ['most', 'a majority', 'a minority', 'nearly half', 'the vast majority', 'nearly all'];
  expect(VAGUE_WORDS.filter((word) => sortOf(word) === 'share').toSorted()).toEqual(shares.toSorted());
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
  ['hundreds of millions', 'hundreds of millions'],
  ['hundreds of lakhs', null],
  ['several hundred thousand', null],
  ['a few hundred million', null],
  ['a couple of hundred thousand', null],
  ['dozens of thousands', null],
  ['tens of billions', null],
  ['two dozens', null],
  ['not hundreds', null],
  ['she is a handful', null],
  ['hundreds of thousands', 'hundreds of thousands'],
  ['significant losses', null],
  ['two dozen', null],
  ['at least 100', null],
  ['dozens and dozens', 'dozens'],
  ['several tens of thousands', 'tens of thousands'],
  ['hundreds upon hundreds of people', 'hundreds'],
  ['many hundreds of thousands', 'hundreds of thousands'],
  ['tens of thousands, if not hundreds of thousands', 'tens of thousands'],
  ['thousands or hundreds of thousands', 'thousands'],
  ['tens or hundreds of thousands', null],
  ['hundreds or even thousands', 'hundreds'],
  ['dozens, perhaps hundreds of thousands', null],
  ['hundreds of thousands of millions', null],
  ['hundreds of billions', null],
  ['three millions', null],
  ['2 millions', null],
  ['several million', 'millions'],
  ['a couple of thousand', 'thousands'],
  ['a couple of dozen', 'dozens'],
  ['several people', 'several'],
  ['several times', null],
  ['several percent', null],
  ['joint and several', null],
  ['a few dead', 'a few'],
  ['quite a few', null],
  ['not a few', null],
  ['the last few', null],
  ['a few percentage points', null],
  ['a couple of people', 'a couple of'],
  ['a couple of hundred', 'a couple hundred'],
  ['a couple', null],
  ['a dozen', null],
  ['a dozen or so', null],
  ['half a dozen', null],
  ['half', null],
  ['more than half', null],
  ['most of the city', 'most'],
  ['Most voters', 'most'],
  ['most of them', 'most'],
  ['most', 'most'],
  ['the most', null],
  ['at most 300', null],
  ['at the most', null],
  ['almost 300', null],
  ['most of all', null],
  ['most of the time', null],
  ['most of the night shift', 'most'],
  ['most of the day’s flights', 'most'],
  ['most of the night', null],
  ['most of the night in tents', null],
  ['most of the day, he said', null],
  ['most of the week was lost', null],
  ['most recent figures', null],
  ['most serious', null],
  ['most likely', null],
  ['a majority', 'a majority'],
  ['a slim majority of those asked', 'a majority'],
  ['majority of residents', 'a majority'],
  ['won a majority', null],
  ['a majority of 12', null],
  ['a majority of seats', null],
  ['a majority government', null],
  ['the majority leader', null],
  ['a parliamentary majority', null],
  ['parliamentary majority', null],
  ['a two-thirds majority', null],
  ['the vast majority', 'the vast majority'],
  ['an overwhelming majority of people', 'the vast majority'],
  ['not the vast majority', null],
  ['not a handful', null],
  ['not a few hundred', null],
  ['only a minority', 'a minority'],
  ['a small minority of patients', 'a minority'],
  ['an ethnic minority', null],
  ['a minority government', null],
  ['belongs to a minority', null],
  ['nearly half', 'nearly half'],
  ['just under half of the votes', 'nearly half'],
  ['almost half the city', 'nearly half'],
  ['nearly half a million', null],
  ['nearly half an hour', null],
  ['almost half-time', null],
  ['not nearly half', null],
  ['nearly all', 'nearly all'],
  ['almost everyone', 'nearly all'],
  ['nearly every household', 'nearly all'],
  ['nearly every day', null],
  ['nearly all night', null],
  ['nearly all of the summer crop', 'nearly all'],
  ['nearly all the week', null],
  ['not nearly all', null],
])('“%s” is read as %s', ([words, word]) => {
  expect(vagueWord(words as string)).toBe(word);
});
