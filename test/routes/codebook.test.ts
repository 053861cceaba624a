// Metrics and units added at run time: used by a claim in the next request, versioned, carried, and never half-written.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { readCodebook, storeCodebook } from '../../src/store/codebook.ts';
import { SOURCES } from '../workerd/flood.ts';
import { ask, read, type Sent, send, sendWell } from '../workerd/site.ts';

type Item = Record<string, unknown> & { id: string; version: number };
const errorsOf = ({ status, body }: Sent) => [
  status,
  ...((body.errors ?? []) as { path: string }[]).map(({ path }) => path),
];

const topicOf = (slug: string, measure: object) => ({
  slug,
  title: `A topic on ${slug}`,
  summary: 'What each source says of it.',
  lead: 'main',
  families: [{ id: 'main', label: 'Main' }],
  measures: [
    {
      id: 'main',
      family: 'main',
      counting: 'incident',
      population: 'all',
      place: 'a town',
      label: 'Main',
      ...measure,
    },
  ],
});
const claimOf = (topic: string, value: object, fields: object = {}) => ({
  topic,
  measure: 'main',
  source: 'ministry-a',
  stance: 'states',
  value,
  said: '2025-05-03',
  evidence: [{ url: 'https://news.example/1', outlet: 'The Example' }],
  ...fields,
});
const point = (n: number, stated: string) => ({ kind: 'point', point: n, stated });
const rowOf = (view: TopicView) => view.sources[0]?.estimates[0];

beforeAll(() => sendWell('/v1/sources', { items: SOURCES }));

const village = {
  id: 'villages',
  singular: 'village',
  plural: { en: 'villages', uk: { few: 'села', many: 'сіл', other: 'села' } },
};

/** One metric of each kind of story, with what it needs and a figure on it. */
const STORIES: [
  story: string,
  metric: object,
  measure: object,
  value: object,
  unit: string,
  label: string | null,
][] = [
  ['quake', { quantity: 'count', unit: 'villages' }, {}, point(41, '41 villages'), 'villages', 'villages'],
  [
    'march',
    { quantity: 'rate', unit: 'people', plural: 'people a minute' },
    {},
    point(900, '900 a minute'),
    'people',
    'people a minute',
  ],
  ['epidemic', { quantity: 'index', unit: null }, {}, point(1.9, '1.9'), '1', null],
  ['crash', { quantity: 'duration', unit: 'minute' }, {}, point(17, '17 minutes'), 'minute', 'minutes'],
  [
    'poll',
    { quantity: 'share', unit: 'share' },
    {},
    { kind: 'share', point: 0.44, stated: '44 %', of: 'adults' },
    'share',
    null,
  ],
  [
    'sale',
    { quantity: 'money', unit: null },
    { unit: 'EUR', prices: '2025' },
    point(2e9, '2 billion euros'),
    'EUR',
    'euros of 2025',
  ],
  [
    'attack',
    { quantity: 'amount', unit: 'hectare' },
    {},
    point(3_400, '3,400 hectares'),
    'hectare',
    'hectares',
  ],
];

test.for(STORIES)(
  'a %s: a metric is used by a claim in the next request',
  async ([story, metric, measure, value, unit, label]) => {
    await sendWell('/v1/units', village);
    const id = `${story}-figure`;
    const stored = await send('/v1/metrics', {
      id,
      label: `Of the ${story}`,
      definition: `What the ${story} left.`,
      ...metric,
    });
    expect([stored.status, stored.body.id, stored.body.version]).toEqual([201, id, 1]);
    await sendWell('/v1/topics', topicOf(story, { metric: id, ...measure }));
    const { claim } = await sendWell('/v1/claims', claimOf(story, value));
    expect(claim).toMatchObject({ metricVersion: 1, counts: { unit } });
    const view = await read<TopicView>(`/v1/topics/${story}`);
    expect(view.measures[0]).toMatchObject({
      metric: id,
      unit,
      unitLabel: label,
      metricLabel: `Of the ${story}`,
      metricVersion: 1,
    });
    expect(rowOf(view)).toMatchObject({
      metricVersion: 1,
      text: expect.stringContaining((value as { stated: string }).stated),
    });
  },
);

