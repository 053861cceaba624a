// Pulls one thread through an adapter from the local server, and what every product must survive.
import { expect, test } from 'vitest';
import type { Late } from '../../src/domain/comments/ranking.ts';
import type { Adapter, Pulled } from '../../src/platform/adapters/adapter.ts';
import type { Limits } from '../../src/platform/guarded-fetch.ts';
import type { LocalServer } from './local-server.ts';

export const NOW = '2026-11-01T12:00:00.000Z';

export interface Asked {
  adapter: Adapter;
  server: LocalServer;
  settings: object;
  thread: string;
  key?: string;
}

export function pull(
  { adapter, server, settings, thread, key }: Asked,
  limits?: Partial<Limits>,
): Promise<Pulled> {
  const ask = limits ? server.asking(limits) : server.ask;
  return adapter.pull({ origin: 'news.example', thread, settings, key: key ?? null, ask, now: NOW });
}

export const count = (
  comments: number,
  commenters: number | null,
  lately: readonly Late[] | null = null,
): Pulled => ({ ok: true, count: { comments, commenters, countedAt: NOW, lately } });

/** The ways in which any server fails: each is a value with its reason, and none an exception. */
export function failsWell(asked: Asked): void {
  const { server } = asked;
  const html = { 'Content-Type': 'text/html; charset=utf-8' };

  test.for([
    ['rate-limited', { status: 429, body: 'Too Many Requests', headers: { ...html, 'Retry-After': '60' } }],
    ['refused', { status: 500, body: '<h1>Internal Server Error</h1>', headers: html }],
    ['refused', { status: 503, body: '', headers: html }],
    ['not-allowed', { status: 403, body: '<h1>Forbidden</h1>', headers: html }],
    ['no-thread', { status: 404, body: '<h1>Not found</h1>', headers: html }],
    ['content-type', { status: 200, body: '<h1>Welcome</h1>', headers: html }],
    ['malformed', { body: '' }],
    ['malformed', { body: '{"cou' }],
    ['malformed', { body: 'null' }],
    ['malformed', { body: '[[[]]]' }],
    ['malformed', { body: { count: -1, code: 0, response: { id: '1', posts: -1 }, data: { story: 7 } } }],
    ['malformed', { body: { count: 'many', code: 0, response: { id: 1, posts: 1e99 }, data: null } }],
    ['too-large', { body: JSON.stringify({ count: 1, pad: 'x'.repeat(1_000_000) }) }],
    ['scheme', { status: 302, headers: { Location: 'http://169.254.169.254/latest/meta-data' } }],
  ] as const)('%s: %j', async ([fault, said]) => {
    server.answers(() => said);
    // What is posted is redirected nowhere at all.
    const faults = fault === 'scheme' ? [fault, 'redirect'] : [fault];
    expect(await pull(asked)).toMatchObject({ ok: false, fault: expect.toBeOneOf(faults) });
  });

  test('a server that never answers', async () => {
    server.handles(() => undefined);
    expect(await pull(asked, { milliseconds: 30 })).toMatchObject({ ok: false, fault: 'too-slow' });
  });
}
