// A place far above its own past: when it is, what then counts, and what never is held back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { held, spikeOf } from '../../src/domain/comments/spike.ts';
import { holds } from '../property/holds.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const tally = (comments: number, people = comments) => ({ comments, people });
const past = (day: number, month: number, first = '2026-01-01T00') => ({
  day: tally(day),
  month: tally(month),
  first,
});

test.for([
  ['a quiet day', past(3, 90), null],
  ['as many as a small crowd', past(30, 30), null],
  ['one more than that, after nothing', past(31, 31), 30],
  ['ten usual days', past(100, 390), null],
  ['more than ten usual days', past(101, 391), 100],
  ['a topic of yesterday', past(500, 500, '2026-11-22T10'), null],
  ['a topic of eight days', past(500, 500, '2026-11-15T11'), 30],
  ['a topic of seven days and no more', past(500, 500, '2026-11-16T00'), null],
] as const)('%s', ([, given, limit]) => {
  expect(spikeOf(given, NOW)?.limit ?? null).toBe(limit);
});

test('the usual day is told with the spike, and nothing where there was next to none', () => {
  expect(spikeOf(past(212, 299), NOW)).toEqual({ limit: 30, day: 212, usual: 3 });
  expect(spikeOf(past(212, 214), NOW)).toEqual({ limit: 30, day: 212, usual: null });
});

test('what goes beyond is held back and nothing else', () => {
  expect(held(tally(300, 120), tally(200, 100), 30)).toEqual({ comments: 130, people: 50 });
  expect(held({ comments: 300, people: null }, { comments: 200, people: null }, 30)).toEqual({
    comments: 130,
    people: null,
  });
});

test('a place is never held below its limit, nor below what it had before, nor raised', () => {
  const counts = fc.tuple(fc.nat(5_000), fc.nat(5_000), fc.nat(1_000), fc.nat(1_000));
  holds(
    fc.property(counts, fc.integer({ min: 30, max: 500 }), ([before, lately, a, b], limit) => {
      const [peopleBefore, peopleLately] = [Math.min(a, before), Math.min(b, lately)];
      const all = { comments: before + lately, people: peopleBefore + peopleLately };
      const left = held(all, { comments: lately, people: peopleLately }, limit);
      expect(left.comments).toBe(before + Math.min(lately, limit));
      expect(left.people).toBe(peopleBefore + Math.min(peopleLately, limit));
    }),
    { numRuns: 2_000 },
  );
});
