// The flow of the Deepwater Horizon well, as the loaded record shows it.
import { expect, test } from 'vitest';
import { historiesOf } from '../../src/projections/history.ts';
import { PLAIN } from '../../src/projections/topic-projection.ts';
import { notesOf, recordOf, rowIn, viewOf } from './loaded-topics.ts';

const SLUG = 'deepwater-horizon-flow';
const now = viewOf(SLUG);

test('a toll that a company denies is never the company’s', () => {
  const then = viewOf(SLUG, { saidBy: '2010-12-03' });
  const denial = rowIn(then, 'bp', 'oil-released');
  expect(denial).toMatchObject({
    text: 'denies “4.9 million barrels”: “highly unreliable”',
    stance: 'denies',
    value: null,
    mark: null,
  });
  const row = rowIn(now, 'bp', 'oil-released');
  expect(row).toMatchObject({ value: { point: 3_260_000 }, later: { stance: 'denies' } });
  const series = historiesOf(recordOf(SLUG), PLAIN).flatMap((chart) =>
    chart.series.filter(({ source }) => source === 'bp'),
  );
  expect(JSON.stringify(series)).not.toMatch(/4\.9 million/);
});

test('a figure in gallons keeps its words; the barrels beside it are our conversion', () => {
  const row = rowIn(now, 'eugene-chiang', 'flow-rate');
  expect(row?.text).toBe(
    '“somewhere between 840,000 gallons and 4.2 millions gallons a day” (20,000 to 100,000 barrels a day, our conversion)',
  );
  expect(notesOf(row, 'reading')).toEqual(['our conversion: 42 US gallons to the barrel']);
});

test('a flow said in August about April is a figure of April, on the day it was said', () => {
  const april = rowIn(now, 'us-scientific-teams', 'flow-rate-2010-04-20');
  const july = rowIn(now, 'us-scientific-teams', 'flow-rate-2010-07-15');
  expect([april, july]).toMatchObject([
    { text: '“62,000 barrels of oil per day”', when: '2 Aug 2010', previous: null },
    { text: '“53,000 barrels of oil per day”', when: '2 Aug 2010', previous: null },
  ]);
  expect(now.measures.find(({ id }) => id === 'flow-rate-2010-04-20')).toMatchObject({
    counting: 'point',
    moment: { date: '2010-04-20' },
  });
});

test('logs made public six weeks later were not public before', () => {
  const said = (saidBy: string) => rowIn(viewOf(SLUG, { saidBy }), 'us-coast-guard', 'possible-flow-rate');
  expect(said('2010-06-02')).toBeUndefined();
  const row = said('2010-06-03');
  expect(row).toMatchObject({ text: '“64,000 to 110,000 barrels a day”', when: '23 Apr 2010' });
  expect(notesOf(row, 'disclosed')).toEqual(['made public 3 Jun 2010']);
});

test('a lower bound, a worst case and a flow are three measures, and the view says why', () => {
  const flow = now.measures.find(({ id }) => id === 'flow-rate');
  expect(flow?.apart.map(({ measure }) => measure).sort()).toEqual([
    'flow-rate-lower-bound',
    'possible-flow-rate',
  ]);
});

test('what one voice says another said is worded so', () => {
  expect(rowIn(now, 'national-oil-spill-commission', 'overstatement')?.text).toBe(
    'says BP said “20 to 50 percent lower” than the government’s 4.9 million barrels',
  );
});