test('money says its currency and its year on every face, and another year is kept apart with the reason', async () => {
  const two = topicOf('sale-of-two', { metric: 'sale-figure', unit: 'EUR', prices: '2025' });
  const [main] = two.measures;
  const other = { ...main, id: 'other', unit: 'USD', prices: '2020' };
  await sendWell('/v1/topics', { ...two, measures: [main, other] });
  await sendWell('/v1/claims', claimOf('sale-of-two', point(5, '5 euros')));
  await sendWell('/v1/claims', claimOf('sale-of-two', point(6, '6 dollars'), { measure: 'other' }));
  const { measures } = await read<TopicView>('/v1/topics/sale-of-two');
  expect(measures.map(({ label }) => label)).toEqual(['Main (euros of 2025)', 'Main (US dollars of 2020)']);
  expect(measures[0]?.apart[0]).toMatchObject({
    measure: 'other',
    why: expect.stringContaining('US dollars of 2020'),
  });
  for (const path of [
    '/t/sale-of-two',
    '/card/sale-of-two.svg',
    '/v1/topics/sale-of-two/claims.csv',
    '/v1/topics/sale-of-two/feed.atom',
  ])
    expect(await (await ask(path)).text()).toContain('euros of 2025');
  const moved = await send('/v1/topics', {
    ...two,
    measures: [
      { ...main, prices: '2024' },
      { ...other, unit: 'EUR' },
    ],
  });
  expect(errorsOf(moved)).toEqual([422, 'measures.0.prices', 'measures.1.unit']);
});

test('a changed definition is the next version, and a claim keeps the one it was recorded under', async () => {
  const metric = {
    id: 'homes-hit',
    label: 'Homes hit',
    definition: 'Homes with any damage.',
    quantity: 'count',
    unit: 'people',
  };
  await sendWell('/v1/metrics', metric);
  await sendWell('/v1/topics', topicOf('homes', { metric: 'homes-hit' }));
  await sendWell('/v1/claims', claimOf('homes', point(10, '10')));
  const before = new Date().toISOString();
  expect(
    (await sendWell('/v1/metrics', { ...metric, label: { en: 'Homes hit', ar: 'منازل متضررة' } })).version,
  ).toBe(1);
  expect(
    (await sendWell('/v1/metrics', { ...metric, definition: 'Homes made unfit to live in.' })).version,
  ).toBe(2);
  await sendWell('/v1/claims', claimOf('homes', point(20, '20'), { source: 'ministry-b' }));
  const view = await read<TopicView>('/v1/topics/homes');
  expect(view.sources.map(({ id, estimates: [row] }) => [id, row?.metricVersion]).sort()).toEqual([
    ['ministry-a', 1],
    ['ministry-b', 2],
  ]);
  expect(JSON.stringify(view)).toContain('recorded under an earlier definition: Homes with any damage.');
  const past = await read<TopicView>(`/v1/topics/homes?known_at=${before}`);
  expect(past.measures[0]).toMatchObject({ metricVersion: 1, unit: 'people' });
  const { items } = await read<{ items: Item[] }>('/v1/metrics?limit=100');
  expect(items.find(({ id }) => id === 'homes-hit')).toMatchObject({
    version: 2,
    earlier: [{ version: 1, definition: { en: 'Homes with any damage.' }, label: { ar: 'منازل متضررة' } }],
  });
});

test('labels in a reader’s language, and English where there is none', async () => {
  const label = { en: 'Wells dry', uk: 'Пересохлі криниці', ar: 'آبار جافة' };
  await sendWell('/v1/metrics', {
    id: 'wells',
    label,
    definition: 'Wells without water.',
    quantity: 'count',
    unit: 'people',
  });
  await sendWell('/v1/topics', topicOf('wells', { metric: 'wells' }));
  await sendWell('/v1/claims', claimOf('wells', point(1, '1')));
  for (const [lang, said] of [
    ['uk', label.uk],
    ['ar-EG', label.ar],
    ['ko', label.en],
  ])
    expect((await read<TopicView>(`/v1/topics/wells?lang=${lang}`)).measures[0]?.metricLabel).toBe(said);
  expect(await (await ask('/method?lang=uk')).text()).toContain(label.uk);
});

