/** One row of the record: an estimate as every face shows it, in words, with its mark and its notes. */

import { readFigure } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import { bearsFigure } from '../domain/record/claim.ts';
import type { Estimate } from '../domain/record/estimate.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import { movedSince } from '../domain/record/movement.ts';
import { outletsOf } from '../domain/record/reading.ts';
import { type ClaimState, saidOf } from '../domain/record/record.ts';
import { markOf } from './axis.ts';
import { notesOf } from './notes.ts';
import type { Setting } from './setting.ts';
import type { EstimateView } from './topic-view.ts';
import {
  claimWords,
  countedIn,
  figureWords,
  nameOf,
  saidWords,
  standingWords,
  viaWords,
  type WordingContext,
} from './wording.ts';
import { wordsOf } from './words/words.ts';

/** The view of one estimate. A withdrawn, withheld or disputed row holds no figure. */
export function toEstimateView(estimate: Estimate, setting: Setting): EstimateView {
  const { lead, without } = estimate;
  const { claim } = lead;
  const figure = without === null && bearsFigure(claim) ? claim.value : null;
  const { notes, age } = notesOf(estimate, setting);
  return {
    claim: claim.id,
    measure: estimate.measure,
    metricVersion: lead.definition?.version ?? null,
    stance: claim.stance,
    value: figure,
    interval: figure && isVague(figure) ? readFigure(figure, setting.scheme) : null,
    about: claim.about,
    adopts: claim.adopts,
    basis: claim.basis,
    alternatives: figure ? alternativesOf(estimate, setting) : [],
    text: without === null ? leadWords(estimate, setting) : standingWords(lead, setting),
    leading: estimate.equals.length === 0,
    said: saidOf(lead),
    asOf: claim.asOf,
    disclosed: claim.disclosed,
    via: claim.chain.map(({ name, role }) => ({ name, role })),
    outlets: outletsOf(claim).size,
    evidence: claim.evidence,
    readings: (without === 'retracted' ? [] : claim.readings).map(({ text, outlet, url }) => ({
      text,
      outlet,
      url,
    })),
    method: without === null ? claim.method : null,
    status: without ?? (lead.events.some((event) => event.kind === 'corrected') ? 'corrected' : 'current'),
    previous: estimate.previous && {
      ...brief(estimate.previous, setting),
      moved: movedSince(estimate),
    },
    later: estimate.later && { ...brief(estimate.later, setting), stance: estimate.later.claim.stance },
    role: figureRole(lead, setting.record.measures.get(estimate.measure)),
    forecast: estimate.forecast && brief(estimate.forecast, setting),
    when: saidWords(lead, setting.lang),
    by: viaWords(claim.chain, nameOf(setting.record, claim.source), setting.lang),
    notes,
    mark:
      figure && setting.axis && estimate.equals.length === 0
        ? markOf(claim, setting.scheme, setting.axis)
        : null,
    age,
  };
}

/** Of several figures that nothing sets before or after one another all are said, the smallest first. */
function leadWords({ lead, equals }: Estimate, context: WordingContext): string {
  const { labelled, all } = wordsOf(context.lang).statements;
  const said = [lead, ...equals].map(({ claim }) => {
    const words = claimWords(claim, context);
    return claim.label === null || equals.length === 0 ? words : labelled(words, claim.label);
  });
  const each = [...new Set(said)];
  return each.length < 2 ? (each[0] ?? '') : all(each);
}

function alternativesOf(
  { lead, beside }: Estimate,
  { record, lang }: WordingContext,
): EstimateView['alternatives'] {
  const unit = countedIn(lead.claim, record);
  const { attributedTo, also } = wordsOf(lang).statements;
  const own = lead.claim.alternatives.map(({ label, value }) => ({
    label,
    value,
    text: figureWords(value, unit, lang),
    claim: lead.claim.id,
  }));
  const others = beside.flatMap(({ claim }) => {
    if (claim.value === null) return [];
    const label =
      claim.label ?? (claim.about?.source ? attributedTo(nameOf(record, claim.about.source)) : also);
    return [{ label, value: claim.value, text: figureWords(claim.value, unit, lang), claim: claim.id }];
  });
  return [...own, ...others];
}

const brief = (state: ClaimState, context: WordingContext) => ({
  claim: state.claim.id,
  text: claimWords(state.claim, context),
  said: saidOf(state),
});
