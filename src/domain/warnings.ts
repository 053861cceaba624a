/** What an editor should look at twice: recorded with the claim, never a reason to refuse it. */
import { bearsFigure, type Claim } from './claim.ts';
import { daysBetween, firstDay, lastDay } from './date.ts';
import type { Warning } from './entry.ts';
import { type EntryContext, numberOf, rowKey, twinKey } from './entry-context.ts';
import { type ClaimState, orderDay } from './record.ts';

/** Equal figures this close are probably one source repeating another. */
const ADOPTION_DAYS = 7;
const SURPRISING_RATIO = 10;

export function warningsOf(claim: Claim, context: EntryContext): Warning[] {
  return [...warnOfVoice(claim, context), ...warnOfDate(claim, context), ...warnOfFigure(claim, context)];
}

function warnOfVoice(claim: Claim, { sources, rows }: EntryContext): Warning[] {
  const warnings: Warning[] = [];
  claim.chain.forEach((link, at) => {
    if (link.anonymous && (link.descriptor === null || link.reason === null)) {
      const message = 'An unnamed speaker: say how the outlet describes them and why they are not named.';
      warnings.push({ code: 'unnamed', path: `chain.${at}`, message });
    }
  });
  const source = sources.get(claim.source);
  const speakers = claim.chain.filter((link) => link.role === 'speaker');
  if (source && /\bofficials\b/i.test(source.name) && speakers.length === 1) {
    warnings.push({
      code: 'one-voice',
      path: 'chain',
      message: '“Officials” here rests on one voice in the chain.',
    });
  }
  if (source?.kind === 'unnamed-official') {
    const day = claim.said && lastDay(claim.said.date);
    const other = (rows.get(rowKey(claim)) ?? []).find(
      ({ claim: c }) => c.id !== claim.id && day && c.said && lastDay(c.said.date) !== day,
    );
    if (other) {
      const message =
        'Unnamed officials of two days cannot be known to be one person: use a source of its own for each day.';
      warnings.push({ code: 'two-days', path: 'source', message });
    }
  }
  if (claim.evidence.length === 0) {
    warnings.push({
      code: 'no-address',
      path: 'evidence',
      message: 'No address where a reader can check this.',
    });
  }
  return warnings;
}

function warnOfDate(claim: Claim, { today }: EntryContext): Warning[] {
  return (['said', 'asOf', 'published', 'disclosed'] as const)
    .filter((field) => claim[field] !== null && firstDay(claim[field].date) > today)
    .map((field) => ({ code: 'future', path: field, message: 'This date is in the future.' }));
}

function warnOfFigure(claim: Claim, { rows, twins }: EntryContext): Warning[] {
  if (claim.measure === null) return [];
  const warnings: Warning[] = [];
  const day = claim.said ? lastDay(claim.said.date) : null;
  const own = (rows.get(rowKey(claim)) ?? []).filter((state) => state.claim.id !== claim.id);
  if (own.some((state) => state.claim.said?.date === claim.said?.date && sameStatement(state.claim, claim))) {
    warnings.push({
      code: 'duplicate',
      path: 'value',
      message: 'The same statement by this source is already recorded.',
    });
  }
  if (!bearsFigure(claim) || day === null) return warnings;
  const now = numberOf(claim);
  const last = numberOf(lastFigure(own, day));
  if (last && now && (now >= last * SURPRISING_RATIO || now <= last / SURPRISING_RATIO)) {
    warnings.push({
      code: 'tenfold',
      path: 'value',
      message: 'Ten times this source’s own last figure, or a tenth of it.',
    });
  }
  const twin = (now === null ? [] : (twins.get(twinKey(claim)) ?? [])).find(
    ({ claim: other, bound }) =>
      other.source !== claim.source && Math.abs(daysBetween(orderDay(bound), day)) <= ADOPTION_DAYS,
  );
  if (twin && claim.adopts === null) {
    const message = `The same figure as ${twin.claim.source} within ${ADOPTION_DAYS} days: does this adopt ${twin.claim.id}?`;
    warnings.push({ code: 'adopts', path: 'adopts', message });
  }
  return warnings;
}

function lastFigure(own: ClaimState[], day: string): Claim | undefined {
  const before = own.filter((state) => bearsFigure(state.claim) && orderDay(state.bound) <= day);
  return before.reduce<ClaimState | undefined>(
    (a, b) => (a && orderDay(a.bound) > orderDay(b.bound) ? a : b),
    undefined,
  )?.claim;
}

function sameStatement(a: Claim, b: Claim): boolean {
  return a.stance === b.stance && a.value?.stated === b.value?.stated && a.words?.stated === b.words?.stated;
}
