// The dam at Verrin: a toll that moves within hours, a flash that nobody said, money of a year, land and villages.
import { evidence, type Story } from './story.ts';

const toll = { measure: 'dead', source: 'verrin-rescue', evidence: evidence('Verrin Courier', '2025-04-09') };
const hour = (time: string) => `2025-04-09T${time}+03:00`;
const point = (point: number, stated: string, more: object = {}) => ({
  value: { kind: 'point', point, stated, ...more },
});
const said = (claim: object, date: string) => ({
  ...claim,
  said: date,
  evidence: evidence('Verrin Courier', date.slice(0, 10)),
});

export const flood: Story = {
  slug: 'verrin-dam',
  units: [{ id: 'villages', singular: 'village', plural: 'villages' }],
  metrics: [
    { id: 'damage', label: 'Damage', definition: 'What was destroyed, in money.', quantity: 'money' },
    {
      id: 'land-under-water',
      label: 'Land under water',
      definition: 'Fields that the water covered.',
      quantity: 'amount',
      unit: 'hectare',
    },
    {
      id: 'places-cut-off',
      label: 'Places cut off',
      definition: 'Villages that no road led to.',
      quantity: 'count',
      unit: 'villages',
    },
  ],
  sources: [
    { id: 'verrin-rescue', name: 'Verrin rescue service', kind: 'institution' },
    { id: 'verrin-mayor', name: 'Mayor of Hollen', kind: 'office' },
    { id: 'verrin-relief', name: 'Relief committee', kind: 'group' },
    { id: 'verrin-wire', name: 'Wire service N', kind: 'newsroom' },
    { id: 'verrin-insurers', name: 'Insurers’ federation', kind: 'group' },
    { id: 'verrin-treasury', name: 'Treasury of Verrin', kind: 'institution' },
    { id: 'verrin-region', name: 'Regional council', kind: 'institution' },
  ],
  topic: {
    title: 'The dam at Verrin',
    summary: 'How many died when the dam gave way, and what was lost.',
    lead: 'dead',
    families: [
      { id: 'dead', label: 'Dead' },
      { id: 'missing', label: 'Missing' },
      { id: 'damage', label: 'Damage' },
      { id: 'land', label: 'Land and places' },
    ],
    measures: [
      {
        id: 'dead',
        family: 'dead',
        metric: 'killed',
        population: 'people',
        place: 'Verrin valley',
        counting: 'incident',
        label: 'Dead, all told',
      },
      {
        id: 'missing',
        family: 'missing',
        metric: 'missing',
        population: 'people',
        place: 'Verrin valley',
        counting: 'incident',
        label: 'Missing',
      },
      {
        id: 'damage',
        family: 'damage',
        metric: 'damage',
        unit: 'EUR',
        prices: '2025',
        population: 'homes, fields and roads',
        counting: 'incident',
        label: 'Damage',
      },
      {
        id: 'land',
        family: 'land',
        metric: 'land-under-water',
        population: 'fields',
        counting: 'incident',
        label: 'Fields under water',
      },
      {
        id: 'cut-off',
        family: 'land',
        metric: 'places-cut-off',
        population: 'villages',
        counting: 'incident',
        label: 'Villages cut off',
      },
    ],
  },
  claims: [
    { ...toll, ...point(9, '9 dead'), said: hour('05:40') },
    { ...toll, ...point(27, '27'), said: hour('10:15') },
    {
      ...toll,
      key: 'flash',
      source: 'verrin-wire',
      ...point(3000, '3,000 dead'),
      said: hour('10:30'),
      voided: 'A misheard “thirty”: nobody said it.',
    },
    { ...toll, ...point(46, '46 bodies'), said: hour('17:45') },
    { ...toll, ...point(45, '45; one was found alive'), said: hour('19:30') },
    {
      ...toll,
      source: 'verrin-mayor',
      value: { kind: 'vague', stated: 'dozens' },
      said: '2025-04-09T22:10-04:00',
    },
    said(
      { measure: 'dead', source: 'verrin-relief', ...point(50, 'at least 50', { hedge: 'at-least' }) },
      '2025-04-10T09:00+03:00',
    ),
    said(
      {
        measure: 'dead',
        source: 'verrin-relief',
        value: { kind: 'range', low: 52, high: 66, stated: 'between 52 and 66' },
      },
      '2025-04-10T16:00+03:00',
    ),
    said({ measure: 'missing', source: 'verrin-rescue', ...point(120, '120 missing') }, '2025-04-09'),
    said({ measure: 'missing', source: 'verrin-rescue', ...point(41, '41') }, '2025-04-11'),
    said(
      {
        measure: 'damage',
        source: 'verrin-insurers',
        value: { kind: 'range', low: 1.3e9, high: 1.6e9, stated: '1.3 to 1.6 billion euros' },
      },
      '2025-04-12',
    ),
    said(
      {
        measure: 'damage',
        source: 'verrin-treasury',
        ...point(2.1e9, 'just under 2.1 billion euros', { hedge: 'almost' }),
      },
      '2025-04-12',
    ),
    said({ measure: 'land', source: 'verrin-region', ...point(2750, '2,750 hectares') }, '2025-04-12'),
    said({ measure: 'cut-off', source: 'verrin-region', ...point(36, '36 villages') }, '2025-04-12'),
  ],
};
