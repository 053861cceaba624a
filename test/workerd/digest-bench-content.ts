// What the benchmark's run shows: three topics with five changes each, as a busy day would bring.
import type { FrozenTopic } from '../../src/projections/digest-frozen.ts';
import type { ToldLine } from '../../src/projections/digest-told.ts';
import type { MostCommented } from '../../src/projections/most-commented.ts';

/** What the benchmark's readers were last sent. */
export const CURSOR = '2026-03-01T07:00:00.000Z';

const line = (n: number): ToldLine => ({
  kind: 'raised',
  claim: `claim-${n}`,
  text: `Ministry A: “${n}50 people”, was “${n}00 people”`,
  name: 'Ministry A',
  brief: `“${n}50 people”, was “${n}00 people”`,
  label: 'Killed so far',
  reading: null,
  said: {
    claim: { said: { date: '2026-03-01', precision: 'day', inferred: false }, published: null },
    bound: { dated: true, notBefore: '2026-03-01', notAfter: '2026-03-01' },
  },
  at: `2026-03-01T1${n}:00:00.000Z`,
  places: [['The Example', `https://news.example/${n}`]],
  otherPlaces: 0,
  entered: null,
});

const topic = (slug: string): FrozenTopic => ({
  slug,
  title: `A flood in the valley of ${slug}`,
  updated: '2026-03-01T15:00:00.000Z',
  lead: { heading: 'Killed', lines: [], more: 0 },
  lines: [1, 2, 3, 4, 5].map(line),
  since: { [CURSOR]: [{ kind: 'said', lines: [0, 1, 2, 3, 4], more: 0, ranks: [0, 1, 2, 3, 4] }] },
});

export const CONTENT: { part: string; body: unknown }[] = [
  ...['north', 'east', 'south'].map((slug) => ({ part: slug, body: topic(slug) })),
  { part: '@most-commented', body: { window: '24h', items: [] } as unknown as MostCommented },
];
