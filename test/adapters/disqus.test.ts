// Disqus as its API 3.0 answers: {code, response}, cursors, and errors whose code says more than their status.
import { afterAll, describe, expect, test } from 'vitest';
import { disqus } from '../../src/platform/adapters/disqus.ts';
import { type Heard, type Said, startLocalServer } from './local-server.ts';
import { count, failsWell, pull } from './pulling.ts';

const server = await startLocalServer();
afterAll(() => server.close());
const settings = { forum: 'bobross', base: `${server.base}/api/3.0` };
const asked = {
  adapter: disqus,
  server,
  settings,
  thread: 'my-identifier',
  key: 'the-secret-key-of-an-application',
};

/** The example of the documentation of threads/details. */
const details = (posts: number, fields: object = {}) => ({
  code: 0,
  response: {
    category: '1',
    reactions: 0,
    identifiers: ['my-identifier'],
    forum: 'bobross',
    title: 'Happy Accidents',
    dislikes: 0,
    isDeleted: false,
    author: '1',
    userScore: 0,
    id: '1',
    isClosed: false,
    posts,
    link: null,
    likes: 0,
    slug: 'happy_accidents',
    createdAt: '2008-06-10T01:31:43',
    ...fields,
  },
});
const post = (author: string | null, fields: object = {}) => ({
  id: '3',
  thread: '1',
  forum: 'bobross',
  parent: 1,
  isDeleted: false,
  isApproved: true,
  createdAt: '2008-06-10T01:45:27',
  author:
    author === null
      ? { name: 'Guest', isAnonymous: true }
      : { id: author, username: `user${author}`, isAnonymous: false },
  ...fields,
});

/** A thread with these posts: details, and a list of a hundred at a time. */
function thread(all: readonly object[], posts = all.length): (heard: Heard) => Said {
  return ({ url }) => {
    if (url.pathname.endsWith('/threads/details.json')) return { body: details(posts) };
    const from = Number(url.searchParams.get('cursor')?.split(':')[0] ?? 0);
    const hasNext = from + 100 < all.length;
    const cursor = {
      prev: null,
      hasNext,
      next: `${from + 100}:0:0`,
      hasPrev: from > 0,
      total: null,
      more: hasNext,
    };
    return { body: { cursor, code: 0, response: all.slice(from, from + 100) } };
  };
}

test('a thread and the people in it', async () => {
  server.answers(thread([post('1'), post('2'), post('1'), post('9', { isDeleted: true })], 3));
  expect(await pull(asked)).toEqual(count(3, 2));
  const [first, second] = server.heard;
  expect(first?.url.pathname).toBe('/api/3.0/threads/details.json');
  expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
    forum: 'bobross',
    thread: 'ident:my-identifier',
    api_secret: asked.key,
  });
  expect(second?.url.pathname).toBe('/api/3.0/threads/listPosts.json');
  expect(second?.url.searchParams.get('thread')).toBe('1');
});

test('a thread by its number and by its address', async () => {
  server.answers(thread([]));
  await pull({ ...asked, thread: '1' });
  await pull({ ...asked, thread: 'https://news.example/a?b=c&d' });
  const named = server.heard.map(({ url }) => url.searchParams.get('thread'));
  expect(named).toEqual(['1', 'link:https://news.example/a?b=c&d']);
});

test('several pages, by cursor', async () => {
  server.answers(thread(Array.from({ length: 321 }, (_, at) => post(String(at % 50)))));
  expect(await pull(asked)).toEqual(count(321, 50));
  expect(server.heard).toHaveLength(5);
});

test('too many to read one by one', async () => {
  server.answers(thread([], 501));
  expect(await pull(asked)).toEqual(count(501, null));
  expect(server.heard).toHaveLength(1);
});

test('a cursor that leads on for ever', async () => {
  const cursor = { hasNext: true, next: '1:0:0' };
  server.answers(({ url }) => ({
    body: url.pathname.endsWith('details.json') ? details(10) : { cursor, code: 0, response: [post('1')] },
  }));
  expect(await pull(asked)).toEqual(count(10, null));
  expect(server.heard).toHaveLength(6);
});

test('none yet', async () => {
  server.answers(thread([]));
  expect(await pull(asked)).toEqual(count(0, 0));
});

test('guests cannot be told apart', async () => {
  server.answers(thread([post('1'), post(null), post(null)]));
  expect(await pull(asked)).toEqual(count(3, null));
});

test('a deleted thread', async () => {
  server.answers(() => ({ body: details(3, { isDeleted: true }) }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'no-thread' });
});

describe('errors by their code', () => {
  test.for([
    [400, 2, "Invalid argument, 'thread': Unable to find thread 'ident:my-identifier'", 'no-thread'],
    [400, 2, "Invalid argument, 'forum': Unable to find forum 'bobross'", 'refused'],
    [400, 5, 'Invalid API key', 'not-allowed'],
    [403, 12, 'This application does not have enough privileges', 'not-allowed'],
    [400, 13, 'You have exceeded the rate limit for this resource', 'rate-limited'],
    [429, 14, 'You have exceeded the rate limit for your account', 'rate-limited'],
    [200, 14, 'You have exceeded the rate limit for your account', 'rate-limited'],
    [500, 15, 'There was an internal server error while processing your request', 'refused'],
  ] as const)('%i, code %i: %s', async ([status, code, response, fault]) => {
    server.answers(() => ({ status, body: { code, response } }));
    expect(await pull(asked)).toEqual({ ok: false, fault, detail: `code ${code}` });
  });
});

failsWell(asked);
