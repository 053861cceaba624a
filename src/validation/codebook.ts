/** Keeps a topic's log self-contained: the metrics and units it uses are written into it, each before its first use. */

import type { Action } from '../domain/record/entry.ts';
import type { HeldCodebook, Metric } from '../domain/record/metric.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import type { Topic } from '../domain/record/topic.ts';

/** The actions, led by those of each metric and unit that the topic will use and its log does not hold as they now stand. */
export function withCodebook(
  actions: readonly Action[],
  held: TopicRecord | null,
  codebook: HeldCodebook,
): Action[] {
  const metrics = [...metricsUsed(actions, held)].flatMap((id) => codebook.metrics.get(id) ?? []);
  const units = new Set([
    ...metrics.map(({ unit }) => unit),
    ...(topicAfter(actions, held)?.measures ?? []).map(({ unit }) => unit),
  ]);
  return [
    ...[...units].flatMap((id): Action[] => {
      const unit = codebook.units.get(id ?? '');
      return unit === undefined || isSame(held?.units.get(unit.id), unit) ? [] : [{ kind: 'unit', unit }];
    }),
    ...metrics.flatMap((metric) =>
      newsOf(metric, held, codebook).map((each): Action => ({ kind: 'metric', metric: each })),
    ),
    ...actions,
  ];
}

/** Claims from before the log held the metric are of its first version. */
function newsOf(metric: Metric, held: TopicRecord | null, { definitions }: HeldCodebook): Metric[] {
  const own = held?.metrics.get(metric.id);
  if (isSame(own, metric)) return [];
  const first = definitions.get(metric.id)?.[0];
  const counted = held?.topic.measures.some((measure) => measure.metric === metric.id) ?? false;
  return own === undefined && counted && first && first.version < metric.version ? [first, metric] : [metric];
}

/** Those of the topic's measures, and those that an outlet printed a figure as. */
function metricsUsed(actions: readonly Action[], held: TopicRecord | null): Set<string> {
  const measured = (topicAfter(actions, held)?.measures ?? []).map(({ metric }) => metric);
  const readings = [
    ...(held?.claims ?? []).flatMap(({ claim }) => claim.readings),
    ...actions.flatMap((action) =>
      'claim' in action ? action.claim.readings : 'readings' in action ? action.readings : [],
    ),
  ];
  return new Set([...measured, ...readings.flatMap(({ metric }) => metric ?? [])]);
}

const topicAfter = (actions: readonly Action[], held: TopicRecord | null): Topic | null =>
  actions.reduce((topic, action) => (action.kind === 'topic' ? action.topic : topic), held?.topic ?? null);

const isSame = (held: unknown, now: unknown): boolean => JSON.stringify(held) === JSON.stringify(now);
