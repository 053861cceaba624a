// Remark42 as its server answers: a count with its locator, a plain list in the view of users, errors with a code.
import { afterAll, expect, test } from 'vitest';
import { remark42 } from '../../src/platform/adapters/remark42.ts';
import { type Heard, type Said, startLocalServer } from './local-server.ts';
import { count, failsWell, pull } from './pulling.ts';

const server = await startLocalServer();
afterAll(() => server.close());
const page = 'https://news.example/a-page/?x=1&y=2';
const asked = { adapter: remark42, server, settings: { base: server.base, site: 'news' }, thread: page };
const locator = { site: 'news', url: page };

/** A comment in the view of users: its id and its user, everything else empty. */
const comment = (user: string) => ({
  id: '53a6ab2f-2e5c-4f2d-8c40-0d1f3a0d9d1a',
  pid: '',
  text: '',
  user: { name: user, id: `github_${user}`, picture: '', admin: false },
  locator: { url: '' },
  score: 0,
  vote: 0,
  time: '0001-01-01T00:00:00Z',
});

function site(users: readonly string[], total = users.length): (heard: Heard) => Said {
  return ({ url }) =>
    url.pathname === '/api/v1/count'
      ? { body: { count: total, locator } }
      : { body: { comments: users.map(comment), info: { url: page, count: total, read_only: false } } };
}

test('a page and the people on it', async () => {
  server.answers(site(['a', 'b', 'a', 'c']));
  expect(await pull(asked)).toEqual(count(4, 3));
  const [first, second] = server.heard;
  expect(first?.url.pathname).toBe('/api/v1/count');
  expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual(locator);
  expect(second?.url.pathname).toBe('/api/v1/find');
  expect(second?.url.searchParams.get('view')).toBe('user');
});

test('none left on a page that it knows', async () => {
  server.answers(({ url }) => ({
    body: url.pathname === '/api/v1/count' ? { count: 0, locator } : { url: page, count: 0 },
  }));
  expect(await pull(asked)).toEqual(count(0, 0));
});

test('a page that it has never heard of counts none there, and is no thread', async () => {
  server.answers(({ url }) =>
    url.pathname === '/api/v1/count'
      ? { body: { count: 0, locator } }
      : { status: 400, body: { code: 5, details: "can't get post info", error: 'not found' } },
  );
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'no-thread' });
  expect(server.heard.at(-1)?.url.pathname).toBe('/api/v1/info');
});

test('a list of nothing is null there', async () => {
  server.answers(({ url }) => ({
    body: url.pathname.endsWith('count') ? { count: 1, locator } : { comments: null },
  }));
  expect(await pull(asked)).toEqual(count(1, null));
});

test('too many to read one by one', async () => {
  server.answers(site([], 1_001));
  expect(await pull(asked)).toEqual(count(1_001, null));
  expect(server.heard).toHaveLength(1);
});

test('a list too large to take', async () => {
  const long = { ...comment('a'), text: 'x'.repeat(1_000_000) };
  server.answers((heard) =>
    heard.url.pathname === '/api/v1/count' ? site([], 900)(heard) : { body: { comments: [long] } },
  );
  expect(await pull(asked)).toEqual(count(900, null));
});

test.for([
  [400, { code: 5, details: "can't get count", error: 'not found' }, 'no-thread'],
  [400, { code: 6, details: "can't get count", error: 'site "news" not found' }, 'no-thread'],
  [400, { code: 2, details: "can't parse", error: 'decode' }, 'refused'],
  [500, { code: 0, details: 'internal', error: 'internal' }, 'refused'],
  [429, 'You have reached maximum request limit.', 'rate-limited'],
] as const)('%i %j', async ([status, body, fault]) => {
  server.answers(() => ({ status, body }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault });
});

failsWell(asked);
