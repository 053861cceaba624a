// What cannot be read, found or taken: a problem document that names the field, and never a failure of ours.
import { beforeAll, describe, expect, test } from 'vitest';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, type Refusal } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('flood');
  await record('flood', 40);
});

/** The problem document at a path, held to what every one of them carries. */
async function refusalAt(path: string): Promise<Refusal> {
  const response = await ask(path);
  const problem = (await response.json()) as Refusal;
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect(problem.status).toBe(response.status);
  expect(problem.type).toMatch(/^\/about#/);
  expect(problem.title.length).toBeGreaterThan(5);
  expect(problem.detail).toMatch(/\.$/);
  return problem;
}

describe('nothing is there', () => {
  test.for([
    '/nothing',
    '/t',
    '/t/ghost',
    '/t/%E0%A4',
    '/t/flood/more',
    '/card/ghost',
    '/card/ghost.svg',
    '/card/ghost.png',
    '/card/flood.gif',
    '/embed/ghost',
    '/v1',
    '/v1/topics/ghost',
    '/v1/topics/Flood',
    '/v1/topics/ghost?known_at=2025-01-01T00:00:00Z',
    '/v1/topics/flood?known_at=2001-01-01T00:00:00Z',
    '/v1/topics/ghost/claims',
    '/v1/topics/ghost/claims.csv',
    '/v1/topics/flood/claims.xml',
    '/v1/claims/ghost/erase',
  ])('%s', async (path) => {
    expect((await refusalAt(path)).status).toBe(404);
  });

  test('a widget’s other topics are drawn when one does not exist', async () => {
    const response = await ask('/v1/embed?topics=flood,ghost');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      topics: [{ slug: 'flood' }, { slug: 'ghost', error: expect.stringContaining('no topic') }],
    });
  });
});

test.for(['a%0Ab', '%E6%97%A5%E6%9C%AC', '%00', 'flood%2C%0D%0AX-Own:%201'])(
  'a topic asked for as %s reaches no header',
  async (name) => {
    const response = await ask(`/v1/embed?topics=${name}`);
    await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Tag') ?? 'topic:flood').toBe('topic:flood');
    expect(response.headers.get('X-Own')).toBeNull();
  },
);

describe('a parameter that cannot be read is named', () => {
  const views = [
    '/v1/topics/flood',
    '/t/flood',
    '/card/flood',
    '/card/flood.svg',
    '/card/flood.png',
    '/embed/flood',
  ];
  const bad = [
    ['known_at', 'yesterday'],
    ['known_at', '2025-01'],
    ['known_at', '2025-02-30T00:00:00Z'],
    ['said_by', 'soon'],
    ['said_by', '2025-02-30'],
    ['scheme', 'guess'],
    ['measure', 'ghost'],
    ['lang', 'not_a_language'],
  ] as const;
  test.for(views.flatMap((view) => bad.map(([field, value]) => [view, field, value] as const)))(
    '%s?%s=%s',
    async ([view, field, value]) => {
      const problem = await refusalAt(`${view}?${field}=${encodeURIComponent(value)}`);
      expect(problem.status).toBe(400);
      expect(problem.errors?.map(({ path }) => path)).toEqual([field]);
      expect(problem.errors?.[0]?.message).toMatch(/^[A-Z].*\.$/);
    },
  );

  test.for([
    ['/v1/topics?limit=0', 'limit'],
    ['/v1/topics?limit=101', 'limit'],
    ['/v1/topics?limit=abc', 'limit'],
    ['/v1/topics?limit=2.5', 'limit'],
    ['/v1/topics?limit=-1', 'limit'],
    ['/v1/sources?limit=0', 'limit'],
    ['/v1/sources?limit=101', 'limit'],
    ['/v1/schemes?limit=abc', 'limit'],
    ['/v1/topics/flood/claims?limit=0', 'limit'],
    ['/v1/topics/flood/claims.csv?limit=101', 'limit'],
    [`/v1/topics?cursor=${'x'.repeat(301)}`, 'cursor'],
    ['/v1/most-commented?window=1h', 'window'],
    ['/v1/most-commented?limit=0', 'limit'],
    ['/v1/most-commented?limit=51', 'limit'],
    ['/most-commented?window=1h', 'window'],
    ['/embed/flood?limit=0', 'limit'],
    ['/embed/flood?limit=many', 'limit'],
    ['/v1/embed', 'topics'],
    ['/v1/embed?topics=', 'topics'],
    [`/v1/embed?topics=${Array.from({ length: 51 }, (_, at) => `t${at}`)}`, 'topics'],
    ['/v1/embed?list=9d', 'list'],
    [`/v1/embed?list=${Array.from({ length: 9 }, (_, at) => `7d:${at}`)}`, 'list'],
    ['/v1/embed?topics=flood&limit=0', 'limit'],
    ['/v1/embed?topics=flood&scheme=guess', 'scheme'],
    ['/v1/embed?topics=flood&known_at=now', 'known_at'],
  ] as const)('%s', async ([path, field]) => {
    const problem = await refusalAt(path);
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.path)).toEqual([field]);
  });

  test('each of several at once', async () => {
    const problem = await refusalAt('/v1/topics/flood?known_at=x&said_by=y&scheme=z');
    expect(problem.errors?.map(({ path }) => path)).toEqual(['known_at', 'said_by', 'scheme']);
  });
});
