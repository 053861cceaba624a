// Comments as readers, moderators and other programs meet them.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { openFlood, record } from '../workerd/flood.ts';
import { moderate, sendAs, signIn, write } from '../workerd/readers.ts';
import { ask, read, send } from '../workerd/site.ts';

interface Shown {
  id: string;
  parent: string | null;
  body: string | null;
  name: string | null;
  gone: string | null;
  replies: Shown[];
}
const threads = async (topic: string, query = '') =>
  read<{ state: string; items: Shown[]; nextCursor: string | null }>(`/v1/topics/${topic}/comments${query}`);
const countsOf = async (topic: string) => (await read<{ comments: object }>(`/v1/topics/${topic}`)).comments;

let ann: string;
let ben: string;
let claim: string;

beforeAll(async () => {
  await openFlood('flood');
  await openFlood('quiet');
  claim = await record('flood', 40);
  [ann, ben] = [await signIn('ann'), await signIn('ben')];
});

describe('writing', () => {
  test('a comment, an answer to it and an answer to that are one thread', async () => {
    const first = await write(ann, 'flood', 'The first.', { claim });
    const second = await write(ben, 'flood', 'The second.', { parent: first });
    const third = await write(ann, 'flood', 'The third.', { parent: second });
    const { items } = await threads('flood');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: first,
      claim,
      body: 'The first.',
      name: 'Reader ann',
      parent: null,
    });
    expect(items[0]?.replies).toMatchObject([
      { id: second, parent: first, to: null },
      { id: third, parent: second, to: 'Reader ben' },
    ]);
    expect(await countsOf('flood')).toEqual({ visible: 3, commenters: 2 });
    expect((await read<{ comments: object }>('/v1/topics/flood?scheme=acled')).comments).toEqual({
      visible: 3,
      commenters: 2,
    });
  });

  test('answers carry a cursor where there are more than are drawn', async () => {
    const many = await signIn('many');
    const first = await write(ann, 'quiet', 'A long thread.');
    await env.DB.batch(
      Array.from({ length: 45 }, (_, n) =>
        env.DB.prepare(
          `INSERT INTO comments (id, topic, parent, root, reader, body, state, at, blocked)
           VALUES (?, 'quiet', ?, ?, 'many', 'An answer.', 'approved', ?, 0)`,
        ).bind(`many-${n}`, first, first, new Date(Date.UTC(2026, 0, 2, 0, n)).toISOString()),
      ),
    );
    expect(many).toBeTruthy();
    const { items } = await threads('quiet');
    const [thread] = items as (Shown & { repliesCursor: string })[];
    const seen = thread?.replies.map(({ id }) => id) ?? [];
    let cursor: string | null = thread?.repliesCursor ?? null;
    while (cursor !== null) {
      const page: { items: Shown[]; nextCursor: string | null } = await read(
        `/v1/topics/quiet/comments?thread=${first}&limit=10&cursor=${encodeURIComponent(cursor)}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `many-${n}`));
  });

  test('threads are paged, newest first, each once', async () => {
    await openFlood('paged');
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await write(await signIn(`p${n}`), 'paged', `Number ${n}.`));
    const seen: string[] = [];
    for (let query: string | null = '?limit=2'; query !== null; ) {
      const page = await threads('paged', query);
      seen.push(...page.items.map(({ id }) => id));
      query = page.nextCursor && `?limit=2&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen[0]).toBe(ids[4]);
  });

  test('sent twice with a key, it is written once', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const one = await sendAs(ben, '/v1/topics/flood/comments', { body: 'Once.' }, key);
    const two = await sendAs(ben, '/v1/topics/flood/comments', { body: 'Once.' }, key);
    expect([one.status, two.status, two.text]).toEqual([201, 201, one.text]);
    const other = await sendAs(ben, '/v1/topics/flood/comments', { body: 'Another.' }, key);
    expect(other.status).toBe(422);
    // Another reader's key is another key.
    expect((await sendAs(ann, '/v1/topics/flood/comments', { body: 'Once.' }, key)).body.id).not.toBe(
      one.body.id,
    );
  });

  test.for<[string, () => [string | null, string, unknown, Record<string, string>?], number]>([
    ['nobody signed in', () => [null, 'flood', { body: 'x' }], 401],
    ['a session that is none', () => ['ghost', 'flood', { body: 'x' }], 401],
    ['a page of another site', () => [ann, 'flood', { body: 'x' }, { Origin: 'https://else.example' }], 403],
    ['no topic', () => [ann, 'ghost', { body: 'x' }], 404],
    ['no JSON', () => [ann, 'flood', '{'], 400],
    ['no body', () => [ann, 'flood', {}], 422],
    ['a field that is none', () => [ann, 'flood', { body: 'x', state: 'approved' }], 422],
    ['a parent that is none', () => [ann, 'flood', { body: 'x', parent: 'ghost' }], 422],
    ['a parent of another topic', () => [ann, 'flood', { body: 'x', parent: 'many-1' }], 422],
    ['a claim that is none', () => [ann, 'flood', { body: 'x', claim: 'ghost' }], 422],
  ])('refused: %s', async ([, order, status]) => {
    const [session, topic, body, headers] = order();
    const before = await threads('flood');
    const sent = await sendAs(session, `/v1/topics/${topic}/comments`, body, headers);
    expect([sent.status, sent.body.detail]).toEqual([status, expect.stringMatching(/^\S.*\.$/)]);
    expect(sent.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect((await threads('flood')).items).toEqual(before.items);
  });

  test('too many at once are told to wait', async () => {
    const fast = await signIn('fast');
    const sent = await Promise.all(
      Array.from({ length: 14 }, (_, n) =>
        sendAs(fast, '/v1/topics/flood/comments', { body: `Number ${n}.` }),
      ),
    );
    const by = Map.groupBy(sent, ({ status }) => status);
    expect([by.get(201)?.length, by.get(429)?.length]).toEqual([10, 4]);
    const [refused] = by.get(429) ?? [];
    expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(500);
    expect(refused?.body.detail).toMatch(/^You wrote 10 comments .*\.$/);
  });
});

