// A measure with dimensions on every face: a few combinations stand together, of many those that open, and none is lost silently.
import { expect, test } from 'vitest';
import { type Claim, ClaimFields } from '../../src/domain/record/claim.ts';
import { latestEstimates } from '../../src/domain/record/estimate.ts';
import type { TopicRecord } from '../../src/domain/record/record.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { MOST_COMBINATIONS } from '../../src/projections/dimensioned.ts';
import { historiesOf } from '../../src/projections/history.ts';
import { ALL_NOTES, BRIEF_NOTES, toPanel } from '../../src/projections/panel.ts';
import { familyGroups, pageFoot } from '../../src/projections/panel-page.ts';
import { PLAIN, toTopicView, type ViewOptions } from '../../src/projections/topic-projection.ts';
import { inDimensions } from '../../src/validation/dimensions.ts';
import { cell, POLL, POLL_FRAME, pollDimension, pollWith } from '../domain/invented-poll.ts';
import { recorded, replay, writeOf } from '../domain/two-ministries.ts';

const REGIONS = Array.from({ length: 40 }, (_, at) => ({ id: `r${at}`, label: `region ${at}` }));
const REGION = { id: 'region', kind: 'subgroup', label: 'Region', default: 'r7', values: REGIONS };
const MANY = Topic.parse(pollWith({ dimensions: [REGION, ...(POLL.measures[0]?.dimensions ?? [])] }));

function recordIn(topic: Topic, bodies: readonly object[]): TopicRecord {
  const claims = bodies.map((body, at): Claim => {
    const placed = inDimensions(ClaimFields.parse(body), topic);
    if (!placed.ok) throw new Error(JSON.stringify(placed.problems));
    return { ...placed.value, id: `c${at}` };
  });
  const frame = POLL_FRAME.map((entry) =>
    entry.action.kind === 'topic' ? { ...entry, action: { kind: 'topic' as const, topic } } : entry,
  );
  return replay([...frame, ...writeOf(2, ...claims.map(recorded))]);
}

/** Two answers in each region, from both institutes in the region that is usual. */
const bodies = REGIONS.flatMap(({ id: region }, at) => [
  cell(20 + at, { region, answer: 'stay' }),
  cell(70 - at, { region, answer: 'go' }),
]);
const both = ['stay', 'go'].map((answer) => cell(33, { answer }, { source: 'institute-l' }));
const record = recordIn(MANY, [...bodies, ...both]);
const viewOf = (options: Partial<ViewOptions> = {}, of = record) => toTopicView(of, { ...PLAIN, ...options });
const STAY = 'toll.answer_stay.question_keep';
const GO = 'toll.answer_go.question_keep';

test('of many combinations the view holds those at every default, with all answers, and counts the rest', () => {
  const view = viewOf();
  expect(view.measures.map(({ id }) => id)).toEqual([STAY, GO]);
  expect(view.dimensioned[0]).toMatchObject({ combinations: { shown: 2, all: 80 }, opening: [STAY, GO] });
  expect(view.dimensioned[0]?.dimensions[0]?.values).toHaveLength(40);
  expect(view.dimensioned[0]?.dimensions[0]?.values[3]).toMatchObject({ id: 'r3', combinations: 2 });
  expect(view.sources.flatMap(({ estimates }) => estimates)).toHaveLength(4);
});

test('each slice is reached by its values, and none is anywhere else', () => {
  const seen = REGIONS.flatMap(({ id }) => viewOf({ dimensions: { region: id } }).measures);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(80);
  expect(viewOf({ measure: 'toll', dimensions: { region: 'r3', answer: 'go' } }).measures).toMatchObject([
    { id: 'toll.answer_go.question_keep.region_r3' },
  ]);
});

test('a choice without figures leaves the family standing, with its dimensions', () => {
  const view = viewOf({ measure: 'toll', dimensions: { region: 'r3', answer: 'fair' } });
  expect([view.measures, view.families.map(({ id }) => id)]).toEqual([[], ['toll']]);
  expect(view.dimensioned[0]?.combinations).toEqual({ shown: 0, all: 80 });
});

test('where nobody gave a figure at the defaults, what stands first in the topic’s order opens', () => {
  const elsewhere = bodies.filter(({ dimensions }) => dimensions.region !== 'r7');
  expect(viewOf({}, recordIn(MANY, elsewhere)).measures.map(({ id }) => id)).toEqual([
    'toll.answer_stay.question_keep.region_r0',
    'toll.answer_go.question_keep.region_r0',
  ]);
});

test('up to the most that stand together all do; one more, and those that open do', () => {
  const upTo = (count: number) => viewOf({}, recordIn(MANY, bodies.slice(0, count))).measures.length;
  expect([upTo(MOST_COMBINATIONS), upTo(MOST_COMBINATIONS + 1)]).toEqual([MOST_COMBINATIONS, 2]);
});

test('a hundred answers of one question are cut at the most that stand together, and counted', () => {
  const values = Array.from({ length: 100 }, (_, at) => ({ id: `a${at}`, label: `answer ${at}` }));
  const topic = Topic.parse(pollDimension('answer', { values }));
  const view = viewOf(
    {},
    recordIn(
      topic,
      values.map(({ id }) => cell(1, { answer: id })),
    ),
  );
  expect(view.dimensioned[0]?.combinations).toEqual({ shown: MOST_COMBINATIONS, all: 100 });
});

test('a small face shows what opens and says of how many; the page shows what the view holds', () => {
  const few = viewOf(
    {},
    recordIn(Topic.parse(POLL), [
      cell(44, { answer: 'stay' }),
      cell(51, { answer: 'go' }),
      cell(40, { answer: 'stay', age: 'young' }),
      cell(12, { question: 'fair', answer: 'fair' }),
    ]),
  );
  const small = toPanel(few, { family: 'toll', limit: 8, notes: BRIEF_NOTES });
  expect(small.groups.flatMap(({ rows }) => rows.map(({ of }) => of))).toEqual(['stay', 'go']);
  expect(small.groups[0]?.label).toMatch(/^The bridge toll: Should the toll/);
  expect(small.foot).toMatch(/; 2 of 4 combinations$/);
  const page = few.families.flatMap((family) => familyGroups(few, family, { notes: ALL_NOTES }));
  expect(page.flatMap(({ rows }) => rows)).toHaveLength(4);
  expect(pageFoot(few)).not.toMatch(/combinations/);
});

test('no two combinations lie on one axis, and none is before another', () => {
  const view = viewOf();
  const panel = toPanel(view, { family: 'toll', limit: 8, notes: BRIEF_NOTES });
  expect(panel.groups.map(({ label, rows }) => [label.replace(/^.*– /, ''), rows.length])).toEqual([
    ['stay', 2],
    ['go', 2],
  ]);
  expect(latestEstimates(record).every(({ previous }) => previous === null)).toBe(true);
});

test('a chart is drawn for what opens alone', () => {
  const days = ['2025-01-05', '2025-02-05', '2025-03-05'];
  const waves = ['all', 'young'].flatMap((age) =>
    days.map((said, at) => cell(40 + at, { answer: 'stay', age }, { said })),
  );
  const charts = historiesOf(recordIn(Topic.parse(POLL), waves), PLAIN);
  expect(charts.map(({ measure }) => measure)).toEqual([STAY]);
});

test('every source that speaks is counted, of whatever combination', () => {
  const other = cell(9, { region: 'r39', answer: 'stay' }, { source: 'institute-l' });
  const { topic, sources } = viewOf({}, recordIn(MANY, [...bodies, other]));
  expect([topic.sources, sources.length]).toEqual([2, 1]);
});
