// WordPress as its REST API answers: a JSON list of comments, totals in headers, errors as {code, message, data}.
import { afterAll, describe, expect, test } from 'vitest';
import { wordpress } from '../../src/platform/adapters/wordpress.ts';
import { type Heard, type Said, startLocalServer } from './local-server.ts';
import { count, failsWell, NOW, pull } from './pulling.ts';

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

/** Hours ago, for each comment: written long ago where nothing else is said. */
type Comment = object & { hoursAgo?: number };

/** The collection as WP_REST_Comments_Controller pages it and bounds it by `after`; the post itself is there. */
function collection(written: readonly Comment[], beyond = 0): (heard: Heard) => Said {
  return ({ url }) => {
    if (url.pathname.endsWith('/posts/42')) return { body: { id: 42 } };
    const after = url.searchParams.get('after');
    const within = ({ hoursAgo = 9_000 }: Comment) =>
      after === null || Date.parse(NOW) - hoursAgo * 3_600_000 > Date.parse(after);
    const all = written.filter(within).map(({ hoursAgo: _, ...comment }) => comment);
    const total = all.length + (after === null ? beyond : 0);
    const perPage = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page') ?? 1);
    return {
      headers: { 'X-WP-Total': String(total), 'X-WP-TotalPages': String(Math.ceil(total / perPage)) },
      body: all.slice((page - 1) * perPage, page * perPage),
    };
  };
}

const QUIET = [720, 168, 24].map((hours) => ({ hours, comments: 0, people: 0 }));

test('guests by their hashes, members by hash or number', async () => {
  const guests = [1, 2, 2, 3].map((guest) => comment(0, hashOf(guest)));
  server.answers(collection([...guests, comment(7, null), comment(7, null), comment(8, hashOf(1))]));
  expect(await pull(asked)).toEqual(count(7, 4, QUIET));
  const [first, second] = server.heard;
  expect(first?.url.pathname).toBe('/blog/wp-json/wp/v2/comments');
  expect(first?.url.searchParams.get('post')).toBe('42');
  expect(first?.url.searchParams.get('per_page')).toBe('100');
  expect(first?.url.searchParams.has('after')).toBe(false);
  expect(second?.url.searchParams.get('after')).toBe('2026-10-02T12:00:00.000Z');
  expect(server.heard).toHaveLength(2);
});

describe('what came lately is asked of the site itself', () => {
  const late = (guest: number, hoursAgo: number) => ({ ...comment(0, hashOf(guest)), hoursAgo });

  test('by the hour, with its people', async () => {
    const written = [
      late(1, 1),
      late(1, 2),
      late(2, 23),
      late(1, 25),
      late(3, 160),
      late(4, 700),
      late(5, 721),
    ];
    server.answers(collection(written));
    expect(await pull(asked)).toEqual(
      count(7, 5, [
        { hours: 720, comments: 6, people: 4 },
        { hours: 168, comments: 5, people: 3 },
        { hours: 24, comments: 3, people: 2 },
      ]),
    );
    expect(server.heard).toHaveLength(4);
  });

  test('also in a thread too long to read whole', async () => {
    server.answers(collection([late(1, 1), late(2, 30)], 5_000));
    expect(await pull(asked)).toEqual(
      count(5_002, null, [
        { hours: 720, comments: 2, people: 2 },
        { hours: 168, comments: 2, people: 2 },
        { hours: 24, comments: 1, people: 1 },
      ]),
    );
  });
});

describe('a post without comments', () => {
  const none = { headers: { 'X-WP-Total': '0' }, body: [] };
  const gone = { status: 404, body: { code: 'rest_post_invalid_id', data: { status: 404 } } };
  /** A site of this post type, by the place in its interface where the post is found. */
  const site =
    (place: string | null, found: unknown[] = []) =>
    ({ url }: Heard): Said => {
      const path = url.pathname.split('/wp/v2/')[1] ?? '';
      if (path === 'comments') return none;
      if (path === 'search') return { body: found };
      return path === place ? { body: { id: 42 } } : gone;
    };

  test.for(['posts/42', 'pages/42'])('that is there, as %s', async (place) => {
    server.answers(site(place));
    expect(await pull(asked)).toEqual(count(0, 0, QUIET));
  });

  test('that is there, of a type of the site’s own', async () => {
    server.answers(site(null, [{ id: 42 }]));
    expect(await pull(asked)).toEqual(count(0, 0, QUIET));
  });

  test.for([[], [{ id: 7 }, { id: 420 }]])(
    'that is not there is no thread, whatever else is found: %j',
    async (found) => {
      server.answers(site(null, found));
      expect(await pull(asked)).toMatchObject({ ok: false, fault: 'no-thread' });
    },
  );

  test('of which nothing can be learnt is an error, no zero', async () => {
    server.answers(({ url }) => (url.pathname.endsWith('/comments') ? none : { status: 500, body: '' }));
    expect(await pull(asked)).toMatchObject({ ok: false, fault: 'refused' });
  });
});

test('several pages', async () => {
  server.answers(collection(Array.from({ length: 450 }, (_, at) => comment(0, hashOf(at % 60)))));
  expect(await pull(asked)).toEqual(count(450, 60, QUIET));
  expect(server.heard).toHaveLength(6);
});

test('too many to read one by one: the total alone', async () => {
  server.answers(collection([comment(0, hashOf(1))], 12_344));
  expect(await pull(asked)).toEqual(count(12_345, null, QUIET));
  expect(server.heard).toHaveLength(2);
});

describe('people who cannot be told apart', () => {
  test('without avatars', async () => {
    server.answers(collection([comment(0, null), comment(9, null)]));
    expect(await pull(asked)).toEqual(count(2, null, QUIET));
  });

  test('with an avatar that is no hash', async () => {
    const own = { author: 0, author_avatar_urls: { 24: 'https://news.example/face.png' } };
    server.answers(collection([own, own]));
    expect(await pull(asked)).toEqual(count(2, null, QUIET));
  });

  test('with comments that are counted and not shown', async () => {
    server.answers(collection([comment(3, null)], 1));
    expect(await pull(asked)).toEqual(count(2, null, QUIET));
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
