// What a small face shows of a topic: which rows, on which axis, what stands beside each, and what it says of the rest.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import { ALL_NOTES, type PanelOptions, toPanel } from '../../src/projections/panel.ts';
import { familyGroups, pageFoot } from '../../src/projections/panel-page.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

const by = (source: string, n: number, said: string, fields: object = {}): Claim =>
  claimOf(`${source}-${said}`, { source, value: point(n), said, ...fields });
const viewOf = (...claims: Claim[]) => toTopicView(recordOf(...claims), PLAIN);
const panelOf = (claims: Claim[], options: Partial<PanelOptions> = {}) =>
  toPanel(viewOf(...claims), { family: null, limit: 99, notes: ALL_NOTES, ...options });
/** The page's tables of the lead family. */
const pageOf = (...claims: Claim[]) => {
  const view = viewOf(...claims);
  return view.families.slice(0, 1).flatMap((family) => familyGroups(view, family, { notes: ALL_NOTES }));
};

const A = by('ministry-a', 100, '2024-01-10');
const B = by('ministry-b', 3_000, '2024-02-10');
const C = by('study-c', 700, '2024-03-10');
const NOBODY = by('nobody-d', 900, '2024-04-10');
const WOUNDED = by('ministry-b', 50, '2024-02-11', { measure: 'wounded' });
const MAY = by('study-c', 40, '2024-06-10', { measure: 'killed-in-may' });

const names = (groups: ReturnType<typeof panelOf>['groups']) =>
  groups.map(({ rows }) => rows.map(({ name }) => name));

test('rows stand newest first, and what nobody is named for last', () => {
  const panel = panelOf([A, NOBODY, B, C]);
  expect(names(panel.groups)).toEqual([['Study C', 'Ministry B', 'Ministry A', 'Not attributed (paper D)']]);
  expect(panel.heading).toBe('Killed');
  expect(panel.groups[0]?.label).toBe('Killed so far');
  expect(panel.foot).toBe('4 sources, newest first, unattributed last');
});

test('with less room the ends stay, the middle goes, and the foot says by which rule', () => {
  const [c, middle] = [by('study-c', 700, '2024-03-10'), by('official-of-a', 650, '2024-03-01')];
  const panel = panelOf([A, B, c, middle], { limit: 3 });
  expect(names(panel.groups)).toEqual([['Study C', 'Ministry B', 'Ministry A']]);
  expect(panel.foot).toBe('3 of 4 sources: the newest, the lowest and the highest');
  expect(panelOf([A, B, c], { limit: 2 }).foot).toBe('2 of 3 sources: the newest and the lowest');
  expect(panelOf([A, B, c], { limit: 1 }).foot).toBe('1 of 3 sources, newest first');
});

test('each row says in which order a face with still less room keeps them', () => {
  const ranks = panelOf([A, B, C]).groups.flatMap(({ rows }) => rows.map(({ name, rank }) => [name, rank]));
  expect(ranks).toEqual([
    ['Study C', 1],
    ['Ministry B', 3],
    ['Ministry A', 2],
  ]);
  expect(panelOf([A, B, C]).fewer).toEqual({
    least: 3,
    chosen: '# of 3 sources: the newest, the lowest and the highest',
    plain: '# of 3 sources',
  });
});

