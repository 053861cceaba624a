/** Validation of what a measure counts and in which unit: its metric is in the codebook, its unit fits, its figures stay in it. */
import type { Measure } from '../domain/record/measure.ts';
import { type Codebook, misfitOf, unitIdOf } from '../domain/record/metric.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import { unitIn } from '../domain/record/unit.ts';
import type { Problem } from './verdict.ts';

/** What is wrong with its metric, its unit or the date of its prices. */
export function unitProblems({ metric: id, unit, prices }: Measure, { metrics, units }: Codebook): Problem[] {
  const metric = metrics.get(id);
  if (metric === undefined) {
    const message = `The metric "${id}" is not in the codebook: add it with POST /v1/metrics or at the desk, or name one that GET /v1/metrics lists.`;
    return [{ path: 'metric', message }];
  }
  const named = unit ?? metric.unit;
  const known = named === null ? null : unitIn(units, named);
  if (named !== null && known === null) {
    const message = `There is no unit "${named}": add it with POST /v1/units or at the desk, or give a currency (EUR) or a unit of Intl (hectare).`;
    return [{ path: 'unit', message }];
  }
  const misfit = misfitOf(metric.quantity, known);
  return [
    ...(misfit === null ? [] : [{ path: 'unit', message: misfit }]),
    ...(prices === null || metric.quantity === 'money'
      ? []
      : [{ path: 'prices', message: 'Only money is of the prices of a date: leave it out.' }]),
  ];
}

/** The fields by which the figures already recorded would be read in another unit. */
export function unitChanges(
  was: Measure,
  measure: Measure,
  held: TopicRecord,
  { metrics }: Codebook,
): Problem[] {
  const old = held.metrics.get(was.metric) ?? metrics.get(was.metric);
  if (old === undefined) return [];
  const message =
    'Claims stand on this measure in another unit: give a new unit, currency or year a measure of its own.';
  const moved = [
    ...(unitIdOf(was, old) === unitIdOf(measure, metrics.get(measure.metric)) ? [] : ['unit' as const]),
    ...((was.prices?.date ?? null) === (measure.prices?.date ?? null) ? [] : ['prices' as const]),
  ];
  return moved.map((path) => ({ path, message }));
}
