/** Writes of one claim and of its amendments: each validation's verdict becomes actions in the log, in one batch. */

import { ClaimFields } from '../../domain/record/claim.ts';
import type { Action, Amendment, Entry, Warning } from '../../domain/record/entry.ts';
import { type EntryContext, entryContext } from '../../domain/record/entry-context.ts';
import { quotedWarnings } from '../../domain/record/quoting.ts';
import { NOW, recordAt, type TopicRecord } from '../../domain/record/record.ts';
import { claimItems } from '../../projections/claim-item.ts';
import type { Kept } from '../../store/idempotency.ts';
import { topicOfClaim } from '../../store/listings.ts';
import { runsShowing } from '../../store/run-content.ts';
import { readSources } from '../../store/sources.ts';
import { type Decision, type WriteOrder, writeTopic } from '../../store/write.ts';
import { admitEvidence } from '../../validation/addition.ts';
import { admitCorrection, admitRemoval } from '../../validation/amendment.ts';
import { admitClaim } from '../../validation/claim.ts';
import { withSources } from '../../validation/sources.ts';
import { parseWith, refuse, type Verdict } from '../../validation/verdict.ts';
import type { Deps } from '../deps.ts';
import { refreezeTopic } from '../digest/refreeze.ts';
import { mustHold, project } from './projection.ts';
import { quotedElsewhere, withheldAnswer } from './quoted.ts';
import type { RecordOrder, WriteDeps, Written } from './record-writes.ts';
import { withoutWordsOf } from './withholding.ts';

/** Records one claim, under a new id that names it for good. */
export async function postClaim(deps: WriteDeps & Pick<Deps, 'newId'>, order: RecordOrder): Promise<Written> {
  const parsed = parseWith(ClaimFields, order.body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const { topic } = parsed.value;
  const id = deps.newId();
  return write(deps.db, { ...order, now: deps.now() }, topic, (context) =>
    context === null
      ? refuse({
          path: 'topic',
          message: `There is no topic "${topic}". Add it first, or name one that exists.`,
        })
      : admitClaim(order.body, id, context),
  );
}

/** Corrects, adds evidence to, voids, retracts or withholds a claim; null where no topic holds it. */
export async function amendClaim(
  { db, now }: WriteDeps,
  { id, amendment, ...order }: RecordOrder & { id: string; amendment: Amendment },
): Promise<Written | null> {
  const topic = await topicOfClaim(db, id);
  if (topic === null) return null;
  const request = { ...order, now: now() };
  let warnings: Warning[] = [];
  const elsewhere = amendment === 'withhold' ? await quotedElsewhere(db, topic, id) : [];
  const admit: Admit = (context, record) => {
    const state = context?.claims.get(id);
    if (amendment === 'withhold' && record) warnings = [...quotedWarnings(record, id), ...elsewhere];
    if (!context || !state) return refuse({ path: 'id', message: `There is no claim "${id}".` });
    switch (amendment) {
      case 'correct':
        return admitCorrection(state, request.body, context);
      case 'evidence':
        return admitEvidence(state, request.body, context);
      case 'void':
      case 'retract':
      case 'withhold':
        return admitRemoval(amendment, state, request.body, request.now);
    }
  };
  const extra =
    amendment === 'withhold'
      ? { withoutWithheld: (entries: readonly Entry[]) => withoutWordsOf(id, entries) }
      : {};
  const shownBy = amendment === 'withhold' ? await runsShowing(db, topic) : [];
  const answer: AnswerOf =
    amendment === 'withhold' ? (all, actions) => withheldAnswer(answerOf(all, actions), warnings) : answerOf;
  const written = await write(db, request, topic, admit, { ...extra, answer });
  if (written.kind === 'written') await refreezeTopic(db, topic, shownBy);
  return written;
}

type Admit = (context: EntryContext | null, record: TopicRecord | null) => Verdict<Action>;
type AnswerOf = WriteOrder['answer'];

async function write(
  db: D1Database,
  request: RecordOrder & { now: string },
  topic: string,
  admit: Admit,
  extra: Partial<Pick<WriteOrder, 'withoutWithheld' | 'answer'>> = {},
): Promise<Written> {
  const sources = await readSources(db);
  const decide = (entries: readonly Entry[]): Decision => {
    const record = recordAt(entries, NOW);
    const context = record && entryContext(record, sources, request.now.slice(0, 10));
    const verdict = admit(context, record);
    return verdict.ok ? { ok: true, actions: withSources([verdict.value], record, sources) } : verdict;
  };
  return writeTopic(db, { topic, ...request, decide, answer: answerOf, ...extra }, project);
}

/** Its id, the claim as it now stands, and the warnings recorded with it. */
function answerOf(all: readonly Entry[], actions: readonly Action[]): Kept {
  const action = actions.at(-1) as Action;
  const id = 'claim' in action ? action.claim.id : 'id' in action ? action.id : '';
  const record = mustHold(recordAt(all, NOW));
  const held = claimItems(record, new Set([id])).find(({ item }) => item.id === id);
  const warnings = 'warnings' in action ? (action.warnings ?? []) : [];
  const body = JSON.stringify({ id, claim: held?.item, warnings });
  return { status: action.kind === 'claim' ? 201 : 200, body };
}
