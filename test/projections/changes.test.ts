// Changes in one line each, and what a past state says of the present.
import { expect, test } from 'vitest';
import { changesBetween } from '../../src/domain/record/change.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { toChangeView } from '../../src/projections/changes.ts';
import { sinceWords } from '../../src/projections/since.ts';
import { claimOf, clock, FRAME, logOf, point, recorded, replay, stanceOf } from '../domain/two-ministries.ts';

const old = claimOf('old', { said: '2024-12-01' });
const next = (fields: object) => claimOf('next', { said: '2025-01-01', value: point(150), ...fields });
const reason = 'The page says so.';

function lineOf(before: Claim[], after: Action | Claim): string | undefined {
  const entries = logOf([...before, after].map((action) => ('kind' in action ? action : recorded(action))));
  const now = replay(entries);
  const [change] = changesBetween(replay(entries.slice(0, -1)), now);
  return change && toChangeView(change, now, 'en').text;
}

test.for<[Claim[], Action | Claim, string]>([
  [[], old, 'Ministry A: “100”'],
  [[old], next({}), 'Ministry A: “150”, was “100”'],
  [[old], stanceOf('next', 'denies', { said: '2025-01-01' }), 'Ministry A: denies 3,000; before: “100”'],
  [
    [stanceOf('old', 'cannot-confirm', { said: '2024-12-01' })],
    next({}),
    'Ministry A: “150”; before: cannot confirm',
  ],
  [[old], next({ said: '2024-02-01' }), 'Ministry A: “150” (1 Feb 2024), added from earlier'],
  [
    [old],
    {
      kind: 'correct',
      claim: claimOf('old', { said: '2024-12-01', value: point(10) }),
      reason,
      fields: ['value'],
    },
    'Ministry A: “10”, which we had as “100”. The page says so.',
  ],
  [
    [old],
    {
      kind: 'correct',
      claim: claimOf('old', { said: '2024-12-01', value: { ...point(10), stated: '100' } }),
      reason,
      fields: ['value'],
    },
    'Ministry A: “100” (recorded as 10), which we had as “100” (recorded as 100). The page says so.',
  ],
  [
    [old],
    {
      kind: 'correct',
      claim: claimOf('old', { said: '2024-12-01', basis: 'model' }),
      reason,
      fields: ['basis'],
    },
    'Ministry A: “100”, corrected by us. The page says so.',
  ],
  [
    [claimOf('old', { said: '2024-12-01', value: point(100, 'up to 100') })],
    {
      kind: 'correct',
      claim: claimOf('old', { said: '2024-12-01', value: point(100, 'up to 100', 'at-most') }),
      reason,
      fields: ['value'],
    },
    'Ministry A: “up to 100” (recorded as at most 100), which we had as “up to 100” (recorded as 100). The page says so.',
  ],
  [
    [old],
    { kind: 'void', id: 'old', reason, on: null },
    'Ministry A: “100” was never said. The page says so.',
  ],
  [[old], { kind: 'retract', id: 'old', reason, on: null }, 'Ministry A: withdrew “100”. The page says so.'],
  [
    [old],
    { kind: 'withhold', id: 'old', reason, on: null },
    'Ministry A: a statement is withheld. The page says so.',
  ],
])('after %o', ([before, after, line]) => {
  expect(lineOf(before, after)).toBe(line);
});

test('a past state says how much has changed since, and every amendment', () => {
  const entries = logOf([recorded(old), recorded(next({})), { kind: 'void', id: 'old', reason, on: null }]);
  const now = replay(entries);
  const since = (length: number) =>
    sinceWords(clock(1), changesBetween(replay(entries.slice(0, length)), now), now, 'en');
  expect(since(FRAME.length)).toEqual({
    changes: 3,
    text: 'The record as it stood on 1 Jan 2025, 12:01 UTC; 3 changes since.',
    amendments: ['Ministry A: “100” was never said. The page says so.'],
  });
  expect(since(entries.length - 1).text).toMatch(/; 1 change since\.$/);
  expect(since(entries.length).text).toMatch(/; nothing has changed since\.$/);
});

test('a movement that rests on the reading of a vague word names the scheme', () => {
  const vague = claimOf('old', { said: '2024-12-01', value: { kind: 'vague', stated: 'dozens' } });
  const entries = logOf([
    recorded(vague),
    recorded(claimOf('next', { said: '2025-01-01', value: point(300) })),
  ]);
  const [was, now] = [replay(entries.slice(0, -1)), replay(entries)];
  const [line] = changesBetween(was, now).map((change) => toChangeView(change, now, 'en'));
  expect(line).toMatchObject({
    kind: 'raised',
    before: '“dozens”',
    text: 'Ministry A: “300”, was “dozens” (By Source reads 24–99)',
  });
});
