// The marches of Hong Kong in 2019, as the loaded record shows them.
import { expect, test } from 'vitest';
import { historiesOf } from '../../src/projections/history.ts';
import { PLAIN } from '../../src/projections/topic-projection.ts';
import { notesOf, recordOf, rowIn, viewOf } from './loaded-topics.ts';

const SLUG = 'hong-kong-march-2019';
const now = viewOf(SLUG);

test('a figure relayed from another stands beside the relayer’s own, and the other denies it', () => {
  const front = rowIn(now, 'civil-human-rights-front', 'marchers-2019-06-09');
  expect(front?.value?.point).toBe(1_030_000);
  expect(notesOf(front, 'beside')).toEqual([
    'also says Hong Kong Police Force said “30萬人” (300,000 people, our translation)',
  ]);
  expect(rowIn(now, 'hong-kong-police-force', 'marchers-2019-06-09')).toMatchObject({
    text: 'denies 300,000: “實屬虛構” (is pure fiction, our translation)',
    value: null,
  });
});

test('one march is one incident, whoever counts it: no figure before another, no chart over time', () => {
  expect(
    now.sources.flatMap(({ estimates }) => estimates.filter(({ previous }) => previous !== null)),
  ).toEqual([]);
  expect(historiesOf(recordOf(SLUG), PLAIN)).toEqual([]);
});

test('two figures of one evening are one estimate with a labelled alternative', () => {
  const row = rowIn(now, 'civil-human-rights-front', 'marchers-2019-06-16');
  expect(row?.text).toBe('“two million people”');
  expect(notesOf(row, 'beside')).toEqual(['running count: “190萬” (1.9 million, our translation)']);
});

test('what was said of a march without a date is bounded by its day', () => {
  expect(rowIn(now, 'francis-lui', 'marchers-2019-06-16')?.when).toBe('date not given, 16 Jun 2019 or later');
});
