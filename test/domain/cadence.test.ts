// A cadence is one row of each table; a new one does not compile until every table has its row.
import { expect, expectTypeOf, test } from 'vitest';
import {
  CADENCE_RULES,
  CADENCES,
  type Cadence,
  type CadenceRule,
  isCadence,
  LONGEST_CADENCE,
} from '../../src/domain/digest/cadence.ts';
import { nextDueAt } from '../../src/domain/digest/subscriber.ts';
import { cadenceChoices, cadenceWords } from '../../src/projections/subscription.ts';
import type { Words } from '../../src/projections/words/words.ts';
import { readSources } from '../house/source-files.ts';

test('every table has a row for each, and none for what is no cadence', () => {
  expectTypeOf<keyof typeof CADENCE_RULES>().toEqualTypeOf<Cadence>();
  expectTypeOf<keyof Words['subscriptions']['cadences']>().toEqualTypeOf<Cadence>();
  // @ts-expect-error the rules of a cadence that is new are missing
  expectTypeOf(CADENCE_RULES).toExtend<Record<Cadence | 'monthly', CadenceRule>>();
  // @ts-expect-error and so are its words
  expectTypeOf<Words['subscriptions']['cadences']>().toExtend<Record<Cadence | 'monthly', string>>();
});

test('no other file spells one: what depends on it stands in its row', () => {
  const names = new RegExp(`(['"])(${CADENCES.join('|')})\\1`);
  const spelling = readSources().filter(
    ({ path, text }) => /^src\/(?!projections\/words\/)/.test(path) && names.test(text),
  );
  expect(spelling.map(({ path }) => path)).toEqual(['src/domain/digest/cadence.ts']);
});

test.for(CADENCES)('%s: two digests are as many days apart as its row says', (cadence) => {
  const schedule = { cadence, weekday: 3, hour: 8, zone: 'UTC' };
  const first = nextDueAt(schedule, '2026-01-01T00:00:00.000Z', null);
  const second = nextDueAt(schedule, first, first);
  expect(Date.parse(second) - Date.parse(first)).toBe(CADENCE_RULES[cadence].days * 86_400_000);
});

test('the longest is a week, so that one is due within two', () => {
  expect(LONGEST_CADENCE).toBe(7);
});

test('what is no cadence is none, and stands for the usual one where a reader may choose', () => {
  for (const text of ['', 'hourly', 'Daily', 'toString']) {
    expect(isCadence(text)).toBe(false);
    expect(cadenceChoices(text, 'en').filter(({ chosen }) => chosen)).toEqual([
      cadenceChoices('daily', 'en')[0],
    ]);
  }
  expect(cadenceChoices('weekly', 'en').map(({ cadence, chosen }) => [cadence, chosen])).toEqual([
    ['daily', false],
    ['weekly', true],
  ]);
  expect(cadenceWords(null, 'en')).toBe(cadenceWords('daily', 'en'));
});
