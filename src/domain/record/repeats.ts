/** Warnings of a second figure by one source on one day: the same one again, or another with nothing to order them by. */

import { wordOf } from '../figure/vagueness.ts';
import { isVague, namedFigure } from '../figure/value.ts';
import { bearsFigure, type Claim, isRelay } from './claim.ts';
import { hourOf } from './date.ts';
import type { Warning } from './entry.ts';
import { dayKey, type EntryContext, statementKey } from './entry-context.ts';
import type { ClaimState } from './record.ts';

export function warnOfRepeats(claim: Claim, { statements, days }: EntryContext): Warning[] {
  const again = statements.get(statementKey(claim))?.find((state) => state.claim.id !== claim.id);
  if (again) return [duplicateOf(again.claim)];
  if (!bearsFigure(claim) || claim.measure === null || (claim.said ?? claim.published) === null) return [];
  const others = (days.get(dayKey(claim)) ?? []).filter(
    (state) => state.claim.id !== claim.id && sourceOf(state.claim) === sourceOf(claim),
  );
  const same = others.find((state) => figureOf(state.claim) === figureOf(claim));
  if (same) return [duplicateOf(same.claim)];
  const rival = rivalOf(claim, others);
  if (!rival) return [];
  const message =
    `This source gave ${rival.value && namedFigure(rival.value)} on this measure on the same date: give the hours of both, or name ` +
    `"${rival.id}" in "replaces" if this came after it. Until then both stand side by side and neither leads.`;
  return [{ code: 'same-day', path: 'said', message }];
}

const duplicateOf = ({ id }: Claim): Warning => ({
  code: 'duplicate',
  path: 'value',
  message: `The same statement by this source is already recorded, as "${id}".`,
});

/** One that no hour, no replacement and no choice of the source's own sets before or after the claim. */
function rivalOf(claim: Claim, others: readonly ClaimState[]): Claim | undefined {
  const replaced = new Set([claim, ...others.map((state) => state.claim)].map((each) => each.replaces));
  if (claim.preferred || replaced.has(claim.id)) return undefined;
  const [own, ...rest] = [claim, ...others.map((state) => state.claim)].map((each) => ({
    each,
    hour: sayingHour(each),
  }));
  return rest.find(
    ({ each, hour }) =>
      !each.preferred &&
      !replaced.has(each.id) &&
      !(each.label !== null && claim.label !== null) &&
      (hour === null || own?.hour === null || hour === own?.hour),
  )?.each;
}

const sayingHour = ({ said }: Claim): number | null =>
  said === null || said.inferred ? null : hourOf(said.date);

const sourceOf = (claim: Claim): string | null => (isRelay(claim) ? (claim.about?.source ?? null) : null);

/** The numbers named, or the vague word: "about 300" repeats "300". */
function figureOf({ value }: Claim): string | null {
  if (value === null) return null;
  if (isVague(value)) return wordOf(value);
  return JSON.stringify([value.low ?? value.point, value.high ?? value.point]);
}
