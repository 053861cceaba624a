// What a panel shows of a topic: which families, how many rows, on which axis, and what stands beside each.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import { ALL_NOTES, type PanelOptions, pageFoot, toPanel } from '../../src/projections/panel.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

const by = (source: string, n: number, said: string, fields: object = {}): Claim =>
  claimOf(`${source}-${said}`, { source, value: point(n), said, ...fields });
const viewOf = (...claims: Claim[]) => toTopicView(recordOf(...claims), PLAIN);
const panelOf = (claims: Claim[], options: Partial<PanelOptions> = {}) =>
  toPanel(viewOf(...claims), { families: ['killed'], limit: 99, others: 99, notes: ALL_NOTES, ...options });

const A = by('ministry-a', 100, '2024-01-10');
const B = by('ministry-b', 3_000, '2024-02-10');
const C = by('study-c', 700, '2024-03-10');
const NOBODY = by('nobody-d', 900, '2024-04-10');
const WOUNDED = by('ministry-b', 50, '2024-02-11', { measure: 'wounded' });
const MAY = by('study-c', 40, '2024-06-10', { measure: 'killed-in-may' });

const names = ({ groups }: ReturnType<typeof panelOf>) =>
  groups.map(({ rows }) => rows.map(({ name }) => name));

test('rows stand newest first, and what nobody is named for last', () => {
  const panel = panelOf([A, NOBODY, B, C]);
  expect(names(panel)).toEqual([['Study C', 'Ministry B', 'Ministry A', 'Not attributed (paper D)']]);
  expect(panel.heading).toBe('Killed');
  expect(panel.groups[0]?.label).toBe('Killed so far');
  expect(panel.foot).toBe('4 sources, newest first, unattributed last');
});

test('a limit cuts the oldest, and the foot says of how many', () => {
  const panel = panelOf([A, B, C], { limit: 2 });
  expect(names(panel)).toEqual([['Study C', 'Ministry B']]);
  expect(panel.foot).toBe('2 of 3 sources, newest first');
});

test('several figures of a measure share an axis; one alone has none', () => {
  const drawn = panelOf([A, B]).groups[0];
  expect(drawn?.axis?.ticks.length).toBeGreaterThan(1);
  for (const { mark, strokes } of drawn?.rows ?? []) {
    expect(mark).not.toBeNull();
    expect(strokes?.length).toBeGreaterThan(0);
  }
  const alone = panelOf([A]).groups[0];
  expect(alone?.axis).toBeNull();
  expect(alone?.rows[0]?.mark).toBeNull();
});

test('a stance without a figure stands among the rows, with no mark and not upright', () => {
  const denied = stanceOf('denied', 'denies', { source: 'study-c', said: '2024-05-10' });
  const rows = panelOf([A, B, denied]).groups.flatMap((group) => group.rows);
  const row = rows.find(({ name }) => name === 'Study C');
  expect(row).toMatchObject({ figure: false, mark: null, strokes: null });
  expect(rows.find(({ name }) => name === 'Ministry A')?.figure).toBe(true);
});

test('what counts other days stands in a table of its own, without an axis', () => {
  const panel = panelOf([A, B, MAY]);
  expect(panel.groups.map(({ label, axis }) => [label, axis !== null])).toEqual([
    ['Killed so far', true],
    ['Killed in May', false],
  ]);
  expect(panelOf([A, B, MAY], { measure: 'killed-in-may' }).groups.map(({ label }) => label)).toEqual([
    'Killed in May',
  ]);
});

test('other families share one table, each row with its own measure, and are cut by their own limit', () => {
  const others = [WOUNDED, by('ministry-a', 4, '2024-02-12', { measure: 'wounded' })];
  const families = ['killed', 'wounded', 'none-such'];
  const [, mixed] = panelOf([A, B, ...others], { families }).groups;
  expect(mixed?.axis).toBeNull();
  expect(mixed?.rows.map(({ name, mark }) => [name, mark])).toEqual([
    ['Ministry A', null],
    ['Ministry B', null],
  ]);
  expect(names(panelOf([A, B, ...others], { families, others: 1 }))[1]).toEqual(['Ministry A']);
  expect(panelOf([A, B, ...others]).groups).toHaveLength(1);
});

test('addresses stand on rows only where the face has room for them', () => {
  expect(panelOf([A]).groups[0]?.rows[0]).not.toHaveProperty('links');
  expect(panelOf([A], { evidence: true }).groups[0]?.rows[0]?.links).toEqual([
    ['Paper', 'https://paper.example/1'],
  ]);
});

test('only the notes that are asked for stand beside a row, in the order asked', () => {
  const claims = [A, by('ministry-a', 120, '2024-01-20')];
  const notes = panelOf(claims).groups[0]?.rows[0]?.notes ?? [];
  expect(notes.length).toBeGreaterThan(0);
  expect(panelOf(claims, { notes: [] }).groups[0]?.rows[0]?.notes).toEqual([]);
});

test('a topic of which nothing was said is drawn empty, and the page’s foot counts every source', () => {
  expect(panelOf([])).toMatchObject({ groups: [], slug: 'flood', pinned: null });
  const view = viewOf(A, B, WOUNDED);
  expect(pageFoot(view, { limit: 1, others: 1, notes: [] })).toMatch(/^2 sources/);
});
