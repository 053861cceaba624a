// The minute's work: what is due is counted, and a site that fails delays itself, never the list and never another.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { tick } from '../../src/app/tick.ts';
import { ADAPTERS } from '../../src/platform/adapters/adapters.ts';
import { outside } from '../../src/platform/outside.ts';
import type { MostCommented } from '../../src/projections/most-commented.ts';
import { openDesk } from '../workerd/desk.ts';
import { noDigests, noMails } from '../workerd/digest-post.ts';
import { openFlood } from '../workerd/flood.ts';
import { ask, sendWell, TOKEN } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('flood');
  await openFlood('storm');
});

beforeEach(async () => {
  const tables = ['origins', 'origin_threads', 'outside_counts', 'outside_hours'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
});

/** An hour ahead of the Worker’s own clock, so that what was just added is due. */
const START = Date.now() + 3_600_000;
const minute = (n: number): string => new Date(START + n * 60_000).toISOString();

/** Every site by its host: what it answers, or how it fails. */
type Sites = Record<string, (url: URL) => Response | Promise<Response>>;

/** Runs the minute's work against these sites, and says which addresses were asked for. */
async function run(at: number, sites: Sites): Promise<URL[]> {
  const asked: URL[] = [];
  const fetching = async (address: string, init: RequestInit) => {
    const url = new URL(address);
    asked.push(url);
    const site = sites[url.hostname];
    if (!site) throw new TypeError('Network connection lost.');
    init.signal?.throwIfAborted();
    return site(url);
  };
  const deps = { ...noMails(), digests: noDigests(), adapters: ADAPTERS };
  await tick({ ...deps, outside: outside(fetching, undefined) }, minute(at));
  return asked;
}

const blog =
  (total: number, people = total) =>
  (url: URL) => {
    const perPage = Number(url.searchParams.get('per_page'));
    const all = Array.from({ length: total }, (_, at) => ({ author: (at % people) + 1 }));
    return Response.json(all.slice(0, perPage), { headers: { 'X-WP-Total': String(total) } });
  };

const add = (origin: string, threads: object[], fields: object = {}) =>
  sendWell('/v1/origins', { origin, kind: 'wordpress', everyMinutes: 30, threads, ...fields });
const about = (topic: string, thread = '1') => ({ thread, topic });

async function list(): Promise<MostCommented> {
  const row = await env.DB.prepare(
    "SELECT body FROM documents WHERE name = 'most-commented:7d'",
  ).first<string>('body');
  return JSON.parse(row ?? 'null') as MostCommented;
}
const originsOf = async (slug: string) =>
  (await list()).items.find(({ topic }) => topic.slug === slug)?.origins.map(({ name }) => name) ?? [];

interface Thread {
  thread: string;
  due: string;
  pulled: string | null;
  error: string | null;
  errorAt: string | null;
}
async function threadsOf(origin: string): Promise<Thread[]> {
  const response = await ask('/v1/origins', { headers: { Authorization: `Bearer ${TOKEN}` } });
  const { items } = (await response.json()) as { items: { origin: string; threads: Thread[] }[] };
  return items.find((each) => each.origin === origin)?.threads ?? [];
}

test('what is due is counted, and not again before its time', async () => {
  await add('a.example', [about('flood')]);
  expect(await run(1, { 'a.example': blog(20, 12) })).not.toEqual([]);
  expect((await list()).items[0]).toMatchObject({
    topic: { slug: 'flood' },
    rank: 1,
    origins: [{ name: 'a.example', comments: 20, commenters: 12, countedAt: minute(1), stale: false }],
  });
  expect(await threadsOf('a.example')).toMatchObject([{ pulled: minute(1), due: minute(31), error: null }]);
  expect(await run(2, {})).toEqual([]);
  expect(await run(30, {})).toEqual([]);
  await run(31, { 'a.example': blog(25, 13) });
  expect((await list()).items[0]?.origins[0]).toMatchObject({ comments: 25, countedAt: minute(31) });
});

test('sites that fail in every way leave the list and the others alone', async () => {
  const failing: Sites = {
    'down.example': () => Promise.reject(new TypeError('refused')),
    'limited.example': () => new Response('slow down', { status: 429 }),
    'broken.example': () => new Response('<?php fatal', { headers: { 'Content-Type': 'application/json' } }),
    'html.example': () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
    'moved.example': () => new Response(null, { status: 302, headers: { Location: 'http://127.0.0.1/' } }),
    'huge.example': () =>
      new Response('x'.repeat(1_000_001), { headers: { 'Content-Type': 'application/json' } }),
  };
  for (const origin of Object.keys(failing)) await add(origin, [about('storm')]);
  await add('a.example', [about('flood')]);
  await run(1, { ...failing, 'a.example': blog(20) });
  expect(await originsOf('flood')).toEqual(['a.example']);
  expect(await originsOf('storm')).toEqual([]);
  const errors = await Promise.all(
    Object.keys(failing).map(async (origin) => (await threadsOf(origin)).map(({ error }) => error)),
  );
  expect(errors).toEqual([
    ['unreachable'],
    ['rate-limited: status 429'],
    ['malformed: the whole answer'],
    ['content-type'],
    ['scheme'],
    ['too-large'],
  ]);
  expect(await threadsOf('down.example')).toMatchObject([{ errorAt: minute(1), pulled: null }]);
});

test('a failure waits longer each time, and is forgotten once it is over', async () => {
  await add('a.example', [about('flood')]);
  await run(0, {});
  expect(await threadsOf('a.example')).toMatchObject([{ due: minute(60), error: 'unreachable' }]);
  await run(60, {});
  expect(await threadsOf('a.example')).toMatchObject([{ due: minute(180) }]);
  await run(180, { 'a.example': blog(3) });
  expect(await threadsOf('a.example')).toMatchObject([{ due: minute(210), error: null, errorAt: null }]);
  await run(210, {});
  expect(await threadsOf('a.example')).toMatchObject([{ due: minute(270), error: 'unreachable' }]);
});

test('what was counted before a failure stands until it is stale, and is then not ranked', async () => {
  await add('a.example', [about('flood')], { freshHours: 1 });
  await run(0, { 'a.example': blog(20) });
  await run(40, {});
  expect((await list()).items[0]).toMatchObject({ rank: 1, origins: [{ stale: false }] });
  await run(61, {});
  expect((await list()).items[0]).toMatchObject({
    rank: null,
    origins: [{ name: 'a.example', stale: true }],
  });
});

test('a broken thread spares the others of its site; a broken site is asked once', async () => {
  const threads = ['1', '2', '3'].map((thread) => about('flood', thread));
  await add('a.example', threads);
  await add('b.example', threads);
  const fine = blog(5);
  const asked = await run(0, {
    'a.example': (url) =>
      url.searchParams.get('post') === '2' ? Response.json({}, { status: 404 }) : fine(url),
    'b.example': () => new Response('', { status: 429 }),
  });
  expect((await threadsOf('a.example')).map(({ error }) => error)).toEqual([
    null,
    'no-thread: status 404',
    null,
  ]);
  expect((await threadsOf('b.example')).map(({ error }) => error)).toEqual(
    Array(3).fill('rate-limited: status 429'),
  );
  expect(asked.filter(({ hostname }) => hostname === 'b.example')).toHaveLength(1);
});

test('a stored row that no longer fits is one site’s failure, in the log too', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await add('a.example', [about('flood')]);
  await add('b.example', [about('storm')]);
  await add('c.example', [about('storm')]);
  await env.DB.batch([
    env.DB.prepare(`UPDATE origins SET settings = '{"base":7}' WHERE origin = 'a.example'`),
    env.DB.prepare("UPDATE origins SET kind = 'myspace' WHERE origin = 'c.example'"),
  ]);
  await run(0, { 'b.example': blog(4) });
  expect(await originsOf('storm')).toEqual(['b.example']);
  expect(await threadsOf('a.example')).toMatchObject([{ error: 'fault: the adapter failed; see the log' }]);
  expect(await threadsOf('c.example')).toMatchObject([{ error: expect.stringContaining('myspace') }]);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test('two sites with the same thread key share nothing', async () => {
  await add('a.example', [about('flood')]);
  await add('b.example', [about('flood')]);
  await run(0, { 'a.example': blog(20, 9), 'b.example': blog(7, 3) });
  expect((await list()).items[0]).toMatchObject({
    commenters: 9,
    origins: [
      { name: 'a.example', comments: 20, commenters: 9 },
      { name: 'b.example', comments: 7, commenters: 3 },
    ],
  });
});

test('what a site says of its windows is ranked from its first count on', async () => {
  await add('a.example', [about('flood')]);
  const lately = (url: URL) => blog(url.searchParams.has('after') ? 4 : 300)(url);
  await run(0, { 'a.example': lately });
  expect((await list()).items[0]).toMatchObject({ comments: { window: 4, total: 300 }, commenters: 4 });
});

test('a thread that is not there is no count of none, and the desk says so', async () => {
  await add('a.example', [about('flood')]);
  const desk = openDesk();
  await desk.signIn();
  expect(await desk.page('/desk')).not.toContain('could not be counted');
  const empty = Response.json([], { headers: { 'X-WP-Total': '0' } });
  await run(0, {
    'a.example': ({ pathname }) =>
      pathname.endsWith('/comments')
        ? empty
        : Response.json({ code: 'rest_post_invalid_id' }, { status: 404 }),
  });
  expect(await originsOf('flood')).toEqual([]);
  expect(await threadsOf('a.example')).toMatchObject([{ pulled: null, error: 'no-thread: no such post' }]);
  expect(await desk.page('/desk')).toContain('1 thread of other sites');
  expect(await desk.page('/desk/sites')).toContain('There is no such thread. (no-thread: no such post)');
  await run(60, { 'a.example': blog(3) });
  expect(await desk.page('/desk')).not.toContain('could not be counted');
  expect(await desk.page('/desk/sites')).not.toContain('no such thread');
});

test('at most four sites at once and ten threads of a site', async () => {
  const threads = Array.from({ length: 15 }, (_, at) => about('flood', String(at + 1)));
  const names = Array.from({ length: 9 }, (_, at) => `s${at}.example`);
  for (const name of names) await add(name, name === 's0.example' ? threads : [about('storm')]);
  let now = 0;
  let most = 0;
  const site = async (url: URL) => {
    most = Math.max(most, ++now);
    await Promise.resolve();
    const answer = blog(1)(url);
    await scheduler.wait(1);
    now--;
    return answer;
  };
  const asked = await run(0, Object.fromEntries(names.map((name) => [name, site])));
  expect(most).toBe(4);
  const posts = (urls: URL[]) =>
    new Set(urls.map(({ hostname, searchParams }) => `${hostname} ${searchParams.get('post')}`)).size;
  expect(posts(asked.filter((url) => url.hostname === 's0.example'))).toBe(10);
  expect(posts(await run(1, Object.fromEntries(names.map((name) => [name, site]))))).toBe(5);
});

test('what one run has taken, another at the same time leaves alone', async () => {
  await add('a.example', [about('flood')]);
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const first = run(0, {
    'a.example': async (url) => {
      await answered;
      return blog(3)(url);
    },
  });
  await vi.waitFor(async () => expect((await threadsOf('a.example'))[0]?.due).toBe(minute(10)));
  expect(await run(0, {})).toEqual([]);
  answer();
  await first;
  expect(await originsOf('flood')).toEqual(['a.example']);
});

test('a thread that is taken out takes its count along', async () => {
  await add('a.example', [about('flood', '1'), about('storm', '2')]);
  await run(0, { 'a.example': blog(3) });
  expect(await originsOf('storm')).toEqual(['a.example']);
  await add('a.example', [about('flood', '1')]);
  await run(1, { 'a.example': blog(3) });
  expect(await originsOf('storm')).toEqual([]);
  expect(await originsOf('flood')).toEqual(['a.example']);
});
