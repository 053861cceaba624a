// Most Commented from other sites' counts: never summed over places, and ranked with the reason shown.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MostCommented } from '../../src/projections/most-commented.ts';
import worker from '../../src/worker.ts';
import { openFlood } from '../workerd/flood.ts';
import {
  hoursAgo as ago,
  sendBaseline as baseline,
  sendCount as count,
  signatureOf,
} from '../workerd/signing.ts';
import { ask, read } from '../workerd/site.ts';

const HOUR = 3_600_000;
const list = (query = '') => read<MostCommented>(`/v1/most-commented${query}`);

beforeAll(async () => {
  await openFlood('flood', { title: 'The flood' });
  await openFlood('storm', { title: 'The storm' });
});

const countOf = (fields: object = {}) => ({
  origin: 'paper.example',
  thread: 'article-1',
  topic: 'flood',
  comments: 112,
  commenters: 41,
  countedAt: ago(0),
  ...fields,
});

/** Sends a text as it is, well signed. */
async function post(text: string): Promise<number> {
  const headers = { 'X-Signature': await signatureOf(text) };
  const response = await ask('/v1/counts', { method: 'POST', headers, body: text });
  await response.text();
  return response.status;
}

test('before anybody has counted, the list says so plainly', async () => {
  for (const window of ['24h', '7d', '30d', 'all']) {
    expect(await list(`?window=${window}`)).toMatchObject({
      window,
      items: [],
      empty: expect.stringMatching(/^Nobody has/),
    });
  }
  for (const page of ['/most-commented', '/'])
    expect(await (await ask(page)).text()).toContain('Nobody has counted');
});

test('a signed body that cannot be read changes nothing', async () => {
  expect(await post(JSON.stringify(countOf({ thread: 'x'.repeat(10_001) })))).toBe(413);
  expect((await list()).items).toEqual([]);
});

describe('a count that is taken', () => {
  test('is ranked at once, with the reason, the formula and the place it comes from', async () => {
    await baseline(countOf());
    expect((await count(countOf())).status).toBe(202);
    const { items, formula, empty } = await list();
    expect(empty).toBeNull();
    expect(formula.text).toMatch(/never a sum/);
    expect(items).toMatchObject([
      {
        rank: 1,
        topic: { slug: 'flood', title: 'The flood' },
        commenters: 41,
        comments: { window: 112, total: 112 },
        origins: [{ name: 'paper.example', kind: 'outside', comments: 112, commenters: 41, stale: false }],
      },
    ]);
    expect(items[0]?.why).toMatch(/41 readers.*112 comments.*paper\.example/);
    expect(items[0]?.score).toBeGreaterThanOrEqual(41);
    expect(items[0]?.score).toBeLessThan(42);
    for (const page of ['/most-commented', '/', '/v1/embed?list=7d:5']) {
      expect([page, (await (await ask(page)).text()).includes('The flood')]).toEqual([page, true]);
    }
  });

  test('a newer count of the same thread replaces it', async () => {
    expect((await count(countOf({ comments: 120, commenters: 44 }))).status).toBe(202);
    const [item] = (await list()).items;
    expect(item).toMatchObject({ commenters: 44, comments: { window: 120, total: 120 } });
  });

  test('two places are not added up', async () => {
    const forum = countOf({ origin: 'forum.example', comments: 200, commenters: 30 });
    await baseline(forum);
    expect((await count(forum)).status).toBe(202);
    const [item] = (await list()).items;
    expect(item).toMatchObject({ commenters: 44, comments: { window: 120, total: 200 } });
    expect(item?.origins.map(({ name, comments }) => [name, comments]).sort()).toEqual([
      ['forum.example', 200],
      ['paper.example', 120],
    ]);
  });

  test('a place that does not say how many people commented is shown and not ranked', async () => {
    const storm = countOf({ topic: 'storm', thread: 'storm-1', comments: 9_000, commenters: null });
    await baseline(storm);
    await count(storm);
    const { items } = await list();
    expect(items.map(({ topic, rank }) => [topic.slug, rank])).toEqual([
      ['flood', 1],
      ['storm', null],
    ]);
    expect(items[1]?.why).toMatch(/^Not ranked/);
  });

  test('more people stand above more comments', async () => {
    await count(
      countOf({ topic: 'storm', thread: 'storm-1', comments: 60, commenters: 50, countedAt: ago(0) }),
    );
    expect((await list()).items.map(({ topic, rank }) => [topic.slug, rank])).toEqual([
      ['storm', 1],
      ['flood', 2],
    ]);
    expect((await list('?limit=1')).items).toHaveLength(1);
  });

  test('a window holds what came within it', async () => {
    const thread = { origin: 'old.example', thread: 'old', topic: 'storm' };
    for (const [comments, commenters, hours] of [
      [100, 60, 30],
      [110, 66, 0],
    ] as const)
      expect((await count(countOf({ ...thread, comments, commenters, countedAt: ago(hours) }))).status).toBe(
        202,
      );
    const place = async (window: string) => {
      const { items } = await list(`?window=${window}`);
      const own = items
        .find(({ topic }) => topic.slug === 'storm')
        ?.origins.find(({ name }) => name === 'old.example');
      return [own?.comments, own?.commenters];
    };
    expect(await place('24h')).toEqual([10, 6]);
    expect(await place('all')).toEqual([110, 66]);
  });
});

