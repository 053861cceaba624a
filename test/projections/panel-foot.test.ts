// What a panel says of its own extent: the number of sources, and an order only where the rows have it.
import { expect, test } from 'vitest';
import { StatedDate } from '../../src/domain/record/date.ts';
import {
  type ChosenRows,
  extentOf,
  extentWords,
  type FootRow,
  fewerWords,
} from '../../src/projections/panel-foot.ts';

const row = (said: string | null, unnamed = false): FootRow => ({
  said: said === null ? null : StatedDate.parse(said),
  unnamed,
});
const rows = (...dates: string[]) => dates.map((date) => row(date));

test.for<[string, FootRow[][], string]>([
  ['one table', [rows('2025-06-03', '2025-06-02')], '3 of 9 sources, newest first'],
  [
    'hours of one day',
    [rows('2025-06-03T20:00:00+02:00', '2025-06-03T17:00:00Z')],
    '3 of 9 sources, newest first',
  ],
  ['a day and its month', [rows('2025-06-03', '2025-06')], '3 of 9 sources, newest first'],
  [
    'tables that go on from one another',
    [rows('2025-06-03'), rows('2025-06-02')],
    '3 of 9 sources, newest first',
  ],
  [
    'tables each in order',
    [rows('2025-06-02'), rows('2025-06-03')],
    '3 of 9 sources, newest first in each table',
  ],
  [
    'a newer row that nobody is named for, at the end',
    [[row('2025-06-02'), row('2025-06-03', true)]],
    '3 of 9 sources, newest first, unattributed last',
  ],
  ['an older row first', [rows('2025-06-02', '2025-06-03')], '3 of 9 sources'],
  ['an older hour first', [rows('2025-06-03T17:00:00Z', '2025-06-03T20:00:00+02:00')], '3 of 9 sources'],
  ['no rows', [], '3 of 9 sources, newest first'],
])('%s', ([, tables, words]) => {
  expect(extentWords(extentOf(3, 9, tables), 'en')).toBe(words);
});

test('all of them are no cut', () => {
  const found: ChosenRows = { has: ALL, least: 3, isNewest: false };
  expect(extentWords(extentOf(1, 1, [rows('2025')], found), 'en')).toBe('1 source, newest first');
});

const ALL: ChosenRows['has'] = { newest: true, lowest: true, highest: true, sides: 'every-party' };

test.for<[string, Partial<ChosenRows>, string]>([
  [
    'the rule, where something newer is left out',
    { has: ALL },
    '3 of 9 sources: the newest, the lowest, the highest and each known party',
  ],
  [
    'only what is there of it',
    { has: { ...ALL, highest: false, sides: null } },
    '3 of 9 sources: the newest and the lowest',
  ],
  ['the order, where nothing newer is left out', { isNewest: true }, '3 of 9 sources, newest first'],
  [
    'nothing, where there is nothing to say',
    { has: { newest: false, lowest: false, highest: false, sides: null } },
    '3 of 9 sources',
  ],
])('the foot says %s', ([, chosen, words]) => {
  const tables = [rows('2025-06-03', '2025-06-02')];
  const extent = extentOf(3, 9, tables, { has: ALL, least: 3, isNewest: false, ...chosen });
  expect(extentWords(extent, 'en')).toBe(words);
});

test('with room for fewer rows: a voice of each side is not every party', () => {
  const chosen: ChosenRows = { has: ALL, least: 3, isNewest: true };
  expect(fewerWords(extentOf(9, 9, [], chosen), chosen, 'en')).toEqual({
    least: 3,
    chosen: '# of 9 sources: the newest, the lowest, the highest and a voice of each known side',
    plain: '# of 9 sources',
  });
});
