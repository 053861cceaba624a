/** The codebook: every thing that may be counted, its unit, and what it is not set beside. */

export type Unit = 'people' | 'barrels' | 'barrels a day' | 'share' | 'portraits' | 'cremations';

interface CodebookEntry {
  unit: Unit;
  /** Metrics a reader might set beside this one and which cannot be: the catalogue says of each why. */
  apart: readonly string[];
}

export const CODEBOOK = {
  killed: { unit: 'people', apart: ['casualties'] },
  wounded: { unit: 'people', apart: [] },
  'killed-or-wounded': {
    unit: 'people',
    apart: ['killed', 'killed-wounded-missing-captured', 'casualties', 'losses'],
  },
  'killed-wounded-missing-captured': { unit: 'people', apart: ['killed-or-wounded'] },
  missing: { unit: 'people', apart: [] },
  captured: { unit: 'people', apart: [] },
  casualties: { unit: 'people', apart: ['killed'] },
  losses: { unit: 'people', apart: ['killed'] },
  deployed: { unit: 'people', apart: [] },
  'killed-share': { unit: 'share', apart: ['killed'] },
  'casualties-share': { unit: 'share', apart: [] },
  'portraits-displayed': { unit: 'portraits', apart: ['killed'] },
  'deaths-attributed': { unit: 'people', apart: ['excess-deaths'] },
  'excess-deaths': { unit: 'people', apart: ['deaths-attributed'] },
  'deaths-linked': { unit: 'people', apart: [] },
  'deaths-documented': { unit: 'people', apart: [] },
  cremations: { unit: 'cremations', apart: [] },
  'flow-rate': { unit: 'barrels a day', apart: ['possible-flow-rate', 'flow-rate-lower-bound'] },
  'possible-flow-rate': { unit: 'barrels a day', apart: ['flow-rate'] },
  'flow-rate-lower-bound': { unit: 'barrels a day', apart: [] },
  'oil-released': { unit: 'barrels', apart: ['oil-to-sea'] },
  'oil-captured': { unit: 'barrels', apart: [] },
  'oil-to-sea': { unit: 'barrels', apart: ['oil-released'] },
  overstatement: { unit: 'share', apart: [] },
  marchers: { unit: 'people', apart: ['present-at-peak'] },
  'present-at-peak': { unit: 'people', apart: ['marchers'] },
  'passing-a-point': { unit: 'people', apart: [] },
} as const satisfies Readonly<Record<string, CodebookEntry>>;

export type MetricId = keyof typeof CODEBOOK;

/** The codebook holds it. */
export const isMetric = (id: string): id is MetricId => Object.hasOwn(CODEBOOK, id);

/** The codebook's entry, or null for a metric it does not hold. */
export const metricOf = (id: string): CodebookEntry | null => (isMetric(id) ? CODEBOOK[id] : null);
