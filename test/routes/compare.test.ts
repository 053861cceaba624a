// Two sources that a reader picks: in the API and on the topic's page, without a script, with a way on from a wrong name.
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, type Refusal, read, sendWell } from '../workerd/site.ts';

const SLUG = 'compare';
const text = async (path: string) => (await ask(path)).text();

beforeAll(async () => {
  await openFlood(SLUG);
  await record(SLUG, 40, { said: '2025-01-10' });
  await record(SLUG, 60, { source: 'ministry-b', said: '2025-01-12' });
  await record(SLUG, 9, { source: 'ministry-b', measure: 'wounded', said: '2025-01-12' });
  await record(SLUG, 50, { source: 'ministry-c', said: '2025-01-12' });
});

const relations = async (query: string) =>
  (await read<TopicView>(`/v1/topics/${SLUG}${query}`)).measures.map(({ id, relations: own }) => [
    id,
    own.map(({ a, b, relation }) => [a, relation, b]),
  ]);

test('both ends by default, the sources picked when asked', async () => {
  expect(await relations('')).toEqual([
    ['killed', [['ministry-a', 'below', 'ministry-b']]],
    ['wounded', []],
  ]);
  const picked = [
    ['killed', [['ministry-b', 'above', 'ministry-c']]],
    ['wounded', []],
  ];
  expect(await relations('?compare=ministry-b,ministry-c')).toEqual(picked);
  expect(await relations('?compare=ministry-b&with=ministry-c')).toEqual(picked);
});

test.for([
  ['ministry-a,ministry-x', 'Did you mean "ministry-a"?'],
  ['ministry-a,nobody-at-all', 'The topic has no source "nobody-at-all"'],
  ['ministry-a', 'Name two different sources'],
  ['ministry-a,ministry-a', 'Name two different sources'],
  ['a,b,c', 'Name two different sources'],
  ['ministry-a,%3Cb%3E', 'The topic has no source'],
])('%s is refused by its name: %s', async ([pair, sentence]) => {
  const answer = await ask(`/v1/topics/${SLUG}?compare=${pair}`);
  expect(answer.status).toBe(400);
  const { errors = [] } = (await answer.json()) as Refusal;
  expect(errors.map(({ path }) => path)).toEqual(['compare']);
  expect(errors[0]?.message).toContain(sentence);
  const page = await ask(`/t/${SLUG}?compare=${pair}`);
  expect(page.status).toBe(400);
  expect(page.headers.get('Content-Type')).toContain('text/html');
  const html = await page.text();
  expect(html).toContain(`href="/t/${SLUG}#compare"`);
  expect(html).not.toContain('<b>');
});

test('the page says the ends, picks two by a plain form, and answers beside it', async () => {
  const page = await text(`/t/${SLUG}`);
  expect(page.replaceAll(/<[^>]*>/g, '')).toContain(
    'Ministry A, “40 people”, is below Ministry B, “60 people”; the figures are of different dates, 10 Jan 2025 and 12 Jan 2025.',
  );
  const form = /<form method="get" action="\/t\/compare#compare".*?<\/form>/s.exec(page)?.[0] ?? '';
  expect(form.match(/<label>/g)).toHaveLength(2);
  expect(form.match(/<select name="(compare|with)">/g)).toHaveLength(2);
  const answered = await text(`/t/${SLUG}?compare=ministry-c&with=ministry-a&scheme=acled`);
  const section = /<section class="section" id="compare">.*?<\/section>/s.exec(answered)?.[0] ?? '';
  expect(section).toContain('<option value="ministry-c" selected');
  expect(section).toContain('<input type="hidden" name="scheme" value="acled"');
  expect(section.replaceAll(/<[^>]*>/g, '')).toContain(
    'Killed so far: Ministry C, “50 people”, is above Ministry A, “40 people”',
  );
});

test('money of other currencies and years is not compared, and says why', async () => {
  const money = {
    id: 'damage',
    label: 'Damage',
    definition: 'What was lost.',
    quantity: 'money',
    unit: null,
  };
  await sendWell('/v1/metrics', money);
  const [first] = topicOf('damages').measures;
  const measures = [
    { ...first, id: 'killed', metric: 'damage', label: 'Damage', unit: 'EUR', prices: '2025' },
    { ...first, id: 'other', metric: 'damage', label: 'Damage', unit: 'USD', prices: '2020' },
  ];
  await openFlood('damages', { measures });
  const value = (point: number, stated: string) => ({ value: { kind: 'point', point, stated } });
  await record('damages', 5, value(5, '5 euros'));
  await record('damages', 6, { source: 'ministry-b', measure: 'other', ...value(6, '6 dollars') });
  const view = await read<TopicView>('/v1/topics/damages?compare=ministry-a,ministry-b');
  expect(view.measures.flatMap(({ relations: own }) => own)).toEqual([]);
  expect(view.compared?.none).toBe(
    'Ministry A and Ministry B speak on no measure together. Money of two kinds, US dollars of 2020 and euros of 2025: no rate of ours makes one of the other.',
  );
});
