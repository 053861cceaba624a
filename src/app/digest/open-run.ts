/** Opens a run of the digest once a period, with its content frozen, and starts on its readers. */

import type { Cadence } from '../../domain/digest/cadence.ts';
import { RUN_LASTS, runId } from '../../domain/digest/digest-run.ts';
import { insertRun, readRun, runsUnderWay, type StoredRun } from '../../store/digest-runs.ts';
import { storeContent } from '../../store/run-content.ts';
import { makeRoom } from './close-run.ts';
import { type DigestDeps, secondsFrom } from './digest-deps.ts';

export type Opening =
  | { kind: 'opened' | 'found'; run: StoredRun }
  /** Another period of this cadence is still being sent. */
  | { kind: 'busy'; run: StoredRun };

/** Opens the run of this cadence as if it were `at`; finds it where it stands already, and then does nothing. */
export async function openRun(
  deps: DigestDeps,
  { cadence, at, by }: { cadence: Cadence; at: string; by: string },
): Promise<Opening> {
  const { db } = deps;
  const [id, opened] = [runId(cadence, at), deps.now()];
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
  const found = await readRun(db, id);
  if (found) return { kind: 'found', run: found };
  const busy = (await runsUnderWay(db)).find((other) => other.cadence === cadence);
  if (busy && !(await makeRoom(deps, busy))) return { kind: 'busy', run: await mustRead(db, busy.id) };
  if (await insertRun(db, { ...run, state: 'opening' })) {
    await startRun(deps, await mustRead(db, id));
    return { kind: 'opened', run: await mustRead(db, id) };
  }
  // Another was faster between two statements: it is found, or busy, now.
  return openRun(deps, { cadence, at, by });
}

/** Freezings of one run before a run of withholdings is left to the next minute. */
const ATTEMPTS = 5;

/**
 * Freezes what the run shows and sends its first page on its way. Asked again after a crash, it keeps what was frozen;
 * where something was withheld while it froze, it freezes again.
 */
export async function startRun(deps: DigestDeps, run: StoredRun): Promise<void> {
  let current = run;
  for (let attempt = 1; current.state === 'opening' && attempt <= ATTEMPTS; attempt++) {
    await storeContent(deps.db, run.id, current.content, await deps.maker.freeze(current));
    current = await mustRead(deps.db, run.id);
  }
  if (current.state !== 'open') return;
  await deps.enqueue([{ kind: 'page', run: run.id, after: null }]);
  deps.log(`${run.id}: opened, shows the record of ${run.knownAt}`);
}

async function mustRead(db: D1Database, id: string): Promise<StoredRun> {
  const run = await readRun(db, id);
  if (!run) throw new Error(`The run ${id} was entered and is not there.`);
  return run;
}
