/** The codebook for the desk: all of it as it stands, and a metric or a unit from a form. */
import type { Metric } from '../../domain/record/metric.ts';
import type { Unit } from '../../domain/record/unit.ts';
import { readCodebook } from '../../store/codebook.ts';
import { postMetrics, postUnits } from '../record/codebook-writes.ts';
import type { WriteDeps, Written } from '../record/record-writes.ts';

export interface DeskCodebook {
  metrics: readonly Metric[];
  units: readonly Unit[];
}

export async function readDeskCodebook({ db }: Pick<WriteDeps, 'db'>): Promise<DeskCodebook> {
  const { metrics, units } = await readCodebook(db);
  return { metrics: [...metrics.values()], units: [...units.values()] };
}

/** The metric of an id with every version of its definition, newest first; null where there is none. */
export async function readDeskMetric(
  { db }: Pick<WriteDeps, 'db'>,
  id: string,
): Promise<{ metric: Metric; earlier: readonly Metric[] } | null> {
  const { metrics, definitions } = await readCodebook(db);
  const metric = metrics.get(id);
  if (metric === undefined) return null;
  return { metric, earlier: (definitions.get(id) ?? []).slice(0, -1).reverse() };
}

/** A form's fields: what it does not show stays as it is. */
interface CodebookForm {
  actor: string;
  id: string;
  body: object;
}

/** Adds a metric or changes one, through the door of the API and under the editor's name. */
export async function writeMetric(deps: WriteDeps, { actor, id, body }: CodebookForm): Promise<Written> {
  const held = (await readCodebook(deps.db)).metrics.get(id);
  const nouns = { singular: held?.singular ?? null, plural: held?.plural ?? null };
  return postMetrics(deps, { actor, body: { ...nouns, ...body, id }, idempotency: null });
}

/** The same of a unit. */
export const writeUnit = (deps: WriteDeps, { actor, id, body }: CodebookForm): Promise<Written> =>
  postUnits(deps, { actor, body: { ...body, id }, idempotency: null });
