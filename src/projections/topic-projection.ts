/** Projects a topic's record into its view: families, measures with their axes, sources newest first, statements. */

import { DEFAULT_SCHEME, type Scheme } from '../domain/figure/vagueness.ts';
import type { Interval } from '../domain/figure/value.ts';
import { bearsFigure } from '../domain/record/claim.ts';
import type { CountedMeasure } from '../domain/record/combination.ts';
import type { DimensionValues } from '../domain/record/dimension.ts';
import { type Estimate, latestEstimates } from '../domain/record/estimate.ts';
import { figureRole } from '../domain/record/figure-role.ts';
import { isMoving } from '../domain/record/measure.ts';
import { type Clocks, saidOf, type TopicRecord } from '../domain/record/record.ts';
import { isUnattributed, type Source } from '../domain/record/source.ts';
import { compare, newestFirst, placeOf } from '../domain/record/time-order.ts';
import { type Axis, axisFor, spanOf } from './axis.ts';
import { axisMeasure } from './axis-measure.ts';
import { metricWords } from './codebook.ts';
import { apartCombinations, chosenViews } from './combination-words.ts';
import { shownMeasures } from './dimensioned.ts';
import { toEstimateView } from './estimate-view.ts';
import { measureLabel, otherMoney } from './measure-words.ts';
import { comparedOf, relationsOf } from './relations.ts';
import { amendmentsOf, statementsOf } from './statements.ts';
import type { MeasureView, SourceView, TopicView } from './topic-view.ts';
import { unitLabel } from './unit-words.ts';
import { countedIn } from './wording.ts';
import { DEFAULT_LANGUAGE, wordsOf } from './words/words.ts';

export interface ViewOptions {
  scheme: Scheme;
  lang: string;
  saidBy: Clocks['saidBy'];
  /** Only this measure (a declared one with all its combinations), or all. */
  measure: string | null;
  /** Only combinations with these values. */
  dimensions: DimensionValues;
  /** Two sources that a reader set side by side. */
  compare: readonly [string, string] | null;
}
export const PLAIN: ViewOptions = {
  scheme: DEFAULT_SCHEME,
  lang: DEFAULT_LANGUAGE,
  saidBy: null,
  measure: null,
  dimensions: {},
  compare: null,
};

/** The whole view of a topic. Pure: the same record and options always give the same view. */
export function toTopicView(record: TopicRecord, options: ViewOptions): TopicView {
  const { topic } = record;
  const { shown: measures, dimensioned, sources } = shownMeasures(record, options);
  const shown = new Set(measures.map((measure) => measure.id));
  const estimates = latestEstimates(record).filter((row) => shown.has(row.measure));
  const byMeasure = Map.groupBy(estimates, (row) => row.measure);
  const views = measures.map((measure) =>
    toMeasureView(measure, measures, byMeasure.get(measure.id) ?? [], record, options),
  );
  const axes = new Map(views.map((view) => [view.id, view.axis]));
  const { slug, title, summary, language, lead } = topic;
  return {
    version: 1,
    lang: options.lang,
    licence: wordsOf(options.lang).panel.licence,
    topic: {
      slug,
      title,
      summary,
      language,
      url: `/t/${slug}`,
      updatedAt: record.knownAt,
      revision: record.revision,
      lead,
      sources,
      warnings: record.claims.filter(({ standing, warnings }) => standing === 'stands' && warnings.length > 0)
        .length,
    },
    knownAt: record.knownAt,
    saidBy: options.saidBy,
    scheme: { id: options.scheme.id, version: options.scheme.version, name: options.scheme.name },
    families: topic.families
      .map(({ id, label }) => ({
        id,
        label,
        measures: measures.filter((m) => m.family === id).map((m) => m.id),
      }))
      .filter(({ id, measures: own }) => own.length > 0 || dimensioned.some((each) => each.family === id))
      .sort((a, b) => Number(b.id === lead) - Number(a.id === lead)),
    measures: views,
    dimensioned,
    sources: sourcesOf(record, estimates, axes, options),
    statements: statementsOf(record, options.lang),
    amendments: amendmentsOf(record, options.lang),
    comments: { visible: 0, commenters: 0 },
    ...(options.compare === null
      ? {}
      : { compared: comparedOf(options.compare, estimates, record, options.lang) }),
  };
}

