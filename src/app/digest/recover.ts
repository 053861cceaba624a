/** What the clock does for digests each minute: opens what is due, takes up what was left, ends what is over. */
import { CADENCES, type Cadence } from '../../domain/digest/cadence.ts';
import { isAnyoneDue, runsUnderWay, type StoredRun } from '../../store/digest-runs.ts';
import { recountRun } from '../../store/run-upkeep.ts';
import { closeIfDone, expireRun, settleStale } from './close-run.ts';
import { type DigestDeps, QUIET, secondsFrom } from './digest-deps.ts';
import { openRun, startRun } from './open-run.ts';

/** `at` is the minute that the clock says it is. One run's fault stops no other; the first is thrown at the end. */
export async function tickDigests(deps: DigestDeps, at: string): Promise<void> {
  const faults: unknown[] = [];
  const attempt = (work: Promise<void>) => work.catch((fault: unknown) => faults.push(fault));
  for (const run of await runsUnderWay(deps.db)) await attempt(recover(deps, run));
  for (const cadence of CADENCES) await attempt(openDue(deps, cadence, at));
  if (faults.length > 0) throw faults[0];
}

/** Beside a run under way only those count who fell due after it: the others stand in it. */
async function openDue(deps: DigestDeps, cadence: Cadence, at: string): Promise<void> {
  const busy = (await runsUnderWay(deps.db)).find((run) => run.cadence === cadence);
  if (await isAnyoneDue(deps.db, cadence, { after: busy?.at ?? '', at }))
    await openRun(deps, { cadence, at, by: 'clock' });
}

async function recover(deps: DigestDeps, run: StoredRun): Promise<void> {
  const now = deps.now();
  if (now >= run.expires) return expireRun(deps, run);
  deps.log(`${run.id}: ${run.settled} of ${run.candidates}${run.paged ? '' : ' or more'} settled`);
  if (run.paged && run.settled >= run.candidates && (await closeIfDone(deps, run))) return;
  const quiet = secondsFrom(now, -QUIET);
  if (run.touched > quiet || (run.expected ?? '') > quiet) return;
  if (run.state === 'opening') return startRun(deps, run);
  const mailer = deps.mailer();
  await settleStale(deps, run, mailer.honoursKey ? mailer.name : null);
  if (await closeIfDone(deps, run)) return;
  // Work went quiet, as after a kill that took the queue along: rows, not messages, say what is left.
  await recountRun(deps.db, run.id, now);
  const waiting = { kind: 'resume', run: run.id, after: '' } as const;
  await deps.enqueue(run.paged ? [waiting] : [waiting, { kind: 'page', run: run.id, after: null }]);
}