test.for<[string, string, unknown, (number | string)[]]>([
  [
    'no label',
    '/v1/metrics',
    { id: 'x', definition: 'X.', quantity: 'count', unit: 'people' },
    [422, 'label'],
  ],
  [
    'an unknown unit',
    '/v1/metrics',
    { id: 'x', label: 'X', definition: 'X.', quantity: 'count', unit: 'ghosts' },
    [422, 'unit'],
  ],
  [
    'a unit that does not fit',
    '/v1/metrics',
    { id: 'x', label: 'X', definition: 'X.', quantity: 'duration', unit: 'people' },
    [422, 'unit'],
  ],
  [
    'an unknown metric apart',
    '/v1/metrics',
    {
      items: [
        {
          id: 'x',
          label: 'X',
          definition: 'X.',
          quantity: 'count',
          unit: 'people',
          apart: [{ metric: 'ghost', why: 'No.' }],
        },
      ],
    },
    [422, 'items.0.apart.0.metric'],
  ],
  [
    'a label in no language',
    '/v1/metrics',
    { id: 'x', label: { English: 'X' }, definition: 'X.', quantity: 'count', unit: 'people' },
    [422, 'label.English'],
  ],
  [
    'a label that turns the writing',
    '/v1/metrics',
    { id: 'x', label: 'X\u202e', definition: 'X.', quantity: 'count', unit: 'people' },
    [422, 'label.en'],
  ],
  [
    'one id twice',
    '/v1/units',
    {
      items: [
        { id: 'x', plural: 'xs' },
        { id: 'x', plural: 'ys' },
      ],
    },
    [422, 'items.1.id'],
  ],
  ['an empty list', '/v1/units', { items: [] }, [422, 'items']],
  ['a list that is none', '/v1/units', { items: 'x' }, [422, 'items']],
  ['nothing', '/v1/metrics', null, [422, '']],
  [
    'an older version',
    '/v1/metrics',
    { id: 'homes-hit', version: 1, label: 'H', definition: 'Other.', quantity: 'count', unit: 'people' },
    [422, 'version'],
  ],
  [
    'the same version with another meaning',
    '/v1/metrics',
    { id: 'homes-hit', version: 2, label: 'H', definition: 'Other.', quantity: 'count', unit: 'people' },
    [422, 'version'],
  ],
  [
    'another unit under topics that use it',
    '/v1/metrics',
    { id: 'homes-hit', label: 'H', definition: 'Other.', quantity: 'count', unit: 'villages' },
    [422, 'unit'],
  ],
  [
    'a topic on a metric that is not there',
    '/v1/topics',
    topicOf('ghost', { metric: 'ghosts' }),
    [422, 'measures.0.metric'],
  ],
  [
    'money without a currency',
    '/v1/topics',
    topicOf('ghost', { metric: 'sale-figure' }),
    [422, 'measures.0.unit'],
  ],
  [
    'a unit that does not fit the metric',
    '/v1/topics',
    topicOf('ghost', { metric: 'killed', unit: 'EUR' }),
    [422, 'measures.0.unit'],
  ],
  [
    'a year of prices for people',
    '/v1/topics',
    topicOf('ghost', { metric: 'killed', prices: '2025' }),
    [422, 'measures.0.prices'],
  ],
])('%s is refused, with the field', async ([, path, body, expected]) => {
  const was = await readCodebook(env.DB);
  expect(errorsOf(await send(path, body))).toEqual(expected);
  expect(await readCodebook(env.DB)).toEqual(was);
});

