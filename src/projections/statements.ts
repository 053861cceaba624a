/** The timeline of a topic, newest first, and every amendment in force with its reason. */

import { bearsFigure } from '../domain/record/claim.ts';
import { byContent } from '../domain/record/content-order.ts';
import { latestEstimates } from '../domain/record/estimate.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import { isDisputed } from '../domain/record/reading.ts';
import { type ClaimState, saidOf, type TopicRecord } from '../domain/record/record.ts';
import { compare, newestFirst } from '../domain/record/time-order.ts';
import { apartWords } from './correction-words.ts';
import { dayWords } from './locale.ts';
import { measureLabel } from './measure-words.ts';
import { methodWords } from './method-words.ts';
import { labelWords } from './role-words.ts';
import type { AmendmentView, StatementView } from './topic-view.ts';
import { nameOf, saidWords, standingWords, statementWords, viaWords } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** The newest this many stand in the view; the rest are paged through the claims route. */
export const STATEMENTS_SHOWN = 50;
/** Amendments shown in the view; all of them stand in the changes. */
const AMENDMENTS_SHOWN = 50;

export function statementsOf(record: TopicRecord, lang: string): StatementView[] {
  const leads = new Set(
    latestEstimates(record).flatMap((row) => [row.lead, ...row.beside, ...row.same].map((s) => s.claim.id)),
  );
  const order = byContent(record.held);
  const byName = (a: ClaimState, b: ClaimState) =>
    compare(nameOf(record, a.claim.source), nameOf(record, b.claim.source)) || order(a, b);
  return newestFirst(record.claims, saidOf, byName)
    .slice(0, STATEMENTS_SHOWN)
    .map((state) => toStatementView(state, record, lang, leads));
}

/** One statement as the timeline and the claims route print it. */
export function toStatementView(
  state: ClaimState,
  record: TopicRecord,
  lang: string,
  leads: ReadonlySet<string>,
): StatementView {
  const { claim } = state;
  const name = nameOf(record, claim.source);
  const event = state.events.at(-1);
  const measure = record.measures.get(claim.measure ?? '');
  const role = figureRole(state, measure);
  return {
    claim: claim.id,
    source: claim.source,
    name,
    measure: claim.measure,
    label: measure
      ? labelWords({ ...measure, label: measureLabel(measure, record, lang) }, role, lang)
      : null,
    text: textOf(state, record, lang),
    when: saidWords(state, lang),
    by: viaWords(claim.chain, name, lang),
    said: saidOf(state),
    via: claim.chain.map(({ name: link, role }) => ({ name: link, role })),
    evidence: claim.evidence,
    status: statusOf(state, leads),
    role,
    note: event ? wordsOf(lang).rows.amended[event.kind](dayWords(event.on, lang), event.reason) : null,
    how: methodWords(claim, { record, lang }),
  };
}

/** Its words, and our summary of a statement on no measure; nothing of a withheld one. */
function textOf(state: ClaimState, record: TopicRecord, lang: string): string {
  if (state.standing === 'withheld') return standingWords(state, { record, lang });
  return statementWords(state.claim, { record, lang });
}

function statusOf(state: ClaimState, leads: ReadonlySet<string>): StatementView['status'] {
  if (state.standing !== 'stands') return state.standing;
  if (bearsFigure(state.claim) && isDisputed(state.claim)) return 'disputed';
  if (state.events.length > 0) return 'corrected';
  if (state.claim.measure === null || !bearsFigure(state.claim)) return 'current';
  return leads.has(state.claim.id) ? 'current' : 'superseded';
}

/** What we corrected, voided or withheld and what sources withdrew: never hidden, each with its reason. */
export function amendmentsOf(record: TopicRecord, lang: string): AmendmentView[] {
  const context = { record, lang };
  const all = record.claims.flatMap((state) =>
    state.events.map((event): AmendmentView => {
      const corrected = event.kind === 'corrected';
      const [was, now] = corrected
        ? apartWords(event.was, state.claim, context)
        : [statementWords(state.claim, context), null];
      return {
        claim: state.claim.id,
        source: state.claim.source,
        name: nameOf(record, state.claim.source),
        kind: event.kind,
        on: event.on,
        reason: event.reason,
        before: event.kind === 'withheld' ? wordsOf(lang).statements.withheld : was,
        after: now,
      };
    }),
  );
  const key = ({ on, claim }: AmendmentView) => `${on} ${claim}`;
  return all.sort((a, b) => (key(a) < key(b) ? 1 : -1)).slice(0, AMENDMENTS_SHOWN);
}
