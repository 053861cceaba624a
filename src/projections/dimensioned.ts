/** Which combinations of a measure's dimensions a view holds: a few are all shown, of many those that open, and each is counted. */
import { type CountedMeasure, partsOf } from '../domain/record/combination.ts';
import type { Dimension, DimensionValues } from '../domain/record/dimension.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import type { DimensionedView } from './topic-view.ts';

/** What a reader picked: a measure (a declared one with all its combinations, or one combination) and values. */
export interface Picked {
  measure: string | null;
  dimensions: DimensionValues;
}

export interface ShownMeasures {
  /** In the order of the topic. */
  shown: CountedMeasure[];
  dimensioned: DimensionedView[];
  /** Sources with a row on any measure picked, shown or not. */
  sources: number;
}

/** Up to so many combinations of one measure stand in a view together; of more, those that open, and no more than these. */
export const MOST_COMBINATIONS = 24;

/** The measures that the view of a record holds, of those that standing claims speak of. */
export function shownMeasures(record: TopicRecord, picked: Picked): ShownMeasures {
  const spoken = new Set(
    record.claims.flatMap(({ claim, standing }) => (standing === 'voided' ? [] : (claim.measure ?? []))),
  );
  const held = [...record.measures.values()].filter(({ id }) => spoken.has(id));
  const byBase = Map.groupBy(held, ({ base }) => base);
  const picks = new Set(held.filter((measure) => isPicked(measure, picked)).map(({ id }) => id));
  const parts = record.topic.measures.map(({ id, label, family, dimensions }) => {
    const all = byBase.get(id) ?? [];
    const asked = all.filter((measure) => isPicked(measure, picked));
    if (dimensions.length === 0) return { shown: asked, dimensioned: [] };
    if (all.length === 0 || !isWanted(id, dimensions, picked)) return { shown: [], dimensioned: [] };
    const opening = openingOf(asked, dimensions, picked.dimensions).slice(0, MOST_COMBINATIONS);
    const shown = asked.length > MOST_COMBINATIONS ? opening : asked;
    const view: DimensionedView = {
      measure: id,
      label,
      family,
      dimensions: dimensions.map((dimension) => toDimensionView(dimension, all)),
      combinations: { shown: shown.length, all: all.length },
      held: shown.map((measure) => measure.id),
      opening: opening.map((measure) => measure.id),
    };
    return { shown, dimensioned: [view] };
  });
  return {
    shown: parts.flatMap(({ shown }) => shown),
    dimensioned: parts.flatMap(({ dimensioned }) => dimensioned),
    sources: new Set(
      record.claims.flatMap(({ claim, standing }) =>
        standing !== 'voided' && picks.has(claim.measure ?? '') ? claim.source : [],
      ),
    ).size,
  };
}

function isPicked({ id, base, chosen }: CountedMeasure, { measure, dimensions }: Picked): boolean {
  if (measure !== null && measure !== id && measure !== base) return false;
  return Object.entries(dimensions).every(([dimension, value]) =>
    chosen.some((each) => each.dimension.id === dimension && each.value.id === value),
  );
}

/** A measure asked for and not found under the values picked still says which there are. */
function isWanted(id: string, own: readonly Dimension[], { measure, dimensions }: Picked): boolean {
  if (measure !== null) return partsOf(measure).base === id;
  return Object.keys(dimensions).every((named) => own.some((dimension) => dimension.id === named));
}

/** Each dimension at its default or first value, every answer; where nobody gave those, what stands first in the topic's order. */
function openingOf(
  asked: readonly CountedMeasure[],
  dimensions: readonly Dimension[],
  picked: DimensionValues,
): CountedMeasure[] {
  const fixed = dimensions.filter(({ id, kind }) => kind !== 'answer' && picked[id] === undefined);
  const usual = Object.fromEntries(fixed.map((each) => [each.id, each.default ?? each.values[0]?.id ?? '']));
  const at = (values: DimensionValues) =>
    asked.filter(({ chosen }) =>
      chosen.every(({ dimension, value }) => (values[dimension.id] ?? value.id) === value.id),
    );
  const opening = at(usual);
  const [first] = asked;
  if (opening.length > 0 || !first) return opening;
  const standing = new Map(first.chosen.map(({ dimension, value }) => [dimension.id, value.id]));
  return at(Object.fromEntries(fixed.map(({ id }) => [id, standing.get(id) ?? ''])));
}

function toDimensionView(
  { id, kind, label, default: usual, values }: Dimension,
  all: readonly CountedMeasure[],
): DimensionedView['dimensions'][number] {
  const used = Map.groupBy(
    all,
    ({ chosen }) => chosen.find(({ dimension }) => dimension.id === id)?.value.id,
  );
  return {
    id,
    kind,
    label,
    default: usual,
    values: values.map((value) => ({ ...value, combinations: used.get(value.id)?.length ?? 0 })),
  };
}
