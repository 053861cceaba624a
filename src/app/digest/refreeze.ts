/** After a withholding: what open runs show of the topic is frozen anew, so that its other changes still go out. */
import { readRun } from '../../store/digest-runs.ts';
import { replacePart } from '../../store/run-content.ts';
import { freezeTopic } from './frozen-content.ts';

/** The withholding stands whatever becomes of this: a run that fails here leaves the topic out. */
export async function refreezeTopic(db: D1Database, topic: string, runs: readonly string[]): Promise<void> {
  for (const id of runs) {
    try {
      await refreeze(db, topic, id);
    } catch (fault) {
      console.error(`${id}: ${topic} could not be frozen anew and is left out`, fault);
    }
  }
}

async function refreeze(db: D1Database, topic: string, id: string): Promise<void> {
  const run = await readRun(db, id);
  if (run?.state !== 'open') return;
  // What is new is told from the log to each reader as their turn comes.
  const body = await freezeTopic(db, topic, [], { until: run.knownAt, past: true });
  if (body !== null) await replacePart(db, id, run.content, { part: topic, body });
}
