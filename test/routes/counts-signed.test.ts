// Counts that other sites send: what is signed wrongly, late, twice or for another changes nothing at all.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MostCommented } from '../../src/projections/most-commented.ts';
import { openFlood } from '../workerd/flood.ts';
import { hoursAgo, LOCAL_SECRET, sendBaseline, sendCount, signatureOf } from '../workerd/signing.ts';
import { read, sendWell } from '../workerd/site.ts';

const SECRET_A = 'the-secret-of-a-and-nobody-else';
const SECRET_B = 'the-secret-of-b-and-nobody-else';

beforeAll(async () => {
  await openFlood('flood');
  await openFlood('storm');
  await sendWell('/v1/origins', { origin: 'a.example', kind: 'push', secret: SECRET_A });
  await sendWell('/v1/origins', { origin: 'b.example', kind: 'push', secret: SECRET_B });
});

const count = (fields: object = {}) => ({
  origin: 'a.example',
  thread: 'thread-1',
  topic: 'flood',
  comments: 12,
  commenters: 7,
  countedAt: hoursAgo(0.01),
  ...fields,
});

/** Everything that a count can change. */
async function state(): Promise<string> {
  const tables = ['outside_counts', 'outside_hours', 'count_signatures', 'origins', 'origin_threads'];
  const rows = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows.map(({ results }) => results));
}

async function changesNothing(sending: () => Promise<{ status: number }>, status: number): Promise<void> {
  const before = await state();
  expect((await sending()).status).toBe(status);
  expect(await state()).toBe(before);
}

test('a signed count is taken and listed under its own site', async () => {
  await sendBaseline(count(), { secret: SECRET_A });
  expect((await sendCount(count(), { secret: SECRET_A })).status).toBe(202);
  const list = await read<MostCommented>('/v1/most-commented?window=7d');
  expect(list.items[0]).toMatchObject({ topic: { slug: 'flood' }, rank: 1, commenters: 7 });
  expect(list.items[0]?.origins).toMatchObject([{ name: 'a.example', commenters: 7, stale: false }]);
});

describe('401, and nothing changes', () => {
  test('unsigned', () => changesNothing(() => sendCount(count(), { signature: null }), 401));

  test.for(['', 't=1', 'v1=00', `t=${'9'.repeat(20)},v1=00`, `t=1700000000,v1=${'0'.repeat(64)}`, 'x'])(
    'the header %j',
    (signature) => changesNothing(() => sendCount(count(), { signature }), 401),
  );

  test.for([301, 3_600, -301, -86_400])('signed %i seconds ago', (late) =>
    changesNothing(() => sendCount(count(), { secret: SECRET_A, late }), 401),
  );

  test('altered after it was signed', () => {
    const sent = JSON.stringify(count({ comments: 13 }));
    return changesNothing(() => sendCount(count(), { secret: SECRET_A, sent }), 401);
  });

  test('altered by a single space', () => {
    const body = count();
    return changesNothing(() => sendCount(body, { secret: SECRET_A, sent: `${JSON.stringify(body)} ` }), 401);
  });

  test('with its time altered', async () => {
    const body = count();
    const signature = await signatureOf(JSON.stringify(body), { secret: SECRET_A, late: 400 });
    const fresh = signature.replace(/t=\d+/, `t=${Math.floor(Date.now() / 1000)}`);
    await changesNothing(() => sendCount(body, { signature: fresh }), 401);
  });

  test('under the secret of another site', () =>
    changesNothing(() => sendCount(count(), { secret: SECRET_B }), 401));

  test('under the secret of another site, for a site that has none', () =>
    changesNothing(() => sendCount(count({ origin: 'c.example' }), { secret: SECRET_A }), 401));

  test('under the local secret, for a site that has its own', () =>
    changesNothing(() => sendCount(count(), { secret: LOCAL_SECRET }), 401));

  test.for(['A.EXAMPLE', 'a.Example', 'a.example:443'])('under the local secret, for %s', (origin) =>
    changesNothing(() => sendCount(count({ origin }), { secret: LOCAL_SECRET }), 401),
  );

  test('what is no JSON', () => changesNothing(() => sendCount(count(), { sent: 'no' }), 401));
});

describe('409, and nothing changes', () => {
  test('the same count sent again', async () => {
    const first = await sendCount(count({ thread: 'thread-2' }), { secret: SECRET_A });
    expect(first.status).toBe(202);
    const again = { signature: first.signature, sent: first.text };
    await changesNothing(() => sendCount({}, again), 409);
  });

  test('a hundred at once: one is taken', async () => {
    const body = count({ thread: 'thread-3' });
    const signature = await signatureOf(JSON.stringify(body), { secret: SECRET_A });
    const sent = await Promise.all(Array.from({ length: 100 }, () => sendCount(body, { signature })));
    expect(sent.map(({ status }) => status).sort()).toEqual([202, ...Array(99).fill(409)]);
  });

  test('a count older than the one that stands', async () => {
    const newer = await sendCount(count({ thread: 'thread-4', countedAt: hoursAgo(1) }), {
      secret: SECRET_A,
    });
    expect(newer.status).toBe(202);
    const older = count({ thread: 'thread-4', comments: 99, countedAt: hoursAgo(2) });
    await changesNothing(() => sendCount(older, { secret: SECRET_A }), 409);
  });
});

describe('422, and nothing changes', () => {
  test.for([
    ['comments', { comments: -1 }],
    ['comments', { comments: 1.5 }],
    ['commenters', { commenters: 13 }],
    ['countedAt', { countedAt: hoursAgo(-1) }],
    ['countedAt', { countedAt: 'yesterday' }],
    ['topic', { topic: 'ghost' }],
    ['thread', { thread: '' }],
    ['extra', { extra: 1 }],
  ] as const)('%s: %j', async ([path, fields]) => {
    await changesNothing(async () => {
      const sent = await sendCount(count(fields), { secret: SECRET_A });
      expect(sent.detail).toContain(path);
      return sent;
    }, 422);
  });
});

test('the local secret signs for a site that has none of its own', async () => {
  const body = count({ origin: 'c.example', topic: 'storm' });
  await sendBaseline(body);
  const sent = await sendCount(body);
  expect(sent.status).toBe(202);
});

test('two sites with the same thread key share nothing', async () => {
  const same = { thread: 'the-same-key', topic: 'storm' };
  for (const [secret, fields] of [
    [SECRET_A, { ...same, comments: 40, commenters: 30 }],
    [SECRET_B, { ...same, origin: 'b.example', comments: 5, commenters: 4 }],
  ] as const) {
    await sendBaseline(count(fields), { secret });
    await sendCount(count(fields), { secret });
  }
  const { items } = await read<MostCommented>('/v1/most-commented?window=7d');
  const storm = items.find(({ topic }) => topic.slug === 'storm');
  expect(storm?.origins.map(({ name, comments, commenters }) => ({ name, comments, commenters }))).toEqual([
    { name: 'a.example', comments: 40, commenters: 30 },
    { name: 'b.example', comments: 5, commenters: 4 },
    { name: 'c.example', comments: 12, commenters: 7 },
  ]);
  // The largest single count, never a sum.
  expect(storm).toMatchObject({ commenters: 30, comments: { window: 40, total: 40 } });
});
