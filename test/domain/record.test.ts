// The two clocks: what this record held at an instant, and what had been said in public by a day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimItems } from '../../src/projections/claim-item.ts';
import { historiesOf } from '../../src/projections/history.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { holds } from '../property/holds.ts';
import { log } from './arbitraries.ts';
import {
  claimOf,
  clock,
  FRAME,
  logOf,
  point,
  recorded,
  replay,
  rowOf,
  stanceOf,
  writeOf,
} from './two-ministries.ts';

const ids = (record: ReturnType<typeof replay>) => record.claims.map((state) => state.claim.id).sort();
const drawn = (record: ReturnType<typeof replay>) => ({
  view: toTopicView(record, PLAIN),
  charts: historiesOf(record, PLAIN),
  items: claimItems(record, new Set(ids(record))),
});

test('known at an instant is exactly what was shown at that instant', () => {
  holds(
    fc.property(log(['claim', 'correct', 'void', 'retract']), (entries) => {
      for (let length = FRAME.length; length <= entries.length; length++) {
        const then = entries.slice(0, length);
        const instant = then.at(-1)?.recorded as string;
        expect(drawn(replay(entries, instant))).toEqual(drawn(replay(then)));
      }
    }),
    { numRuns: 300 },
  );
});

test('known at compares instants, whatever zone they are written in', () => {
  const entries = logOf([recorded(claimOf('first')), recorded(claimOf('second', { said: '2024-02-01' }))]);
  expect(clock(2)).toBe('2025-01-01T12:02:00.000Z');
  expect(ids(replay(entries, '2025-01-01T21:02:00+09:00'))).toEqual(['first']);
  expect(ids(replay(entries, '2025-01-01T21:01:59+09:00'))).toEqual([]);
});

test('before a correction the old words stand, after it the new with the correction shown', () => {
  const wrong = claimOf('c', { value: point(500) });
  const right = claimOf('c', { value: point(50) });
  const reason = 'We wrote a zero too many.';
  const entries = logOf([recorded(wrong), { kind: 'correct', claim: right, reason, fields: ['value'] }]);
  expect(rowOf(replay(entries, clock(2))).lead).toMatchObject({ claim: wrong, events: [] });
  expect(rowOf(replay(entries)).lead).toMatchObject({
    claim: right,
    standing: 'stands',
    events: [{ kind: 'corrected', on: clock(3), reason, was: wrong, fields: ['value'] }],
  });
});

test('a bare day includes all of that day; a month is over on its last', () => {
  const entries = logOf([
    recorded(claimOf('day', { said: '2024-12-17' })),
    recorded(claimOf('evening', { said: '2024-12-17T22:00:00Z' })),
    recorded(claimOf('month', { said: '2024-12' })),
    recorded(claimOf('next', { said: '2024-12-18' })),
  ]);
  expect(ids(replay(entries, null, '2024-12-17'))).toEqual(['day', 'evening']);
  expect(ids(replay(entries, null, '2024-12-31'))).toEqual(['day', 'evening', 'month', 'next']);
  expect(ids(replay(entries, null, '2024-12-17T21:00:00Z'))).not.toContain('evening');
});

test('what was made public later was not said in public before', () => {
  const entries = logOf([recorded(claimOf('log', { said: '2024-04-23', disclosed: '2024-06-03' }))]);
  expect(ids(replay(entries, null, '2024-06-02'))).toEqual([]);
  expect(ids(replay(entries, null, '2024-06-03'))).toEqual(['log']);
});

test('an undated statement was said in public by the day of its page', () => {
  const entries = logOf([recorded(claimOf('undated', { said: null, published: '2024-05-15' }))]);
  expect(ids(replay(entries, null, '2024-05-14'))).toEqual([]);
  expect(ids(replay(entries, null, '2024-05-15'))).toEqual(['undated']);
});

test('until the day a source withdrew a figure, the public had it; a voided one it never had', () => {
  const entries = logOf([
    recorded(claimOf('c')),
    {
      kind: 'retract',
      id: 'c',
      reason: 'Withdrawn.',
      on: { date: '2024-09-01', precision: 'day', inferred: false },
    },
  ]);
  expect(rowOf(replay(entries, null, '2024-08-31'))).toMatchObject({ without: null });
  expect(rowOf(replay(entries, null, '2024-09-01'))).toMatchObject({ without: 'retracted' });
  const voided = logOf([recorded(claimOf('c')), { kind: 'void', id: 'c', reason: 'Never said.', on: null }]);
  expect(() => rowOf(replay(voided, null, '2024-08-31'))).toThrow('no row');
});

test('a withdrawal of an hour counts from that hour, in whatever zone it was given', () => {
  const on = { date: '2024-09-01T23:30:00-05:00', precision: 'instant' as const, inferred: false };
  const entries = logOf([recorded(claimOf('c')), { kind: 'retract', id: 'c', reason: 'Withdrawn.', on }]);
  const without = (saidBy: string) => rowOf(replay(entries, null, saidBy)).without;
  expect(without('2024-09-02T04:29:00Z')).toBeNull();
  expect(without('2024-09-02T04:30:00Z')).toBe('retracted');
  expect([without('2024-08-31'), without('2024-09-01')]).toEqual([null, 'retracted']);
});

test('what was made public later on the same day counts from that hour', () => {
  const entries = logOf([
    recorded(claimOf('c', { said: '2024-04-23T08:00:00Z', disclosed: '2024-04-23T18:00:00+02:00' })),
  ]);
  expect(ids(replay(entries, null, '2024-04-23T15:59:00Z'))).toEqual([]);
  expect(ids(replay(entries, null, '2024-04-23T16:00:00Z'))).toEqual(['c']);
});

test('a log that acts on a claim it does not hold is loud', () => {
  const entries = [...FRAME, ...writeOf(2, { kind: 'void', id: 'ghost', reason: 'Never said.', on: null })];
  expect(() => replay(entries)).toThrow('a claim that it does not hold');
});

test('a withheld claim leaves every past state, and a dated tombstone with its reason stays', () => {
  const entries = logOf([
    recorded(claimOf('c', { value: point(500, 'five hundred secrets') })),
    { kind: 'correct', claim: claimOf('c', { value: point(50) }), reason: 'Secret zero.', fields: ['value'] },
    recorded(stanceOf('other', 'denies', { source: 'ministry-b', about: { claim: 'c' } })),
    {
      kind: 'withhold',
      id: 'c',
      reason: 'A court order.',
      on: { date: '2024-11-05', precision: 'day', inferred: false },
    },
  ]);
  for (const instant of [clock(2), clock(3), clock(5), null]) {
    const record = replay(entries, instant);
    expect(JSON.stringify(drawn(record))).not.toMatch(/secret|"500"|“50”/i);
    expect(rowOf(record)).toMatchObject({
      without: 'withheld',
      lead: {
        standing: 'withheld',
        events: [{ kind: 'withheld', on: '2024-11-05', reason: 'A court order.' }],
      },
    });
  }
});
