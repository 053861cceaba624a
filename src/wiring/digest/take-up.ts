/** What the clock does for digests each minute: opens what is due, takes up what was left, ends what is over. */
import { CADENCES } from '../../domain/subscriber.ts';
import { isAnyoneDue, runsUnderWay, type StoredRun, touchRun } from '../../store/digest-runs.ts';
import { closeIfDone, expireRun, settleStale } from './close-run.ts';
import { type DigestMeans, QUIET, secondsFrom } from './means.ts';
import { openRun, startRun } from './open-run.ts';

/** `at` is the minute that the clock says it is. */
export async function tickDigests(means: DigestMeans, at: string): Promise<void> {
  for (const run of await runsUnderWay(means.db)) await takeUp(means, run);
  for (const cadence of CADENCES)
    if (await isAnyoneDue(means.db, cadence, at)) await openRun(means, { cadence, at, by: 'clock' });
}

async function takeUp(means: DigestMeans, run: StoredRun): Promise<void> {
  const now = means.now();
  if (now >= run.expires) return expireRun(means, run);
  means.log(`${run.id}: ${run.settled} of ${run.candidates}${run.paged ? '' : ' or more'} settled`);
  if (run.touched > secondsFrom(now, -QUIET)) return;
  if (run.state === 'opening') return startRun(means, run);
  const mailer = means.mailer();
  await settleStale(means, run, mailer.honoursKey ? mailer.name : null);
  if (await closeIfDone(means, run)) return;
  // Work went quiet, as after a kill that took the queue along: rows, not messages, say what is left.
  await touchRun(means.db, run.id, now, 0);
  const waiting = { kind: 'resume', run: run.id, after: '' } as const;
  await means.enqueue(run.paged ? [waiting] : [waiting, { kind: 'page', run: run.id, after: null }]);
}
