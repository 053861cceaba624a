// A march that four sides count in three ways, recorded through the API: every small face shows the dispute, not one number.
import { beforeAll, describe, expect, test } from 'vitest';
import type { EmbedPanel } from '../../src/projections/embed-view.ts';
import type { Listing } from '../../src/projections/listing.ts';
import { subscribe } from '../workerd/digest-desk.ts';
import { ask, read, sendWell } from '../workerd/site.ts';

const SLUG = 'harbour-walk';
const DAY = '2025-05-03';
const WALKED = 'Walked, 3 May 2025';
const PEAK = 'Present at the busiest moment, 3 May 2025';
const PASSED = 'Passed the swing bridge, 3 May 2025';
const SQUARE = 'On the quay at 15:45, 3 May 2025';
const DENIAL = 'a figure from a fairy tale';

const party = (why: string) => ({ value: 'party', reason: why, url: 'https://news.example/walk' });
const SOURCES = [
  {
    id: 'walk-committee',
    name: 'Harbour Walk Committee',
    kind: 'group',
    interest: party('It called the walk.'),
  },
  { id: 'harbour-police', name: 'Harbour Police', kind: 'institution' },
  { id: 'coast-university', name: 'Coast University, camera count', kind: 'study' },
  { id: 'tide-gazette', name: 'The Tide Gazette', kind: 'newsroom' },
  { id: 'town-hall', name: 'Town Hall', kind: 'office' },
  { id: 'interior-ministry', name: 'Interior Ministry', kind: 'office' },
];
const measure = (id: string, metric: string, label: string, fields: object = {}) => ({
  id,
  metric,
  label,
  family: metric,
  population: 'people who joined the walk',
  place: 'the harbour',
  counting: 'incident',
  period: { from: DAY, to: DAY },
  ...fields,
});

async function say(source: string, of: string, fields: object): Promise<string> {
  const claim = { topic: SLUG, measure: of, source, stance: 'states', said: DAY };
  const evidence = [{ url: `https://news.example/${source}`, outlet: 'The Tide Gazette' }];
  return String((await sendWell('/v1/claims', { ...claim, evidence, ...fields })).id);
}
const point = (n: number, stated: string) => ({ value: { kind: 'point', point: n, stated } });

/** All that a face shows, as one line. */
const shown = (text: string) =>
  text
    .replaceAll(/<\/?b>/g, '')
    .replaceAll(/<[^>]*>|\s+/g, ' ')
    .replaceAll(/ +/g, ' ');

beforeAll(async () => {
  await sendWell('/v1/sources', { items: SOURCES });
  const at = { counting: 'point', moment: DAY, period: null };
  await sendWell('/v1/topics', {
    slug: SLUG,
    title: 'How many joined the harbour walk',
    summary: 'Organisers, police and a university count the walk of 3 May 2025 in different ways.',
    lead: 'marchers',
    families: [
      { id: 'marchers', label: 'Walkers' },
      { id: 'present-at-peak', label: 'Present at once' },
      { id: 'passing-a-point', label: 'Passed a point' },
    ],
    measures: [
      measure('walked', 'marchers', WALKED),
      measure('peak', 'present-at-peak', PEAK, at),
      measure('quay', 'present-at-peak', SQUARE, { ...at, moment: `${DAY}T15:45:00Z` }),
      measure('passed', 'passing-a-point', PASSED),
    ],
  });
  const first = await say('walk-committee', 'walked', {
    ...point(90_000, '90,000'),
    said: `${DAY}T16:00:00Z`,
  });
  await say('walk-committee', 'walked', { ...point(120_000, '120,000 of us'), said: `${DAY}T20:00:00Z` });
  await say('harbour-police', 'peak', point(14_000, '14,000'));
  await say('harbour-police', 'walked', {
    stance: 'declines',
    about: { words: 'a number of walkers' },
    words: 'counting walkers is not our work',
  });
  const value = { kind: 'interval', low: 44_000, point: 47_000, high: 50_500, level: 0.95 };
  await say('coast-university', 'passed', { value: { ...value, stated: '47,000' }, said: '2025-05-06' });
  await say('tide-gazette', 'quay', {
    value: { kind: 'range', low: 35_000, high: 42_000, stated: '35,000 to 42,000' },
  });
  await say('town-hall', 'walked', { words: 'half of the town' });
  await say('interior-ministry', 'walked', { stance: 'denies', about: { claim: first }, words: DENIAL });
});

