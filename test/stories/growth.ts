// The economy of Orsa: growth below zero, an interval across it, forecasts that were lowered, words without a figure.
import { evidence, type Story } from './story.ts';

const QUARTER = 'growth-q3';
const said = (source: string, date: string, claim: object, measure = QUARTER) => ({
  measure,
  source,
  said: date,
  evidence: evidence('Orsa Gazette', date),
  ...claim,
});
const point = (point: number, stated: string) => ({ value: { kind: 'point', point, stated } });

export const growth: Story = {
  slug: 'orsa-growth',
  metrics: [
    {
      id: 'gdp-growth',
      label: 'Growth of output',
      definition: 'Change of gross domestic product on the quarter or year before, in volume.',
      quantity: 'rate',
      unit: 'percent',
    },
  ],
  sources: [
    { id: 'orsa-bank', name: 'Bank of Orsa', kind: 'institution' },
    { id: 'orsa-statistics', name: 'Statistics office of Orsa', kind: 'institution' },
    { id: 'orsa-ministry', name: 'Ministry of the economy', kind: 'institution' },
    { id: 'orsa-institute', name: 'Institute K', kind: 'institution' },
    { id: 'orsa-trade', name: 'Chamber of trade', kind: 'group' },
  ],
  topic: {
    title: 'Did the economy of Orsa shrink?',
    summary: 'What each has said of growth in the third quarter, and of the year to come.',
    lead: 'quarter',
    families: [
      { id: 'quarter', label: 'Growth, third quarter of 2025' },
      { id: 'year', label: 'Growth, whole year' },
    ],
    measures: [
      {
        id: QUARTER,
        family: 'quarter',
        metric: 'gdp-growth',
        population: 'the economy of Orsa',
        counting: 'period',
        period: { from: '2025-07-01', to: '2025-09-30' },
        label: 'Growth, third quarter of 2025',
      },
      {
        id: 'growth-2026',
        family: 'year',
        metric: 'gdp-growth',
        population: 'the economy of Orsa',
        counting: 'period',
        target: '2026',
        label: 'Growth in 2026',
      },
    ],
  },
  claims: [
    said('orsa-bank', '2025-10-02', {
      value: {
        kind: 'interval',
        low: -1.2,
        point: -0.5,
        high: 0.2,
        level: 0.7,
        stated: '-0.5 per cent (-1.2 to 0.2)',
      },
    }),
    said('orsa-bank', '2025-10-20', point(0, '0.0 %')),
    said('orsa-statistics', '2025-10-30', point(0.3, '+0.3 %')),
    said('orsa-statistics', '2025-11-20', point(-0.2, '-0.2 %')),
    said('orsa-ministry', '2025-10-10', { value: null, words: 'flat, or a little below' }),
    said('orsa-trade', '2025-10-12', { value: null, words: 'the weakest summer for a decade' }),
    said('orsa-institute', '2025-09-04', point(1.7, '1.7 per cent'), 'growth-2026'),
    said('orsa-institute', '2025-11-05', point(1.2, '1.2 per cent'), 'growth-2026'),
  ],
};
