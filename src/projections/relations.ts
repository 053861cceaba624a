/** How figures of one measure lie to each other, in words: the lowest and the highest, or two sources that a reader picked. */

import { isPlace } from '../domain/figure/orders.ts';
import type { Scheme } from '../domain/figure/vagueness.ts';
import { isVague } from '../domain/figure/value.ts';
import type { CountedMeasure } from '../domain/record/combination.ts';
import {
  type Comparison,
  compareEstimates,
  endsOf,
  type NoComparison,
  type Relation,
} from '../domain/record/comparison.ts';
import { daysBetween } from '../domain/record/date.ts';
import type { Estimate } from '../domain/record/estimate.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import { orderDay, type TopicRecord } from '../domain/record/record.ts';
import { isolated } from './isolated.ts';
import { otherMoney } from './measure-words.ts';
import { claimWords, nameOf, saidWords, standingWords, type WordingContext } from './wording.ts';
import { wordsOf } from './words/words.ts';

interface RelationOptions extends Pick<WordingContext, 'lang'> {
  scheme: Scheme;
  compare: readonly [string, string] | null;
}

export interface RelationView {
  /** Sources: "a is above b". */
  a: string;
  b: string;
  kind: Comparison['kind'];
  /** Null unless `kind` is relation. */
  relation: Relation | null;
  /** Days between what both said; null where a date is not known. */
  days: number | null;
  /** Why they are not compared; null unless `kind` is none. */
  why: NoComparison | null;
  /** Whose reading of a vague word decides it; null where none is read. */
  scheme: string | null;
  text: string;
}

/** Two sources picked on a topic, and why nothing is said of them where they speak on no measure together. */
export interface ComparedView {
  a: string;
  b: string;
  none: string | null;
}

/** Of the rows of one measure: the two picked, else its ends where it has an axis; forecasts and outcomes each have their own. */
export function relationsOf(
  rows: readonly Estimate[],
  measure: CountedMeasure,
  record: TopicRecord,
  options: RelationOptions,
): RelationView[] {
  if (options.compare !== null) {
    const [a, b] = options.compare.map((id) => rows.find(({ source }) => source === id));
    return a && b ? [relationOf(a, b, measure, record, options)] : [];
  }
  const byRole = Map.groupBy(rows, ({ lead }) => figureRole(lead, measure));
  return [...byRole.values()].flatMap((own) => {
    const ends = endsOf(own, record.sources, options.scheme);
    return ends ? [relationOf(...ends, measure, record, options)] : [];
  });
}

function relationOf(
  a: Estimate,
  b: Estimate,
  measure: CountedMeasure,
  record: TopicRecord,
  { scheme, lang }: RelationOptions,
): RelationView {
  const found = compareEstimates(a, b, measure, record.sources, scheme);
  const words = wordsOf(lang).comparison;
  const [from, to] = [a, b].map(({ lead }) => orderDay(lead.bound)) as [string, string];
  const days = from && to ? Math.abs(daysBetween(from, to)) : null;
  const saidOf = ({ lead, without }: Estimate) =>
    without === null ? claimWords(lead.claim, { record, lang }) : standingWords(lead, { record, lang });
  const [first, last] = [
    words.of(isolated(nameOf(record, a.source)), saidOf(a)),
    words.last(nameOf(record, b.source), saidOf(b)),
  ];
  const isRead =
    found.kind === 'relation' && [a, b].some(({ lead }) => lead.claim.value && isVague(lead.claim.value));
  const parts = [
    orderOf(found, [a, b], first, last, lang) ?? sentenceOf(found, first, last, lang),
    ...(found.kind === 'none' ? [] : datesOf(a, b, lang)),
    ...(isRead ? [words.reading(scheme.name)] : []),
  ];
  return {
    a: a.source,
    b: b.source,
    kind: found.kind,
    relation: found.kind === 'relation' ? found.relation : null,
    days,
    why: found.kind === 'none' ? found.why : null,
    scheme: isRead ? scheme.id : null,
    text: words.sentence(parts),
  };
}

/** That both are of different dates, or that one of them has none of its own. */
function datesOf({ lead: a }: Estimate, { lead: b }: Estimate, lang: string): string[] {
  const words = wordsOf(lang).comparison;
  if (!a.bound.dated || !b.bound.dated) return [words.undated];
  const [own, other] = [saidWords(a, lang), saidWords(b, lang)];
  return own === other ? [] : [words.dates(own, other)];
}

/** Of two places said in words ("the third highest") which is ahead; null where one of them is a number. */
function orderOf(
  found: Comparison,
  pair: readonly Estimate[],
  a: string,
  b: string,
  lang: string,
): string | null {
  const { ahead, behind } = wordsOf(lang).comparison.order;
  if (found.kind !== 'relation' || !pair.every(({ lead }) => isPlace(lead.claim.value))) return null;
  if (found.relation === 'below') return ahead(a, b);
  return found.relation === 'above' ? behind(a, b) : null;
}

function sentenceOf(found: Comparison, a: string, b: string, lang: string): string {
  const words = wordsOf(lang).comparison;
  switch (found.kind) {
    case 'relation':
      return words.relation[found.relation](a, b);
    case 'apart':
      return words.apart(a, b, found.days);
    case 'none':
      return words.none[found.why](a, b);
  }
}

/** What is said of two sources picked as a whole; their measures' relations say the rest. */
export function comparedOf(
  [a, b]: readonly [string, string],
  estimates: readonly Estimate[],
  record: TopicRecord,
  lang: string,
): ComparedView {
  const [own, other] = [a, b].map(
    (id) => new Set(estimates.filter(({ source }) => source === id).map(({ measure }) => measure)),
  ) as [Set<string>, Set<string>];
  if ([...own].some((measure) => other.has(measure))) return { a, b, none: null };
  const measured = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => record.measures.get(id) ?? []);
  const reasons = measured(own).flatMap((x) =>
    measured(other).flatMap((y) => (x.metric === y.metric ? (otherMoney(x, y, record, lang) ?? []) : [])),
  );
  const { sentence, notTogether, because } = wordsOf(lang).comparison;
  const said = sentence([notTogether(nameOf(record, a), nameOf(record, b))]);
  const [reason] = reasons;
  return { a, b, none: reason === undefined ? said : because(said, reason) };
}
