/** Ends runs: those of which nothing is left to do, and those whose content is too old to send. */
import { closeRun, readLedger, type StoredRun } from '../../store/digest-runs.ts';
import { settleRows } from '../../store/outbox.ts';
import { expireRows, staleRows } from '../../store/outbox-upkeep.ts';
import { type DigestMeans, LEASE, secondsFrom } from './means.ts';
import { dueAfter } from './outcomes.ts';

/** Rows looked at in one go; the next minute looks again. */
const AT_ONCE = 1_000;

export async function closeIfDone(
  means: DigestMeans,
  run: StoredRun,
  as: 'done' | 'expired' = 'done',
): Promise<boolean> {
  if (!(await closeRun(means.db, run.id, as, means.now()))) return false;
  const ledger = await readLedger(means.db, { ...run, state: as, paged: true });
  const { candidates, sent, skipped, suppressed, failed, uncertain, balanced } = ledger;
  means.log(
    `${run.id}: ${as}; ${candidates} candidates = ${sent} sent + ${skipped} skipped + ${suppressed} suppressed + ${failed} failed + ${uncertain} uncertain${balanced ? '' : ', which does not balance'}`,
  );
  return true;
}

/** A late digest is not sent: what waits is skipped, and its readers are due in the next run, with newer content. */
export async function expireRun(means: DigestMeans, run: StoredRun): Promise<void> {
  await expireRows(means.db, run.id, means.now());
  await settleStale(means, run, null);
  await closeIfDone(means, run, 'expired');
}

/** Calls rows uncertain that a crash left `sending` and that may not be sent again: a person decides, not a retry. */
export async function settleStale(
  means: DigestMeans,
  run: StoredRun,
  provider: string | null,
): Promise<number> {
  const now = means.now();
  const stale = await staleRows(
    means.db,
    { run: run.id, provider, lease: secondsFrom(now, -LEASE) },
    AT_ONCE,
  );
  const outcomes = stale.map(({ id, rhythm }) => ({
    id,
    state: 'uncertain' as const,
    why: 'no answer was kept',
    providerId: null,
    due: rhythm ? dueAfter({ rhythm }, run) : run.at,
    cursor: null,
  }));
  return settleRows(means.db, run, outcomes, now);
}
