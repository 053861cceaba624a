// A run's ledger balances only when every candidate is settled and no more are to come.
import { expect, test } from 'vitest';
import { ledgerOf, runId } from '../../src/domain/digest/digest-run.ts';

const row = (state: string, count: number, why: string | null = null) => ({ state, why, count });

test('every candidate has one outcome, and the reasons are counted', () => {
  const rows = [row('sent', 2), row('skipped', 3, 'nothing changed'), row('failed', 1, 'mail refused')];
  expect(ledgerOf(6, true, rows)).toMatchObject({
    candidates: 6,
    sent: 2,
    skipped: 3,
    failed: 1,
    waiting: 0,
    reasons: { 'nothing changed': 3, 'mail refused': 1 },
    balanced: true,
  });
});

test.for([
  ['readers are still to be found', 2, false, [row('sent', 2)]],
  ['some wait', 3, true, [row('sent', 2), row('ready', 1)]],
  ['some are on their way', 3, true, [row('sent', 2), row('sending', 1)]],
  ['one is missing', 3, true, [row('sent', 2)]],
  ['one waits beyond the count', 2, true, [row('sent', 2), row('ready', 1)]],
] as const)('it does not balance while %s', ([, candidates, complete, rows]) => {
  expect(ledgerOf(candidates, complete, rows).balanced).toBe(false);
});

test('two openings of one minute are one run, and of two cadences two', () => {
  expect(runId('daily', '2026-03-02T07:00:59.999Z')).toBe(runId('daily', '2026-03-02T07:00:00Z'));
  expect(runId('daily', '2026-03-02T07:01:00Z')).not.toBe(runId('daily', '2026-03-02T07:00:00Z'));
  expect(runId('weekly', '2026-03-02T07:00:00Z')).not.toBe(runId('daily', '2026-03-02T07:00:00Z'));
});
