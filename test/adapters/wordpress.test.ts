// WordPress as its REST API answers: a JSON list of comments, totals in headers, errors as {code, message, data}.
import { afterAll, describe, expect, test } from 'vitest';
import { wordpress } from '../../src/edge/adapters/wordpress.ts';
import { type Heard, type Said, startLocalServer } from './local-server.ts';
import { count, failsWell, pull } from './pulling.ts';

const server = await startLocalServer();
afterAll(() => server.close());
const asked = { adapter: wordpress, server, settings: { base: `${server.base}/blog/` }, thread: '42' };

const hashOf = (guest: number) => guest.toString(16).padStart(64, '0');
/** A comment in the fields asked for: author 0 is a guest, whose mail address shows as a hash in his avatar only. */
const comment = (author: number, hash: string | null) => ({
  author,
  ...(hash === null
    ? {}
    : {
        author_avatar_urls: {
          24: `https://secure.gravatar.com/avatar/${hash}?s=24&d=mm&r=g`,
          96: `https://secure.gravatar.com/avatar/${hash}?s=96&d=mm&r=g`,
        },
      }),
});

/** The collection as WP_REST_Comments_Controller pages it. */
function collection(all: readonly object[], total = all.length): (heard: Heard) => Said {
  return ({ url }) => {
    const perPage = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page') ?? 1);
    return {
      headers: { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(Math.ceil(total / perPage)) },
      body: all.slice((page - 1) * perPage, page * perPage),
    };
  };
}

test('guests by their hashes, members by hash or number', async () => {
  const guests = [1, 2, 2, 3].map((guest) => comment(0, hashOf(guest)));
  server.answers(collection([...guests, comment(7, null), comment(7, null), comment(8, hashOf(1))]));
  expect(await pull(asked)).toEqual(count(7, 4));
  const [first, second] = server.heard;
  expect(first?.url.pathname).toBe('/blog/wp-json/wp/v2/comments');
  expect(first?.url.searchParams.get('post')).toBe('42');
  expect(first?.url.searchParams.get('per_page')).toBe('1');
  expect(second?.url.searchParams.get('per_page')).toBe('100');
  expect(server.heard).toHaveLength(2);
});

test('several pages', async () => {
  server.answers(collection(Array.from({ length: 450 }, (_, at) => comment(0, hashOf(at % 60)))));
  expect(await pull(asked)).toEqual(count(450, 60));
  expect(server.heard).toHaveLength(6);
});

test('too many to read one by one: the total alone', async () => {
  server.answers(collection([comment(0, hashOf(1))], 12_345));
  expect(await pull(asked)).toEqual(count(12_345, null));
  expect(server.heard).toHaveLength(1);
});

test('none yet', async () => {
  server.answers(collection([]));
  expect(await pull(asked)).toEqual(count(0, 0));
});

describe('people who cannot be told apart', () => {
  test('without avatars', async () => {
    server.answers(collection([comment(0, null), comment(9, null)]));
    expect(await pull(asked)).toEqual(count(2, null));
  });

  test('with an avatar that is no hash', async () => {
    const own = { author: 0, author_avatar_urls: { 24: 'https://news.example/face.png' } };
    server.answers(collection([own, own]));
    expect(await pull(asked)).toEqual(count(2, null));
  });

  test('with comments that are counted and not shown', async () => {
    server.answers(collection([comment(3, null)], 2));
    expect(await pull(asked)).toEqual(count(2, null));
  });
});

test('a post that strangers may not read', async () => {
  const body = {
    code: 'rest_cannot_read_post',
    message: 'Sorry, you are not allowed to read the post for this comment.',
    data: { status: 401 },
  };
  server.answers(() => ({ status: 401, body }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'not-allowed' });
});

test('a site whose REST API is off', async () => {
  const body = { code: 'rest_no_route', message: 'No route was found.', data: { status: 404 } };
  server.answers(() => ({ status: 404, body }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'no-thread' });
});

test.for(['', 'many', '-1', '1.5', '1e30'])('the total %j', async (total) => {
  server.answers(() => ({ body: [], headers: { 'X-WP-Total': total } }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'malformed', detail: 'X-WP-Total' });
});

test('a list without its total', async () => {
  server.answers(() => ({ body: [] }));
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'malformed' });
});

test('a limit reached between two pages', async () => {
  const all = collection(Array.from({ length: 150 }, (_, at) => comment(at + 1, null)));
  server.answers((heard) =>
    heard.url.searchParams.get('page') === '2' ? { status: 429, body: '{}' } : all(heard),
  );
  expect(await pull(asked)).toMatchObject({ ok: false, fault: 'rate-limited' });
});

test('the site’s own host, where nothing else is said', () => {
  expect(wordpress.base('news.example', {})).toBe('https://news.example');
});

failsWell(asked);
