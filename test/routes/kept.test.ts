// Which answers the isolate may give again, as each route says, and that whatever may write empties its memory.
import { createMessageBatch, createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import worker from '../../src/worker.ts';
import { loadReal } from '../workerd/real-data.ts';
import { ask } from '../workerd/site.ts';

const SLUG = 'north-korean-casualties-kursk';

beforeAll(() => loadReal([SLUG]));

/** Statements that the database is given while a path is asked. */
async function statementsOf(path: string, init?: RequestInit): Promise<number> {
  const prepared = vi.spyOn(env.DB, 'prepare');
  try {
    await (await ask(path, init)).arrayBuffer();
    return prepared.mock.calls.length;
  } finally {
    prepared.mockRestore();
  }
}

describe('given again within the second', () => {
  test.for([
    '/',
    `/t/${SLUG}`,
    `/card/${SLUG}.svg`,
    `/embed/${SLUG}`,
    '/most-commented',
    '/corrections',
    '/v1/topics',
    `/v1/topics/${SLUG}`,
    `/v1/topics/${SLUG}/changes`,
    `/v1/topics/${SLUG}/feed.atom`,
    `/v1/topics/${SLUG}/comments`,
    `/v1/embed?topics=${SLUG}`,
  ])('%s', async (path) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    try {
      expect(await statementsOf(path)).toBeGreaterThan(0);
      expect(await statementsOf(path)).toBe(0);
      expect(await statementsOf(path, { headers: { Cookie: 'other=1' } })).toBeGreaterThan(0);
      expect(await statementsOf(path, { headers: { Authorization: 'Bearer x' } })).toBeGreaterThan(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('made each time', () => {
  test.for(['/healthz', `/v1/topics/${SLUG}/claims.csv`, '/u/nothing', '/digests/nothing?token=x'])(
    '%s',
    async (path) => {
      const before = await statementsOf(path);
      expect(await statementsOf(path)).toBe(before);
    },
  );
});

describe('whatever may write is followed by an empty memory', () => {
  const path = `/v1/topics/${SLUG}`;
  const post = (to: string) => ask(to, { method: 'POST', body: '{}' });
  const writes: [string, () => Promise<unknown>][] = [
    ['a body that is refused', () => post('/v1/counts')],
    ['a form', () => post('/readers/sign-in')],
    ['a method that no route takes', () => post('/method')],
    ['the clock', () => worker.scheduled(createScheduledController({ scheduledTime: new Date() }), env)],
    ['a queue', () => worker.queue(createMessageBatch('by-source-digest', []), env)],
  ];
  test.for(writes)('%s', async ([, write]) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    try {
      await statementsOf(path);
      expect(await statementsOf(path)).toBe(0);
      await write();
      expect(await statementsOf(path)).toBeGreaterThan(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('but not a preflight, which writes nothing', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    try {
      await statementsOf(path);
      await ask('/v1/counts', { method: 'OPTIONS' });
      expect(await statementsOf(path)).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
