// One write: all of it or nothing, in any company, and the same however often its views are made anew.
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { project } from '../../src/app/record/projection.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { readView } from '../../src/store/views.ts';
import { refreshTopic } from '../../src/store/write.ts';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { read, send, sendWell } from '../workerd/site.ts';

const TABLES = ['log', 'records', 'views', 'topics', 'claims', 'changes', 'documents', 'idempotency'];
const view = (slug: string) => read<TopicView>(`/v1/topics/${slug}`);

async function everything(): Promise<unknown> {
  const dumps = TABLES.map(async (table) => [
    table,
    (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results,
  ]);
  return Object.fromEntries((await Promise.all(dumps)) as [string, unknown][]);
}

describe('writers who race', () => {
  test('all land, each at a revision and an instant of its own, and the view holds them all', async () => {
    await openFlood('race');
    const points = Array.from({ length: 20 }, (_, at) => 100 + at);
    const sent = await Promise.all(
      points.map((point) =>
        send('/v1/claims', claimBody('race', point, { source: 'ministry-b', said: `2025-01-${point - 88}` })),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(points.map(() => 201));
    const { results } = await env.DB.prepare(
      "SELECT revision, recorded, action ->> '$.claim.value.point' AS at FROM log WHERE topic = 'race' AND claim IS NOT NULL ORDER BY revision",
    ).all<{ revision: number; recorded: string; at: number }>();
    expect(results.map(({ revision }) => revision)).toEqual(points.map((_, at) => at + 2));
    expect(results.map(({ at }) => at).sort()).toEqual(points);
    expect(new Set(results.map(({ recorded }) => recorded)).size).toBe(points.length);
    const shown = await view('race');
    expect(shown.topic.revision).toBe(21);
    expect(shown.statements).toHaveLength(20);
    expect(shown.sources[0]?.estimates[0]?.value?.point).toBe(119);
    expect((await read<{ items: unknown[] }>('/v1/topics/race/claims')).items).toHaveLength(20);
  });

  test('one Idempotency-Key sent ten times at once is written once', async () => {
    await openFlood('key-race');
    const body = claimBody('key-race', 7);
    const sent = await Promise.all(
      Array.from({ length: 10 }, () => send('/v1/claims', body, { key: 'one' })),
    );
    expect(new Set(sent.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    expect((await view('key-race')).statements).toHaveLength(1);
  });

  test('writers of two topics do not hinder each other, and the front page shows both', async () => {
    await Promise.all([
      openFlood('left', { title: 'The left flood' }),
      openFlood('right', { title: 'The right flood' }),
    ]);
    await Promise.all([record('left', 1), record('right', 2)]);
    const front = await env.DB.prepare("SELECT body FROM documents WHERE name = 'front'").first<string>(
      'body',
    );
    expect(front).toContain('The left flood');
    expect(front).toContain('The right flood');
  });
});

describe('a write that fails half-way', () => {
  // Each is the last thing that a batch writes to one table, so that all before it has to be undone.
  test.for(TABLES.filter((table) => table !== 'idempotency'))('on %s leaves nothing', async (table) => {
    const slug = `half-${table}`;
    await openFlood(slug);
    await record(slug, 40);
    const before = await everything();
    await env.DB.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
    );
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const sent = await send('/v1/claims', claimBody(slug, 50, { source: 'ministry-b' }), { key: slug });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
    await env.DB.exec('DROP TRIGGER broken');
    expect(sent.status).toBe(500);
    expect(sent.text).not.toContain('the disk is full');
    expect(await everything()).toEqual(before);
    // The key was not spent on the failure.
    expect(
      (await send('/v1/claims', claimBody(slug, 50, { source: 'ministry-b' }), { key: slug })).status,
    ).toBe(201);
  });
});

describe('views made anew', () => {
  const kinds = ['topic', 'history'] as const;
  const held = (slug: string) => Promise.all(kinds.map((kind) => readView(env.DB, slug, kind)));

  test('are the same views, with the same validators', async () => {
    await openFlood('anew');
    const id = await record('anew', 40);
    await record('anew', 60, { said: '2025-02-01' });
    await sendWell(`/v1/claims/${id}/correct`, {
      reason: 'A misprint of ours.',
      claim: { said: '2025-01-09' },
    });
    const before = [await held('anew'), await everything()];
    await refreshTopic(env.DB, 'anew', project);
    const after = [await held('anew'), await everything()] as typeof before;
    expect(after[0]).toEqual(before[0]);
    expect((after[1] as { claims: unknown }).claims).toEqual((before[1] as { claims: unknown }).claims);
    expect((after[1] as { log: unknown }).log).toEqual((before[1] as { log: unknown }).log);
  });

  test('happen at the next read of one that another release made', async () => {
    await openFlood('stale');
    await record('stale', 40);
    const fresh = await held('stale');
    await env.DB.prepare(
      "UPDATE views SET shape = 'an older release', body = (SELECT body FROM views WHERE topic = 'anew' AND kind = 'topic') WHERE topic = 'stale'",
    ).run();
    expect((await read<TopicView>('/v1/topics/stale?made=anew')).topic.slug).toBe('stale');
    expect(await held('stale')).toEqual(fresh);
  });

  test('never replace what a writer stored meanwhile', async () => {
    await openFlood('overtaken');
    await record('overtaken', 40);
    const slow: typeof project = (entries, before) => ({
      ...project(entries, before),
      shape: 'slow',
    });
    const db = overtaking(env.DB, () => record('overtaken', 60, { source: 'ministry-b' }));
    await refreshTopic(db, 'overtaken', slow);
    const [topic] = await held('overtaken');
    expect(topic?.revision).toBe(3);
    expect(topic?.shape).not.toBe('slow');
    expect((JSON.parse(topic?.text ?? '') as TopicView).sources).toHaveLength(2);
  });
});

/** A database before whose first batch another writer comes. */
function overtaking(db: D1Database, first: () => Promise<unknown>): D1Database {
  let came = false;
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      if (!came) await first();
      came = true;
      return db.batch(statements);
    },
  } as unknown as D1Database;
}
