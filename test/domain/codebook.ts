// The reviewed codebook, as every topic's fixtures hold it.
import file from '../../data/codebook.json' with { type: 'json' };
import type { HeldCodebook } from '../../src/domain/record/metric.ts';
import { Metric } from '../../src/domain/record/metric.ts';
import { Unit } from '../../src/domain/record/unit.ts';

const metrics = file.metrics.map((metric) => Metric.parse(metric));
const units = file.units.map((unit) => Unit.parse(unit));

export const CODEBOOK: HeldCodebook = {
  metrics: new Map(metrics.map((metric) => [metric.id, metric])),
  units: new Map(units.map((unit) => [unit.id, unit])),
  definitions: new Map(metrics.map((metric) => [metric.id, [metric]])),
};
