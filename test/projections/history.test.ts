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
  ['a march', [first, middle, last].map((each) => ({ ...each, measure: 'march' }))],
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
