/** Digests at the desk: a run opened by hand and signed in the log, what its mails leave out, and when a sample was last sent. */
import { firstInstant } from '../../domain/record/asked-instant.ts';
import type { LeftOut } from '../../projections/digest.ts';
import { deskActionStatement } from '../../store/desk-log.ts';
import { readLeftOut } from '../../store/digest-content.ts';
import type { DigestDeps } from '../digest/digest-deps.ts';
import { orderRun, type RunOrdered } from '../digest/runs.ts';

const ACTIONS = {
  opened: 'opened',
  found: 'asked for again',
  busy: 'asked for while under way',
} as const satisfies Record<Exclude<RunOrdered['kind'], 'refused'>, string>;

/** Opens the run of a cadence that is due now, or finds it, or finds another still under way; the log says who asked. */
export async function openRunAtDesk(
  deps: DigestDeps,
  cadence: string | null,
  { name }: { name: string },
): Promise<RunOrdered> {
  const ordered = await orderRun(deps, { cadence }, name);
  if (ordered.kind === 'refused') return ordered;
  const action = ACTIONS[ordered.kind];
  const log = {
    at: deps.now(),
    actor: name,
    subject: ordered.run.id,
    action,
    reason: 'Asked for at the desk.',
  };
  await deskActionStatement(deps.db, 'digest', log).run();
  return ordered;
}

/** The topics left out of a run's mails, and why. */
export async function readLeftOutTopics(db: D1Database, run: string): Promise<LeftOut[]> {
  return (await readLeftOut(db, run)).map((text) => JSON.parse(text) as LeftOut);
}

/** The instant in UTC that an editor wrote, its zone's plus sign perhaps lost in an address; null when it is none. */
export const instantOf = (text: string): string | null =>
  firstInstant(text.replace(/ (\d{2}:\d{2})$/, '+$1'));
