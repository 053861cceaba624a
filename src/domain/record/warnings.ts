/** What an editor should look at twice: recorded with the claim, never a reason to refuse it. */
import { disagreements } from '../figure/agreement.ts';
import type { Gauge } from '../figure/quantity.ts';
import type { Value } from '../figure/value.ts';
import { bearsFigure, type Claim } from './claim.ts';
import { daysAfter, firstDay, lastDay } from './date.ts';
import type { Warning } from './entry.ts';
import { type EntryContext, numberOf, rowKey, twinKey } from './entry-context.ts';
import { gaugeOf, readingGauge } from './gauge.ts';
import { methodWarnings } from './method-checks.ts';
import { type ClaimState, saidOf } from './record.ts';
import { warnOfRepeats } from './repeats.ts';
import { isBefore, placeOf } from './time-order.ts';

/** Equal figures this close are probably one source repeating another. */
const ADOPTION_DAYS = 7;
const SURPRISING_RATIO = 10;

export function warningsOf(claim: Claim, context: EntryContext): Warning[] {
  return [
    ...warnOfSource(claim, context),
    ...warnOfDate(claim, context),
    ...warnOfRepeats(claim, context),
    ...warnOfFigure(claim, context),
    ...warnOfWords(claim, context),
    ...methodWarnings(claim, context.today),
  ];
}

/** Figures that differ from the words they were taken from; path and code name the field and the fault. */
function warnOfWords(claim: Claim, { measures, codebook }: EntryContext): Warning[] {
  const { value, alternatives, readings } = claim;
  const measure = measures.get(claim.measure ?? '');
  const gauge = measure ? gaugeOf(measure, codebook) : null;
  const values: [path: string, value: Value | null, gauge: Gauge | null][] = [
    ['value', value, gauge],
    ...alternatives.map((option, at): [string, Value, Gauge | null] => [
      `alternatives.${at}.value`,
      option.value,
      gauge,
    ]),
    ...readings.map((reading, at): [string, Value | null, Gauge | null] => [
      `readings.${at}.value`,
      reading.value,
      readingGauge(reading, measure, codebook),
    ]),
  ];
  return values.flatMap(([path, each, own]) =>
    each === null
      ? []
      : disagreements(each, own).map(({ code, field, message }) => ({
          code,
          path: `${path}.${field}`,
          message,
        })),
  );
}

function warnOfSource(claim: Claim, { sources, rows }: EntryContext): Warning[] {
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

function warnOfFigure(claim: Claim, { figures, twins }: EntryContext): Warning[] {
  if (claim.measure === null) return [];
  const warnings: Warning[] = [];
  const day = claim.said ? lastDay(claim.said.date) : null;
  if (!bearsFigure(claim) || day === null) return warnings;
  const now = numberOf(claim);
  const last = numberOf(lastFigure(figures.get(rowKey(claim)) ?? [], claim, day));
  if (isLeap(last, now)) {
    warnings.push({
      code: 'tenfold',
      path: 'value',
      message: 'Ten times this source’s own last figure, or a tenth of it.',
    });
  }
  // Whoever asked people of its own has the figure from them.
  const isOwn = claim.method !== null && claim.method.sampleSize !== null;
  const twin = now === null || isOwn ? undefined : twinOf(claim, day, twins);
  if (twin && claim.adopts === null) {
    const message = `The same figure as ${twin.claim.source} within ${ADOPTION_DAYS} days: does this adopt ${twin.claim.id}?`;
    warnings.push({ code: 'adopts', path: 'adopts', message });
  }
  return warnings;
}

/** A correction by ten times or more is looked at as a new figure would be. */
export function warnOfLeap(was: Claim, now: Claim): Warning[] {
  const [before, after] = [numberOf(was), numberOf(now)];
  if (!isLeap(before, after)) return [];
  const message = 'Ten times the figure that stood here, or a tenth of it.';
  return [{ code: 'tenfold', path: 'value', message }];
}

/** Nothing is ten times zero, and from one side of it to the other is no multiple. */
function isLeap(before: number | null, after: number | null): boolean {
  if (!before || !after || before < 0 !== after < 0) return false;
  const ratio = after / before;
  return ratio >= SURPRISING_RATIO || ratio <= 1 / SURPRISING_RATIO;
}

/** The last of figures in time that was said by a day, other than the claim itself; on that day the hours decide. */
function lastFigure(figures: readonly ClaimState[], claim: Claim, day: string): Claim | undefined {
  let [from, to] = [0, figures.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (placeOf(saidOf(figures[middle] as ClaimState)).day <= day) from = middle + 1;
    else to = middle;
  }
  for (let at = from - 1; at >= 0; at--) {
    const state = figures[at] as ClaimState;
    if (state.claim.id !== claim.id && !isBefore(claim.said, saidOf(state))) return state.claim;
  }
  return undefined;
}

/** Another source's claim to the same number within the days of an adoption. */
function twinOf(claim: Claim, day: string, twins: EntryContext['twins']): ClaimState | undefined {
  for (let away = 0; away <= ADOPTION_DAYS; away++) {
    for (const near of new Set([daysAfter(day, -away), daysAfter(day, away)])) {
      const twin = twins.get(twinKey(claim, near))?.find((state) => state.claim.source !== claim.source);
      if (twin) return twin;
    }
  }
  return undefined;
}
