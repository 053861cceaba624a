// What a series of polls costs: hundreds of rows of one family with dimensions, as D1 counts them and as bytes sent.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { ClaimItem } from '../../src/projections/claim-item.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import worker from '../../src/worker.ts';
import { countedDb } from '../workerd/counted-db.ts';
import { ORIGIN, TOKEN } from '../workerd/site.ts';

const { db, counts } = countedDb(env.DB);
const counted = { ...env, DB: db };

const QUESTIONS = 60;
const GROUPS = ['all', 'north', 'south', 'islands'];
const ANSWERS = ['stay', 'go'];
const INSTITUTES = 12;
const WAVES = 2;

const topic = {
  slug: 'ferry-polls',
  title: 'What people say of the ferry',
  summary: 'How many want the ferry to stay, by institute, question and region.',
  lead: 'ferry',
  families: [{ id: 'ferry', label: 'The ferry' }],
  measures: [
    {
      id: 'ferry',
      family: 'ferry',
      metric: 'killed-share',
      population: 'residents',
      counting: 'point',
      label: 'The ferry',
      dimensions: [
        {
          id: 'question',
          kind: 'question',
          label: 'Question',
          values: Array.from({ length: QUESTIONS }, (_, at) => ({
            id: `q${at}`,
            label: `Thinking of the ferry and of all that it costs the region in a year such as this one, would you say (${at}) that it should stay?`,
          })),
        },
        {
          id: 'region',
          kind: 'subgroup',
          label: 'Region',
          default: 'all',
          values: GROUPS.map((id) => ({ id, label: `people in ${id}` })),
        },
        { id: 'answer', kind: 'answer', label: 'Answer', values: ANSWERS.map((id) => ({ id, label: id })) },
      ],
    },
  ],
};

/** Each question is asked by two institutes, in every region, twice. */
const claims = Array.from({ length: QUESTIONS }, (_, question) => question).flatMap((question) =>
  [question % INSTITUTES, (question + 1) % INSTITUTES].flatMap((institute) =>
    GROUPS.flatMap((region, g) =>
      Array.from({ length: WAVES }, (_, wave) => wave).flatMap((wave) =>
        ANSWERS.map((answer, a) => {
          const percent = 30 + ((question * 7 + institute * 3 + g * 5 + wave + a * 20) % 40);
          return {
            id: `ferry-${question}-${institute}-${region}-${wave}-${answer}`,
            measure: 'ferry',
            dimensions: { question: `q${question}`, region, answer },
            source: `institute-${institute}`,
            stance: 'states',
            value: { kind: 'share', point: percent / 100, stated: `${percent} %`, of: 'residents' },
            said: `2025-0${1 + wave}-1${question % 10}`,
            evidence: [{ url: `https://polls.example/${question}/${wave}`, outlet: 'The Table' }],
          };
        }),
      ),
    ),
  ),
);
const COMBINATIONS = QUESTIONS * GROUPS.length * ANSWERS.length;

beforeAll(async () => {
  const items = Array.from({ length: INSTITUTES }, (_, at) => ({
    id: `institute-${at}`,
    name: `Institute ${at}`,
    kind: 'institution',
  }));
  await post('/v1/sources', { items });
  await post('/v1/imports', { batch: 'polls', topic, claims });
}, 120_000);

async function post(path: string, body: unknown): Promise<void> {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const request = new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], counted);
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
}

async function costOf(path: string): Promise<{ rows: number; text: string }> {
  const before = counts.read;
  const request = new Request(`${ORIGIN}${path}`, { headers: { Authorization: 'none' } });
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], counted);
  const text = await response.text();
  expect([path, response.status]).toEqual([path, 200]);
  return { rows: counts.read - before, text };
}

const slug = topic.slug;

test.for([
  '/v1/topics/SLUG',
  '/v1/topics/SLUG?measure=ferry&dimension=region_north',
  '/v1/topics/SLUG?known_at=2099-01-01',
  '/v1/embed?topics=SLUG',
  '/embed/SLUG',
  '/card/SLUG',
])('%s costs one row', async (path) => {
  expect((await costOf(path.replace('SLUG', slug))).rows).toBe(1);
});

test('the view holds what opens, names every value, and does not grow by what it leaves out', async () => {
  const { text } = await costOf(`/v1/topics/${slug}`);
  const view = JSON.parse(text) as TopicView;
  expect(claims).toHaveLength(1_920);
  expect(view.dimensioned[0]?.combinations).toEqual({ shown: 2, all: COMBINATIONS });
  expect(view.dimensioned[0]?.dimensions.map(({ values }) => values.length)).toEqual([60, 4, 2]);
  expect(view.topic.sources).toBe(INSTITUTES);
  expect(text.length).toBeLessThan(120_000);
});

test('the page has a choice for each dimension and few tables, and costs three rows at most', async () => {
  const { rows, text } = await costOf(`/t/${slug}`);
  expect(rows).toBeLessThanOrEqual(3);
  expect(text.match(/<select name="dimension"/g)).toHaveLength(3);
  expect(text.match(/<option value="question_/g)).toHaveLength(QUESTIONS);
  expect(text).toContain(`2 of ${COMBINATIONS} combinations`);
  expect(text).toContain('Asked in other words');
  expect(text.match(/<tbody/g)?.length).toBeLessThanOrEqual(4);
  expect(text.length).toBeLessThan(200_000);
});

test('what a reader chooses is what the page shows, and the choice stands', async () => {
  const query = 'measure=ferry&dimension=question_q41&dimension=region_south&dimension=';
  const { text } = await costOf(`/t/${slug}?${query}`);
  expect(text).toContain('would you say (41) that it should stay?</p>');
  expect(text).toMatch(/<option value="question_q41" selected/);
  expect(text).toMatch(/<option value="region_south" selected/);
  expect(text).toContain(`<a href="/t/${slug}">All measures of this topic</a>`);
});

test.for<[string, number]>([
  ['measure=ferry', claims.length],
  ['measure=ferry.answer_go.question_q3', 4],
  ['measure=ferry&source=institute-3', claims.length / INSTITUTES],
])('a page of claims by %s costs what it shows', async ([query, all]) => {
  const { rows, text } = await costOf(`/v1/topics/${slug}/claims?limit=3&${query}`);
  const items = (JSON.parse(text) as { items: ClaimItem[] }).items;
  expect(items).toHaveLength(3);
  expect(items.every(({ measure }) => measure?.startsWith('ferry'))).toBe(true);
  expect(rows).toBeLessThanOrEqual(2 * 4 + 1);
  const whole = JSON.parse((await costOf(`/v1/topics/${slug}/claims?limit=100&${query}`)).text);
  expect((whole as { items: ClaimItem[] }).items).toHaveLength(Math.min(all, 100));
});
