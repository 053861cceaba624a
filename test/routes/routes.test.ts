// Every route that is read: what a browser, a cache and another site's script may rely on.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReal } from '../workerd/real-data.ts';
import { ask } from '../workerd/site.ts';
import { ROUTES, SLUG } from './read-routes.ts';

beforeAll(() => loadReal([SLUG]));

describe.for(ROUTES)('GET %s', ([path, type, tag]) => {
  test('answers with its type, a strong validator, and leave to keep and to read it', async () => {
    const response = await ask(path);
    const body = await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(body.byteLength).toBeGreaterThan(30);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('ETag')).toMatch(/^"[\w-]{10,}"$/);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=300');
    expect(response.headers.get('Cache-Tag')).toBe(tag);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('spares who holds it already', async () => {
    const first = await ask(path);
    await first.arrayBuffer();
    const etag = first.headers.get('ETag') ?? '';
    for (const held of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
      const again = await ask(path, { headers: { 'If-None-Match': held } });
      expect([held, again.status]).toEqual([held, 304]);
      expect(await again.text()).toBe('');
      expect(again.headers.get('ETag')).toBe(etag);
      expect(again.headers.get('Cache-Control')).toBe('public, max-age=30, stale-while-revalidate=300');
      expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    const other = await ask(path, { headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
    expect((await other.arrayBuffer()).byteLength).toBeGreaterThan(30);
  });

  test('answers HEAD with the same headers and no body', async () => {
    const got = await ask(path);
    await got.arrayBuffer();
    const head = await ask(path, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['Content-Type', 'ETag', 'Cache-Control', 'Access-Control-Allow-Origin'])
      expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
  });

  test('takes no other method, and says which it takes', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const takesPosts = /^\/v1\/(topics|sources|metrics|units|.*\/comments)$/.test(path);
      if (method === 'POST' && takesPosts) continue;
      const response = await ask(path, { method, ...(method === 'DELETE' ? {} : { body: '{}' }) });
      expect([method, response.status]).toEqual([method, 405]);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
      expect(response.headers.get('Allow')).toBe(
        takesPosts ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS',
      );
      expect(await response.json()).toMatchObject({ status: 405, title: expect.any(String) });
    }
  });

  test('lets another site’s script ask first', async () => {
    const response = await ask(path, {
      method: 'OPTIONS',
      headers: { Origin: 'https://paper.example', 'Access-Control-Request-Method': 'GET' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Allow-Methods')).toContain('GET');
    expect(response.headers.get('Access-Control-Allow-Headers')).toContain('If-None-Match');
  });
});

test('one asker’s 304 is never another’s, however close together they ask', async () => {
  const path = `/v1/topics/${SLUG}?measure=killed`;
  const first = await ask(path);
  const text = await first.text();
  const held = { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } };
  // Another address for the same answer, so that it is made anew by whoever comes first.
  const anew = `${path}&lang=en`;
  const [sparing, whole] = await Promise.all([ask(anew, held), ask(anew)]);
  expect([sparing.status, whole.status]).toEqual([304, 200]);
  expect(await whole.text()).toBe(text);
});

test('health is asked each time and never kept', async () => {
  const response = await ask('/healthz');
  expect(response.status).toBe(200);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await response.json()).toEqual({ status: 'ok' });
});

describe('an address with a slash too many leads to the page', () => {
  test.each([
    [`/t/${SLUG}/`, `/t/${SLUG}`],
    [`/t/${SLUG}//?said_by=2024-12-17`, `/t/${SLUG}?said_by=2024-12-17`],
    [`/embed/${SLUG}/?limit=3`, `/embed/${SLUG}?limit=3`],
    [`/card/${SLUG}/`, `/card/${SLUG}`],
    ['/most-commented/?window=7d', '/most-commented?window=7d'],
    ['/method/', '/method'],
    ['/v1/topics/', '/v1/topics'],
  ])('%s', async (path, meant) => {
    const response = await ask(path, { redirect: 'manual' });
    const to = new URL(response.headers.get('Location') ?? '', 'http://other.example');
    expect([response.status, to.pathname + to.search]).toEqual([301, meant]);
  });

  test('and never to another site', async () => {
    for (const path of ['//elsewhere.example/', '/nothing-here/', `//t/${SLUG}/`]) {
      const response = await ask(path, { redirect: 'manual' });
      expect([path, response.status, response.headers.get('Location')]).toEqual([path, 404, null]);
    }
    expect((await ask('/v1/topics/', { method: 'POST', redirect: 'manual' })).status).not.toBe(301);
  });
});
