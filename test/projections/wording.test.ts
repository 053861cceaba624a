// Words made once: what was said in quotation marks, and beside it only what a reader needs.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import { Link } from '../../src/domain/record/evidence.ts';
import { intervalWords, numberWords } from '../../src/projections/locale.ts';
import { claimWords, saidWords, statementWords, viaWords } from '../../src/projections/wording.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

const record = recordOf(claimOf('asked', { value: point(4_000, '4,000') }));
const words = (claim: Claim) => claimWords(claim, { record, lang: 'en' });
const figure = (value: object, fields: object = {}) => words(claimOf('c', { value, ...fields }));
const interval = { kind: 'interval', low: 2_658, point: 2_975, high: 3_290, level: 0.95 };
const share = { kind: 'share', point: 0.25, of: '4,000' };
const margin = { ends: ['low', 'high'], how: 'the stated margin' };

test.for<[string, object, string]>([
  ['a point', point(50), '“50”'],
  ['a hedge', point(300, 'at least 300', 'at-least'), '“at least 300”'],
  ['a translation', { ...point(13, '13명'), gloss: '13 people' }, '“13명” (13 people, our translation)'],
  [
    'an interval beside its point',
    { ...interval, stated: '2975 excess deaths' },
    '“2975 excess deaths” (95% interval 2,658 to 3,290)',
  ],
  [
    'an interval whose ends were said',
    { ...interval, stated: '2,658 to 3,290' },
    '2,975 (95% interval “2,658 to 3,290”)',
  ],
  [
    'an interval of which all was said',
    { ...interval, stated: '2,975 (95% interval 2,658 to 3,290)' },
    '“2,975 (95% interval 2,658 to 3,290)”',
  ],
  [
    'an interval of which all but the level was said',
    { ...interval, stated: '2,975 (2,658 to 3,290)' },
    '“2,975 (2,658 to 3,290)” (95% interval 2,658 to 3,290)',
  ],
  [
    'words that run from right to left',
    { ...point(210_000, '٢١٠ آلاف'), lang: 'ar', gloss: '210 thousand' },
    '“\u2068٢١٠ آلاف\u2069” (210 thousand, our translation)',
  ],
  ['a number of a table', { ...point(1_204), stated: null }, '1,204 people, from the table'],
  ['a zero of a table', { ...point(0), stated: null }, '0 people, from the table'],
  [
    'a range of a table',
    { kind: 'range', low: 300, high: 1_400, stated: null },
    '300 to 1,400 people, from the table',
  ],
  [
    'a margin that was said',
    { ...interval, level: null, low: 2_875, high: 3_075, stated: '2,975 ±100' },
    '“2,975 ±100”',
  ],
  [
    'an interval of a table',
    { ...interval, stated: null },
    '2,975 people (95% interval 2,658 to 3,290), from the table',
  ],
  ['a share', { ...share, stated: 'a quarter' }, '“a quarter” of 4,000'],
  ['a share in percent', { ...share, stated: '25 percent' }, '“25 percent” of 4,000'],
  ['a share in thirds', { ...share, stated: 'two thirds' }, '“two thirds” of 4,000'],
  [
    'a share with what was done',
    { ...share, of: 'drones launched', stated: '60 to 75 % intercepted' },
    '“60 to 75 % intercepted”, of drones launched',
  ],
  [
    'a share of things',
    { ...share, of: 'jobs worldwide', stated: '1 in 10 jobs' },
    '“1 in 10 jobs”, of jobs worldwide',
  ],
  [
    'a share that names its whole',
    { ...share, of: '41 drones', stated: '37 of 41 drones' },
    '“37 of 41 drones”',
  ],
  [
    'a share whose words name the whole',
    { ...share, of: 'beds', stated: 'one in 4 beds' },
    '“one in 4 beds”',
  ],
  [
    'a share whose words name it with another article',
    { ...share, of: 'the night shift', stated: 'a quarter of night shift' },
    '“a quarter of night shift”',
  ],
  [
    'a share whose words end like the whole',
    { ...share, of: 'men', stated: '25 % women' },
    '“25 % women”, of men',
  ],
  ['a share with its margin', { ...share, low: 0.22, high: 0.28, stated: '25 % ±3' }, '“25 % ±3” of 4,000'],
  [
    'a share with an interval',
    { ...share, low: 0.22, high: 0.28, level: 0.95, stated: '25 %' },
    '“25 %” (95% interval 22% to 28%) of 4,000',
  ],
  ['a share that compares', { ...share, stated: '25 percent lower' }, '“25 percent lower” than 4,000'],
  [
    'a margin, on the flow',
    { kind: 'range', low: 44, point: 56, high: 68, stated: '±21%', derived: margin },
    '56 “±21%” (44 to 68 people, our conversion)',
  ],
])('%s', ([, value, text]) => {
  const measure = (value as { kind: string }).kind === 'share' ? 'share' : 'killed';
  expect(figure(value, { measure })).toBe(text);
});