describe('the first count of a thread is a baseline', () => {
  const thread = { origin: 'new.example', thread: 'new', topic: 'storm', comments: 9_000, commenters: 700 };
  const place = async (window: string) => {
    const { items } = await list(`?window=${window}`);
    const item = items.find(({ topic }) => topic.slug === 'storm');
    return item?.origins.find(({ name }) => name === 'new.example');
  };

  test('not what came in the last 24 hours, 7 days or 30', async () => {
    expect((await count(countOf({ ...thread, countedAt: ago(3) }))).status).toBe(202);
    for (const window of ['24h', '7d', '30d'])
      expect(await place(window)).toMatchObject({
        comments: 0,
        commenters: null,
        total: 9_000,
        baseline: true,
      });
    expect(await place('all')).toMatchObject({ comments: 9_000, commenters: 700, baseline: false });
    const page = await (await ask('/most-commented?window=24h')).text();
    expect(page).toContain('new.example: 9,000 comments in all');
    expect(page).not.toMatch(/9,?000 comments in the last/);
  });

  test('from which the next one differs, also within the hour', async () => {
    const later = { ...thread, comments: 9_030, commenters: 712, countedAt: ago(2.99) };
    expect((await count(countOf(later))).status).toBe(202);
    for (const window of ['24h', '7d', '30d'])
      expect(await place(window)).toMatchObject({ comments: 30, commenters: 12, baseline: false });
  });

  test('and where it opens within an hour, that hour counts whole', async () => {
    const edge = { ...thread, origin: 'edge.example', thread: 'edge' };
    for (const [comments, hours] of [
      [100, 26],
      [110, 24],
      [120, 1],
    ] as const)
      expect(
        (await count(countOf({ ...edge, comments, commenters: 50, countedAt: ago(hours) }))).status,
      ).toBe(202);
    const { items } = await list('?window=24h');
    const origins = items.find(({ topic }) => topic.slug === 'storm')?.origins;
    expect(origins?.find(({ name }) => name === 'edge.example')?.comments).toBe(20);
  });

  test('again after a silence that is longer than a count is fresh', async () => {
    const silent = { ...thread, origin: 'silent.example', thread: 'silent' };
    for (const [comments, hours] of [
      [9_000, 200],
      [9_010, 199],
      [9_900, 3],
    ] as const)
      expect((await count(countOf({ ...silent, comments, countedAt: ago(hours) }))).status).toBe(202);
    const of = async (window: string) => {
      const { items } = await list(`?window=${window}`);
      const origins = items.find(({ topic }) => topic.slug === 'storm')?.origins;
      return origins?.find(({ name }) => name === 'silent.example');
    };
    expect(await of('24h')).toMatchObject({ comments: 0, total: 9_900, baseline: true });
    expect(await of('30d')).toMatchObject({ comments: 900, baseline: false });
  });
});

test('the clock ranks anew and forgets signatures that no longer hold', async () => {
  const held = () => env.DB.prepare('SELECT count(*) AS n FROM count_signatures').first<number>('n');
  const at = (hours: number) =>
    createScheduledController({ scheduledTime: new Date(Date.now() + hours * HOUR) });
  await worker.scheduled(at(0), env);
  expect(await held()).toBeGreaterThan(0);
  await worker.scheduled(at(1), env);
  expect(await held()).toBe(0);
  await worker.scheduled(at(72), env);
  const { items } = await list('?window=all');
  expect(items.length).toBeGreaterThan(0);
  for (const { rank, origins, why } of items) {
    expect(rank).toBeNull();
    expect(origins.map(({ stale }) => stale)).not.toContain(false);
    expect(why).toMatch(/^Not ranked/);
  }
});

test('a topic with no comment of the last 30 days still stands in the list of all time, and there alone', async () => {
  await openFlood('drought', { title: 'The drought' });
  const insert = env.DB.prepare(
    `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
     VALUES (?1, 'drought', ?1, ?1, 'x', 'approved', ?2, 0)`,
  );
  await env.DB.batch([90, 80, 70].map((days) => insert.bind(`drought-${days}`, ago(days * 24))));
  await worker.scheduled(createScheduledController({ scheduledTime: new Date() }), env);
  const found = async (window: string) =>
    (await list(`?window=${window}`)).items.find(({ topic }) => topic.slug === 'drought');
  expect(await found('all')).toMatchObject({
    commenters: 3,
    comments: { total: 3 },
    origins: [{ name: 'By Source', comments: 3 }],
  });
  for (const window of ['24h', '7d', '30d'])
    expect([window, await found(window)]).toEqual([window, undefined]);
});
