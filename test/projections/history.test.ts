// The chart of a measure: own figures over time, stances along the bottom, and never a count of separate events.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import { historiesOf } from '../../src/projections/history.ts';
import { PLAIN } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

const chartOf = (...claims: Claim[]) => historiesOf(recordOf(...claims), PLAIN)[0];
const first = claimOf('first', { said: '2024-01-01', value: point(10) });
const middle = claimOf('middle', { source: 'ministry-b', said: '2024-01-06', value: point(100) });
const last = claimOf('last', { said: '2024-01-11', value: point(1_000) });

test('one line a source, days across, on the measure’s own axis', () => {
  const chart = chartOf(last, middle, first);
  expect(chart).toMatchObject({
    measure: 'killed',
    from: '2024-01-01',
    to: '2024-01-11',
    hidden: { series: 0, points: 0 },
  });
  expect(
    chart?.series.map(({ source, points }) => [source, points.map(({ at, mark }) => [at, mark.at])]),
  ).toEqual([
    [
      'ministry-a',
      [
        [0, 0],
        [100, 100],
      ],
    ],
    ['ministry-b', [[50, 50]]],
  ]);
});

test('stances stand along the bottom, in words', () => {
  const chart = chartOf(
    first,
    middle,
    last,
    stanceOf('no', 'denies', { source: 'ministry-b', said: '2024-01-06' }),
  );
  expect(chart?.stances).toEqual([{ at: 50, name: 'Ministry B', text: 'denies 3,000', when: '6 Jan 2024' }]);
});

test('what one voice says another said is on neither line', () => {
  const relay = claimOf('relay', {
    stance: 'alleges',
    about: { source: 'ministry-b' },
    said: '2024-01-05',
    value: point(7),
  });
  const without = chartOf(first, middle, last);
  expect(without?.series).toHaveLength(2);
  expect(chartOf(first, middle, last, relay)?.series).toEqual(without?.series);
});

test.for<[string, Claim[]]>([
  ['two figures', [first, last]],
  ['one day', [first, middle, last].map((each) => ({ ...each, said: first.said }))],
  [
    'an undated figure beside two',
    [first, last, claimOf('undated', { said: null, published: '2024-02-01' })],
  ],
  [
    'a march that three count once each',
    [first, middle, { ...last, source: 'study-c' }].map((each) => ({ ...each, measure: 'march' })),
  ],
  ['a named moment', [first, middle, last].map((each) => ({ ...each, measure: 'flow-in-april' }))],
])('%s makes no chart', ([, claims]) => {
  expect(historiesOf(recordOf(...claims), PLAIN)).toEqual([]);
});

test('a long history is cut, and says by how much', () => {
  const many = Array.from({ length: 80 }, (_, n) =>
    claimOf(`c-${n}`, { said: `20${String(10 + (n % 80)).padStart(2, '0')}-01-01` }),
  );
  const chart = chartOf(...many);
  expect(chart?.series[0]?.points).toHaveLength(60);
  expect(chart?.hidden).toEqual({ series: 0, points: 20 });
});

const hour = (id: string, said: string, n: number, fields: object = {}) =>
  claimOf(id, { measure: 'march', said, value: point(n), ...fields });
/** The toll of one event: four figures in a day, and others' after them. */
const toll = [
  hour('six', '2025-05-03T06:10:00+02:00', 12),
  hour('eleven', '2025-05-03T11:00:00+02:00', 31),
  hour('half-past-six', '2025-05-03T18:30:00+02:00', 54),
  hour('eight', '2025-05-03T20:00:00+02:00', 52),
];

test('one event whose count a source revised has a history, within hours of one day', () => {
  const chart = chartOf(...toll);
  expect(chart).toMatchObject({
    measure: 'march',
    from: '2025-05-03T06:10:00+02:00',
    to: '2025-05-03T20:00:00+02:00',
    clock: { zone: 'UTC+2', shared: true },
  });
  expect(chart?.series.map(({ points }) => points.map(({ at }) => at))).toEqual([[0, 34.9, 89.2, 100]]);
  expect(chart?.ticks).toEqual([
    { at: 0, label: '3 May, 06:10' },
    { at: 49.4, label: '3 May, 13:00' },
    { at: 100, label: '3 May, 20:00' },
  ]);
});

test('an hour of another zone stands at its instant, on the clock of most; a bare day at its end', () => {
  const chart = chartOf(
    ...toll,
    hour('abroad', '2025-05-03T23:30:00-05:00', 40, { source: 'ministry-b' }),
    hour('later', '2025-05-04', 60, { source: 'study-c' }),
  );
  expect(chart?.clock).toEqual({ zone: 'UTC+2', shared: false });
  const places = Object.fromEntries(
    chart?.series.map(({ source, points }) => [source, points.map(({ at, when }) => [at, when])]) ?? [],
  );
  // 06:30 on the next day by the others' clock, of 41 hours and 50 minutes; the row keeps the speaker's own day.
  expect(places['ministry-b']).toEqual([[58.2, '3 May 2025, 23:30 UTC−5']]);
  expect(places['study-c']).toEqual([[100, '4 May 2025']]);
  expect(chart?.ticks.at(-1)).toEqual({ at: 100, label: '4 May' });
});

test('beyond a few days hours no longer count: the axis is of days', () => {
  const chart = chartOf(...toll, hour('week', '2025-05-10T09:00:00+02:00', 61));
  expect(chart).toMatchObject({ from: '2025-05-03', to: '2025-05-10', clock: null });
  expect(chart?.ticks.map(({ label }) => label)).toEqual(['3 May 2025', '10 May 2025']);
});

test('a figure that was never said is on no line', () => {
  const flash = hour('flash', '2025-05-03T12:00:00+02:00', 5_000, { source: 'ministry-b' });
  const voided = { kind: 'void', id: 'flash', reason: 'A misheard “five”.', on: null } as const;
  const [chart] = historiesOf(recordOf(...toll, flash, voided), PLAIN);
  expect(chart).toEqual(chartOf(...toll));
});
