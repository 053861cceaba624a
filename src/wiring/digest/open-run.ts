/** Opens a run of the digest once a period, with its content frozen, and starts on its readers. */
import { type DigestRun, RUN_LASTS, runId } from '../../domain/digest-run.ts';
import type { Cadence } from '../../domain/subscriber.ts';
import { insertRun, readRun, runsUnderWay, type StoredRun, storeContent } from '../../store/digest-runs.ts';
import { closeIfDone } from './close-run.ts';
import { type DigestMeans, secondsFrom } from './means.ts';

export type Opening =
  | { kind: 'opened' | 'found'; run: StoredRun }
  /** Another period of this cadence is still being sent. */
  | { kind: 'busy'; run: StoredRun };

/** Opens the run of this cadence as if it were `at`; finds it where it stands already, and then does nothing. */
export async function openRun(
  means: DigestMeans,
  { cadence, at, by }: { cadence: Cadence; at: string; by: string },
): Promise<Opening> {
  const { db } = means;
  const [id, opened] = [runId(cadence, at), means.now()];
  // A record cannot be shown as it will be: a run ahead of the clock shows it as it is.
  const knownAt = at < opened ? at : opened;
  const run = {
    id,
    cadence,
    at,
    knownAt,
    opened,
    openedBy: by,
    expires: secondsFrom(opened, RUN_LASTS * 3_600),
  };
  for (const other of await runsUnderWay(db)) if (other.id !== id) await closeIfDone(means, other);
  if (await insertRun(db, { ...run, state: 'opening' })) {
    await startRun(means, { ...run, state: 'opening' });
    return { kind: 'opened', run: await mustRead(db, id) };
  }
  const found = await readRun(db, id);
  if (found) return { kind: 'found', run: found };
  const busy = (await runsUnderWay(db)).find((other) => other.cadence === cadence);
  // It ended between two statements: the period is free now.
  return busy ? { kind: 'busy', run: busy } : openRun(means, { cadence, at, by });
}

/** Freezes what the run shows and sends its first page on its way. Asked again after a crash, it keeps what was frozen. */
export async function startRun(means: DigestMeans, run: DigestRun): Promise<void> {
  await storeContent(means.db, run.id, await means.maker.freeze(run));
  await means.enqueue([{ kind: 'page', run: run.id, after: null }]);
  means.log(`${run.id}: opened, shows the record of ${run.knownAt}`);
}

async function mustRead(db: D1Database, id: string): Promise<StoredRun> {
  const run = await readRun(db, id);
  if (!run) throw new Error(`The run ${id} was entered and is not there.`);
  return run;
}
