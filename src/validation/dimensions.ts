/** Validation of the dimensions that a claim names: with its measure they become the one combination that is counted. */

import type { ClaimFields } from '../domain/record/claim.ts';
import { combinationOf, partsOf, valuesOf } from '../domain/record/combination.ts';
import type { Dimension, DimensionValues } from '../domain/record/dimension.ts';
import type { Measure } from '../domain/record/measure.ts';
import type { Topic } from '../domain/record/topic.ts';
import { resembling } from '../domain/resemblance.ts';
import { admit, type Problem, refuse, type Verdict } from './verdict.ts';

/**
 * The claim on its combination, with a value for every dimension of the measure. The measure may be named by its own id
 * with `dimensions` beside it, or by a combination's id. A measure that the topic does not declare is left to the checks.
 */
export function inDimensions(fields: ClaimFields, topic: Topic): Verdict<ClaimFields> {
  const given = Object.keys(fields.dimensions);
  if (fields.measure === null) {
    if (given.length === 0) return admit(fields);
    return refuse({ path: 'dimensions', message: 'Name the measure whose dimensions these are.' });
  }
  const { base, values } = partsOf(fields.measure);
  const measure = topic.measures.find((each) => each.id === base);
  if (!measure) return admit(fields);
  const twice = given.filter((id) => values[id] !== undefined && values[id] !== fields.dimensions[id]);
  if (twice.length > 0)
    return refuse(
      ...twice.map((id) => ({
        path: `dimensions.${id}`,
        message: `The measure "${fields.measure}" says "${values[id]}" already.`,
      })),
    );
  const named = { ...values, ...fields.dimensions };
  const problems = [
    ...unknownDimensions(measure, named),
    ...measure.dimensions.flatMap((d) => valueProblem(d, named)),
  ];
  const combination = problems.length > 0 ? null : combinationOf(measure, named);
  if (combination === null) return refuse(...problems);
  const { id, chosen } = combination;
  const all = valuesOf(chosen);
  return admit({ ...fields, measure: id, dimensions: all });
}

/** What a correction makes of a claim's measure: dimensions alone keep those they do not name; a measure begins anew. */
export function correctedDimensions(
  was: Pick<ClaimFields, 'measure' | 'dimensions'>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  if ('measure' in changes) return { dimensions: {}, ...changes };
  if (!('dimensions' in changes) || was.measure === null) return { ...changes };
  const { dimensions } = changes;
  if (typeof dimensions !== 'object' || dimensions === null || Array.isArray(dimensions))
    return { ...changes };
  return { ...changes, measure: partsOf(was.measure).base, dimensions: { ...was.dimensions, ...dimensions } };
}

function unknownDimensions(measure: Measure, named: DimensionValues): Problem[] {
  const known = measure.dimensions.map(({ id }) => id);
  return Object.keys(named)
    .filter((id) => !known.includes(id))
    .map((id) => {
      const none = `The measure "${measure.id}" has no dimension "${id}".`;
      const rest = known.length === 0 ? 'It has none at all.' : meant(id, known);
      return { path: `dimensions.${id}`, message: `${none} ${rest}` };
    });
}

function valueProblem({ id, label, default: usual, values }: Dimension, named: DimensionValues): Problem[] {
  const value = named[id] ?? usual;
  const known = values.map((each) => each.id);
  const path = `dimensions.${id}`;
  if (value === null) return [{ path, message: `Say which "${id}" (${label}) it is of. ${listed(known)}` }];
  if (known.includes(value)) return [];
  const called = values.find((each) => each.label.toLowerCase() === value)?.id;
  return [
    {
      path,
      message: `The dimension "${id}" has no value "${value}". ${called ? didYouMean(called) : meant(value, known)}`,
    },
  ];
}

/** The nearest of these names, or all of them. */
function meant(given: string, known: readonly string[]): string {
  const near = resembling(given, known);
  return near === null ? listed(known) : didYouMean(near);
}

const didYouMean = (name: string): string => `Did you mean "${name}"?`;

const MOST_LISTED = 20;

function listed(known: readonly string[]): string {
  const more = known.length > MOST_LISTED ? `, and ${known.length - MOST_LISTED} more` : '';
  return `It may be: ${known.slice(0, MOST_LISTED).join(', ')}${more}.`;
}
