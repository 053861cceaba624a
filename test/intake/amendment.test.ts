// The doors for what happens to a claim later: each needs a reason, and none opens twice.
import { expect, test } from 'vitest';
import { entryContext } from '../../src/domain/entry-context.ts';
import type { ClaimState } from '../../src/domain/record.ts';
import { admitCorrection, admitRemoval } from '../../src/intake/amendment.ts';
import { claimOf, point, recordOf, SOURCES } from '../domain/two-ministries.ts';

const record = recordOf(claimOf('c'), claimOf('gone'), {
  kind: 'void',
  id: 'gone',
  reason: 'Never said.',
  on: null,
});
const context = entryContext(record, SOURCES, '2025-01-01');
const [state, gone] = ['c', 'gone'].map((id) => record.held.get(id)) as [ClaimState, ClaimState];
const reason = 'The page says 50.';
const correct = (body: unknown) => admitCorrection(state, body, context);
const refusal = (verdict: ReturnType<typeof correct>) => (verdict.ok ? [] : verdict.problems);

test.for(['void', 'retract', 'withhold'] as const)('to %s without a reason is refused', (kind) => {
  for (const body of [{}, { reason: '' }, { reason: '  ' }]) {
    expect(refusal(admitRemoval(kind, state, body))).toEqual([
      { path: 'reason', message: 'Say why in a sentence.' },
    ]);
  }
  expect(admitRemoval(kind, state, { reason })).toEqual({
    ok: true,
    value: { kind, id: 'c', reason, on: null },
  });
});

test('to correct without a reason is refused', () => {
  expect(refusal(correct({ claim: { value: point(50) } }))).toEqual([
    { path: 'reason', message: 'Say why in a sentence.' },
  ]);
});

test('a correction names the fields that change and keeps the others', () => {
  expect(correct({ reason, claim: { value: point(50) } })).toMatchObject({
    ok: true,
    value: {
      kind: 'correct',
      reason,
      fields: ['value'],
      claim: { id: 'c', source: 'ministry-a', value: { point: 50 } },
    },
  });
});

test.for<[string, Record<string, unknown>, string]>([
  ['its topic', { topic: 'other' }, 'claim.topic'],
  ['its id', { id: 'other' }, 'claim.id'],
  ['nothing', {}, 'claim'],
  ['nothing that differs', { value: point(100) }, 'claim'],
  ['to what does not parse', { said: 'yesterday' }, 'claim.said'],
  ['to what the checks refuse', { value: point(50, '50', 'about') }, 'claim.value.hedge'],
])('a correction cannot change %s', ([, claim, path]) => {
  expect(refusal(correct({ reason, claim })).map((problem) => problem.path)).toEqual([path]);
});

test('what was removed cannot be changed again, and still be withheld', () => {
  const [problem] = refusal(admitRemoval('retract', gone, { reason }));
  expect(problem?.message).toBe('This claim was voided and cannot be changed again.');
  expect(refusal(admitCorrection(gone, { reason, claim: { value: point(5) } }, context))).toHaveLength(1);
  expect(admitRemoval('withhold', gone, { reason }).ok).toBe(true);
});