test.for<[object, string]>([
  [{ point: 0.44 }, '44% of adults, from the table'],
  [{ point: 0.4375 }, '43.75% of adults, from the table'],
  [{ point: 0.07 }, '7% of adults, from the table'],
  [{ low: 0.41, high: 0.47 }, '41% to 47% of adults, from the table'],
  [{ low: 0.41, point: 0.44, high: 0.47 }, '44% (41% to 47%) of adults, from the table'],
])('a share %j of a table is worded as precisely as recorded, without quotation marks', ([numbers, text]) => {
  const value = { kind: 'share', ...numbers, of: 'adults', stated: null };
  expect(figure(value, { measure: 'share' })).toBe(text);
});

test('a figure of a table is denied, relayed and acknowledged as any other', () => {
  const tabled = recordOf(claimOf('asked', { value: { ...point(4_000), stated: null } }));
  const said = (claim: Claim) => claimWords(claim, { record: tabled, lang: 'en' });
  expect(said(stanceOf('c', 'denies', { about: { claim: 'asked' } }))).toBe(
    'denies 4,000 people, from the table',
  );
  expect(said(stanceOf('c', 'denies', { about: { claim: 'asked', words: '4,000' } }))).toBe('denies 4,000');
  const value = { ...point(350), stated: null };
  expect(said(claimOf('c', { stance: 'acknowledges', value }))).toBe(
    'acknowledges 350 people, from the table',
  );
  expect(said(claimOf('c', { stance: 'alleges', value, about: { source: 'ministry-b' } }))).toBe(
    'says Ministry B said 350 people, from the table',
  );
});

test('a figure in gallons is never shown in barrels alone', () => {
  const value = {
    kind: 'point',
    point: 5_000,
    stated: '210,000 gallons',
    derived: { ends: ['point'], how: '42 gallons' },
  };
  expect(figure(value, { measure: 'flow' })).toBe('“210,000 gallons” (5,000 barrels a day, our conversion)');
});

test.for<[object, string]>([
  [{ ...point(5_000, 'nearly 210,000 gallons', 'almost') }, 'almost 5,000 barrels a day'],
  [{ ...point(5_000, 'at least 210,000 gallons', 'at-least') }, 'at least 5,000 barrels a day'],
])('what is converted keeps the hedge of what was said: %j', ([value, ours]) => {
  const derived = { ends: ['point'], how: '42 gallons' };
  expect(figure({ ...value, derived }, { measure: 'flow' })).toContain(`(${ours}, our conversion)`);
});

test.for<[string, object, string]>([
  ['acknowledges', { value: point(350), about: null }, 'acknowledges “350”'],
  ['alleges', { value: point(350) }, 'alleges “350”'],
  ['alleges', { value: point(350), about: { source: 'ministry-b' } }, 'says Ministry B said “350”'],
  ['states', { words: 'heavy losses' }, '“heavy losses”, no figure'],
  ['acknowledges', { words: 'killed and wounded' }, 'acknowledges “killed and wounded”, no figure'],
  ['acknowledges', {}, 'acknowledges, no figure'],
  ['denies', { about: { words: '3,000' } }, 'denies 3,000'],
  ['denies', { about: { claim: 'asked' } }, 'denies “4,000”'],
  ['declines', {}, 'declined to answer'],
  [
    'declines',
    { about: { words: 'the exact number' } },
    'declined to answer on the exact number (in our words)',
  ],
  ['declines', { words: 'no comment' }, 'declined to answer: “no comment”'],
  ['denies', { about: { words: '3,000' }, words: 'nobody died' }, 'denies 3,000: “nobody died”'],
  ['denies', { about: { claim: 'asked' }, words: 'a lie' }, 'denies “4,000”: “a lie”'],
  ['denies', { about: { claim: 'asked', words: '4,000' } }, 'denies “4,000”'],
  ['denies', { about: { words: 'the toll' }, words: 'a lie' }, 'denies: “a lie” (in our words: the toll)'],
  ['denies', { about: { words: 'the toll' }, words: 'The toll is wrong' }, 'denies: “The toll is wrong”'],
  [
    'no-answer',
    { words: { stated: '확인 중', lang: 'ko', gloss: 'checking' } },
    'gave no answer: “확인 중” (checking, our translation)',
  ],
  ['no-answer', {}, 'gave no answer'],
  ['cannot-confirm', { about: { words: 'any casualties' } }, 'cannot confirm any casualties (in our words)'],
  ['cannot-confirm', { words: 'we are looking' }, 'cannot confirm: “we are looking”'],
  ['cannot-confirm', {}, 'cannot confirm'],
])('%s, as %o', ([stance, fields, text]) => {
  expect(words(stanceOf('c', stance, fields))).toBe(text);
});