test('the axis is of the rows drawn: it starts for no mark that is not there', () => {
  const far = [A, B, C, by('official-of-a', 30, '2023-01-01', { measure: 'killed-in-may' })];
  const ticks = (limit: number) => panelOf(far, { limit }).groups[0]?.axis?.ticks.map(([, label]) => label);
  expect(ticks(3)).toEqual(['100', '1,000', '10,000']);
  const nobody = by('nobody-d', 4, '2024-04-10');
  expect(panelOf([A, B, nobody], { limit: 2 }).groups[0]?.axis?.ticks[0]?.[1]).toBe('100');
  expect(panelOf([A, B, nobody]).groups[0]?.axis?.ticks[0]?.[1]).toBe('1');
  // Where the lowest stood on the page's own axis there are lower numbers.
  expect(panelOf([A, B, nobody], { limit: 2 }).groups[0]?.rows.at(-1)?.mark?.[1]).toBe(0);
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

test('who counts something else stands under the axis, never on it, and says what it counts', () => {
  const other = by('official-of-a', 8, '2024-05-01', { measure: 'wounded' });
  const { groups } = panelOf([A, B, MAY, other]);
  expect(groups.map(({ label, axis }) => [label, axis !== null])).toEqual([
    ['Killed so far', true],
    ['Other measures, each by itself', false],
  ]);
  expect(groups[1]?.rows.map(({ name, of, mark }) => [name, of, mark])).toEqual([
    ['Study C', 'Killed in May', null],
    ['Official of A (unnamed)', 'Wounded so far', null],
  ]);
  expect(panelOf([A, B, MAY]).groups[1]?.label).toBe('Killed in May');
  const [only, ...none] = panelOf([A, MAY]).groups;
  expect(none).toEqual([]);
  expect([only?.label, only?.rows.map(({ of }) => of)]).toEqual([
    'Each row says what it measures',
    ['Killed in May', 'Killed so far'],
  ]);
});

test('whoever counts something else says beside it why it gives no figure here', () => {
  const refusal = stanceOf('refused', 'declines', { source: 'study-c', about: { words: 'a toll' } });
  const rows = panelOf([A, B, MAY, refusal]).groups.flatMap((group) => group.rows);
  expect(rows.find(({ name }) => name === 'Study C')?.notes[0]).toMatch(/^Killed so far: declined to answer/);
});

test('those who gave no figure share the last row; a denial of the figures shown is a row, in its own words', () => {
  const denied = stanceOf('denied', 'denies', {
    source: 'study-c',
    said: '2024-05-10',
    words: 'a tale',
    about: { claim: A.id },
  });
  const silent = [
    stanceOf('s1', 'declines', { source: 'official-of-a', about: { words: 'a toll' } }),
    stanceOf('s2', 'states', { source: 'officials-of-b', words: 'heavy losses' }),
  ];
  const panel = panelOf([A, B, denied, ...silent]);
  const rows = panel.groups.flatMap((group) => group.rows);
  expect(rows.find(({ name }) => name === 'Study C')).toMatchObject({
    text: 'denies “100”: “a tale”',
    figure: false,
    mark: null,
    strokes: null,
  });
  expect(rows.at(-1)).toMatchObject({
    name: 'No figure',
    text: 'Official of A (unnamed): declined to answer on a toll (in our words); Officials of B (unnamed): “heavy losses”, no figure',
    sources: 2,
  });
  // Where every row is taken by a figure, refusals are told in short.
  expect(panelOf([A, B, denied, ...silent], { limit: 3 }).groups.at(-1)?.rows[0]?.text).toBe(
    'Official of A (unnamed) declined to answer; Officials of B (unnamed): “heavy losses”, no figure',
  );
  expect(panel.foot).toBe('5 sources, newest first');
  expect(panelOf([A, B, denied], { limit: 2 }).groups.at(-1)?.rows[0]?.text).toBe(
    'Study C: denies “100”: “a tale”',
  );
});

test('the page has every row: a table for each measure with an axis, the rest in one', () => {
  const denied = stanceOf('denied', 'denies', { source: 'study-c', said: '2024-05-10' });
  const groups = pageOf(A, B, MAY, denied);
  expect(groups.map(({ label, axis }) => [label, axis !== null])).toEqual([
    ['Killed so far', true],
    ['Killed in May', false],
  ]);
  expect(names(groups)).toEqual([['Study C', 'Ministry B', 'Ministry A'], ['Study C']]);
  expect(groups[0]?.rows[0]).not.toHaveProperty('rank');
  const [first, other] = pageOf(
    A,
    B,
    MAY,
    denied,
    by('ministry-a', 4, '2024-06-01', { measure: 'killed-in-may' }),
  );
  expect([first?.axis !== null, other?.axis !== null]).toEqual([true, true]);
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
  expect(pageFoot(viewOf(A, B, WOUNDED))).toMatch(/^2 sources/);
});
