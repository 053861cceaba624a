// The toll of one event on every face: its figures within a day, and a flash that nobody ever said.
import { beforeAll, expect, test } from 'vitest';
import type { ChangeView } from '../../src/projections/changes.ts';
import type { Listing } from '../../src/projections/listing.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, read, sendWell } from '../workerd/site.ts';

const SLUG = 'one-event';
const at = (hour: string) => `2025-05-03T${hour}:00+02:00`;
const text = async (path: string) => (await ask(path)).text();
const dead = {
  id: 'killed',
  family: 'killed',
  metric: 'killed',
  population: 'people',
  place: 'a valley',
  counting: 'incident',
  period: { from: '2025-05-03', to: '2025-05-06' },
  label: 'Dead in the flood',
};

beforeAll(async () => {
  await openFlood(SLUG, { families: [{ id: 'killed', label: 'Dead' }], measures: [dead] });
  await record(SLUG, 12, { said: at('06:10') });
  await record(SLUG, 31, { said: at('11:00') });
  const flash = await record(SLUG, 5_000, { source: 'ministry-b', said: at('12:00') });
  await sendWell(`/v1/claims/${flash}/void`, { reason: 'A misheard “five”.' });
  await record(SLUG, 54, { said: at('18:30') });
  await record(SLUG, 52, { said: at('20:00') });
});

test('its row has the figure before it, and it was lowered', async () => {
  const view = await read<TopicView>(`/v1/topics/${SLUG}`);
  expect(view.sources.map(({ id }) => id)).toEqual(['ministry-a']);
  expect(view.sources[0]?.estimates[0]).toMatchObject({
    text: '“52 people”',
    previous: { text: '“54 people”', moved: 'lowered' },
    age: null,
  });
  expect(await text(`/t/${SLUG}`)).toContain('before, 3 May 2025, 18:30 UTC+2: “54 people” (lowered since)');
  const { items } = await read<{ items: ChangeView[] }>(`/v1/topics/${SLUG}/changes`);
  expect(items.map(({ kind, after }) => [kind, after]).filter(([, after]) => after !== null)).toEqual([
    ['lowered', '“52 people”'],
    ['raised', '“54 people”'],
    ['new source', '“5000 people”'],
    ['raised', '“31 people”'],
    ['new source', '“12 people”'],
  ]);
  const { items: topics } = await read<{ items: Listing[] }>('/v1/topics');
  const listed = topics.find(({ slug }) => slug === SLUG);
  expect([listed?.newest?.text, listed?.latest?.text]).toEqual([
    '“52 people”',
    'Ministry A: “52 people”, was “54 people”',
  ]);
});

test('its chart runs from hour to hour, with the hours at its foot', async () => {
  const page = await text(`/t/${SLUG}`);
  const chart = /<figure class="history">.*?<\/figure>/s.exec(page)?.[0] ?? '';
  expect(chart).toContain('>3 May, 06:10<');
  expect(chart).toContain('>3 May, 20:00<');
  expect(chart).toContain('Hours by the speakers’ own clock, UTC+2');
  expect(chart.match(/<circle /g)).toHaveLength(4);
  expect(chart).not.toMatch(/5,?000/);
});

test('what was never said is on no face but those that had told it, and there it says so', async () => {
  for (const face of [`/card/${SLUG}`, `/card/${SLUG}.svg`, `/embed/${SLUG}`, '/'])
    expect(await text(face)).not.toMatch(/5,?000 people/);
  const page = await text(`/t/${SLUG}`);
  for (const [, line] of page.matchAll(/<li[^>]*>(.*?)<\/li>/gs))
    if (line?.includes('5000 people')) expect(line).toContain('never said');
  const feed = await text(`/v1/topics/${SLUG}/feed.json`);
  for (const { title } of (JSON.parse(feed) as { items: { title: string }[] }).items)
    if (title.includes('5000 people')) expect(title).toContain('never said');
});