describe('moderating', () => {
  test('a new reader is held until two approvals, and sees why', async () => {
    await openFlood('held');
    const newcomer = await signIn('newcomer', { trusted: false });
    for (let n = 1; n <= 2; n++) {
      const sent = await sendAs(newcomer, '/v1/topics/held/comments', { body: `Number ${n}.` });
      expect(sent.body).toMatchObject({ state: 'pending', held: expect.stringMatching(/new reader/) });
      expect((await threads('held')).items).toHaveLength(n - 1);
      const approved = await moderate(sent.body.id as string, 'approve');
      expect([approved.status, approved.body]).toEqual([
        200,
        { id: sent.body.id, topic: 'held', state: 'approved', visible: true },
      ]);
    }
    const third = await sendAs(newcomer, '/v1/topics/held/comments', { body: 'Number 3.' });
    expect(third.body).toMatchObject({ state: 'approved', held: null });
    const linked = await sendAs(newcomer, '/v1/topics/held/comments', {
      body: 'See https://a.example and www.b.example.',
    });
    expect(linked.body).toMatchObject({ state: 'pending', held: expect.stringMatching(/2 links/) });
    expect(await countsOf('held')).toEqual({ visible: 3, commenters: 1 });
  });

  test('removing a comment hides what hangs on it; restoring brings it back', async () => {
    await openFlood('tree');
    const first = await write(ann, 'tree', 'One.');
    const second = await write(ben, 'tree', 'Two.', { parent: first });
    await write(ann, 'tree', 'Three.', { parent: second });
    expect((await moderate(first, 'remove')).body).toMatchObject({ state: 'removed', visible: false });
    expect(await countsOf('tree')).toEqual({ visible: 0, commenters: 0 });
    expect((await threads('tree')).items).toEqual([]);
    expect((await sendAs(ben, '/v1/topics/tree/comments', { body: 'x', parent: second })).status).toBe(422);
    expect((await moderate(second, 'remove')).body).toMatchObject({ visible: false });
    await moderate(first, 'restore');
    expect(await countsOf('tree')).toEqual({ visible: 1, commenters: 1 });
    await moderate(second, 'restore');
    expect(await countsOf('tree')).toEqual({ visible: 3, commenters: 2 });
    const list = await read<{ items: { topic: { slug: string }; commenters: number; origins: object[] }[] }>(
      '/v1/most-commented?window=24h',
    );
    expect(list.items.find(({ topic }) => topic.slug === 'tree')).toMatchObject({
      commenters: 2,
      comments: { window: 3, total: 3 },
      origins: [{ kind: 'ours', comments: 3, commenters: 2, stale: false }],
      heated: null,
    });
  });

  test('who may not, what is not, and what does not apply', async () => {
    const id = await write(ann, 'flood', 'To be judged.');
    expect((await send(`/v1/comments/${id}/remove`, {}, { token: null })).status).toBe(401);
    expect((await send(`/v1/comments/${id}/remove`, {}, { token: 'wrong' })).status).toBe(401);
    expect((await sendAs(ann, `/v1/comments/${id}/remove`, {})).status).toBe(401);
    expect((await moderate('ghost', 'approve')).status).toBe(404);
    const again = await moderate(id, 'approve');
    expect([again.status, again.body.detail]).toEqual([
      409,
      'This comment is approved; approve does not apply. It can take: remove, hold.',
    ]);
    expect((await send(`/v1/comments/${id}/remove`, { reason: 7 })).status).toBe(422);
    expect((await send(`/v1/comments/${id}/remove`, '')).status).toBe(200);
  });

  test('of moderators who come at once, one decides', async () => {
    const id = await write(await signIn('raced'), 'flood', 'Raced for.');
    const sent = await Promise.all(Array.from({ length: 8 }, () => moderate(id, 'remove')));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  });

  test('a reader is suspended and reinstated, with a reason', async () => {
    const loud = await signIn('loud');
    expect((await send('/v1/readers/loud/suspend', { reason: 'Insults.' })).status).toBe(200);
    expect((await send('/v1/readers/loud/suspend', { reason: 'Insults.' })).status).toBe(409);
    expect((await send('/v1/readers/ghost/suspend', {})).status).toBe(404);
    const refused = await sendAs(loud, '/v1/topics/flood/comments', { body: 'x' });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringMatching(/suspended/)]);
    await send('/v1/readers/loud/reinstate', {});
    expect((await sendAs(loud, '/v1/topics/flood/comments', { body: 'x' })).status).toBe(201);
  });

  test('a topic’s comments are held, closed, disabled and opened', async () => {
    await openFlood('policy');
    const set = (state: string) => send('/v1/topics/policy/comments-state', { state, reason: 'A crisis.' });
    const kept = await write(ann, 'policy', 'Before.');
    expect((await set('held')).status).toBe(200);
    const held = await sendAs(ann, '/v1/topics/policy/comments', { body: 'During.' });
    expect(held.body).toMatchObject({ state: 'pending', held: expect.stringMatching(/All comments/) });
    await set('closed');
    const closed = await sendAs(ann, '/v1/topics/policy/comments', { body: 'x' });
    expect([closed.status, closed.body.detail]).toEqual([409, expect.stringMatching(/closed. A crisis\./)]);
    expect(await threads('policy')).toMatchObject({
      state: 'closed',
      reason: 'A crisis.',
      items: [{ id: kept }],
    });
    await set('disabled');
    expect((await threads('policy')).items).toEqual([]);
    expect(await countsOf('policy')).toEqual({ visible: 0, commenters: 0 });
    expect((await set('disabled')).status).toBe(409);
    await set('open');
    expect(await countsOf('policy')).toEqual({ visible: 1, commenters: 1 });
    expect((await send('/v1/topics/ghost/comments-state', { state: 'held' })).status).toBe(404);
    expect((await send('/v1/topics/policy/comments-state', { state: 'ajar' })).status).toBe(422);
  });

  test('readers report what they see, once and not their own; authors appeal', async () => {
    const id = await write(ann, 'flood', 'To be reported.');
    const report = (session: string | null, about = id) =>
      sendAs(session, `/v1/comments/${about}/report`, { reason: 'Rude.' });
    expect((await report(null)).status).toBe(401);
    expect((await report(ben)).status).toBe(202);
    expect((await report(ben)).status).toBe(202);
    expect((await report(ann)).status).toBe(409);
    expect((await report(ben, 'ghost')).status).toBe(404);
    const reports = () =>
      env.DB.prepare('SELECT count(*) AS n FROM comment_reports WHERE comment = ? AND answered IS NULL')
        .bind(id)
        .first('n');
    expect(await reports()).toBe(1);
    const appeal = (session: string) => sendAs(session, `/v1/comments/${id}/appeal`, { body: 'Please.' });
    expect((await appeal(ann)).status).toBe(409);
    await moderate(id, 'remove');
    expect(await reports()).toBe(0);
    expect([(await appeal(ben)).status, (await appeal(ann)).status, (await appeal(ann)).status]).toEqual([
      404, 201, 409,
    ]);
  });
});

test('reading comments says what is wrong', async () => {
  expect((await ask('/v1/topics/ghost/comments')).status).toBe(404);
  expect((await ask('/v1/topics/flood/comments?limit=0')).status).toBe(400);
  expect((await ask('/v1/topics/flood/comments?thread=ghost')).status).toBe(404);
  expect((await ask('/v1/topics/flood/comments?cursor=nonsense')).status).toBe(400);
});
