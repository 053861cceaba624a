// Parameters as callers meet them: misspelt ones are named with what was meant, days are taken for instants, damaged
// cursors are refused, and what is none of ours changes nothing.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import worker from '../../src/worker.ts';
import { countedDb } from '../workerd/counted-db.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { signIn, write } from '../workerd/readers.ts';
import { ask, ORIGIN, type Refusal, read } from '../workerd/site.ts';

let thread = '';
beforeAll(async () => {
  await openFlood('params');
  await openFlood('params-b');
  for (const [at, point] of [40, 50, 60].entries()) await record('params', point, { said: `2025-01-1${at}` });
  const session = await signIn('params');
  thread = await write(session, 'params', 'First.');
  for (let at = 0; at < 3; at++) await write(session, 'params', `Answer ${at}.`, { parent: thread });
  await write(session, 'params', 'Second.');
});

async function refusalAt(path: string): Promise<Refusal> {
  const response = await ask(path);
  const text = await response.text();
  expect([path, response.status, response.headers.get('Content-Type')]).toEqual([
    path,
    400,
    'application/problem+json; charset=utf-8',
  ]);
  return JSON.parse(text) as Refusal;
}

test.for([
  ['/v1/topics/params?said_By=2025-01-10', 'said_By', 'said_by'],
  ['/v1/topics/params?knownat=2025-01-10', 'knownat', 'known_at'],
  ['/v1/topics/params/claims?sorce=ministry-a', 'sorce', 'source'],
  ['/v1/topics/params/claims.csv?Measure=killed', 'Measure', 'measure'],
  ['/v1/topics/params/changes?snice=2025-01-01', 'snice', 'since'],
  ['/v1/topics/params/comments?tread=x', 'tread', 'thread'],
  ['/v1/topics?limt=5', 'limt', 'limit'],
  ['/v1/sources?curser=x', 'curser', 'cursor'],
  ['/v1/embed?topcis=params', 'topcis', 'topics'],
  ['/v1/most-commented?windwo=7d', 'windwo', 'window'],
] as const)('%s is told what was meant', async ([path, given, meant]) => {
  const { errors } = await refusalAt(path);
  expect(errors).toEqual([
    { path: given, message: `There is no parameter "${given}" here: did you mean "${meant}"?` },
  ]);
});

describe('what is none of ours', () => {
  test('changes no answer, no page and no canonical address', async () => {
    for (const path of [
      '/v1/topics/params',
      '/t/params',
      '/',
      '/embed/params',
      '/card/params',
      '/most-commented',
    ]) {
      const [plain, marked] = await Promise.all([
        ask(path),
        ask(`${path}?utm_source=mail&_=123&fbclid=x&said_bye_bye=1`),
      ]);
      expect([path, await marked.text()]).toEqual([path, await plain.text()]);
      expect(marked.headers.get('ETag')).toBe(plain.headers.get('ETag'));
    }
    const page = await (await ask('/t/params?utm_source=mail')).text();
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/t/params"/>`);
    expect(page).not.toContain('utm_source');
  });

  test('is no part of what an answer is kept under', async () => {
    const { db, counts } = countedDb(env.DB);
    const get = async (path: string) => {
      const request = new Request(ORIGIN + path) as Parameters<typeof worker.fetch>[0];
      const response = await worker.fetch(request, { ...env, DB: db });
      await response.arrayBuffer();
      return response.status;
    };
    const asked = Array.from({ length: 50 }, (_, n) => get(`/v1/topics/params-b?utm_source=${n}&_=${n}`));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]));
    expect(counts.read).toBeLessThanOrEqual(1);
  });
});

describe('a bare day', () => {
  test('is read to its end where the record or the public is asked what it knew', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [whole, before] = await Promise.all([
      read<{ sources: object[] }>(`/v1/topics/params?known_at=${today}`),
      ask('/v1/topics/params?known_at=2025-01-01'),
    ]);
    expect(whole.sources).toHaveLength(1);
    expect(before.status).toBe(404);
    await before.arrayBuffer();
    const said = (day: string) => read<{ statements: object[] }>(`/v1/topics/params?said_by=${day}`);
    expect((await said('2025-01-11')).statements).toHaveLength(2);
    for (const path of ['/t/params', '/embed/params', '/card/params.svg', '/v1/embed?topics=params'])
      expect((await ask(`${path}${path.includes('?') ? '&' : '?'}known_at=${today}`)).status).toBe(200);
  });

  test('is read from its beginning where changes since it are asked for', async () => {
    const { items } = await read<{ items: { at: string }[] }>('/v1/topics/params/changes');
    const today = (items[0]?.at ?? '').slice(0, 10);
    const after = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const since = async (day: string) =>
      (await read<{ items: object[] }>(`/v1/topics/params/changes?since=${day}`)).items.length;
    expect([await since(today), await since(after)]).toEqual([items.length, 0]);
  });

  test('that does not exist is refused', async () => {
    for (const path of [
      '/v1/topics/params?known_at=2025-02-30',
      '/v1/topics/params/changes?since=2025-13-01',
    ])
      await refusalAt(path);
  });
});

describe('a cursor', () => {
  const lists = () => [
    '/v1/topics?limit=1',
    '/v1/sources?limit=1',
    '/v1/schemes?limit=1',
    '/v1/topics/params/claims?limit=1',
    '/v1/topics/params/changes?limit=1',
    '/v1/topics/params/comments?limit=1',
    `/v1/topics/params/comments?thread=${thread}&limit=1`,
  ];
  const damages: [string, (cursor: string) => string][] = [
    ['cut', (cursor) => cursor.slice(0, -1)],
    ['cut in front', (cursor) => cursor.slice(1)],
    ['longer', (cursor) => `${cursor}0`],
    ['another letter', (cursor) => (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1)],
    ['in capitals', (cursor) => cursor.toUpperCase()],
    ['invented', () => 'nonsense'],
    ['a date', () => '2025-01-10 params'],
    ['long', () => 'x'.repeat(5_000)],
    ['of another list', () => 'none'],
  ];

  test.for(damages)('%s is refused everywhere', async ([, damage]) => {
    for (const list of lists()) {
      const { nextCursor } = await read<{ nextCursor: string | null }>(list);
      expect([list, nextCursor]).not.toEqual([list, null]);
      const { errors } = await refusalAt(`${list}&cursor=${encodeURIComponent(damage(nextCursor ?? ''))}`);
      expect(errors?.map(({ path }) => path)).toEqual(['cursor']);
    }
  });

  test('of one list is none of another', async () => {
    const [topics, claims] = await Promise.all(
      ['/v1/topics?limit=1', '/v1/topics/params/claims?limit=1'].map((list) =>
        read<{ nextCursor: string }>(list),
      ),
    );
    await refusalAt(`/v1/sources?cursor=${encodeURIComponent(topics?.nextCursor ?? '')}`);
    await refusalAt(`/v1/topics/params-b/claims?cursor=${encodeURIComponent(claims?.nextCursor ?? '')}`);
  });

  test('damaged is refused on pages too', async () => {
    for (const path of ['/t/params/comments', `/t/params/comments/${thread}`])
      await refusalAt(`${path}?cursor=2025~x`);
  });
});
