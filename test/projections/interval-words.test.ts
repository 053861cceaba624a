// Numbers and intervals in words: a bound is worded as the bound that it is.
import { expect, test } from 'vitest';
import { intervalWords, numberWords } from '../../src/projections/locale.ts';

test.for([
  [{ low: 200, high: 999 }, '200–999'],
  [{ low: 100, high: null }, 'at least 100'],
  [{ low: null, high: 1_050 }, 'at most 1,050'],
  [{ low: null, high: null }, ''],
] as const)('%j: %s', ([interval, words]) => {
  expect(intervalWords(interval, 'en', 'people')).toBe(words);
});

test('a share is a percentage, never rounded', () => {
  expect(numberWords(0.1473, 'en', 'share')).toBe('14.73%');
  expect(numberWords(1_234_567, 'en', 'people')).toBe('1,234,567');
});
