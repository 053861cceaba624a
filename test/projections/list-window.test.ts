// Windows as long as their names say, to the hour.
import { expect, test } from 'vitest';
import { HOURS, peopleWords, windowStart } from '../../src/projections/list-window.ts';

test.for([
  ['24h', '2026-03-30T08:00:00.000Z'],
  ['7d', '2026-03-24T08:00:00.000Z'],
  ['30d', '2026-03-01T08:00:00.000Z'],
  ['all', '1970-01-01T00:00:00.000Z'],
] as const)('%s opens at %s', ([window, opens]) => {
  expect(windowStart(window, '2026-03-31T08:00:00.000Z')).toBe(opens);
});

test('hours are whole days', () => {
  expect(HOURS).toEqual({ '24h': 24, '7d': 7 * 24, '30d': 30 * 24, all: 0 });
});

test('one is one, many are many', () => {
  expect(peopleWords(1, 1, '24h', 'en')).toBe('1 reader, 1 comment in the last 24 hours');
  expect(peopleWords(41, 1_112, '7d', 'en')).toBe('41 readers, 1,112 comments this week');
});
