// A digest's subject: the topic and the change, never over 60 characters, and never a figure cut in two.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, subjectOf, titlesWith } from '../../src/projections/digest-subject.ts';
import { holds } from '../property/holds.ts';

const news = (fields: object = {}) => ({
  title: 'A flood in a valley',
  name: 'Ministry A',
  brief: '“300”, was “200”',
  kind: 'raised' as const,
  more: 0,
  ...fields,
});

test.for<[string, object]>([
  ['A flood in a valley: Ministry A: “300”, was “200”', {}],
  ['A flood in a valley: Ministry A: “300”, was “200” and 3 more', { more: 3 }],
  // What does not fit is left out whole, the count first.
  [
    'A flood in a valley: Ministry A: “between 300 and 400”…',
    { brief: '“between 300 and 400”, was “about 1.2 million”', more: 3 },
  ],
  [
    'A flood in a valley: Ministry A: a higher figure',
    { brief: '“between three hundred and four hundred people”' },
  ],
  [
    'A flood in a valley: Ministry A: never said “5,000 dead”',
    { brief: 'never said “5,000 dead”', kind: 'voided' },
  ],
  [
    'A flood in a valley: Ministry A: never said',
    { brief: 'never said “five thousand dead at the least by noon”', kind: 'voided' },
  ],
  [
    'A flood in a valley: 12 statements added together',
    { name: null, brief: '12 statements added together', kind: 'import' },
  ],
  [
    'The long and winding dispute…: Ministry A: “300”, was “200”',
    { title: 'The long and winding dispute about the flood of 1953 in the valley' },
  ],
])('%s', ([subject, fields]) => {
  expect(subjectOf(news(fields), 'en')).toBe(subject);
  expect(subject.length).toBeLessThanOrEqual(60);
});

test.for([
  ['the toll rose to 1.2 million people', 24, 'the toll rose…'],
  ['the toll rose to 1.2 million people', 28, 'the toll rose…'],
  ['a march of 12 000 people', 15, 'a march…'],
  ['“dozens” (dozens of people, our translation) dead', 20, '“dozens”…'],
  ['hundreds', 8, 'hundreds'],
  ['约80万人在广场上集会要求改革', 4, ''],
])('"%s" in %i: "%s"', ([text, most, short]) => {
  expect(shortened(text as string, most as number, 'en')).toBe(short);
});

test('whatever the words, at most 60 characters, whole letters, balanced quotation marks', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 14, unit: 'grapheme' }),
    fc.constantFrom('1.2', 'million', '300,000', 'people', '80万人', '약', 'über', '🌊', 'x'.repeat(70)),
  );
  const words = fc
    .array(word, { minLength: 1, maxLength: 12 })
    .map((all) => all.join(' ').replace(/[“”()]/g, ''));
  holds(
    fc.property(words, words, words, fc.nat(500), (title, name, stated, more) => {
      const subject = subjectOf(news({ title, name, brief: `“${stated}”, was “${stated}”`, more }), 'en');
      expect(subject.length).toBeLessThanOrEqual(60);
      expect(subject.isWellFormed()).toBe(true);
      expect(subject.trim()).not.toBe('');
      // A figure stands whole or not at all.
      for (const [, quoted] of subject.matchAll(/“([^”]*)/g)) expect(quoted).toBe(stated);
      expect(subject.split('“')).toHaveLength(subject.split('”').length);
      expect(titlesWith([title, name], 'whereTheyStand', 'en').length).toBeLessThanOrEqual(60);
    }),
    { numRuns: 2_000 },
  );
});
