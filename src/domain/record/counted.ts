/** The measures of a record: those that the topic declares, and each combination of dimensions that claims stand on. */
import { type CountedMeasure, combinationOf, partsOf } from './combination.ts';
import type { Topic } from './topic.ts';

/** What an id names in a topic: a declared measure, or one combination of its dimensions; null for neither. */
export function measureNamed({ measures }: Topic, id: string): CountedMeasure | null {
  const { base, values } = partsOf(id);
  const declared = measures.find((measure) => measure.id === base);
  const named = declared ? combinationOf(declared, values) : null;
  return named?.id === id ? named : null;
}

/**
 * By id, in the order of the topic, combinations in the order of their values. `used` are the ids that claims name in any
 * of their forms. A declared measure with dimensions stands here only where claims stand on its defaults.
 */
export function countedMeasures(topic: Topic, used: Iterable<string>): ReadonlyMap<string, CountedMeasure> {
  const named = Map.groupBy(new Set(used), (id) => partsOf(id).base);
  const all = topic.measures.flatMap((declared): CountedMeasure[] => {
    if (declared.dimensions.length === 0)
      return [{ ...declared, base: declared.id, chosen: [], named: true }];
    const places = declared.dimensions.map(
      ({ values }) => new Map(values.map((value, at) => [value.id, at] as const)),
    );
    const placeOf = ({ chosen }: CountedMeasure): number[] =>
      chosen.map(({ value }, at) => places[at]?.get(value.id) ?? 0);
    return (named.get(declared.id) ?? [])
      .flatMap((id) => combinationOf(declared, partsOf(id).values) ?? [])
      .map((measure) => ({ measure, place: placeOf(measure) }))
      .sort((a, b) => byPlace(a.place, b.place))
      .map(({ measure }) => measure);
  });
  return new Map(all.map((measure) => [measure.id, measure]));
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, which) => place !== b[which]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
