/** What the numbers of a measure's axis are. */
import { gaugeOf } from '../domain/record/gauge.ts';
import type { Measure } from '../domain/record/measure.ts';
import { type Codebook, unitIdOf } from '../domain/record/metric.ts';
import type { AxisMeasure } from './axis.ts';

/** By the codebook's entry of the measure's metric; of a log from before metrics were kept, a count. */
export const axisMeasure = (measure: Pick<Measure, 'metric' | 'unit'>, codebook: Codebook): AxisMeasure => ({
  unit: unitIdOf(measure, codebook.metrics.get(measure.metric)),
  quantity: gaugeOf(measure, codebook)?.quantity ?? 'count',
});
