// Dates as sources give them: four precisions, the days each may mean, and the bounds where none was given.
import { expect, test } from 'vitest';
import { daysBetween, firstDay, lastDay, precisionOf, StatedDate } from '../../src/domain/record/date.ts';
import { orderDay } from '../../src/domain/record/record.ts';
import { claimOf, recordOf, stanceOf } from './two-ministries.ts';

test.for([
  ['2024', 'year', '2024-01-01', '2024-12-31'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['2024-02-28', 'day', '2024-02-28', '2024-02-28'],
  ['2024-02-28T23:30:00Z', 'instant', '2024-02-28', '2024-02-28'],
  ['2025-01-13T23:30:00-05:00', 'instant', '2025-01-13', '2025-01-13'],
  ['2025-01-14T00:30:00+09:00', 'instant', '2025-01-14', '2025-01-14'],
] as const)('%s is a %s, from %s to %s', ([date, precision, first, last]) => {
  expect([precisionOf(date), firstDay(date), lastDay(date)]).toEqual([precision, first, last]);
});

test.for(['2025-02-30', '2024-13', '24-01-01', '2024-01-01T09:00', '2024-01-01T25:00:00Z', 'yesterday', ''])(
  '“%s” is no date',
  (date) => {
    expect(precisionOf(date)).toBeNull();
    expect(StatedDate.safeParse(date).success).toBe(false);
  },
);

test('an instant keeps the speaker’s zone, a plain day is kept as it is, and each says whether we inferred it', () => {
  expect(StatedDate.parse('2025-01-13T01:00:00+09:00')).toEqual({
    date: '2025-01-13T01:00:00+09:00',
    precision: 'instant',
    inferred: false,
  });
  expect(StatedDate.parse({ date: '2025-01', inferred: true })).toEqual({
    date: '2025-01',
    precision: 'month',
    inferred: true,
  });
});

test('a precision that is given cuts the date, and cannot make it finer', () => {
  expect(StatedDate.parse({ date: '2025-01-01', precision: 'year' })).toMatchObject({
    date: '2025',
    precision: 'year',
  });
  expect(StatedDate.parse({ date: '2025-01-13T23:30:00-05:00', precision: 'day' })).toMatchObject({
    date: '2025-01-13',
    precision: 'day',
  });
  const finer = StatedDate.safeParse({ date: '2025', precision: 'day' });
  expect(finer.error?.issues[0]).toMatchObject({
    path: ['precision'],
    message: 'The date 2025 is a year, not a day.',
  });
});

test('days between two days, backwards too', () => {
  expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2024-03-01', '2024-02-28')]).toEqual([2, -2]);
});

const boundOf = (fields: Record<string, unknown>) =>
  recordOf(claimOf('asked', { source: 'ministry-b', said: '2024-04-03' }), claimOf('c', fields)).held.get('c')
    ?.bound;

test('a given date bounds itself', () => {
  expect(boundOf({ said: '2024-05' })).toEqual({
    dated: true,
    notBefore: '2024-05-01',
    notAfter: '2024-05-31',
  });
});

test('without a date: not before the measure’s last day, not after the page', () => {
  const bound = boundOf({ said: null, measure: 'killed-in-may', published: '2024-06-20' });
  expect(bound).toEqual({ dated: false, notBefore: '2024-05-31', notAfter: '2024-06-20' });
});

test('without a date: not before the claim it answers', () => {
  const answer = stanceOf('c', 'declines', { said: null, about: { claim: 'asked' } });
  const { held } = recordOf(claimOf('asked', { source: 'ministry-b', said: '2024-04-03' }), answer);
  expect(held.get('c')?.bound).toEqual({ dated: false, notBefore: '2024-04-03', notAfter: null });
});

test('a date we inferred is a bound, not a date', () => {
  const bound = boundOf({ said: { date: '2024-05-02', inferred: true } });
  expect(bound).toEqual({ dated: false, notBefore: null, notAfter: '2024-05-02' });
  expect(bound && orderDay(bound)).toBe('2024-05-02');
});
