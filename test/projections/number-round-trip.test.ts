// What is printed of a number parses back to what was recorded: every kind of value and unit, in many languages.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeTo } from '../../src/domain/figure/number-match.ts';
import { wholeOf } from '../../src/domain/figure/quantity.ts';
import { numbersIn } from '../../src/domain/figure/stated-numbers.ts';
import { Value } from '../../src/domain/figure/value.ts';
import { builtInUnit, Unit } from '../../src/domain/record/unit.ts';
import { intervalWords, numberWords } from '../../src/projections/locale.ts';
import { tableWords } from '../../src/projections/table-words.ts';
import { countedWords } from '../../src/projections/unit-words.ts';
import { holds } from '../property/holds.ts';

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'uk',
  'ru',
  'ar',
  'ar-EG',
  'ko',
  'ja',
  'zh',
  'hi',
  'hi-u-nu-deva',
  'fa',
];
const BUILT_IN = [
  'percent',
  'EUR',
  'USD',
  'JPY',
  'INR',
  'UAH',
  'celsius',
  'hour',
  'day',
  'hectare',
  'kilometer-per-hour',
  '1',
];
const UNITS = [
  ...BUILT_IN.map((id) => builtInUnit(id) as Unit),
  Unit.parse({ id: 'people', singular: { en: 'person' }, plural: { en: 'people', uk: 'осіб' } }),
  Unit.parse({ id: 'permille', plural: { en: '‰' } }),
  Unit.parse({ id: 'flow', ucum: 'm3/s' }),
  Unit.parse({ id: 'share', plural: null, ucum: '{share}' }),
];

/** From thousandths to trillions, as precise as said, and zero. */
const size = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: -5, max: 9 }))
  .map(([n, power]) => Number(`${n}e${power}`));
const number = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: size },
  { weight: 6, arbitrary: size.map((n) => -n) },
);
const unit = fc.constantFrom(...UNITS);
const lang = fc.constantFrom(...LANGUAGES);

/** Every number is found in the words, in order. */
function expectRead(words: string, recorded: readonly number[], { id }: Unit, spoken: string): void {
  const read = numbersIn(words, spoken);
  const missing = recorded.filter((n) => !read.some((each) => closeTo(n, each, wholeOf(id))));
  expect({ words, spoken, missing }).toEqual({ words, spoken, missing: [] });
}

test('a number by itself', () => {
  holds(
    fc.property(number, unit, lang, (n, what, spoken) => {
      const words = numberWords(n, spoken, what.id);
      expectRead(words, [n], what, spoken);
      expect(words).not.toMatch(/-\p{N}|^-/u);
    }),
    { numRuns: 4_000 },
  );
});

test('a number with what it counts, and two as a range', () => {
  holds(
    fc.property(number, number, unit, lang, (a, b, what, spoken) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expectRead(countedWords([low], what, spoken), [low], what, spoken);
      expectRead(countedWords([low, high], what, spoken), [low, high], what, spoken);
      expectRead(intervalWords({ low, high }, spoken, what.id), [low, high], what, spoken);
      expectRead(intervalWords({ low, high: null }, spoken, what.id), [low], what, spoken);
      expectRead(intervalWords({ low: null, high }, spoken, what.id), [high], what, spoken);
    }),
    { numRuns: 3_000 },
  );
});

test('every kind of value of a table', () => {
  const kinds = fc.constantFrom('point', 'range', 'interval', 'share');
  holds(
    fc.property(kinds, fc.tuple(number, number, number), unit, lang, (kind, ends, what, spoken) => {
      const [low, point, high] = [...ends].sort((a, b) => a - b) as [number, number, number];
      const value = Value.parse({
        kind,
        stated: null,
        low: kind === 'point' ? null : low,
        point: kind === 'range' ? null : point,
        high: kind === 'point' ? null : high,
        level: kind === 'interval' ? 0.95 : null,
        of: kind === 'share' ? 'adults' : null,
      });
      const recorded = [value.low, value.point, value.high].filter((n) => n !== null);
      expectRead(tableWords(value, what, spoken), recorded, what, spoken);
    }),
    { numRuns: 3_000 },
  );
});

test.for([
  [-0.048, 'share', 'en', '−4.8%'],
  [-4.8, 'percent', 'en', '−4.8%'],
  [-4.8, 'percent', 'de', '−4,8 %'],
  [0, 'percent', 'en', '0%'],
  [-0, 'people', 'en', '0'],
  [-1_234.5, 'people', 'en', '−1,234.5'],
  [1_234_567, 'people', 'hi', '12,34,567'],
] as const)('%d %s in %s is %s', ([n, id, spoken, words]) => {
  expect(numberWords(n, spoken, id).replace(/\s/g, ' ')).toBe(words);
});
