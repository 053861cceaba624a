// Numbers with their unit: in the forms of each language, by the editors' words or by Intl.
import { expect, test } from 'vitest';
import { builtInUnit, Unit } from '../../src/domain/record/unit.ts';
import { countedWords, unitLabel, withUnit } from '../../src/projections/unit-words.ts';

const village = Unit.parse({
  id: 'villages',
  singular: { en: 'village', uk: 'село' },
  plural: { en: 'villages', uk: { few: 'села', many: 'сіл', other: 'села' } },
});
const builtIn = (id: string): Unit => {
  const unit = builtInUnit(id);
  if (unit === null) throw new Error(`${id} is not built in.`);
  return unit;
};

test.for<[string, Unit, readonly [number, number?], string]>([
  ['en', village, [1], '1 village'],
  ['en', village, [1, 5], '1 to 5 villages'],
  ['uk', village, [21], '21 село'],
  ['uk', village, [3], '3 села'],
  ['uk', village, [5], '5 сіл'],
  ['ko', village, [5], '5 villages'],
  ['en', builtIn('hectare'), [3400], '3,400 hectares'],
  ['uk', builtIn('hectare'), [5], '5 гектарів'],
  ['ar-u-nu-latn', builtIn('day'), [1], '1 يوم'],
  ['ar-u-nu-latn', builtIn('day'), [-10, 1], '\u200e-10 to 1 يوم'],
  ['en', builtIn('percent'), [-0.4], '-0.4%'],
  ['en', builtIn('EUR'), [1_200_000_000], '1,200,000,000 euros'],
  ['en', builtIn('1'), [1.9], '1.9'],
  ['en', Unit.parse({ id: 'share', ucum: '1' }), [0.44], '44%'],
  ['en', Unit.parse({ id: 'discharge', ucum: 'm3/s' }), [12], '12 m3/s'],
])('%s: %s', ([lang, unit, ends, words]) => {
  expect(countedWords(ends, unit, lang).replaceAll('−', '-')).toBe(words);
});

test('an open end takes the unit too', () => {
  expect(withUnit('at least 300', 300, builtIn('EUR'), 'en')).toBe('at least 300 euros');
  expect(withUnit('at least 1', 1, village, 'en')).toBe('at least 1 village');
});

test('a unit’s name, with the year of its money', () => {
  const of2025 = { date: '2025', precision: 'year', inferred: false } as const;
  expect(unitLabel(builtIn('EUR'), of2025, 'en')).toBe('euros of 2025');
  expect(unitLabel(builtIn('day'), null, 'uk')).toBe('днів');
  expect(unitLabel(builtIn('1'), null, 'en')).toBeNull();
});

test('one hour in Arabic keeps its numeral, and below zero its sign', () => {
  const hour: Unit = {
    id: 'hour',
    version: 1,
    singular: null,
    plural: null,
    ucum: null,
    intl: 'hour',
    currency: null,
  };
  expect(countedWords([1], hour, 'ar-EG')).toBe('١ ساعة');
  expect(countedWords([-1], hour, 'ar-EG')).toMatch(/[-−]١ ساعة/);
  expect(countedWords([3], hour, 'ar-EG')).toBe('٣ ساعات');
});
