// What the benchmark's run shows: three topics with five changes each, as a busy day would bring.
import type { ChangeView } from '../../src/read/changes.ts';
import type { DigestTopicContent } from '../../src/read/digest.ts';
import type { MostCommented } from '../../src/read/most-commented.ts';

const change = (topic: string, n: number): ChangeView => ({
  id: `${n}-claim-${n}`,
  at: `2026-03-01T1${n}:00:00.000Z`,
  kind: 'raised',
  topic,
  source: 'ministry-a',
  name: 'Ministry A',
  measure: 'killed',
  label: 'Killed so far',
  before: `“${n}00 people”`,
  after: `“${n}50 people”`,
  reason: null,
  late: false,
  text: `Ministry A: “${n}50 people”, was “${n}00 people”`,
});

const topic = (slug: string): DigestTopicContent => ({
  slug,
  title: `A flood in the valley of ${slug}`,
  lead: { groups: [] } as unknown as DigestTopicContent['lead'],
  changes: [1, 2, 3, 4, 5].map((n) => change(slug, n)),
});

export const CONTENT: { part: string; body: unknown }[] = [
  ...['north', 'east', 'south'].map((slug) => ({ part: slug, body: topic(slug) })),
  { part: '@most-commented', body: { window: '24h', items: [] } as unknown as MostCommented },
];