test.for<[object, string]>([
  [{ summary: 'The army was there.' }, 'In our words: The army was there.'],
  [
    { summary: 'The army was there.', words: 'we saw them' },
    '“we saw them”. In our words: The army was there.',
  ],
  [
    { stance: 'declines', summary: 'It would not say.', words: 'no comment', about: { words: 'the army' } },
    'declined to answer: “no comment”. In our words: It would not say.',
  ],
  [
    { measure: 'killed', summary: 'Left out beside a measure.', words: 'heavy losses' },
    '“heavy losses”, no figure',
  ],
])('a statement %o is told as %s', ([fields, text]) => {
  const claim = stanceOf('c', 'states', { measure: null, ...fields });
  expect(statementWords(claim, { record, lang: 'en' })).toBe(text);
});

test.for([
  [{ low: 200, high: 999 }, '200–999'],
  [{ low: 100, high: null }, 'at least 100'],
  [{ low: null, high: 50 }, 'at most 50'],
] as const)('%o is worded %s', ([interval, text]) => {
  expect(intervalWords(interval, 'en', 'people')).toBe(text);
});

test('a number is printed as it was given, never rounded', () => {
  const printed = (n: number, unit = 'people') => numberWords(n, 'en', unit);
  expect([0.15, 2.45, 1_234_567, 0.001].map((n) => printed(n))).toEqual([
    '0.15',
    '2.45',
    '1,234,567',
    '0.001',
  ]);
  expect([0.0015, 0.333, 0.07, 0.29].map((n) => printed(n, 'share'))).toEqual([
    '0.15%',
    '33.3%',
    '7%',
    '29%',
  ]);
});

const when = (fields: object) => {
  const state = recordOf(claimOf('c', fields)).held.get('c');
  return state && saidWords(state, 'en');
};

test.for<[object, string]>([
  [{ said: '2024-12-23' }, '23 Dec 2024'],
  [{ said: '2025-01' }, 'January 2025'],
  [{ said: '2010' }, '2010'],
  [{ said: '2024-12-23T22:00:00Z' }, '23 Dec 2024, 22:00 UTC'],
  [{ said: '2024-12-23T23:30:00-05:00' }, '23 Dec 2024, 23:30 UTC−5'],
  [{ said: '2024-12-24T00:15:00+05:30' }, '24 Dec 2024, 00:15 UTC+5:30'],
  [{ said: { date: '2024-12-23', precision: 'year' } }, '2024'],
  [{ said: null, published: '2024' }, 'date not given, by the end of 2024'],
  [{ said: null, published: '2024-06' }, 'date not given, by the end of June 2024'],
  [{ said: null, published: '2024-12-17' }, 'date not given, by 17 Dec 2024'],
  [{ said: null, measure: 'march' }, 'date not given, 2 Mar 2024 or later'],
  [{ said: { date: '2024-12-17', inferred: true } }, 'date not given, by 17 Dec 2024'],
  [{ said: null }, 'date not given'],
])('%o is said %s', ([fields, text]) => {
  expect(when(fields)).toBe(text);
});

const link = (name: string, role: string, fields: object = {}) => Link.parse({ name, role, ...fields });
const paper = link('Paper', 'outlet');

test.for<[string, Link[], string, string]>([
  [
    'from the speaker to the page read',
    [paper, link('Agency', 'agency'), link('A person', 'speaker')],
    'Ministry A',
    'A person · via Agency, Paper',
  ],
  ['a speaker who is the source', [paper, link('Ministry A', 'speaker')], 'Ministry A', 'via Paper'],
  [
    'a speaker whose name opens the source’s',
    [paper, link('C', 'speaker', { descriptor: 'Study C' })],
    'Study C (University)',
    'via Paper',
  ],
  [
    'an unnamed speaker as described',
    [paper, link('x', 'speaker', { descriptor: 'a senior official', anonymous: true })],
    'Ministry A',
    'a senior official · via Paper',
  ],
  ['a paper of its own', [paper], 'Paper', ''],
  ['an outlet named twice', [paper, link('Agency', 'agency'), paper], 'Ministry A', 'via Agency, Paper'],
])('%s', ([, chain, source, text]) => {
  expect(viaWords(chain, source, 'en')).toBe(text);
});
