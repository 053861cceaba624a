// Forecasts on every face: what they are forecasts of, what they were before, and what came, side by side and without a score.
import { beforeAll, expect, test } from 'vitest';
import type { ChangeView } from '../../src/projections/changes.ts';
import type { Listing } from '../../src/projections/listing.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, type Refusal, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'forecasts';
const text = async (path: string) => (await ask(path)).text();
const view = (query = '') => read<TopicView>(`/v1/topics/${SLUG}${query}`);
const rowOf = async (source: string, query = '') =>
  (await view(query)).sources.find(({ id }) => id === source)?.estimates[0];
const measure = {
  id: 'killed',
  family: 'killed',
  metric: 'killed',
  population: 'people',
  counting: 'period',
  target: '2024',
  label: 'Killed in floods',
};
const SCORES = /\b(missed|error|wrong|right|accura|correct forecast|difference|off by|score|too (high|low))/i;

beforeAll(async () => {
  await openFlood(SLUG, { measures: [measure] });
  await record(SLUG, 180, { said: '2023-06-05' });
  await record(SLUG, 130, { said: '2023-09-05' });
  await record(SLUG, 150, { source: 'ministry-b', said: '2024-02-01' });
  await record(SLUG, 141, { source: 'ministry-b', said: '2025-01-20' });
  await record(SLUG, 140, { source: 'ministry-c', said: '2025-02-12' });
});

test('a row says what it foretells, and what it foretold before', async () => {
  expect((await view()).measures[0]).toMatchObject({
    target: { date: '2024', precision: 'year' },
    period: null,
  });
  const row = await rowOf('ministry-a');
  expect(row).toMatchObject({
    role: 'forecast',
    forecast: null,
    previous: { text: '“180 people”', moved: 'lowered' },
  });
  expect(row?.notes[0]).toEqual({ kind: 'role', text: 'forecast for 2024' });
});

test('what was said after is an outcome, beside the forecasts and against none', async () => {
  const row = await rowOf('ministry-c');
  expect(row).toMatchObject({ role: 'outcome', previous: null, forecast: null });
  expect(row?.notes[0]?.text).toBe('outcome, said 12 Feb 2025');
  expect(await rowOf('ministry-b')).toMatchObject({
    text: '“141 people”',
    role: 'outcome',
    previous: null,
    forecast: { text: '“150 people”', said: { date: '2024-02-01' } },
  });
  const { items } = await read<{ items: ChangeView[] }>(`/v1/topics/${SLUG}/changes`);
  expect(items.map(({ kind, label, text: line }) => [kind, label, line])).toEqual([
    ['new source', 'Killed in floods, outcome for 2024', 'Ministry C: “140 people”'],
    ['first figure', 'Killed in floods, outcome for 2024', 'Ministry B: “141 people”'],
    ['new source', 'Killed in floods, forecast for 2024', 'Ministry B: “150 people”'],
    ['lowered', 'Killed in floods, forecast for 2024', 'Ministry A: “130 people”, was “180 people”'],
    ['new source', 'Killed in floods, forecast for 2024', 'Ministry A: “180 people”'],
  ]);
});

test('until the outcome was said there were forecasts alone', async () => {
  expect(await rowOf('ministry-b', '?said_by=2024-12-31')).toMatchObject({
    role: 'forecast',
    forecast: null,
  });
});

test.for([`/t/${SLUG}`, `/card/${SLUG}`, `/embed/${SLUG}`])(
  '%s says both in words, and no score',
  async (face) => {
    const page = await text(face);
    expect(page).toContain('forecast for 2024 · 5 Sept 2023');
    expect(page).toContain('outcome, said 12 Feb 2025');
    expect(page).toContain('its last forecast, 1 Feb 2024: “150 people”');
    const rows = /<table.*<\/table>/s.exec(page)?.[0] ?? page;
    expect(rows.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(SCORES);
  },
);

test('picture, widget, feed, list and table say it too', async () => {
  const svg = (await text(`/card/${SLUG}.svg`)).replaceAll(/<[^>]*>/g, ' ');
  expect(svg).toMatch(/forecast for\s+2024/);
  const { topics } = await read<{ topics: unknown[] }>(`/v1/embed?topics=${SLUG}`);
  expect(JSON.stringify(topics)).toContain('outcome, said 12 Feb 2025');
  expect(await text(`/v1/topics/${SLUG}/feed.atom`)).toContain('Killed in floods, outcome for 2024');
  const { items } = await read<{ items: Listing[] }>('/v1/topics');
  expect(items.find(({ slug }) => slug === SLUG)?.newest?.measure).toBe('Killed in floods, outcome for 2024');
  const [head, ...rows] = (await text(`/v1/topics/${SLUG}/claims.csv`)).trim().split('\r\n');
  const [target, role] = ['target', 'role'].map((name) => head?.split(',').indexOf(name) ?? -1);
  expect(rows.map((row) => [row.split(',')[target as number], row.split(',')[role as number]])).toEqual([
    ['2024', 'outcome'],
    ['2024', 'outcome'],
    ['2024', 'forecast'],
    ['2024', 'forecast'],
    ['2024', 'forecast'],
  ]);
});

test('the chart names the target, and outcomes are a line of their own', async () => {
  const chart = /<figure class="history">.*?<\/figure>/s.exec(await text(`/t/${SLUG}`))?.[0] ?? '';
  expect(chart).toContain('Killed in floods, forecast for 2024');
  expect(chart).toContain('Ministry B (outcome)');
});

test('a target that cannot be read, or beside a period, is refused by its field; a claim’s day is warned of, its target never', async () => {
  const refusal = async (fields: object) =>
    (await send('/v1/topics', topicOf('no-such', { measures: [{ ...measure, ...fields }] })))
      .body as unknown as Refusal;
  expect((await refusal({ target: 'soon' })).errors).toMatchObject([{ path: 'measures.0.target' }]);
  expect((await refusal({ moment: '2024' })).errors).toMatchObject([{ path: 'measures.0.target' }]);
  const slug = 'far-off';
  await openFlood(slug, { measures: [{ ...measure, target: '2999-Q2' }] });
  const said = { said: '2024-01-01', published: '2024-01-02' };
  const claim = {
    topic: slug,
    measure: 'killed',
    source: 'ministry-a',
    stance: 'states',
    value: { kind: 'point', point: 9, stated: '9' },
    evidence: [{ url: 'https://news.example/9', outlet: 'The Example' }],
  };
  expect((await sendWell('/v1/claims', { ...claim, ...said })).warnings).toEqual([]);
  expect((await sendWell('/v1/claims', { ...claim, said: '2998-01-01' })).warnings).toMatchObject([
    { code: 'future', path: 'said' },
  ]);
  expect(await text(`/t/${slug}`)).toContain('forecast for the second quarter of 2999');
});
