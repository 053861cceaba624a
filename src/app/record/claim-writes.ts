/** Writes of one claim and of what befalls it: each verdict of validation becomes actions in the log, in one batch. */
import type { Verdict } from '../../domain/problem.ts';
import type { Action, Amendment } from '../../domain/record/entry.ts';
import { entryContext } from '../../domain/record/entry-context.ts';
import type { Codebook } from '../../domain/record/metric.ts';
import { quotedWarnings } from '../../domain/record/quoting.ts';
import type { ClaimState, TopicRecord } from '../../domain/record/record.ts';
import type { Source } from '../../domain/record/source.ts';
import { claimItems } from '../../projections/claim-item.ts';
import { topicOfClaim } from '../../store/listings.ts';
import { runsShowing } from '../../store/run-content.ts';
import { readSources } from '../../store/sources.ts';
import { admitEvidence } from '../../validation/addition.ts';
import { admitCorrection, admitRemoval } from '../../validation/amendment.ts';
import { admitClaim, parseClaim } from '../../validation/claim.ts';
import { withSources } from '../../validation/sources.ts';
import { admit, refuse } from '../../validation/verdict.ts';
import type { Deps } from '../deps.ts';
import { refreezeTopic } from '../digest/refreeze.ts';
import { quotedElsewhere, STILL_HELD } from './quoted.ts';
import {
  type Decided,
  type RecordOrder,
  type WriteDeps,
  type Written,
  writeRecord,
} from './record-writes.ts';
import { withoutWordsOf } from './withholding.ts';

/** Records one claim, under a new id that names it for good. */
export async function postClaim(
  deps: WriteDeps & Pick<Deps, 'newId'>,
  { body, ...order }: RecordOrder,
): Promise<Written> {
  const parsed = parseClaim(body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const { topic } = parsed.value;
  const [id, now] = [deps.newId(), deps.now()];
  const sources = await readSources(deps.db);
  return writeRecord(deps.db, { ...order, topic, now }, (record, codebook) => {
    if (record === null)
      return refuse({
        path: 'topic',
        message: `There is no topic "${topic}". Add it first, or name one that exists.`,
      });
    const verdict = admitClaim(parsed.value, id, entryContext(record, sources, now.slice(0, 10), codebook));
    return verdict.ok ? admit(decided(id, verdict.value, record, sources)) : verdict;
  });
}

type AmendOrder = RecordOrder & { id: string; amendment: Amendment };

/** Corrects, adds evidence to, voids, retracts or withholds a claim; null where no topic holds it. */
export async function amendClaim(
  { db, ...deps }: WriteDeps,
  { id, amendment, body, ...order }: AmendOrder,
): Promise<Written | null> {
  const topic = await topicOfClaim(db, id);
  if (topic === null) return null;
  const now = deps.now();
  const sources = await readSources(db);
  const shownBy = amendment === 'withhold' ? await runsShowing(db, topic) : [];
  const written = await writeRecord(db, { ...order, topic, now }, async (record, codebook) => {
    const state = record?.held.get(id);
    if (!record || !state) return refuse({ path: 'id', message: `There is no claim "${id}".` });
    const verdict = admitAmendment(amendment, state, { body, record, sources, codebook, now });
    if (!verdict.ok) return verdict;
    const made = decided(id, verdict.value, record, sources);
    return admit(amendment === 'withhold' ? await withheld(db, made, record, state) : made);
  });
  if (written.kind === 'written') await refreezeTopic(db, topic, shownBy);
  return written;
}

function admitAmendment(
  amendment: Amendment,
  state: ClaimState,
  { body, record, sources, codebook, now }: Amending,
): Verdict<Action> {
  const context = () => entryContext(record, sources, now.slice(0, 10), codebook);
  switch (amendment) {
    case 'correct':
      return admitCorrection(state, body, context());
    case 'evidence':
      return admitEvidence(state, body, context());
    case 'void':
    case 'retract':
    case 'withhold':
      return admitRemoval(amendment, state, body, now);
  }
}

type Sources = ReadonlyMap<string, Source>;

interface Amending {
  body: unknown;
  record: TopicRecord;
  sources: Sources;
  codebook: Codebook;
  now: string;
}

/** Answered with its id, the claim as it then stands, and the warnings recorded with it. */
function decided(id: string, action: Action, was: TopicRecord, sources: Sources): Decided {
  const warnings = 'warnings' in action ? (action.warnings ?? []) : [];
  return {
    actions: withSources([action], was, sources),
    answer: (record) => ({
      status: action.kind === 'claim' ? 201 : 200,
      body: bodyOf(record, id, { warnings }),
    }),
  };
}

/** Answered with a warning for each place where its words stand still, none of them quoted. */
async function withheld(
  db: D1Database,
  { actions }: Decided,
  was: TopicRecord,
  state: ClaimState,
): Promise<Decided> {
  const { id } = state.claim;
  const warnings = [...quotedWarnings(was, id), ...(await quotedElsewhere(db, was.topic.slug, state))];
  return {
    actions,
    answer: (record) => ({ status: 200, body: bodyOf(record, id, { warnings, stillHeld: STILL_HELD }) }),
    withoutWithheld: withoutWordsOf(state, was),
  };
}

function bodyOf(record: TopicRecord, id: string, further: object): string {
  const held = claimItems(record, new Set([id])).find(({ item }) => item.id === id);
  return JSON.stringify({ id, claim: held?.item, ...further });
}
