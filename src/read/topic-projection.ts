/** Projects a topic's record into its view: families, measures with their axes, sources newest first, statements. */
import { bearsFigure } from '../domain/claim.ts';
import { type Estimate, latestEstimates } from '../domain/estimate.ts';
import type { Measure } from '../domain/measure.ts';
import { metricOf } from '../domain/metric.ts';
import { type Clocks, orderDay, type TopicRecord } from '../domain/record.ts';
import { isUnattributed, type Source } from '../domain/source.ts';
import { DEFAULT_SCHEME, type Scheme } from '../domain/vagueness.ts';
import type { Interval } from '../domain/value.ts';
import { type Axis, axisFor, spanOf } from './axis.ts';
import { toEstimateView } from './estimate-view.ts';
import { amendmentsOf, statementsOf } from './statements.ts';
import { LICENCE, type MeasureView, type SourceView, type TopicView } from './topic-view.ts';

export interface ViewOptions {
  scheme: Scheme;
  lang: string;
  saidBy: Clocks['saidBy'];
  /** Only this measure, or all. */
  measure: string | null;
}
export const PLAIN: ViewOptions = { scheme: DEFAULT_SCHEME, lang: 'en', saidBy: null, measure: null };

/** The whole view of a topic. Pure: the same record and options always give the same view. */
export function toTopicView(record: TopicRecord, options: ViewOptions): TopicView {
  const { topic } = record;
  const estimates = latestEstimates(record).filter(
    (row) => options.measure === null || row.measure === options.measure,
  );
  const spoken = new Set(estimates.map((row) => row.measure));
  const measures = topic.measures.filter((measure) => spoken.has(measure.id));
  const byMeasure = Map.groupBy(estimates, (row) => row.measure);
  const views = measures.map((measure) =>
    toMeasureView(measure, measures, byMeasure.get(measure.id) ?? [], options),
  );
  const axes = new Map(views.map((view) => [view.id, view.axis]));
  const { slug, title, summary, language, lead } = topic;
  return {
    version: 1,
    licence: LICENCE,
    topic: {
      slug,
      title,
      summary,
      language,
      url: `/t/${slug}`,
      updatedAt: record.knownAt,
      revision: record.revision,
      lead,
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
      .filter((family) => family.measures.length > 0)
      .sort((a, b) => Number(b.id === lead) - Number(a.id === lead)),
    measures: views,
    sources: sourcesOf(record, estimates, axes, options),
    statements: statementsOf(record, options.lang),
    amendments: amendmentsOf(record, options.lang),
    comments: { visible: 0, commenters: 0 },
  };
}

function toMeasureView(measure: Measure, all: Measure[], own: Estimate[], options: ViewOptions): MeasureView {
  const { id, family, metric, population, place, counting, period, moment, label, definition } = measure;
  const unit = metricOf(metric)?.unit ?? 'people';
  const apart = all.flatMap((other) => {
    const why = other.metric === metric ? undefined : metricOf(metric)?.apart[other.metric];
    return why ? [{ measure: other.id, why }] : [];
  });
  const spans = own
    .filter((row) => row.without === null && bearsFigure(row.lead.claim))
    .map((row) => spanOf(row.lead.claim, options.scheme))
    .filter((span): span is Interval => span !== null);
  const axis = spans.length < 2 ? null : axisFor(spans, unit, options.lang);
  return {
    id,
    family,
    metric,
    population,
    place,
    counting,
    period,
    moment,
    unit,
    label,
    definition,
    apart,
    axis,
  };
}

function sourcesOf(
  record: TopicRecord,
  estimates: Estimate[],
  axes: ReadonlyMap<string, Axis | null>,
  { scheme, lang }: ViewOptions,
): SourceView[] {
  const families = new Map(record.topic.measures.map((measure) => [measure.id, measure.family]));
  const newest = new Map<string, string>();
  for (const row of estimates) {
    const family = families.get(row.measure) ?? '';
    const day = orderDay(row.lead.bound);
    if (row.without === null && bearsFigure(row.lead.claim) && day > (newest.get(family) ?? ''))
      newest.set(family, day);
  }
  const bySource = Map.groupBy(estimates, (row) => row.source);
  const rows = [...bySource].map(([id, own]) => ({
    source: mustHold(record, id),
    own: own.sort(newestFirst),
  }));
  rows.sort(
    (a, b) => lastUnattributed(a.source, b.source) || newestFirst(a.own[0] as Estimate, b.own[0] as Estimate),
  );
  return rows.map(({ source, own }) => ({
    id: source.id,
    name: source.name,
    kind: source.kind,
    within: source.within,
    interest: source.interest,
    estimates: own.map((row) => {
      const from = newest.get(families.get(row.measure) ?? '') ?? '';
      return toEstimateView(row, { record, lang, scheme, axis: axes.get(row.measure) ?? null, newest: from });
    }),
  }));
}

function mustHold(record: TopicRecord, id: string): Source {
  const source = record.sources.get(id);
  if (!source)
    throw new Error(`The record of ${record.topic.slug} names the source "${id}" and does not hold it.`);
  return source;
}

const lastUnattributed = (a: Source, b: Source): number =>
  Number(isUnattributed(a)) - Number(isUnattributed(b));

/** Newest first; an undated row by its latest bound; the same day by source, so that order never depends on arrival. */
function newestFirst(a: Estimate, b: Estimate): number {
  const [x, y] = [orderDay(a.lead.bound), orderDay(b.lead.bound)];
  if (x !== y) return x < y ? 1 : -1;
  return `${a.source} ${a.measure}` < `${b.source} ${b.measure}` ? -1 : 1;
}
