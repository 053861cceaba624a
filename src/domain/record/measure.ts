/** What is counted: metric, population, place, counting, the days or the moment it covers, and in what unit. */
import { z } from 'zod';
import { label } from '../text.ts';
import { Day, lastDay, StatedDate } from './date.ts';
import { CombinationLabel, Dimension } from './dimension.ts';
import { Id } from './id.ts';
import { Target } from './target.ts';

export { Id };

export const COUNTINGS = ['cumulative', 'period', 'incident', 'point'] as const;

/** The days counted; `inferred` when the speaker gave a length ("three days") and we placed it. */
export const Period = z
  .strictObject({ from: Day.nullable(), to: Day.nullable(), inferred: z.boolean().default(false) })
  .refine(
    (days) => days.from === null || days.to === null || days.from <= days.to,
    'The period ends before it starts.',
  );

export const Measure = z
  .strictObject({
    id: Id,
    family: Id,
    /** Of the codebook. */
    metric: Id,
    /** In place of its metric's unit: the id of one that fits its quantity. Money names its currency here. */
    unit: z.string().max(80).nullable().default(null),
    /** Of what date its money is ("euros of 2025"). */
    prices: StatedDate.nullable().default(null),
    population: label(200),
    place: label(200).nullable().default(null),
    counting: z.enum(COUNTINGS),
    period: Period.nullable().default(null),
    /** For a figure at one moment that the source names ("the flow on 20 April"). */
    moment: StatedDate.nullable().default(null),
    /** For figures about a time to come: what is said of it until it ends is a forecast, and after it an outcome. */
    target: Target.nullable().default(null),
    label: label(120),
    /** What sets this measure apart from its family's others, when the days do not. */
    definition: label(240, { least: 0 }).nullable().default(null),
    /** Each combination of their values is a count of its own; `labels` name some of them otherwise than composed. */
    dimensions: z.array(Dimension).max(8).default([]),
    labels: z.array(CombinationLabel).max(1_000).default([]),
  })
  .superRefine(checkDimensions)
  .refine((m) => m.counting !== 'period' || m.target !== null || (m.period?.from && m.period.to), {
    path: ['period'],
    message:
      'A measure over a period needs both of its days, or a target; "three days" ends on the day it was said, marked inferred.',
  })
  .refine((m) => m.target === null || (m.period === null && m.moment === null), {
    path: ['target'],
    message: 'A target is the time that the figure is about: leave out the period and the moment.',
  });
export type Measure = z.output<typeof Measure>;

/** Dimensions have ids of their own, and what is labelled is a combination of their values. */
function checkDimensions(
  { dimensions, labels }: { dimensions: Dimension[]; labels: CombinationLabel[] },
  context: z.RefinementCtx,
): void {
  const say = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const known = new Map(
    dimensions.map(({ id, values }) => [id, new Set(values.map((value) => value.id))] as const),
  );
  dimensions.forEach(({ id }, at) => {
    if (dimensions.findIndex((each) => each.id === id) < at)
      say(['dimensions', at, 'id'], `Two dimensions are called "${id}".`);
  });
  labels.forEach(({ dimensions: named }, at) => {
    for (const [id, value] of Object.entries(named)) {
      if (!known.get(id)?.has(value))
        say(['labels', at, 'dimensions', id], `There is no value "${value}" of a dimension "${id}" here.`);
    }
    const missing = dimensions.find((each) => each.default === null && named[each.id] === undefined);
    if (missing)
      say(['labels', at, 'dimensions', missing.id], `Name a value of "${missing.id}": it has no default.`);
  });
}

/** The last day the measure covers, if it ends: nobody can have stated its figure before. */
export function measureEnd(measure: Measure): string | null {
  if (measure.period?.to) return measure.period.to;
  return measure.moment ? lastDay(measure.moment.date) : null;
}

/**
 * The count of one event is revised as any other is; separate events are measures of their own, so that none is ever
 * raised or lowered from another. A moment that the source names has one figure alone.
 */
export function hasHistory(measure: Measure): boolean {
  return measure.moment === null;
}

/** Figures that grow or move with the day they were said can be compared only when said close together. */
export function movesWithTime({ counting, moment, target }: Measure): boolean {
  return target === null && (counting === 'cumulative' || (counting === 'point' && moment === null));
}

/** A count that a later figure may still move, or a forecast: it covers no past event, no period and no moment. */
export function isMoving(measure: Measure): boolean {
  return measure.target !== null || (movesWithTime(measure) && measureEnd(measure) === null);
}
