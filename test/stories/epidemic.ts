// A fever in a harbour town: rates, one in so many, a zero, words in Arabic, a nameless doctor, an interval.
import { evidence, type Story } from './story.ts';

const said = (measure: string | null, source: string, date: string, claim: object) => ({
  measure,
  source,
  said: date,
  evidence: evidence('Harbour Post', date),
  ...claim,
});

export const epidemic: Story = {
  slug: 'fever-in-marsa',
  metrics: [
    {
      id: 'suspected-cases',
      label: 'Suspected cases',
      definition: 'People with the signs, before a test.',
      quantity: 'count',
      unit: 'people',
    },
    {
      id: 'confirmed-cases',
      label: 'Confirmed cases',
      definition: 'People whose test found the fever.',
      quantity: 'count',
      unit: 'people',
      apart: [
        { metric: 'suspected-cases', why: 'A suspected case has the signs; a confirmed one was tested.' },
      ],
    },
    {
      id: 'cases-undefined',
      label: 'Cases, undefined',
      definition: 'The speaker said cases and not which.',
      quantity: 'count',
      unit: 'people',
    },
    {
      id: 'fell-ill-share',
      label: 'Share who fell ill',
      definition: 'Cases as a part of the town.',
      quantity: 'share',
      unit: 'share',
    },
    {
      id: 'case-fatality',
      label: 'Died, as a share of the confirmed',
      definition: 'Deaths as a part of confirmed cases.',
      quantity: 'share',
      unit: 'share',
    },
    {
      id: 'reproduction-number',
      label: 'Reproduction number',
      definition: 'How many people one case infects.',
      quantity: 'index',
    },
  ],
  sources: [
    { id: 'marsa-ministry', name: 'Health ministry', kind: 'institution' },
    { id: 'marsa-who', name: 'World Health Organization office', kind: 'institution' },
    { id: 'marsa-paper', name: 'صوت المرسى', kind: 'newsroom' },
    { id: 'marsa-doctor', name: 'A doctor at the harbour clinic', kind: 'unnamed-official' },
    { id: 'marsa-hospital', name: 'Hospital of Marsa', kind: 'institution' },
    { id: 'marsa-model', name: 'Modelling group', kind: 'study' },
  ],
  topic: {
    title: 'The fever in Marsa',
    summary: 'How many fell ill, how many died, and how fast it spreads.',
    lead: 'cases',
    families: [
      { id: 'cases', label: 'Cases' },
      { id: 'deaths', label: 'Deaths' },
      { id: 'spread', label: 'Spread' },
    ],
    measures: [
      {
        id: 'cases',
        family: 'cases',
        metric: 'cases-undefined',
        population: 'people of Marsa',
        counting: 'cumulative',
        label: 'Cases, undefined',
      },
      {
        id: 'suspected',
        family: 'cases',
        metric: 'suspected-cases',
        population: 'people of Marsa',
        counting: 'cumulative',
        label: 'Suspected cases',
      },
      {
        id: 'confirmed',
        family: 'cases',
        metric: 'confirmed-cases',
        population: 'people of Marsa',
        counting: 'cumulative',
        label: 'Confirmed cases',
      },
      {
        id: 'ill-share',
        family: 'cases',
        metric: 'fell-ill-share',
        population: 'people of Marsa',
        counting: 'cumulative',
        label: 'Share who fell ill',
      },
      {
        id: 'fatality',
        family: 'deaths',
        metric: 'case-fatality',
        population: 'confirmed cases',
        counting: 'cumulative',
        label: 'Died, as a share of the confirmed',
      },
      {
        id: 'deaths',
        family: 'deaths',
        metric: 'killed',
        population: 'patients',
        counting: 'cumulative',
        label: 'Deaths',
      },
      {
        id: 'spread',
        family: 'spread',
        metric: 'reproduction-number',
        population: 'cases',
        counting: 'point',
        label: 'Reproduction number',
      },
    ],
  },
  claims: [
    said('cases', 'marsa-ministry', '2025-01-20', {
      value: { kind: 'point', point: 1450, stated: '1,450 cases' },
    }),
    said('ill-share', 'marsa-ministry', '2025-01-20', {
      value: {
        kind: 'share',
        point: 1 / 800,
        hedge: 'about',
        stated: 'about 1 in 800 people',
        of: 'the town',
      },
    }),
    said('suspected', 'marsa-who', '2025-01-22', {
      value: { kind: 'point', point: 2300, stated: '2,300 suspected' },
    }),
    said('confirmed', 'marsa-who', '2025-01-22', {
      value: { kind: 'point', point: 700, stated: '700 confirmed' },
    }),
    said('fatality', 'marsa-who', '2025-01-22', {
      value: { kind: 'share', point: 0.03, stated: '3 per cent', of: 'the confirmed' },
    }),
    said('deaths', 'marsa-who', '2025-01-22', { value: { kind: 'point', point: 21, stated: '21' } }),
    said('cases', 'marsa-paper', '2025-01-21', {
      value: {
        kind: 'point',
        point: 3000,
        hedge: 'more-than',
        stated: 'أكثر من ٣٠٠٠ حالة',
        lang: 'ar',
        gloss: 'more than 3,000 cases',
      },
    }),
    said('cases', 'marsa-doctor', '2025-01-21', {
      value: { kind: 'vague', stated: 'several thousand' },
      chain: [
        {
          name: 'A doctor',
          role: 'speaker',
          descriptor: 'a doctor at the harbour clinic',
          anonymous: true,
          reason: 'Staff may not speak to the press.',
        },
      ],
    }),
    said('deaths', 'marsa-hospital', '2025-01-21', {
      value: { kind: 'point', point: 0, stated: 'zero deaths' },
    }),
    said(null, 'marsa-ministry', '2025-01-25', {
      words: 'we have it in hand',
      summary: 'The ministry gave no new count.',
    }),
    said('spread', 'marsa-model', '2025-01-23', {
      value: { kind: 'interval', low: 1.5, point: 1.8, high: 2.4, level: 0.95, stated: '1.8 (1.5 to 2.4)' },
    }),
  ],
};
