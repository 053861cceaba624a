// An editor posts a claim: who may, what is refused, what is written once, and where it shows at the next read.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { claimBody, openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, read, send } from '../workerd/site.ts';

const SLUG = 'flood';
let first = '';

beforeAll(async () => {
  await openFlood(SLUG);
  first = await record(SLUG, 40);
});

const logRows = async () => (await env.DB.prepare('SELECT count(*) AS n FROM log').first<number>('n')) ?? 0;

/** Runs a writing that must change nothing in the log. */
async function unwritten<T>(writing: () => Promise<T>): Promise<T> {
  const before = await logRows();
  const result = await writing();
  expect(await logRows()).toBe(before);
  return result;
}

describe('a claim that is taken', () => {
  test('is answered with itself and its warnings, and shows on every face at the next read', async () => {
    const faces = [
      `/v1/topics/${SLUG}`,
      `/v1/embed?topics=${SLUG}`,
      `/card/${SLUG}`,
      `/card/${SLUG}.svg`,
      `/embed/${SLUG}`,
      `/t/${SLUG}`,
    ];
    const tags = new Map<string, string | null>();
    for (const face of faces) {
      const shown = await ask(face);
      tags.set(face, shown.headers.get('ETag'));
      expect([face, (await shown.text()).includes('7531')]).toEqual([face, false]);
    }
    const sent = await send('/v1/claims', claimBody(SLUG, 7531, { evidence: [], said: '2025-03-01' }));
    expect(sent.status).toBe(201);
    expect(sent.headers.get('Cache-Control')).toBe('no-store');
    expect(sent.body.claim).toMatchObject({
      id: sent.body.id,
      topic: SLUG,
      source: 'ministry-a',
      value: { kind: 'point', point: 7531, stated: '7531 people', lang: 'en' },
      said: { date: '2025-03-01', precision: 'day', inferred: false },
      status: 'current',
    });
    expect((sent.body.warnings as { code: string }[]).map(({ code }) => code)).toEqual([
      'no-address',
      'tenfold',
    ]);
    for (const face of faces) {
      const shown = await ask(face);
      expect([face, (await shown.text()).includes('7531')]).toEqual([face, true]);
      expect([face, shown.headers.get('ETag')]).not.toEqual([face, tags.get(face)]);
    }
    const { items } = await read<{ items: { id: string }[] }>(`/v1/topics/${SLUG}/claims`);
    expect(items[0]?.id).toBe(sent.body.id);
  });
});

describe('an Idempotency-Key', () => {
  test('sent twice writes once, and answers the same', async () => {
    const body = claimBody(SLUG, 41);
    const once = await send('/v1/claims', body, { key: 'k-1' });
    const twice = await unwritten(() => send('/v1/claims', body, { key: 'k-1' }));
    expect([twice.status, twice.text]).toEqual([201, once.text]);
    const id = once.body.id as string;
    const reason = { reason: 'It was never said.' };
    const voided = await send(`/v1/claims/${id}/void`, reason, { key: 'k-2' });
    const again = await unwritten(() => send(`/v1/claims/${id}/void`, reason, { key: 'k-2' }));
    expect([again.status, again.text]).toEqual([200, voided.text]);
  });

  test('sent with another body or to another address is refused', async () => {
    await send('/v1/claims', claimBody(SLUG, 42), { key: 'k-3' });
    for (const [path, body] of [
      ['/v1/claims', claimBody(SLUG, 43)],
      [`/v1/claims/${first}/void`, { reason: 'It was never said.' }],
    ] as const) {
      const sent = await unwritten(() => send(path, body, { key: 'k-3' }));
      expect([sent.status, (sent.body.errors as { path: string }[])[0]?.path]).toEqual([
        422,
        'Idempotency-Key',
      ]);
    }
  });

  test('of a refused write may be used for the mended one', async () => {
    expect((await send('/v1/claims', claimBody(SLUG, 44, { source: 'ghost' }), { key: 'k-4' })).status).toBe(
      422,
    );
    expect((await send('/v1/claims', claimBody(SLUG, 44), { key: 'k-4' })).status).toBe(201);
  });

  test('is kept for a write that had nothing to add', async () => {
    const body = topicOf(SLUG);
    const once = await unwritten(() => send('/v1/topics', body, { key: 'k-5' }));
    expect(once.status).toBe(201);
    const other = await unwritten(() =>
      send('/v1/topics', { ...body, title: 'Another title' }, { key: 'k-5' }),
    );
    expect(other.status).toBe(422);
  });

  test.for(['', 'x'.repeat(201)])('%j is no key', async (key) => {
    const sent = await unwritten(() => send('/v1/claims', claimBody(SLUG, 45), { key }));
    expect([sent.status, (sent.body.errors as { path: string }[])[0]?.path]).toEqual([
      400,
      'Idempotency-Key',
    ]);
  });
});

describe('who may not', () => {
  const doors = () => [
    '/v1/claims',
    '/v1/topics',
    '/v1/sources',
    '/v1/imports',
    '/v1/loads',
    ...['correct', 'void', 'retract', 'withhold'].map((what) => `/v1/claims/${first}/${what}`),
  ];

  test.for<[string, string | null]>([
    ['no token', null],
    ['an empty token', ''],
    ['another token', 'editor-token-of-the-testz'],
    ['a longer token', 'editor-token-of-the-tests-and-more'],
  ])('%s', async ([, token]) => {
    for (const policy of doors()) {
      // Even a body that is no JSON: a stranger learns nothing of what a body should be.
      for (const body of [claimBody(SLUG, 46), '{']) {
        const sent = await unwritten(() => send(policy, body, { token }));
        expect([policy, sent.status]).toEqual([policy, 401]);
        expect(sent.headers.get('WWW-Authenticate')).toMatch(/^Bearer /);
        expect(sent.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
        expect(sent.body).toMatchObject({ status: 401, type: '/about#unauthorised' });
      }
    }
  });

  test('a token in another scheme, or in the address', async () => {
    const body = JSON.stringify(claimBody(SLUG, 46));
    const token = env.EDITOR_TOKEN ?? '';
    for (const [query, headers] of [
      ['', { Authorization: `Basic ${btoa(`editor:${token}`)}` }],
      [`?token=${token}`, {}],
    ] as const) {
      const response = await unwritten(() => ask(`/v1/claims${query}`, { method: 'POST', headers, body }));
      await response.text();
      expect(response.status).toBe(401);
    }
  });
});

describe('a body that cannot be read', () => {
  test.for<[string, BodyInit, number]>([
    ['no JSON', '{', 400],
    ['nothing', '', 400],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['too large', `{"x":"${'x'.repeat(20_000_001)}"}`, 413],
  ])('%s', async ([, body, status]) => {
    const headers = { Authorization: `Bearer ${env.EDITOR_TOKEN}` };
    const response = await unwritten(() => ask('/v1/claims', { method: 'POST', headers, body }));
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect([response.status, ((await response.json()) as { status: number }).status]).toEqual([
      status,
      status,
    ]);
  });
});

test('an unnamed official never moves the institution’s row', async () => {
  await openFlood('official');
  await record('official', 40);
  await record('official', 90, { source: 'official-a', said: '2025-05-01' });
  const { sources } = await read<TopicView>('/v1/topics/official');
  expect(sources.map(({ id, within, estimates }) => [id, within, estimates[0]?.value?.point])).toEqual([
    ['official-a', 'ministry-a', 90],
    ['ministry-a', null, 40],
  ]);
});
