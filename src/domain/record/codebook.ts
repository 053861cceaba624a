/** The codebook as a topic's log holds it: every version of a metric, and under which one a claim was recorded. */
import { partsOf } from './combination.ts';
import type { Entry } from './entry.ts';
import type { Codebook, HeldCodebook, Metric } from './metric.ts';
import type { ClaimState } from './record.ts';
import type { Topic } from './topic.ts';
import type { Unit } from './unit.ts';

/** Grows as a log is played. */
export interface OpenCodebook extends HeldCodebook {
  hold: (action: Metric | Unit) => void;
}

const isMetric = (entry: Metric | Unit): entry is Metric => 'quantity' in entry;

/**
 * What was held, and the first version of each metric and unit that the entries bring: it reaches back over all of a log
 * from before metrics were kept in it, whatever the clocks say.
 */
export function openCodebook(was: HeldCodebook | null, entries: readonly Entry[]): OpenCodebook {
  const metrics = new Map(was?.metrics);
  const units = new Map(was?.units);
  const definitions = new Map(was?.definitions);
  const hold = (held: Metric | Unit): void => {
    if (!isMetric(held)) return void units.set(held.id, held);
    metrics.set(held.id, held);
    const others = (definitions.get(held.id) ?? []).filter(({ version }) => version !== held.version);
    definitions.set(
      held.id,
      [...others, held].sort((a, b) => a.version - b.version),
    );
  };
  for (const { action } of entries) {
    if (action.kind === 'metric' && !metrics.has(action.metric.id)) hold(action.metric);
    if (action.kind === 'unit' && !units.has(action.unit.id)) hold(action.unit);
  }
  return { metrics, units, definitions, hold };
}

/**
 * Holds claims to the version in force of their metric, unless they are held to a version of that metric already: a
 * correction leaves a claim under the definition it was recorded under. A claim without a measure has none.
 */
export function definitionsIn(
  claims: Map<string, ClaimState>,
  { metrics }: Codebook,
): (topic: Topic | null, ids: Iterable<string>) => void {
  let [of, counted]: [Topic | null, ReadonlyMap<string, string>] = [null, new Map()];
  return (topic, ids) => {
    if (topic !== of) [of, counted] = [topic, metricsOf(topic)];
    for (const id of ids) {
      const state = claims.get(id);
      const metric = metrics.get(counted.get(partsOf(state?.claim.measure ?? '').base) ?? '');
      if (state === undefined || metric?.id === state.definition?.metric) continue;
      const definition = metric === undefined ? null : { metric: metric.id, version: metric.version };
      claims.set(id, { ...state, definition });
    }
  };
}

/** The metric of each declared measure. */
const metricsOf = (topic: Topic | null): ReadonlyMap<string, string> =>
  new Map(topic?.measures.map(({ id, metric }) => [id, metric]));
