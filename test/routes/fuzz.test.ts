// Whatever is asked or posted, the answer is never a failure of ours, and what is refused changes nothing.
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { holds } from '../property/holds.ts';
import { claimBody, openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, send } from '../workerd/site.ts';

let claim = '';

beforeAll(async () => {
  await openFlood('flood');
  claim = await record('flood', 40);
});

const PATHS = [
  '/',
  '/t/flood',
  '/card/flood',
  '/card/flood.svg',
  '/most-commented',
  '/embed/flood',
  '/v1/topics',
  '/v1/sources',
  '/v1/schemes',
  '/v1/topics/flood',
  '/v1/topics/flood/claims',
  '/v1/topics/flood/claims.csv',
  '/v1/embed',
  '/v1/most-commented',
  '/corrections',
];
const NAMES = [
  'known_at',
  'said_by',
  'scheme',
  'measure',
  'lang',
  'limit',
  'cursor',
  'topics',
  'list',
  'window',
  'source',
  'theme',
  'dir',
];
const nearMiss = fc.constantFrom(
  '2025-01-13T09:00:00Z',
  '2025-01-13T09:00:00+09:00',
  '2025-13-01',
  '0000',
  '9999-12-31T23:59:60Z',
  'flood',
  'flood,flood',
  '7d:5',
  'all',
  '100',
  '1e2',
  '-0',
  '\n',
  '\u0000',
  '日本',
  '<script>',
  'acled',
  'x-y',
  'en-US-u-ca-buddhist',
);
const value = fc.oneof(
  nearMiss,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 4 });

test('any parameters of any read', async () => {
  await holds(
    fc.asyncProperty(fc.constantFrom(...PATHS), query, async (path, pairs) => {
      const parts = pairs.map(([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`);
      const response = await ask(`${path}?${parts.join('&')}`);
      await response.arrayBuffer();
      expect([200, 400, 404]).toContain(response.status);
    }),
    { numRuns: 600 },
  );
});

test('any path', async () => {
  await holds(
    fc.asyncProperty(
      fc.constantFrom('/t/', '/card/', '/embed/', '/v1/topics/', '/', '/v1/claims/'),
      value,
      async (path, text) => {
        for (const rest of [
          encodeURIComponent(text.toWellFormed()),
          text.toWellFormed().replace(/[?#]/g, '%'),
        ]) {
          const response = await ask(path + rest);
          await response.arrayBuffer();
          expect([200, 400, 404, 405]).toContain(response.status);
        }
      },
    ),
    { numRuns: 300 },
  );
});

const COMMENTS_POLICIES = () => [
  '/v1/claims',
  '/v1/topics',
  '/v1/sources',
  '/v1/imports',
  `/v1/claims/${claim}/correct`,
  `/v1/claims/${claim}/void`,
  `/v1/claims/${claim}/retract`,
  `/v1/claims/${claim}/withhold`,
  '/v1/counts',
];
const rows = async () => (await env.DB.prepare('SELECT count(*) AS n FROM log').first<number>('n')) ?? 0;

test('any JSON at any door', async () => {
  const before = await rows();
  await holds(
    fc.asyncProperty(fc.nat(8), fc.json({ maxDepth: 4 }), async (policy, json) => {
      const sent = await send(COMMENTS_POLICIES()[policy] ?? '', json);
      expect([401, 422]).toContain(sent.status);
    }),
    { numRuns: 400 },
  );
  expect(await rows()).toBe(before);
});

/** A body that is right but for one field, which holds anything at all: deeper than a wholly random one gets. */
function nearlyRight(body: object): fc.Arbitrary<object> {
  const paths = pathsOf(body);
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    nearMiss,
    fc.constantFrom(-1, 1e308, 0.1, 2 ** 53, '', null),
  );
  return fc.tuple(fc.constantFrom(...paths), junk).map(([path, given]) => {
    const copy = structuredClone(body) as Record<string, unknown>;
    const last = path.at(-1) as string;
    const parent = path
      .slice(0, -1)
      .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    parent[last] = given;
    return copy;
  });
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((rest) => [key, ...rest]),
  ]);
}

test('a claim, a topic, a source or an import that is nearly right', async () => {
  const whole = claimBody('flood', 41, {
    value: {
      kind: 'interval',
      low: 30,
      point: 41,
      high: 50,
      level: 0.95,
      stated: '41 (30 to 50)',
      lang: 'en',
      gloss: null,
    },
    about: { claim, source: 'ministry-b', words: 'the words' },
    alternatives: [{ label: 'a method', value: { kind: 'point', point: 45, stated: '45' } }],
    readings: [
      {
        text: '42',
        outlet: 'The Example',
        url: null,
        value: { kind: 'point', point: 42, stated: '42' },
        metric: 'killed',
        distance: 1,
      },
    ],
    chain: [{ name: 'The Example', role: 'outlet', descriptor: null, anonymous: false, reason: null }],
    asOf: '2025-01',
    disclosed: '2025-01-12',
  });
  const { topic: _topic, ...fields } = whole;
  const doors: [string, object][] = [
    ['/v1/claims', whole],
    ['/v1/topics', topicOf('flood-b')],
    [
      '/v1/sources',
      { id: 'ministry-d', name: 'Ministry D', kind: 'institution', within: 'ministry-a', aliases: ['D'] },
    ],
    [
      '/v1/imports',
      { batch: 'file', topic: topicOf('flood-c'), claims: [{ id: 'c-1', ...fields, about: null }] },
    ],
  ];
  for (const [policy, body] of doors) {
    await holds(
      fc.asyncProperty(nearlyRight(body), async (near) => {
        const sent = await send(policy, near);
        expect([200, 201, 422]).toContain(sent.status);
        if (sent.status === 422) {
          const errors = sent.body.errors as { path: string; message: string }[];
          expect(errors.length).toBeGreaterThan(0);
          for (const { message } of errors) expect(message).toMatch(/^.{8,}\.$/su);
        }
      }),
      { numRuns: 250 },
    );
  }
  const read = await ask('/v1/topics/flood');
  expect(read.status).toBe(200);
  await read.arrayBuffer();
  for (const page of ['/t/flood', '/card/flood.svg', '/embed/flood', '/v1/topics/flood/claims.csv', '/']) {
    const shown = await ask(page);
    await shown.arrayBuffer();
    expect([page, shown.status]).toEqual([page, 200]);
  }
});
