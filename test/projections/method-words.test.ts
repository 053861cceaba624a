// How a figure was made, in one line: each part alone, and all in their order, in the numerals and dates of the language.
import { expect, test } from 'vitest';
import { apartWords } from '../../src/projections/correction-words.ts';
import { methodWords } from '../../src/projections/method-words.ts';
import { claimOf, recordOf } from '../domain/two-ministries.ts';

const record = recordOf();
const ADULTS = {
  sampleSize: 1_204,
  denominator: 'adults',
  fieldFrom: '2025-03-03',
  fieldTo: '2025-03-05',
  mode: 'online',
  margin: 0.028,
  level: 0.95,
  sponsor: 'the Daily D',
};
/** Releases of Intl part the days of a span by spaces of their own. */
const words = (method: object, measure = 'share') =>
  methodWords(claimOf('c', { method, measure }), { record, lang: 'en' })
    ?.replace(/\u2009/g, ' ')
    .replace('3 – 5', '3–5') ?? null;

test.for<[object, string | null]>([
  [ADULTS, '1,204 adults, 3–5 Mar 2025, online, ±2.8 points at 95% confidence, for the Daily D'],
  [{ ...ADULTS, note: 'weighted by age' }, expect.stringMatching(/, for the Daily D · weighted by age$/)],
  [{ sampleSize: 998 }, 'sample of 998'],
  [{ denominator: 'registered voters' }, 'of registered voters'],
  [{ fieldFrom: '2025-03-03' }, 'from 3 Mar 2025'],
  [{ fieldTo: '2025-03-05' }, 'to 5 Mar 2025'],
  [{ fieldFrom: '2025-02-27', fieldTo: '2025-03-02' }, '27 Feb – 2 Mar 2025'],
  [{ fieldFrom: '2024-12-30', fieldTo: '2025-01-02' }, '30 Dec 2024 – 2 Jan 2025'],
  [{ fieldFrom: '2025-03-03', fieldTo: '2025-03-03' }, '3 Mar 2025'],
  [{ mode: 'model' }, 'by a model'],
  [{ margin: 0.031 }, '±3.1 points'],
  [{ margin: 0.07 }, '±7 points'],
  [{ level: 0.9 }, '90% confidence'],
  [{ sponsor: 'a union' }, 'for a union'],
  [{ note: 'Weighted.' }, 'Weighted.'],
  [{}, null],
])('%j: %s', ([method, line]) => {
  expect(words(method)).toEqual(line);
});

test('a margin of a part is in points, whatever the unit of the part', () => {
  const inPercent = recordOf();
  const shares = inPercent.measures.get('share');
  if (!shares) throw new Error('There is a share.');
  const measures = new Map(inPercent.measures).set('share', { ...shares, unit: 'percent' });
  const claim = claimOf('c', { method: { margin: 2.5 }, measure: 'share' });
  expect(methodWords(claim, { record: { ...inPercent, measures }, lang: 'en' })).toBe('±2.5 points');
});

test('a margin is in the unit of its measure', () => {
  expect(words({ margin: 1_200 }, 'killed')).toBe('±1,200 people');
});

test('a correction of the method alone says what it was; two statements in the same words do not', () => {
  const [was, now] = [1_024, 1_204].map((sampleSize) => claimOf('c', { method: { ...ADULTS, sampleSize } }));
  const apart = (a: typeof was, b: typeof now) => a && b && apartWords(a, b, { record, lang: 'en' });
  expect(apart(was, now)).toEqual([
    expect.stringMatching(/^“100” \(recorded as 1,024 adults, /),
    expect.stringMatching(/^“100” \(recorded as 1,204 adults, /),
  ]);
  expect(apart(was, now && { ...now, id: 'other' })).toEqual(['“100”', '“100”']);
  expect(apart(was && { ...was, method: null }, now)?.[0]).toBe('“100”');
});
