// The log: appended to, never changed; read whole from its packed row; loud when a row is not what it should be.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../src/domain/record/entry.ts';
import { readLog, rebuildLog, storeLog } from '../../src/store/log.ts';
import { isFull, pack, partsOf, unpack } from '../../src/store/packed.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { send, sendWell } from '../workerd/site.ts';

const SLUG = 'flood';
let first = '';
const log = () => env.DB.prepare('SELECT * FROM log ORDER BY topic, revision, n').all();

beforeAll(async () => {
  await openFlood(SLUG);
  first = await record(SLUG, 40);
  await record(SLUG, 50, { source: 'ministry-b' });
  await sendWell(`/v1/claims/${first}/void`, { reason: 'It was never said.' });
});

test('holds one row an action: what is counted, the topic, each voice before its first claim, each claim, what became of it', async () => {
  const { results } = await log();
  expect(results.map((row) => JSON.parse(row.action as string).kind)).toEqual([
    'unit',
    'metric',
    'metric',
    'topic',
    'source',
    'claim',
    'source',
    'claim',
    'void',
  ]);
  expect(results.map(({ revision, n }) => [revision, n])).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 0],
    [2, 1],
    [3, 0],
    [3, 1],
    [4, 0],
  ]);
  expect(results.at(-1)?.claim).toBe(first);
});

test.for([
  "UPDATE log SET action = '{}'",
  "UPDATE log SET recorded = '2001-01-01' WHERE revision = 2",
  'UPDATE log SET revision = revision + 10',
  'DELETE FROM log',
  'DELETE FROM log WHERE revision = 4',
])('refuses %s', async (sql) => {
  const before = await log();
  await expect(env.DB.prepare(sql).run()).rejects.toThrow(/append-only/);
  expect((await log()).results).toEqual(before.results);
});

test('a withheld claim’s rows alone may change, and none may go', async () => {
  const id = await record(SLUG, 60, { source: 'ministry-c' });
  await sendWell(`/v1/claims/${id}/withhold`, { reason: 'A court ordered it.' });
  const remove = env.DB.prepare('DELETE FROM log WHERE claim = ?').bind(id).run();
  await expect(remove).rejects.toThrow(/append-only/);
  const other = env.DB.prepare("UPDATE log SET action = '{}' WHERE claim = ?").bind(first).run();
  await expect(other).rejects.toThrow(/append-only/);
});

test('the packed row is the log', async () => {
  expect(await readLog(env.DB, SLUG)).toEqual(await rebuildLog(env.DB, SLUG));
});

describe('a row that is not what it should be', () => {
  const insert = (topic: string, action: string) =>
    env.DB.prepare(
      "INSERT INTO log (topic, revision, n, recorded, actor, batch, claim, action) VALUES (?, 1, 0, '2025-01-01T00:00:00.000Z', 'test', NULL, NULL, ?)",
    )
      .bind(topic, action)
      .run();

  test('is never let in when it is no JSON', async () => {
    await expect(insert('broken', '{')).rejects.toThrow(/CHECK constraint failed/);
  });

  test('throws, with its topic and revision, when it does not fit the schema', async () => {
    await insert('strange', '{"kind":"claim","claim":{"id":"c-1"}}');
    await expect(rebuildLog(env.DB, 'strange')).rejects.toThrow(/log of strange, revision 1:.*source/s);
  });

  test('throws when the packed row is damaged, and the site says so without its details', async () => {
    const { body } = (await env.DB.prepare("SELECT body FROM records WHERE topic = 'flood'").first<{
      body: string;
    }>()) ?? { body: '' };
    const middle = Math.floor(body.length / 2);
    const damaged = body.slice(0, middle) + (body[middle] === 'A' ? 'B' : 'A') + body.slice(middle + 1);
    await env.DB.prepare("UPDATE records SET body = ? WHERE topic = 'flood'").bind(damaged).run();
    await expect(readLog(env.DB, SLUG)).rejects.toThrow();
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sent = await send(`/v1/claims/${first}/void`, { reason: 'It was never said.' });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    expect(sent.status).toBe(500);
    expect(sent.body).toMatchObject({ type: '/about#server-error', status: 500 });
    expect(sent.text).not.toMatch(/gzip|stack|Error:/i);
    await env.DB.prepare("UPDATE records SET body = ? WHERE topic = 'flood'").bind(body).run();
  });

  test('an older packing is made anew from the log', async () => {
    const kept = await readLog(env.DB, SLUG);
    const older = await pack(JSON.stringify({ shape: 0, entries: ['as they were'] }));
    await env.DB.prepare("UPDATE records SET body = ? WHERE topic = 'flood'").bind(older).run();
    expect(await readLog(env.DB, SLUG)).toEqual(kept);
    await env.DB.batch(await storeLog(env.DB, SLUG, kept));
  });
});

describe('a log too long for one row', () => {
  /** Text that gzip cannot shorten much. */
  const noise = (bytes: number) =>
    Array.from({ length: Math.ceil(bytes / 60_000) }, () =>
      btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(60_000)))),
    ).join('');

  test('is read whole from its parts', async () => {
    const action = { kind: 'source', source: { name: noise(3_000_000) } };
    const entries = [
      { revision: 1, recorded: '2025-01-01T00:00:00.000Z', batch: null, action },
    ] as unknown as Entry[];
    await env.DB.batch(await storeLog(env.DB, 'long', entries));
    const { results } = await env.DB.prepare(
      "SELECT part, length(body) AS n FROM records WHERE topic = 'long'",
    ).all<{ part: number; n: number }>();
    expect(results.map(({ part }) => part)).toEqual([0, 1, 2]);
    for (const { n } of results) expect(n).toBeLessThanOrEqual(1_900_000);
    expect(await readLog(env.DB, 'long')).toEqual(entries);
    await env.DB.batch(await storeLog(env.DB, 'long', []));
    expect(await readLog(env.DB, 'long')).toEqual([]);
  });

  test('a text that fills its part to the last letter ends there', async () => {
    const [part = ''] = partsOf('x'.repeat(5_000_000));
    expect(isFull(part)).toBe(true);
    expect(partsOf(part)).toEqual([part]);
    expect(await unpack(await pack(part))).toBe(part);
  });
});
