/** How the numbers of a measure are to be read: the quantity and the unit that the codebook gives its metric. */
import type { Gauge } from '../figure/quantity.ts';
import type { Reading } from './evidence.ts';
import type { Measure } from './measure.ts';
import { metricOf } from './metric.ts';

/** The gauge of a metric; null for one that the codebook does not hold. */
export function gaugeOf(metric: string): Gauge | null {
  const entry = metricOf(metric);
  if (entry === null) return null;
  const isShare = entry.unit === 'share';
  return { quantity: isShare ? 'share' : 'count', inParts: isShare };
}

/** The gauge of what an outlet printed: of the metric it named, where that is another than the measure's. */
export function readingGauge({ metric }: Reading, measure: Measure | undefined): Gauge | null {
  const printed = metric ?? measure?.metric;
  return printed === undefined ? null : gaugeOf(printed);
}
