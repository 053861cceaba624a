// Dates and numerals in a reader's language: the language's own numerals, and always the year that was said.
import { expect, test } from 'vitest';
import { StatedDate } from '../../src/domain/record/date.ts';
import { dateWords, dayWords, instantWords, whenWords } from '../../src/projections/locale.ts';

const inLatin = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x30, 0x660, 0x6f0, 0x966].find((first) => code >= first && code < first + 10) ?? 0x30;
    return String(code - zero);
  });

test.for(['fa', 'ar-SA', 'th', 'ja-JP-u-ca-japanese', 'en-u-ca-buddhist', 'he-u-ca-hebrew'])(
  'in %s the year is the one that was said',
  (lang) => {
    for (const date of ['2025', '2025-06', '2025-06-03', '2025-06-03T20:00:00+02:00'])
      expect(inLatin(dateWords(StatedDate.parse(date), lang))).toMatch(/2025/);
    expect(inLatin(dayWords('2025-06-03', lang))).toMatch(/2025/);
    expect(inLatin(instantWords('2025-06-03T20:00:00.000Z', lang))).toMatch(/2025/);
  },
);

test('numerals stay the language’s own', () => {
  expect(dateWords(StatedDate.parse('2025-06-03'), 'fa')).toContain('۲۰۲۵');
});

test.for([
  ['2025', '2025'],
  ['2025-06', 'June 2025'],
  ['2025-06-03', '3 Jun 2025'],
  ['2025-06-03T20:00:00+02:00', '3 Jun 2025'],
  ['2025-01-13T23:30:00-05:00', '13 Jan 2025'],
] as const)('the day of %s is %s', ([iso, words]) => {
  expect(dayWords(iso, 'en')).toBe(words);
});

test('an instant has its hour and the zone it was given in; our own clock is in UTC', () => {
  expect(whenWords('2025-05-03T20:00:00+02:00', 'en')).toBe('3 May 2025, 20:00 UTC+2');
  expect(whenWords('2025-05-03', 'en')).toBe('3 May 2025');
  expect(instantWords('2025-05-03T20:00:00+02:00', 'en')).toBe('3 May 2025, 18:00 UTC');
});

test('a date that runs from right to left is kept apart from the words around it; no other is', () => {
  expect(dateWords(StatedDate.parse('2025-06-03'), 'he')).toMatch(/^\u2068.*\u2069$/);
  expect(dateWords(StatedDate.parse('2025-06-03'), 'en')).not.toMatch(/[\u2066-\u2069]/);
});
