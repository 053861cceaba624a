/** Ends runs: those of which nothing is left to do, those too old to send, and those that rest when the next is due. */
import { closeRun, readLedger, type StoredRun } from '../../store/digest-runs.ts';
import { type Settlement, settleRows } from '../../store/outbox.ts';
import { deferredRows, type RowWithSchedule, staleRows } from '../../store/outbox-upkeep.ts';
import { isResting, skipReady } from '../../store/run-upkeep.ts';
import { type DigestDeps, IDLE, LEASE, QUIET, secondsFrom } from './digest-deps.ts';
import { dueAfter } from './outcomes.ts';

/** Rows looked at in one go; the next minute looks again. */
const AT_ONCE = 1_000;

export async function closeIfDone(
  deps: DigestDeps,
  run: StoredRun,
  as: 'done' | 'expired' = 'done',
): Promise<boolean> {
  if (!(await closeRun(deps.db, run.id, as, deps.now()))) return false;
  const ledger = await readLedger(deps.db, { ...run, state: as, paged: true });
  const { candidates, sent, skipped, suppressed, failed, uncertain, balanced } = ledger;
  deps.log(
    `${run.id}: ${as}; ${candidates} candidates = ${sent} sent + ${skipped} skipped + ${suppressed} suppressed + ${failed} failed + ${uncertain} uncertain${balanced ? '' : ', which does not balance'}`,
  );
  return true;
}

/**
 * A late digest is not sent: what waits is skipped, and its readers are due in the next run, with newer content. Those
 * whose own servers took nothing all the while are due when they would have been, not at once again.
 */
export async function expireRun(deps: DigestDeps, run: StoredRun): Promise<void> {
  const deferred = await deferredRows(deps.db, run.id, AT_ONCE);
  const outcomes = deferred.map((row) => ended(row, run, { state: 'skipped', why: 'deferred' }));
  await settleRows(deps.db, run, outcomes, deps.now());
  await skipReady(deps.db, run.id, 'expired', deps.now());
  await settleStale(deps, run, null);
  await closeIfDone(deps, run, 'expired');
}

/**
 * A run that rests, be it for one mailbox or for its provider, makes room when the next is due: its waiting readers stay
 * due and get the next one. False while work is under way, so that nobody stands in two runs.
 */
export async function makeRoom(deps: DigestDeps, run: StoredRun): Promise<boolean> {
  if (await closeIfDone(deps, run)) return true;
  const now = deps.now();
  const expected = run.expected !== null && run.expected > now;
  if (!(await isResting(deps.db, run.id, { now, idle: secondsFrom(now, expected ? -IDLE : -QUIET) })))
    return false;
  const left = await skipReady(deps.db, run.id, 'next run', now);
  if (left > 0) deps.log(`${run.id}: rests; ${left} readers are left to the next run`);
  return closeIfDone(deps, run);
}

/** Calls rows uncertain that a crash left `sending` and that may not be sent again: a person decides, not a retry. */
export async function settleStale(
  deps: DigestDeps,
  run: StoredRun,
  provider: string | null,
): Promise<number> {
  const now = deps.now();
  const stale = await staleRows(deps.db, { run: run.id, provider, lease: secondsFrom(now, -LEASE) }, AT_ONCE);
  const outcomes = stale.map((row) => ended(row, run, { state: 'uncertain', why: 'no answer was kept' }));
  return settleRows(deps.db, run, outcomes, now);
}

const ended = (
  { id, schedule }: RowWithSchedule,
  run: StoredRun,
  outcome: Pick<Settlement, 'state' | 'why'>,
): Settlement => ({
  id,
  ...outcome,
  providerId: null,
  due: schedule ? dueAfter({ schedule }, run) : run.at,
  cursor: null,
});
