// Coral as its server answers: a public count, or GraphQL under an admin's token.
import { afterAll, describe, expect, test } from 'vitest';
import { coral } from '../../src/platform/adapters/coral.ts';
import { type Heard, type Said, startLocalServer } from './local-server.ts';
import { count, failsWell, pull } from './pulling.ts';

const server = await startLocalServer();
afterAll(() => server.close());
const story = 'https://news.example/story';
const asked = { adapter: coral, server, settings: { base: server.base }, thread: story };
const keyed = { ...asked, key: 'eyJhbGciOi.the-signed.token' };

describe('without a token', () => {
  test('a count, and nobody knows from how many', async () => {
    server.answers(() => ({ body: { count: 17 } }));
    expect(await pull(asked)).toEqual(count(17, null));
    expect(server.heard[0]?.url.pathname).toBe('/api/story/count');
    expect(server.heard[0]?.url.searchParams.get('url')).toBe(story);
    expect(server.heard[0]?.headers.authorization).toBeUndefined();
  });

  test('a story by its id', async () => {
    server.answers(() => ({ body: { count: 0 } }));
    expect(await pull({ ...asked, thread: '4c5e7a' })).toEqual(count(0, null));
    expect(server.heard[0]?.url.searchParams.get('id')).toBe('4c5e7a');
  });

  test('a story that Coral does not know', async () => {
    server.answers(() => ({ body: { count: null } }));
    expect(await pull(asked)).toMatchObject({ ok: false, fault: 'no-thread' });
  });

  failsWell(asked);
});

interface Query {
  query: string;
  variables: { id?: string; url?: string; storyID?: string; after?: string | null };
}
const node = (author: string | null, status = 'NONE') => ({ status, author: author && { id: author } });

/** A story with these comments, fifty at a time. */
function graphql(nodes: readonly object[], totalPublished = nodes.length): (heard: Heard) => Said {
  return ({ body }) => {
    const { query, variables } = JSON.parse(body) as Query;
    if (/^query \(\$id/.test(query))
      return { body: { data: { story: { id: 'the-story', commentCounts: { totalPublished } } } } };
    const from = Number(variables.after ?? 0);
    const hasNextPage = from + 50 < nodes.length;
    const pageInfo = { hasNextPage, endCursor: nodes.length > 0 ? String(from + 50) : null };
    return { body: { data: { comments: { nodes: nodes.slice(from, from + 50), pageInfo } } } };
  };
}

describe('with an admin’s token', () => {
  test('published comments and the people who wrote them', async () => {
    const nodes = [
      node('a'),
      node('b', 'APPROVED'),
      node('a'),
      node('c', 'REJECTED'),
      node('d', 'PREMOD'),
      node(null),
    ];
    server.answers(graphql(nodes, 4));
    expect(await pull(keyed)).toEqual(count(4, 2));
    expect(server.heard.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /api/graphql',
      'POST /api/graphql',
    ]);
    expect(server.heard[0]?.headers.authorization).toBe(`Bearer ${keyed.key}`);
    expect((JSON.parse(server.heard[0]?.body ?? '') as Query).variables).toEqual({ url: story });
    expect((JSON.parse(server.heard[1]?.body ?? '') as Query).variables.storyID).toBe('the-story');
  });

  test('several pages', async () => {
    server.answers(graphql(Array.from({ length: 240 }, (_, at) => node(`reader ${at % 33}`))));
    expect(await pull(keyed)).toEqual(count(240, 33));
    expect(server.heard).toHaveLength(6);
  });

  test('more than will be read', async () => {
    server.answers(graphql(Array.from({ length: 501 }, (_, at) => node(`reader ${at}`))));
    expect(await pull(keyed)).toEqual(count(501, null));
    expect(server.heard).toHaveLength(11);
  });

  test('none yet', async () => {
    server.answers(graphql([]));
    expect(await pull(keyed)).toEqual(count(0, 0));
  });

  test('a story that Coral does not know', async () => {
    server.answers(() => ({ body: { data: { story: null } } }));
    expect(await pull(keyed)).toMatchObject({ ok: false, fault: 'no-thread' });
  });

  test.for([
    [400, { error: { code: 'RAW_QUERY_NOT_AUTHORIZED', type: 'INVALID_REQUEST_ERROR' } }, 'not-allowed'],
    [401, { error: { code: 'TOKEN_INVALID', type: 'INVALID_REQUEST_ERROR' } }, 'not-allowed'],
    [
      200,
      { data: null, errors: [{ message: 'no', extensions: { code: 'USER_NOT_ENTITLED' } }] },
      'not-allowed',
    ],
    [
      200,
      { data: null, errors: [{ message: 'no', extensions: { code: 'RATE_LIMIT_EXCEEDED' } }] },
      'rate-limited',
    ],
    [400, { errors: [{ message: 'Cannot query field "commentCounts" on type "Story".' }] }, 'refused'],
  ] as const)('%i %j', async ([status, body, fault]) => {
    server.answers(() => ({ status, body }));
    expect(await pull(keyed)).toMatchObject({ ok: false, fault });
  });

  failsWell(keyed);
});
