/** Runs of the digest as the API and the desk ask for them. */
import type { DigestRunDoors, RunView } from '../../routes/api/digest-runs.ts';
import { newestRuns, readLedger, readRun, type StoredRun } from '../../store/digest-runs.ts';
import { DigestRunOrder } from '../../validation/digest-run.ts';
import { parseWith } from '../../validation/verdict.ts';
import type { DigestDeps } from './digest-deps.ts';
import { openRun } from './open-run.ts';

const SHOWN = 20;

export function runDoors(deps: DigestDeps, actor: DigestRunDoors['actor']): DigestRunDoors {
  const view = (run: StoredRun) => toRunView(deps.db, run);
  return {
    actor,
    async open(body, by) {
      const order = parseWith(DigestRunOrder, body);
      if (!order.ok) return { kind: 'refused', problems: order.problems };
      const { cadence, at = deps.now() } = order.value;
      const opened = await openRun(deps, { cadence, at, by });
      return opened.kind === 'busy'
        ? { kind: 'busy', id: opened.run.id }
        : { kind: opened.kind, run: await view(opened.run) };
    },
    async run(id) {
      const run = await readRun(deps.db, id);
      return run && view(run);
    },
    runs: async () => Promise.all((await newestRuns(deps.db, SHOWN)).map(view)),
  };
}

async function toRunView(db: D1Database, run: StoredRun): Promise<RunView> {
  const ledger = await readLedger(db, run);
  const { id, cadence, at, knownAt, opened, expires, closed } = run;
  // The minute's work closes it; that nothing is left to do is true now.
  const state = ledger.balanced && run.state === 'open' ? 'done' : run.state;
  return {
    id,
    url: `/v1/digest-runs/${id}`,
    cadence,
    at,
    knownAt,
    opened,
    expires,
    closed,
    state,
    ...ledger,
  };
}
