/**
 * A measure with dimensions counts many things, one for each combination of their values: each is a measure of its own,
 * with an id, a label and a definition made from the declaration.
 */
import { z } from 'zod';
import type { Dimension, DimensionValue, DimensionValues } from './dimension.ts';
import { Id } from './id.ts';
import type { Measure } from './measure.ts';

/** One dimension with the value that a combination has on it. */
export interface ChosenValue {
  dimension: Dimension;
  value: DimensionValue;
  /** What the value is called in a label: a long question is cut. */
  short: string;
}

/** A measure as claims stand on it: a declared one, or one combination of a declared one's dimensions. */
export interface CountedMeasure extends Measure {
  /** The id of the measure that the topic declares. */
  base: string;
  /** A value for each dimension, in the order of the declaration; none for a measure without dimensions. */
  chosen: readonly ChosenValue[];
  /** The topic names this combination itself: its label is not composed. */
  named: boolean;
}

/** "approval.answer_approve.party_women": no declared id holds a full stop or an underscore. */
export const CombinationId = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*_[a-z0-9]+(-[a-z0-9]+)*)*$/,
    'Name a measure by its id, or one combination of it as the API does: "approval.answer_approve".',
  )
  .refine((id) => Id.safeParse(partsOf(id).base).success, 'Keep an id to 80 characters.')
  .max(1_500);

/**
 * The id of a combination. A value that is its dimension's default is left out, so that a dimension added later, with a
 * default, leaves every id as it was; the others stand by the ids of their dimensions, so that an order of the declaration
 * is no part of it.
 */
export function combinationId({ id, dimensions }: Measure, values: DimensionValues): string {
  const named = dimensions
    .filter((dimension) => values[dimension.id] !== undefined && values[dimension.id] !== dimension.default)
    .map((dimension) => `${dimension.id}_${values[dimension.id]}`)
    .sort();
  return [id, ...named].join('.');
}

/** The declared measure that an id names, and the values that stand in it. */
export function partsOf(id: string): { base: string; values: DimensionValues } {
  const [base = '', ...named] = id.split('.');
  const pairs = named.map((part) => part.split('_'));
  return {
    base,
    values: Object.fromEntries(pairs.map(([dimension = '', value = '']) => [dimension, value])),
  };
}

/** The combination of these values; null where one is missing or not declared. Values left out are the defaults. */
export function combinationOf(measure: Measure, values: DimensionValues): CountedMeasure | null {
  const { id, dimensions } = measure;
  if (dimensions.length === 0)
    return Object.keys(values).length === 0 ? { ...measure, base: id, chosen: [], named: true } : null;
  const known = declaredIn(measure);
  if (Object.keys(values).some((named) => !known.values.has(named))) return null;
  const chosen: ChosenValue[] = [];
  for (const dimension of dimensions) {
    const found = known.values.get(dimension.id)?.get(values[dimension.id] ?? dimension.default ?? '');
    if (!found) return null;
    chosen.push({ dimension, ...found });
  }
  const own = combinationId(measure, valuesOf(chosen));
  const given = known.labels.get(own);
  return {
    ...measure,
    id: own,
    base: id,
    chosen,
    named: given !== undefined,
    label: given ?? composedLabel(measure.label, chosen),
    definition: composedDefinition(measure.definition, chosen),
  };
}

/** The values of a combination by the ids of their dimensions. */
export const valuesOf = (chosen: readonly ChosenValue[]): DimensionValues =>
  Object.fromEntries(chosen.map(({ dimension, value }) => [dimension.id, value.id]));

interface Declared {
  /** By dimension and value: what it is called in a label. */
  values: ReadonlyMap<string, ReadonlyMap<string, { value: DimensionValue; short: string }>>;
  /** Given labels by the combination's id. */
  labels: ReadonlyMap<string, string>;
}

/** Read once of each declaration: a measure has thousands of combinations of thousands of values. */
const READ = new WeakMap<Measure, Declared>();

function declaredIn(measure: Measure): Declared {
  const read = READ.get(measure) ?? {
    values: new Map(measure.dimensions.map((dimension) => [dimension.id, shortLabels(dimension)] as const)),
    labels: new Map(
      measure.labels.map(({ dimensions, label }) => [combinationId(measure, dimensions), label] as const),
    ),
  };
  READ.set(measure, read);
  return read;
}

/** A question stands in a label with so many letters at most; the whole wording is in the definition. */
const LABEL_LETTERS = 60;

/** Cut at a word; where another value of the dimension is cut to the same, with the value's id. */
function shortLabels({ values }: Dimension): Map<string, { value: DimensionValue; short: string }> {
  const alike = Map.groupBy(values, ({ label }) => cut(label));
  return new Map(
    values.map((value) => {
      const short = cut(value.label);
      const isAlone = alike.get(short)?.length === 1;
      return [value.id, { value, short: isAlone ? short : `${short} (${value.id})` }] as const;
    }),
  );
}

function cut(label: string): string {
  if (label.length <= LABEL_LETTERS) return label;
  const end = label.lastIndexOf(' ', LABEL_LETTERS);
  return `${label.slice(0, end > LABEL_LETTERS / 2 ? end : LABEL_LETTERS).toWellFormed()}…`;
}

/** "Approval: approve, women". A default is what a reader expects, and is not named. */
function composedLabel(base: string, chosen: readonly ChosenValue[]): string {
  const named = chosen.filter(({ dimension, value }) => value.id !== dimension.default);
  return named.length === 0 ? base : `${base}: ${listed(named.map(({ short }) => short))}`;
}

/** "approve, women"; behind a question's own mark no comma stands. */
export const listed = (shorts: readonly string[]): string =>
  shorts.reduce((all, short) => all + (/[.!?…]$/.test(all) ? ' – ' : ', ') + short);

/** Each dimension with the whole of its value: "Question: How well …? Age: 16 to 29 – at the last birthday." */
function composedDefinition(base: string | null, chosen: readonly ChosenValue[]): string {
  const named = chosen.map(({ dimension, value }) =>
    [`${dimension.label}: ${value.label}`, value.definition].filter(Boolean).join(' – '),
  );
  return [base ?? '', ...named]
    .filter((part) => part !== '')
    .reduce((all, part) => (/[.!?…]$/.test(all) ? `${all} ${part}` : `${all}; ${part}`));
}