test('only editors write, and a repeated request is written once', async () => {
  const body = { id: 'once', label: 'Once', definition: 'Once.', quantity: 'count', unit: 'people' };
  expect((await send('/v1/metrics', body, { token: null })).status).toBe(401);
  const [first, again] = [
    await send('/v1/metrics', body, { key: 'once' }),
    await send('/v1/metrics', body, { key: 'once' }),
  ];
  expect([first.status, again.text]).toEqual([201, first.text]);
  expect((await send('/v1/metrics', { ...body, label: 'Twice' }, { key: 'once' })).status).toBe(422);
  const { revision } = await readCodebook(env.DB);
  expect((await send('/v1/metrics', body)).status).toBe(201);
  expect((await readCodebook(env.DB)).revision).toBe(revision);
});

test('definitions that come at once are versions one after another, none lost', async () => {
  const metric = { id: 'raced', label: 'Raced', quantity: 'count', unit: 'people' };
  const sent = await Promise.all(
    ['A.', 'B.', 'C.', 'D.'].map((definition) => send('/v1/metrics', { ...metric, definition })),
  );
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(sent.map(({ body }) => body.version).sort()).toEqual([1, 2, 3, 4]);
  const held = (await readCodebook(env.DB)).definitions.get('raced') ?? [];
  expect(held.map(({ definition }) => definition.en).sort()).toEqual(['A.', 'B.', 'C.', 'D.']);
});

test('what was stored and not carried into the topics’ logs is carried by the next write or load', async () => {
  const metric = { id: 'left', label: 'Left', definition: 'Then.', quantity: 'count', unit: 'people' };
  await sendWell('/v1/metrics', metric);
  for (const slug of ['left-a', 'left-b']) {
    await sendWell('/v1/topics', topicOf(slug, { metric: 'left' }));
    await sendWell('/v1/claims', claimOf(slug, point(1, '1')));
  }
  const codebook = await readCodebook(env.DB);
  const held = codebook.metrics.get('left');
  if (!held) throw new Error('The metric is not stored.');
  const next = { ...held, version: 2, definition: { en: 'Now.' } };
  const at = new Date().toISOString();
  await env.DB.batch(
    storeCodebook(env.DB, { revision: codebook.revision + 1, at, actor: 'x', metrics: [next], units: [] }),
  );
  const versionAt = async (slug: string) =>
    (await read<TopicView>(`/v1/topics/${slug}`)).measures[0]?.metricVersion;
  expect(await versionAt('left-a')).toBe(1);
  await sendWell('/v1/claims', claimOf('left-a', point(2, '2'), { source: 'ministry-b' }));
  expect([await versionAt('left-a'), await versionAt('left-b')]).toEqual([2, 1]);
  await sendWell('/v1/loads', {});
  expect(await versionAt('left-b')).toBe(2);
  // Nothing was said: the newest change told is the one before.
  const { items } = await read<{ items: { slug: string; latest: object | null }[] }>('/v1/topics?limit=100');
  expect(items.find(({ slug }) => slug === 'left-b')?.latest).toMatchObject({ kind: 'new source' });
});

test('a hostile label is text on every face', async () => {
  const label = '<script>alert(1)</script>"=1+1';
  await sendWell('/v1/metrics', {
    id: 'hostile',
    label,
    definition: label,
    quantity: 'count',
    unit: 'people',
    singular: label,
    plural: label,
  });
  await sendWell('/v1/topics', topicOf('hostile', { metric: 'hostile' }));
  const derived = { ends: ['point'], how: 'counted by hand' };
  await sendWell('/v1/claims', claimOf('hostile', { ...point(12, '1 dozen'), derived }));
  expect(rowOf(await read<TopicView>('/v1/topics/hostile'))?.text).toContain(label);
  for (const path of [
    '/method',
    '/t/hostile',
    '/card/hostile',
    '/card/hostile.svg',
    '/embed/hostile',
    '/v1/topics/hostile/feed.atom',
  ])
    expect(await (await ask(path)).text()).not.toContain('<script>alert');
  expect(await (await ask('/v1/topics/hostile/claims.csv')).text()).not.toMatch(/(^|,)"?=1/m);
});
