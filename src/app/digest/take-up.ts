/** What the clock does for digests each minute: opens what is due, takes up what was left, ends what is over. */
import { CADENCES, type Cadence } from '../../domain/digest/subscriber.ts';
import { isAnyoneDue, runsUnderWay, type StoredRun } from '../../store/digest-runs.ts';
import { recountRun } from '../../store/run-upkeep.ts';
import { closeIfDone, expireRun, settleStale } from './close-run.ts';
import { type DigestMeans, QUIET, secondsFrom } from './means.ts';
import { openRun, startRun } from './open-run.ts';

/** `at` is the minute that the clock says it is. One run's fault stops no other; the first is thrown at the end. */
export async function tickDigests(means: DigestMeans, at: string): Promise<void> {
  const faults: unknown[] = [];
  const attempt = (work: Promise<void>) => work.catch((fault: unknown) => faults.push(fault));
  for (const run of await runsUnderWay(means.db)) await attempt(takeUp(means, run));
  for (const cadence of CADENCES) await attempt(openDue(means, cadence, at));
  if (faults.length > 0) throw faults[0];
}

/** Beside a run under way only those count who fell due after it: the others stand in it. */
async function openDue(means: DigestMeans, cadence: Cadence, at: string): Promise<void> {
  const busy = (await runsUnderWay(means.db)).find((run) => run.cadence === cadence);
  if (await isAnyoneDue(means.db, cadence, { after: busy?.at ?? '', at }))
    await openRun(means, { cadence, at, by: 'clock' });
}

async function takeUp(means: DigestMeans, run: StoredRun): Promise<void> {
  const now = means.now();
  if (now >= run.expires) return expireRun(means, run);
  means.log(`${run.id}: ${run.settled} of ${run.candidates}${run.paged ? '' : ' or more'} settled`);
  if (run.paged && run.settled >= run.candidates && (await closeIfDone(means, run))) return;
  const quiet = secondsFrom(now, -QUIET);
  if (run.touched > quiet || (run.expected ?? '') > quiet) return;
  if (run.state === 'opening') return startRun(means, run);
  const mailer = means.mailer();
  await settleStale(means, run, mailer.honoursKey ? mailer.name : null);
  if (await closeIfDone(means, run)) return;
  // Work went quiet, as after a kill that took the queue along: rows, not messages, say what is left.
  await recountRun(means.db, run.id, now);
  const waiting = { kind: 'resume', run: run.id, after: '' } as const;
  await means.enqueue(run.paged ? [waiting] : [waiting, { kind: 'page', run: run.id, after: null }]);
}
