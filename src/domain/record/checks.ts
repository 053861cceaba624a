/** The checks on entry: what a claim must satisfy to be recorded, and what is recorded with a warning. */

import { problemsOfTable } from '../figure/tabled.ts';
import { isWorded } from '../figure/value.ts';
import { checkNumbers, checkValue } from '../figure/value-checks.ts';
import type { Problem } from '../problem.ts';
import type { Claim } from './claim.ts';
import { daysAfter, firstDay, hourOf, lastDay } from './date.ts';
import type { Warning } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { gaugeOf, readingGauge } from './gauge.ts';
import { measureEnd } from './measure.ts';
import { methodProblems } from './method-checks.ts';
import { checkPointers } from './pointers.ts';
import { orderDay } from './record.ts';
import { vouches } from './stance.ts';
import { warningsOf } from './warnings.ts';

export type { Problem };

export interface ClaimChecks {
  problems: Problem[];
  warnings: Warning[];
}

/** Every problem at once, so that an editor mends a claim in one go; warnings only when there is none. */
export function checkClaim(claim: Claim, context: EntryContext): ClaimChecks {
  const measured = context.measures.get(claim.measure ?? '');
  const problems = [
    ...checkSource(claim, context),
    ...checkPointers(claim, context),
    ...checkFigure(claim, context),
    ...checkDate(claim, context),
    ...methodProblems(claim, measured === undefined ? null : gaugeOf(measured, context.codebook)),
  ];
  return { problems, warnings: problems.length > 0 ? [] : warningsOf(claim, context) };
}

function checkSource(claim: Claim, { sources, measures, codebook }: EntryContext): Problem[] {
  const measure = measures.get(claim.measure ?? '');
  const problems: Problem[] = [];
  if (!sources.has(claim.source)) {
    problems.push({
      path: 'source',
      message: `There is no source "${claim.source}". Add it first, or name one that exists.`,
    });
  }
  if (claim.about?.source != null && !sources.has(claim.about.source)) {
    problems.push({ path: 'about.source', message: `There is no source "${claim.about.source}".` });
  }
  if (claim.stance === 'denies' && claim.about === null) {
    problems.push({ path: 'about', message: 'Say which claim or words are denied.' });
  }
  if ([claim.measure, claim.value, claim.words, claim.summary].every((given) => given === null)) {
    problems.push({
      path: 'measure',
      message: 'Name a measure, or give the words or a summary of the statement.',
    });
  }
  claim.readings.forEach((reading, at) => {
    const path = `readings.${at}.value`;
    if (reading.value && !isWorded(reading.value)) problems.push(...problemsOfTable(reading.value, path));
    if (reading.value)
      problems.push(...checkNumbers(reading.value, path, readingGauge(reading, measure, codebook)));
    if (reading.metric !== null && !codebook.metrics.has(reading.metric)) {
      problems.push({
        path: `readings.${at}.metric`,
        message: `The metric "${reading.metric}" is not in the codebook: name one that GET /v1/metrics lists, or add it.`,
      });
    }
  });
  return problems;
}

function checkFigure(claim: Claim, { measures, codebook }: EntryContext): Problem[] {
  const measure = measures.get(claim.measure ?? '');
  const problems: Problem[] = [];
  if (claim.measure !== null && !measure) {
    problems.push({ path: 'measure', message: `The topic has no measure "${claim.measure}".` });
  }
  if (claim.value !== null && claim.measure === null) {
    problems.push({ path: 'measure', message: 'A figure needs a measure: say what is counted.' });
  }
  if (claim.value !== null && !vouches(claim.stance)) {
    const message =
      'A figure denied, declined or not confirmed is never the speaker’s: put its words in "about" and leave the value out.';
    problems.push({ path: 'value', message });
  }
  if (claim.value === null && claim.alternatives.length > 0) {
    problems.push({
      path: 'alternatives',
      message: 'Alternatives stand beside a figure: give the main one as the value.',
    });
  }
  const gauge = measure ? gaugeOf(measure, codebook) : null;
  if (claim.value !== null) problems.push(...checkValue(claim.value, 'value', gauge));
  claim.alternatives.forEach((option, at) => {
    problems.push(...checkValue(option.value, `alternatives.${at}.value`, gauge));
  });
  return problems;
}

function checkDate(claim: Claim, { claims, measures }: EntryContext): Problem[] {
  if (claim.said !== null || claim.published !== null) return checkOrder(claim);
  const measure = measures.get(claim.measure ?? '');
  const bound = claims.get(claim.about?.claim ?? claim.adopts ?? '')?.bound;
  if ((measure && measureEnd(measure)) || (bound && orderDay(bound))) return [];
  return [
    {
      path: 'said',
      message: 'Nothing bounds the date: give when it was said, or when the page was published.',
    },
  ];
}

/** Instants are compared as instants; beside an hour, a bare day lasts until it has ended everywhere (12 hours behind UTC). */
function checkOrder({ said, published }: Claim): Problem[] {
  if (said === null || published === null || !isOlder(published.date, said.date)) return [];
  return [
    {
      path: 'published',
      message: `The page (${published.date}) is older than the statement it prints (${said.date}).`,
    },
  ];
}

function isOlder(page: string, said: string): boolean {
  const [printed, spoken] = [hourOf(page), hourOf(said)];
  if (spoken === null) return lastDay(page) < firstDay(said);
  return (printed ?? Date.parse(`${daysAfter(lastDay(page), 1)}T12:00:00Z`)) < spoken;
}