/** In whichever order: who, what was said, and what that counts. */
const SAID: [name: string, words: string, of: string][] = [
  ['Harbour Walk Committee', '“120,000 of us”', WALKED],
  ['Harbour Police', '“14,000”', PEAK],
  ['Coast University, camera count', '47,000', PASSED],
  ['Interior Ministry', `“${DENIAL}”`, WALKED],
];

describe.for<[string, () => Promise<string>]>([
  ['the card', async () => (await ask(`/card/${SLUG}`)).text()],
  ['the frame', async () => (await ask(`/embed/${SLUG}?limit=8`)).text()],
  [
    'what a widget of 8 rows draws',
    async () => JSON.stringify(await read(`/v1/embed?topics=${SLUG}&limit=8`)),
  ],
  [
    'what a widget of 4 rows draws',
    async () => JSON.stringify(await read(`/v1/embed?topics=${SLUG}&limit=4`)),
  ],
  ['the front page', async () => (await ask('/')).text()],
  ['the list of topics', async () => JSON.stringify(await read('/v1/topics'))],
  ['a first digest as a page', async () => (await (await subscribe([SLUG])).next())?.html ?? ''],
  ['a first digest as text', async () => (await (await subscribe([SLUG])).next())?.text ?? ''],
])('%s', ([, draw]) => {
  test('shows every side with what it counts, lowest and highest, and the denial in its own words', async () => {
    const text = shown(await draw());
    for (const [name, words, of] of SAID) for (const part of [name, words, of]) expect(text).toContain(part);
  });
});

test('the picture has them too, and its foot says by which rule', async () => {
  const text = shown(await (await ask(`/card/${SLUG}.svg`)).text());
  for (const [name, words] of SAID) for (const part of [name, words]) expect(text).toContain(part);
  // What each counts, beside its row in lines.
  for (const of of [WALKED, PEAK, PASSED]) for (const word of of.split(' ')) expect(text).toContain(word);
  expect(text).toMatch(/\d of 6 sources: the newest, the lowest, the highest and each known party|6 sources/);
});

test('two measures never share an axis: with one figure of each there is none', async () => {
  const { topics } = await read<{ topics: EmbedPanel[] }>(`/v1/embed?topics=${SLUG}`);
  const [panel] = topics;
  expect(panel?.groups.map(({ axis }) => axis)).toEqual([null, null]);
  expect(panel?.groups[0]?.label).toBe('Each row says what it measures');
  const named = panel?.groups.flatMap(({ rows }) => rows.map(({ name }) => name)) ?? [];
  expect(new Set(named).size).toBe(named.length);
  expect(named.at(-1)).toBe('No figure');
  expect(panel?.foot).toMatch(/^6 sources, newest first/);
});

test('a widget with room for few rows leaves out the middle first', async () => {
  const names = async (limit: number) => {
    const { topics } = await read<{ topics: EmbedPanel[] }>(`/v1/embed?topics=${SLUG}&limit=${limit}`);
    return topics.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ name }) => name)));
  };
  expect(await names(1)).toContain('Harbour Walk Committee');
  expect(await names(3)).toEqual(
    expect.arrayContaining(['Harbour Walk Committee', 'Interior Ministry', 'Harbour Police']),
  );
  expect(await names(4)).not.toContain('The Tide Gazette');
  expect(await names(5)).toContain('The Tide Gazette');
});

test('the police say beside their own count why they give none of the walk', async () => {
  const { topics } = await read<{ topics: EmbedPanel[] }>(`/v1/embed?topics=${SLUG}`);
  const rows = topics.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const police = rows.find(({ name }) => name === 'Harbour Police');
  expect(police?.notes.join()).toContain(`${WALKED}: declined to answer: “counting walkers is not our work”`);
});

test('a topic in the list says what its rows count and how many of its sources they are', async () => {
  const { items } = await read<{ items: Listing[] }>('/v1/topics');
  const listed = items.find(({ slug }) => slug === SLUG)?.shown;
  expect(listed?.foot).toMatch(/6 sources/);
  expect(listed?.groups.flatMap(({ rows }) => rows.flatMap(({ of }) => of ?? []))).toContain(PEAK);
});
