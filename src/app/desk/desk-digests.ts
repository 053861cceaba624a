/** Runs of the digest for the desk: each with its ledger, the newest first. */

import type { LeftOut } from '../../projections/digest.ts';
import type { DeskRun, DigestDesk } from '../../routes/desk/digest-doors.ts';
import { deskActionStatement } from '../../store/desk-log.ts';
import { readLeftOut } from '../../store/digest-content.ts';
import { newestRuns, readLedger, readRun, type StoredRun } from '../../store/digest-runs.ts';
import type { DigestDeps } from '../digest/digest-deps.ts';
import { draftDigest, toDeskLeftOut } from '../digest/digest-draft.ts';
import { openRun } from '../digest/open-run.ts';

/** A ledger reads its run's rows, so a page shows few. */
const SHOWN = 10;

export function digestDesk(deps: DigestDeps): Omit<DigestDesk, 'instant'> {
  const { db, now } = deps;
  const shown = (run: StoredRun) => toDeskRun(db, run);
  return {
    runs: async () => Promise.all((await newestRuns(db, SHOWN)).map(shown)),
    async run(id) {
      const run = await readRun(db, id);
      return run && shown(run);
    },
    async openRun(cadence, { name }) {
      const at = now();
      const { kind, run } = await openRun(deps, { cadence, at, by: name });
      const action = { opened: 'opened', found: 'asked for again', busy: 'asked for while under way' }[kind];
      const log = { at, actor: name, subject: run.id, action, reason: 'Asked for at the desk.' };
      await deskActionStatement(db, 'digest', log).run();
      return run.id;
    },
    leftOut: async (id) =>
      (await readLeftOut(db, id)).map((text) => toDeskLeftOut(JSON.parse(text) as LeftOut)),
    draft: (sample, origin) => draftDigest(db, sample, { origin, now: now() }),
  };
}

async function toDeskRun(db: D1Database, run: StoredRun): Promise<DeskRun> {
  const ledger = await readLedger(db, run);
  const { id, cadence, at, opened, openedBy, expires, closed } = run;
  // The minute's work closes it; that nothing is left to do is true now.
  const state = ledger.balanced && run.state === 'open' ? 'done' : run.state;
  return { id, cadence, at, opened, openedBy, expires, closed, state, ledger };
}
