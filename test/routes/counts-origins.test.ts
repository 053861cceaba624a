// Sites whose comments are counted: added by an admin, shown without their secrets, fresh for as long as each may be.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MostCommented } from '../../src/projections/most-commented.ts';
import { openFlood } from '../workerd/flood.ts';
import { hoursAgo, sendBaseline, sendCount } from '../workerd/signing.ts';
import { ask, read, send, sendWell, TOKEN } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('flood');
  await openFlood('storm');
});

const SECRET = 'a-secret-that-is-never-shown';
const KEY = 'a-key-that-is-never-shown-either';
const wordpress = (fields: object = {}) => ({
  origin: 'news.example',
  kind: 'wordpress',
  threads: [{ thread: '42', topic: 'flood' }],
  ...fields,
});

interface Listed {
  origin: string;
  kind: string;
  secret: boolean;
  key: boolean;
  stale: boolean;
  countedAt: string | null;
  threads: { thread: string; topic: string; error: string | null }[];
}
async function listed(origin: string): Promise<Listed | undefined> {
  const response = await ask('/v1/origins', { headers: { Authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const text = await response.text();
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(KEY);
  return (JSON.parse(text) as { items: Listed[] }).items.find((each) => each.origin === origin);
}

describe('who may', () => {
  test.for([null, 'wrong'])('the token %s', async (token) => {
    expect((await send('/v1/origins', wordpress(), { token })).status).toBe(401);
    const headers: HeadersInit = token === null ? {} : { Authorization: `Bearer ${token}` };
    expect((await ask('/v1/origins', { headers })).status).toBe(401);
    expect(await listed('news.example')).toBeUndefined();
  });

  test('nobody is given what an admin asked for at the same moment', async () => {
    const admin = { headers: { Authorization: `Bearer ${TOKEN}` } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => ask('/v1/origins', at % 2 === 0 ? admin : {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 200 : 401)),
    );
  });
});

test('added, then replaced; a secret left out stays and null removes it', async () => {
  const added = await send('/v1/origins', wordpress({ origin: 'News.Example', secret: SECRET }));
  expect(added.status).toBe(200);
  expect(added.body).toMatchObject({ origin: 'news.example', secret: true, key: false, stale: true });
  expect(added.text).not.toContain(SECRET);
  await sendWell('/v1/origins', wordpress({ freshHours: 5, threads: [{ thread: '7', topic: 'storm' }] }));
  expect(await listed('news.example')).toMatchObject({
    secret: true,
    freshHours: 5,
    threads: [{ thread: '7', topic: 'storm', pulled: null, error: null }],
  });
  await sendWell('/v1/origins', wordpress({ secret: null }));
  expect(await listed('news.example')).toMatchObject({ secret: false, threads: [{ thread: '42' }] });
});

test('a key is needed once, where the product needs one', async () => {
  const disqus = { origin: 'talk.example', kind: 'disqus', settings: { forum: 'talk' } };
  expect((await send('/v1/origins', disqus)).body.detail).toContain('key');
  expect((await sendWell('/v1/origins', { ...disqus, key: KEY })).key).toBe(true);
  expect((await sendWell('/v1/origins', disqus)).key).toBe(true);
  expect((await send('/v1/origins', { ...disqus, key: null })).status).toBe(422);
  expect(await listed('talk.example')).toMatchObject({ kind: 'disqus', key: true });
});

describe('422, with the field', () => {
  const remark42 = { origin: 'r.example', kind: 'remark42' };
  test.for([
    ['kind', { kind: 'myspace' }],
    ['kind', { kind: 'constructor' }],
    ['origin', { origin: 'https://news.example' }],
    ['origin', { origin: 'news.example.' }],
    ['secret', { secret: 'short' }],
    ['freshHours', { freshHours: 0 }],
    ['everyMinutes', { everyMinutes: 1 }],
    ['settings.base', { settings: { base: 'http://169.254.169.254' } }],
    ['settings.base', { settings: { base: 'https://127.0.0.1' } }],
    ['settings.base', { settings: { base: 'https://[::ffff:10.0.0.1]' } }],
    ['settings.base', { settings: { base: 'https://me:word@news.example' } }],
    ['settings.base', { origin: 'localhost' }],
    ['settings.forum', { settings: { forum: 'x' } }],
    ['settings.site', { ...remark42, settings: { base: 'https://r.example' }, threads: [] }],
    ['threads.0.thread', { threads: [{ thread: 'a-slug', topic: 'flood' }] }],
    [
      'threads.1.topic',
      {
        threads: [
          { thread: '1', topic: 'flood' },
          { thread: '2', topic: 'ghost' },
        ],
      },
    ],
    [
      'threads.1.thread',
      {
        threads: [
          { thread: '1', topic: 'flood' },
          { thread: '1', topic: 'storm' },
        ],
      },
    ],
    ['threads', { kind: 'push' }],
    ['key', { kind: 'push', threads: [], key: KEY }],
  ] as const)('%s: %j', async ([path, fields]) => {
    const before = await listed('news.example');
    const sent = await send('/v1/origins', wordpress(fields));
    expect(sent.status).toBe(422);
    expect((sent.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
    expect(await listed('news.example')).toEqual(before);
  });
});

describe('freshness', () => {
  const item = async (slug: string) => {
    const { items } = await read<MostCommented>('/v1/most-commented?window=7d');
    return items.find(({ topic }) => topic.slug === slug);
  };

  test('each site has its own limit: past it, it is shown as stale and not ranked', async () => {
    await sendWell('/v1/origins', { origin: 'quick.example', kind: 'push', secret: SECRET, freshHours: 2 });
    await sendWell('/v1/origins', { origin: 'slow.example', kind: 'push', secret: SECRET, freshHours: 100 });
    const body = { thread: '1', topic: 'flood', comments: 50, commenters: 40 };
    await sendCount({ ...body, origin: 'quick.example', countedAt: hoursAgo(3) }, { secret: SECRET });
    const alone = await item('flood');
    expect(alone).toMatchObject({ rank: null, score: 0, origins: [{ name: 'quick.example', stale: true }] });
    expect(alone?.why).toContain('older');
    const slow = { ...body, origin: 'slow.example', comments: 5, commenters: 4, countedAt: hoursAgo(90) };
    await sendBaseline(slow, { secret: SECRET });
    await sendCount(slow, { secret: SECRET });
    expect(await item('flood')).toMatchObject({
      rank: 1,
      commenters: 4,
      origins: [
        { name: 'quick.example', stale: true },
        { name: 'slow.example', stale: false },
      ],
    });
    expect(await listed('quick.example')).toMatchObject({ stale: true, threads: [{ topic: 'flood' }] });
    expect(await listed('slow.example')).toMatchObject({ stale: false });
  });

  test('a site of which nothing is said is fresh for two days', async () => {
    const body = { origin: 'unknown.example', thread: '1', topic: 'storm', comments: 9, commenters: 8 };
    await sendCount({ ...body, countedAt: hoursAgo(49) });
    expect(await item('storm')).toMatchObject({ rank: null, origins: [{ stale: true }] });
    await sendCount({ ...body, countedAt: hoursAgo(47) });
    expect(await item('storm')).toMatchObject({ origins: [{ stale: false }] });
  });

  test('a date that cannot be read never ranks, and breaks nothing', async () => {
    await env.DB.prepare(
      "UPDATE outside_counts SET counted_at = 'zzz' WHERE origin = 'unknown.example'",
    ).run();
    await sendWell('/v1/origins', wordpress());
    expect((await item('storm'))?.rank ?? null).toBeNull();
    expect(await item('flood')).toMatchObject({ rank: 1 });
  });
});