function toMeasureView(
  measure: CountedMeasure,
  all: CountedMeasure[],
  own: Estimate[],
  record: TopicRecord,
  options: ViewOptions,
): MeasureView {
  const { id, family, metric, population, place, counting, period, moment, target } = measure;
  const { definition, prices } = measure;
  const counted = countedIn({ measure: id }, record);
  const unit = counted.id;
  const held = record.metrics.get(metric) ?? null;
  const words = metricWords(metric, record, options.lang);
  const apart = all.flatMap((other) => {
    const why =
      other.metric === metric
        ? (otherMoney(measure, other, record, options.lang) ??
          apartCombinations(measure, other, options.lang))
        : words?.apart[other.metric];
    return why ? [{ measure: other.id, why }] : [];
  });
  const spans = own
    .filter((row) => row.without === null && row.equals.length === 0 && bearsFigure(row.lead.claim))
    .map((row) => spanOf(row.lead.claim, options.scheme))
    .filter((span): span is Interval => span !== null);
  const axis = spans.length < 2 ? null : axisFor(spans, axisMeasure(measure, record), options.lang);
  return {
    id,
    family,
    metric,
    population,
    place,
    counting,
    period,
    moment,
    target,
    unit,
    unitLabel: unitLabel(counted, prices, options.lang),
    quantity: held?.quantity ?? null,
    prices,
    metricLabel: words?.label ?? null,
    metricVersion: held?.version ?? null,
    label: measureLabel(measure, record, options.lang),
    definition,
    apart,
    axis,
    base: measure.base,
    dimensions: chosenViews(measure),
    named: measure.named,
    relations: axis === null && options.compare === null ? [] : relationsOf(own, measure, record, options),
  };
}

function sourcesOf(
  record: TopicRecord,
  estimates: Estimate[],
  axes: ReadonlyMap<string, Axis | null>,
  { scheme, lang }: ViewOptions,
): SourceView[] {
  const newest = newestDays(record, estimates);
  // Rows of one date stand by name, and under a name as the topic lists its measures.
  const order = new Map([...record.measures.keys()].map((id, at) => [id, at] as const));
  const inTopic = (row: Estimate) => order.get(row.measure) ?? 0;
  const bySource = Map.groupBy(estimates, (row) => row.source);
  const sources = [...bySource].map(([id, own]) => ({
    source: mustHold(record, id),
    own: newestFirst(own, saidLast, (a, b) => inTopic(a) - inTopic(b)),
  }));
  const rows = newestFirst(
    sources,
    ({ own }) => saidLast(own[0] as Estimate),
    (a, b) => compare(a.source.name, b.source.name),
  ).sort((a, b) => lastUnattributed(a.source, b.source));
  return rows.map(({ source, own }) => ({
    id: source.id,
    name: source.name,
    kind: source.kind,
    within: source.within,
    interest: source.interest,
    estimates: own.map((row) =>
      toEstimateView(row, {
        record,
        lang,
        scheme,
        axis: axes.get(row.measure) ?? null,
        newest: isOutcome(record, row) ? null : (newest.get(row.measure) ?? null),
      }),
    ),
  }));
}

/** The newest day by measure, where the measure still moves: what is over grows no older. */
function newestDays(record: TopicRecord, estimates: Estimate[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const { measure: id, lead, without } of estimates) {
    const measure = record.measures.get(id);
    if (!measure || !isMoving(measure) || without !== null || !bearsFigure(lead.claim)) continue;
    if (isOutcome(record, { lead, measure: id })) continue;
    const { dated, day } = placeOf(saidOf(lead));
    if (dated && day > (newest.get(id) ?? '')) newest.set(id, day);
  }
  return newest;
}

/** What came is over: it grows no older, and makes no forecast old. */
const isOutcome = (
  { measures }: TopicRecord,
  { lead, measure }: Pick<Estimate, 'lead' | 'measure'>,
): boolean => figureRole(lead, measures.get(measure)) === 'outcome';

function mustHold(record: TopicRecord, id: string): Source {
  const source = record.sources.get(id);
  if (!source)
    throw new Error(`The record of ${record.topic.slug} names the source "${id}" and does not hold it.`);
  return source;
}

const saidLast = (row: Estimate) => saidOf(row.lead);
const lastUnattributed = (a: Source, b: Source): number =>
  Number(isUnattributed(a)) - Number(isUnattributed(b));
