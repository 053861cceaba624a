// Validation of what happens to a claim later: each needs a reason, and none opens twice.
import { expect, test } from 'vitest';
import { entryContext } from '../../src/domain/record/entry-context.ts';
import type { ClaimState } from '../../src/domain/record/record.ts';
import { admitCorrection, admitRemoval } from '../../src/validation/amendment.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { claimOf, point, recordOf, SOURCES } from '../domain/two-ministries.ts';

const record = recordOf(claimOf('c'), claimOf('gone'), {
  kind: 'void',
  id: 'gone',
  reason: 'Never said.',
  on: null,
});
const context = entryContext(record, SOURCES, '2025-01-01', CODEBOOK);
const [state, gone] = ['c', 'gone'].map((id) => record.held.get(id)) as [ClaimState, ClaimState];
const reason = 'The page says 50.';
const NOW = '2025-01-01T12:00:00.000Z';
const correct = (body: unknown) => admitCorrection(state, body, context);
const refusal = (verdict: ReturnType<typeof correct>) => (verdict.ok ? [] : verdict.problems);

test.for(['void', 'retract', 'withhold'] as const)('to %s without a reason is refused', (kind) => {
  for (const body of [{}, { reason: '' }, { reason: '  ' }]) {
    expect(refusal(admitRemoval(kind, state, body, NOW))).toEqual([
      { path: 'reason', message: 'Say why in a sentence.' },
    ]);
  }
  expect(admitRemoval(kind, state, { reason }, NOW)).toEqual({
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
  const [problem] = refusal(admitRemoval('retract', gone, { reason }, NOW));
  expect(problem?.message).toBe('This claim was voided and cannot be changed again.');
  expect(refusal(admitCorrection(gone, { reason, claim: { value: point(5) } }, context))).toHaveLength(1);
  expect(admitRemoval('withhold', gone, { reason }, NOW).ok).toBe(true);
});

const dated = recordOf(claimOf('hour', { said: '2024-05-03T20:00:00+02:00' })).held.get('hour') as ClaimState;

test.for<[ClaimState, string, RegExp | null]>([
  [state, '2024-01-09', /cannot have been .* before/],
  [state, '2023', /cannot have been .* before/],
  [state, '2024-01-10', null],
  [state, '2024-01', null],
  [state, '2024', null],
  [dated, '2024-05-03T17:59:00Z', /cannot have been .* before/],
  [dated, '2024-05-03T18:01:00Z', null],
  [dated, '2024-05-03', null],
  [state, '2025-01-01T12:01:00Z', /in the future/],
  [state, '2025-01-01T13:59:00+02:00', null],
  [state, '2025-01-02', null],
  [state, '2025-01-03', /in the future/],
  [state, '2025-02', /in the future/],
])('of a claim of %o a removal dated %s is checked as a claim’s own date is', ([held, on, refused]) => {
  for (const kind of ['void', 'retract', 'withhold'] as const) {
    const problems = refusal(admitRemoval(kind, held, { reason, on }, NOW));
    expect(problems.map(({ path }) => path)).toEqual(refused ? ['on'] : []);
    if (refused) expect(problems[0]?.message).toMatch(refused);
  }
});

const codes = (fields: object) => {
  const verdict = correct({ reason, claim: fields });
  return verdict.ok && verdict.value.kind === 'correct'
    ? (verdict.value.warnings ?? []).map(({ code }) => code)
    : [];
};

test('a correction is warned of what a new claim would be', () => {
  expect(codes({ value: point(101) })).toEqual([]);
  expect(codes({ value: point(100_000) })).toEqual(['tenfold']);
  expect(codes({ value: point(9) })).toEqual(['tenfold']);
  expect(codes({ said: '2025-06-01' })).toEqual(['future']);
  expect(codes({ evidence: [] })).toEqual(['no-address']);
});

test('a correction cannot make a claim answer, adopt or replace itself', () => {
  for (const [fields, path] of [
    [{ adopts: 'c' }, 'claim.adopts'],
    [{ about: { claim: 'c' } }, 'claim.about.claim'],
    [{ replaces: 'c' }, 'claim.replaces'],
  ] as const)
    expect(refusal(correct({ reason, claim: fields })).map((problem) => problem.path)).toEqual([path]);
});
