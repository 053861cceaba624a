/** Digests at the desk: a run opened by hand and signed in the log, what its mails leave out, and whom a draft is for. */
import { isCadence, USUAL_CADENCE } from '../../domain/digest/cadence.ts';
import { firstInstant } from '../../domain/record/asked-instant.ts';
import type { LeftOut } from '../../projections/digest.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { deskActionStatement } from '../../store/desk-log.ts';
import { readLeftOut } from '../../store/digest-content.ts';
import type { DigestDeps } from '../digest/digest-deps.ts';
import type { DigestSample } from '../digest/digest-draft.ts';
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

/** The first digest of a reader who chose nothing. */
export const FIRST_SAMPLE: DigestSample = { since: null, cadence: USUAL_CADENCE, lang: DEFAULT_LANGUAGE };

/**
 * A made-up reader from what an editor wrote, empty texts for what they left out; null where the instant or the language
 * is none.
 */
export function sampleOf(given: { since: string; cadence: string; lang: string }): DigestSample | null {
  const text = given.since.trim();
  // An address may have lost the plus sign of the zone.
  const since = text === '' ? null : firstInstant(text.replace(/ (\d{2}:\d{2})$/, '+$1'));
  const lang = given.lang || FIRST_SAMPLE.lang;
  if ((text !== '' && since === null) || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(lang)) return null;
  return { since, cadence: isCadence(given.cadence) ? given.cadence : FIRST_SAMPLE.cadence, lang };
}
