// What a read costs: D1's own count of rows read, on a topic of 20 claims and on one of 20,000.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import worker from '../../src/worker.ts';
import { countedDb } from '../workerd/counted-db.ts';
import { importsOf, sourcesOf } from '../workerd/many-claims.ts';
import { ORIGIN, TOKEN } from '../workerd/site.ts';

const { db, counts } = countedDb(env.DB);
const counted = { ...env, DB: db };

/** Asks as one who names himself, so that no answer kept in memory hides its cost. */
const asked = (path: string): Promise<Response> =>
  worker.fetch(
    new Request(`${ORIGIN}${path}`, { headers: { Authorization: 'none' } }) as Parameters<
      typeof worker.fetch
    >[0],
    counted,
  );

async function costOf(path: string): Promise<{ rows: number; text: string }> {
  const before = counts.read;
  const response = await asked(path);
  const text = await response.text();
  expect([path, response.status]).toEqual([path, 200]);
  return { rows: counts.read - before, text };
}

async function post(path: string, body: unknown): Promise<{ read: number; written: number }> {
  const before = { ...counts };
  const request = new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify(body),
  });
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], counted);
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
  return { read: counts.read - before.read, written: counts.written - before.written };
}

const VOICES = 40;
const imports: { claims: number; read: number; written: number }[] = [];

beforeAll(async () => {
  await post('/v1/sources', { items: sourcesOf(VOICES) });
  for (const [slug, count] of [
    ['few', 20],
    ['many', 20_000],
  ] as const) {
    for (const body of importsOf(slug, count, { sources: VOICES })) {
      imports.push({ claims: body.claims.length, ...(await post('/v1/imports', body)) });
    }
  }
}, 240_000);

test('every claim arrived', async () => {
  const { results } = await env.DB.prepare('SELECT topic, count(*) AS n FROM claims GROUP BY topic').all();
  expect(results).toEqual([
    { topic: 'few', n: 20 },
    { topic: 'many', n: 20_000 },
  ]);
});

test('an import writes as many rows as it brings, whatever stood before', () => {
  const large = imports.filter(({ claims }) => claims > 20);
  const perClaim = large.map(({ claims, written }) => written / claims);
  // The log's row, and the claim's with its four indexes; a few for the estimates that newer ones displace.
  for (const each of perClaim) expect(each).toBeLessThan(7);
  expect(Math.max(...perClaim) / Math.min(...perClaim)).toBeLessThan(1.2);
});

describe.for(['few', 'many'])('a topic of %s claims', (slug) => {
  test.for([
    '',
    '?known_at=2100-01-01T00:00:00Z',
    '?said_by=2020-01-02',
    '?scheme=acled',
    '?measure=killed',
    '?lang=ko',
    '?said_by=2020-01-02&scheme=acled&measure=killed&known_at=2100-01-01T00:00:00Z',
  ])('its view%s costs one row', async (query) => {
    const { rows, text } = await costOf(`/v1/topics/${slug}${query}`);
    expect(rows).toBe(1);
    expect((JSON.parse(text) as TopicView).sources.length).toBeGreaterThan(5);
  });

  test.for(['/v1/embed?topics=SLUG', '/embed/SLUG', '/card/SLUG', '/card/SLUG.svg'])(
    '%s costs one row',
    async (path) => {
      expect((await costOf(path.replace('SLUG', slug))).rows).toBe(1);
    },
  );

  test('its page costs three rows at most', async () => {
    for (const query of ['', '?said_by=2020-01-02'])
      expect((await costOf(`/t/${slug}${query}`)).rows).toBeLessThanOrEqual(3);
  });

  test('a page of its claims costs what it shows, not what there is', async () => {
    for (const query of ['', '&source=voice-1', '&measure=killed', '&source=voice-1&measure=wounded']) {
      const { rows, text } = await costOf(`/v1/topics/${slug}/claims?limit=5${query}`);
      const shown = (JSON.parse(text) as { items: unknown[] }).items.length;
      expect(shown).toBeGreaterThan(0);
      // Each once in its index and once in the table, one more to know whether a next page follows.
      expect([query, rows]).toEqual([query, Math.min(rows, 2 * (shown + 1) + 1)]);
    }
  });
});

test('a whole table costs each claim once in its index and once in the table, and is read as it is taken', async () => {
  const before = counts.read;
  const response = await asked('/v1/topics/many/claims.csv');
  const reader = response.body?.getReader();
  await reader?.read();
  // The view, and no more than a page ahead of the reader for each that waits between.
  expect(counts.read - before).toBeLessThan(4 * 2 * 1_002);
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    bytes += part.value.byteLength;
  expect(counts.read - before).toBeLessThan(2 * 20_000 + 100);
  expect(bytes).toBeGreaterThan(20_000 * 100);
  const { rows, text } = await costOf('/v1/topics/few/claims.csv');
  expect(text.trimEnd().split('\r\n')).toHaveLength(21);
  expect(rows).toBeLessThanOrEqual(2 * 20 + 2);
});

test('the front page costs three rows at most, and Most Commented one', async () => {
  expect((await costOf('/')).rows).toBeLessThanOrEqual(3);
  for (const path of ['/most-commented', '/v1/most-commented', '/v1/embed?list=7d:5']) {
    expect([path, (await costOf(path)).rows <= 1]).toEqual([path, true]);
  }
  await worker.scheduled(createScheduledController({ scheduledTime: new Date() }), counted);
  expect((await costOf('/most-commented')).rows).toBeLessThanOrEqual(1);
});

test('one more claim on 20,000 reads and writes a few dozen rows', async () => {
  const cost = await post('/v1/claims', {
    topic: 'many',
    measure: 'killed',
    source: 'voice-2',
    stance: 'states',
    value: { kind: 'point', point: 7, stated: '7 people' },
    said: '2026-01-01',
  });
  expect(cost.written).toBeLessThan(50);
  expect((await costOf('/v1/topics/many')).rows).toBe(1);
});
