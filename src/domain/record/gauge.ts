/** How the numbers of a measure are to be read: the quantity that the codebook gives its metric, and its unit. */
import { type Gauge, wholeOf } from '../figure/quantity.ts';
import type { Reading } from './evidence.ts';
import type { Measure } from './measure.ts';
import { type Codebook, unitIdOf } from './metric.ts';

/** The gauge of what a measure counts; null for a metric that the codebook does not hold. */
export function gaugeOf(
  { metric: id, unit }: Pick<Measure, 'metric' | 'unit'>,
  { metrics }: Codebook,
): Gauge | null {
  const metric = metrics.get(id);
  if (metric === undefined) return null;
  return { quantity: metric.quantity, whole: wholeOf(unitIdOf({ unit }, metric)), signed: metric.signed };
}

/** The gauge of what an outlet printed: of the metric it named, where that is another than the measure's. */
export function readingGauge(
  { metric }: Reading,
  measure: Measure | undefined,
  codebook: Codebook,
): Gauge | null {
  if (metric !== null) return gaugeOf({ metric, unit: null }, codebook);
  return measure === undefined ? null : gaugeOf(measure, codebook);
}
