/** What sets figures on one measure apart beside place and days: the question asked, the subgroup, the answer, the method. */
import { z } from 'zod';
import { label } from '../text.ts';
import { Id } from './id.ts';

export const DIMENSION_KINDS = ['question', 'subgroup', 'answer', 'method', 'subject', 'other'] as const;
export type DimensionKind = (typeof DIMENSION_KINDS)[number];

export const DimensionValue = z.strictObject({
  id: Id,
  /** A question's may be its whole wording. */
  label: label(300),
  definition: label(600).nullable().default(null),
});
export type DimensionValue = z.output<typeof DimensionValue>;

/** What a value other than a question's wording is called stands in rows beside others. */
const LONGEST_VALUE = 120;

export const Dimension = z
  .strictObject({
    id: Id,
    kind: z.enum(DIMENSION_KINDS),
    label: label(80),
    /** The value of a claim that names none. Without one every claim names its own: nothing is guessed. */
    default: Id.nullable().default(null),
    values: z.array(DimensionValue).min(1).max(5_000),
  })
  .superRefine(({ kind, default: usual, values }, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const ids = new Set<string>();
    values.forEach(({ id, label: text }, at) => {
      if (ids.has(id)) say(['values', at, 'id'], `Two values are called "${id}".`);
      ids.add(id);
      if (kind !== 'question' && text.length > LONGEST_VALUE)
        say(
          ['values', at, 'label'],
          `Keep the label to ${LONGEST_VALUE} characters; the rest is its definition.`,
        );
    });
    if (usual !== null && !ids.has(usual))
      say(['default'], `The default "${usual}" is not among the values.`);
  });
export type Dimension = z.output<typeof Dimension>;

/** One value for each dimension, by their ids. */
export const DimensionValues = z.record(Id, Id);
export type DimensionValues = z.output<typeof DimensionValues>;

/** Our own name for one combination, in the place of the composed one. */
export const CombinationLabel = z.strictObject({ dimensions: DimensionValues, label: label(120) });
export type CombinationLabel = z.output<typeof CombinationLabel>;
