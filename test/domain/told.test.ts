// What a reader is told of a later state: the difference, each claim once and as it now stands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { toldBetween } from '../../src/domain/record/told.ts';
import { holds } from '../property/holds.ts';
import { log } from './arbitraries.ts';
import { claimOf, FRAME, logOf, point, recorded, replay } from './two-ministries.ts';

const reason = 'The page says so.';
const figure = (id: string, n: number, fields: object = {}) =>
  recorded(claimOf(id, { said: '2025-01-01', value: point(n), ...fields }));
const ended = (kind: 'void' | 'retract' | 'withhold', id: string): Action => ({ kind, id, reason, on: null });
const corrected = (id: string, n: number): Action => {
  const { kind: _, ...made } = figure(id, n) as { kind: 'claim'; claim: Claim };
  return { kind: 'correct', claim: made.claim, reason, fields: ['value'] };
};

/** What is told after the first `seen` actions of all: kind, figure before, figure after. */
function told(seen: number, ...actions: Action[]) {
  const entries = logOf(actions);
  return toldBetween(replay(entries.slice(0, FRAME.length + seen)), replay(entries)).map(
    ({ kind, before, after }) => [
      kind,
      before?.claim.value?.point ?? null,
      after?.claim.value?.point ?? null,
    ],
  );
}

const old = figure('old', 100, { said: '2024-12-31' });

test('what came and went is not told; what came and was withdrawn is told as withdrawn', () => {
  expect(told(1, old, figure('new', 5000), ended('void', 'new'))).toEqual([]);
  expect(told(1, old, figure('new', 5000), ended('withhold', 'new'))).toEqual([]);
  expect(told(1, old, figure('new', 5000), ended('retract', 'new'))).toEqual([['retracted', 5000, null]]);
});

test('what came and was corrected is told as it stands, against what was seen', () => {
  expect(told(1, old, figure('new', 5000), corrected('new', 50), corrected('new', 150))).toEqual([
    ['raised', 100, 150],
  ]);
});

test('nothing is raised from what was never said, seen or not', () => {
  expect(
    told(1, old, figure('wrong', 5000), figure('new', 120, { said: '2025-01-02' }), ended('void', 'wrong')),
  ).toEqual([['raised', 100, 120]]);
  expect(
    told(2, old, figure('wrong', 5000), ended('void', 'wrong'), figure('new', 120, { said: '2025-01-02' })),
  ).toEqual([
    ['voided', 5000, null],
    ['raised', 100, 120],
  ]);
});

test('a chain is one line from what was seen to what stands, and none where it leads back', () => {
  expect(told(1, old, corrected('old', 200), corrected('old', 300))).toEqual([['corrected', 100, 300]]);
  expect(told(2, figure('a', 1), corrected('a', 2), corrected('a', 3), corrected('a', 2))).toEqual([]);
  expect(told(1, old, corrected('old', 200), ended('void', 'old'))).toEqual([['voided', 100, null]]);
  expect(told(1, old, corrected('old', 200), ended('retract', 'old'))).toEqual([['retracted', 100, 200]]);
  expect(told(1, old, corrected('old', 200), ended('withhold', 'old'))).toEqual([['withheld', null, null]]);
});

test('from any past state: each claim once at most, amendments of what was seen alone, nothing that does not stand', () => {
  holds(
    fc.property(log(), fc.nat(), (entries, past) => {
      const at = FRAME.length + (past % (entries.length - FRAME.length + 1));
      const [seen, now] = [replay(entries.slice(0, at)), replay(entries)];
      const changes = toldBetween(seen, now);
      const ids = changes.flatMap(({ claim }) => claim ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { kind, claim, before } of changes) {
        const state = now.held.get(claim ?? '');
        if (['corrected', 'voided', 'withheld'].includes(kind)) expect(seen.held.has(claim ?? '')).toBe(true);
        else if (kind !== 'retracted') {
          expect(state?.standing).toBe('stands');
          // What it is compared with is so, too.
          if (before)
            expect(now.held.get(before.claim.id)).toMatchObject({ claim: before.claim, standing: 'stands' });
        }
      }
      const fresh = now.claims.filter(
        ({ claim, standing }) => !seen.held.has(claim.id) && standing === 'stands',
      );
      for (const { claim } of fresh) expect(ids).toContain(claim.id);
    }),
    { numRuns: 500 },
  );
});
