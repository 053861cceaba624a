// The march at Port Sorel: organisers, police, a count by cameras, pictures from the air, a share of the town, a denial.
import { evidence, type Story } from './story.ts';

const DAY = '2025-09-20';
const said = (measure: string, source: string, time: string | null, claim: object) => ({
  measure,
  source,
  said: time === null ? DAY : `${DAY}T${time}+02:00`,
  evidence: evidence('Sorel Evening', DAY),
  ...claim,
});
const interest = (value: string) => ({
  interest: { value, reason: 'Named so in the call to march.', url: 'https://call.example/march' },
});

export const march: Story = {
  slug: 'sorel-march',
  metrics: [
    {
      id: 'part-of-town',
      label: 'Part of the town that marched',
      definition: 'Marchers as a part of all who live in the town.',
      quantity: 'share',
      unit: 'share',
    },
  ],
  sources: [
    { id: 'sorel-organisers', name: 'Organisers', kind: 'group', ...interest('party') },
    { id: 'sorel-police', name: 'Police of Port Sorel', kind: 'institution', ...interest('opponent') },
    { id: 'sorel-university', name: 'University counting group', kind: 'study', ...interest('independent') },
    { id: 'sorel-paper', name: 'Newspaper H', kind: 'newsroom' },
    { id: 'sorel-mayor', name: 'Mayor of Port Sorel', kind: 'office' },
    { id: 'sorel-minister', name: 'Minister of the interior', kind: 'office', ...interest('opponent') },
  ],
  topic: {
    title: 'How many marched at Port Sorel?',
    summary: 'What organisers, police and counters said of the march of 20 September 2025.',
    lead: 'marchers',
    families: [
      { id: 'marchers', label: 'Marchers' },
      { id: 'peak', label: 'At the busiest moment' },
      { id: 'bridge', label: 'Over the bridge' },
      { id: 'part', label: 'Part of the town' },
    ],
    measures: [
      {
        id: 'marchers',
        family: 'marchers',
        metric: 'marchers',
        population: 'people',
        place: 'Port Sorel',
        counting: 'incident',
        label: 'Marchers',
      },
      {
        id: 'peak',
        family: 'peak',
        metric: 'present-at-peak',
        population: 'people',
        place: 'Port Sorel',
        counting: 'incident',
        label: 'People at the busiest moment',
      },
      {
        id: 'bridge',
        family: 'bridge',
        metric: 'passing-a-point',
        population: 'people',
        place: 'the bridge',
        counting: 'incident',
        label: 'People who passed the bridge',
      },
      {
        id: 'part',
        family: 'part',
        metric: 'part-of-town',
        population: 'people of Port Sorel',
        counting: 'incident',
        label: 'Part of the town that marched',
      },
    ],
  },
  claims: [
    said('marchers', 'sorel-organisers', '16:30', {
      key: 'first',
      value: { kind: 'point', point: 350_000, stated: '350,000' },
    }),
    said('marchers', 'sorel-organisers', '20:15', {
      value: { kind: 'point', point: 500_000, stated: 'half a million' },
    }),
    said('peak', 'sorel-police', '18:00', { value: { kind: 'point', point: 41_000, stated: '41,000' } }),
    said('marchers', 'sorel-police', '18:00', {
      stance: 'declines',
      value: null,
      words: 'we do not count who marches',
    }),
    said('bridge', 'sorel-university', '21:00', {
      value: {
        kind: 'interval',
        low: 118_000,
        point: 126_000,
        high: 133_000,
        level: 0.95,
        stated: '126,000 (118,000 to 133,000)',
      },
    }),
    said('marchers', 'sorel-paper', '17:10', {
      value: { kind: 'range', low: 90_000, high: 105_000, stated: '90,000 to 105,000' },
      basis: 'visual',
    }),
    said('part', 'sorel-mayor', null, { value: { kind: 'vague', stated: 'most of the town' } }),
    said('marchers', 'sorel-minister', null, {
      stance: 'denies',
      value: null,
      words: 'that count is a fantasy',
      answers: 'first',
    }),
  ],
};
