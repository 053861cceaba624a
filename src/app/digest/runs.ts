/** Runs of the digest for those who look on: what became of each, and one opened when somebody asks for it. */
import type { DigestRun, Ledger } from '../../domain/digest/digest-run.ts';
import { newestRuns, readLedger, readRun, type StoredRun } from '../../store/digest-runs.ts';
import { DigestRunOrder } from '../../validation/digest-run.ts';
import { type Problem, parseWith } from '../../validation/verdict.ts';
import type { DigestDeps } from './digest-deps.ts';
import { openRun } from './open-run.ts';

/** A run as it stands, with the sum of what became of its readers. */
export interface RunReport extends DigestRun {
  opened: string;
  /** Who opened it: an editor's name, never to be shown in public. */
  openedBy: string;
  closed: string | null;
  ledger: Ledger;
}

export async function reportOf(db: D1Database, run: StoredRun): Promise<RunReport> {
  const ledger = await readLedger(db, run);
  const { id, cadence, at, knownAt, opened, openedBy, expires, closed } = run;
  // The minute's work closes it; that nothing is left to do is true now.
  const state = ledger.balanced && run.state === 'open' ? 'done' : run.state;
  return { id, cadence, at, knownAt, opened, openedBy, expires, closed, state, ledger };
}

export async function readReport({ db }: Pick<DigestDeps, 'db'>, id: string): Promise<RunReport | null> {
  const run = await readRun(db, id);
  return run && reportOf(db, run);
}

/** The newest first. A ledger reads all of its run's rows, so ask for few. */
export async function newestReports({ db }: Pick<DigestDeps, 'db'>, limit: number): Promise<RunReport[]> {
  return Promise.all((await newestRuns(db, limit)).map((run) => reportOf(db, run)));
}

export type RunOrdered =
  | { kind: 'opened' | 'found' | 'busy'; run: RunReport }
  | { kind: 'refused'; problems: Problem[] };

/** Opens the run that `body` asks for, `{cadence, at?}` and untrusted; 'busy' with the run that is in its way. */
export async function orderRun(deps: DigestDeps, body: unknown, by: string): Promise<RunOrdered> {
  const order = parseWith(DigestRunOrder, body);
  if (!order.ok) return { kind: 'refused', problems: order.problems };
  const { cadence, at = deps.now() } = order.value;
  const { kind, run } = await openRun(deps, { cadence, at, by });
  return { kind, run: await reportOf(deps.db, run) };
}
