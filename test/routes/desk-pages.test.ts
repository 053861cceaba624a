// Readers, doors, appeals, heat, the log, digests: what their forms change, and what their pages say.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DeskSite, openDesk } from '../workerd/desk.ts';
import { plainMaker } from '../workerd/digest-post.ts';
import { openFlood, record } from '../workerd/flood.ts';

let desk: DeskSite;

beforeAll(async () => {
  for (const topic of ['flood', 'second']) await openFlood(topic);
  await record('flood', 40);
  desk = openDesk();
  await desk.signIn();
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO readers (id, email, name, created) VALUES ('r1', 'r1', 'Reader <one>', '2026-01-01')",
    ),
    env.DB.prepare(
      `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
       VALUES ('c1', 'flood', 'c1', 'r1', 'Words.', 'rejected', '2026-11-23T08:00:00.000Z', 1)`,
    ),
    env.DB.prepare(
      "INSERT INTO comment_log VALUES ('c1', 1, '2026-11-23T08:00:00.000Z', 'author', NULL, 'rejected', 'x')",
    ),
    ...['a1', 'a2'].map((id) =>
      env.DB.prepare(
        "INSERT INTO appeals (id, comment, reader, at, body) VALUES (?, ?, 'r1', '2026-11-23', 'Look again <i>.')",
      ).bind(id, id === 'a1' ? 'c1' : null),
    ),
    env.DB.prepare(
      "INSERT INTO comment_spikes (topic, at, reason) VALUES ('flood', '2026-11-23', 'Ten times its past.')",
    ),
  ]);
});

const moderationLog = async (kind: string) =>
  (
    await env.DB.prepare(
      'SELECT actor, subject, action, reason FROM moderation_log WHERE kind = ? ORDER BY n',
    )
      .bind(kind)
      .all()
  ).results;
const first = (sql: string) => env.DB.prepare(sql).first();

test('a reader is suspended and let write again, each with who and why', async () => {
  const at = '/desk/readers/r1';
  expect(await desk.page(at)).toContain('Reader &lt;one>');
  const back = { back: at };
  expect(
    (await desk.form(at, { state: 'suspended', reason: 'Abuse.', ...back })).headers.get('Location'),
  ).toBe(at);
  expect(await first("SELECT state FROM readers WHERE id = 'r1'")).toEqual({ state: 'suspended' });
  expect((await desk.form(at, { state: 'suspended', reason: 'Again.' })).status).toBe(409);
  expect((await desk.form(at, { state: 'gone', reason: 'x' })).status).toBe(422);
  expect((await desk.form('/desk/readers/none', { state: 'suspended', reason: 'x' })).status).toBe(404);
  await desk.form(at, { state: 'active', reason: 'Promised.' });
  expect(await first("SELECT state FROM readers WHERE id = 'r1'")).toEqual({ state: 'active' });
  expect(await moderationLog('reader')).toEqual([
    { actor: 'editor token', subject: 'r1', action: 'suspended', reason: 'Abuse.' },
    { actor: 'editor token', subject: 'r1', action: 'active', reason: 'Promised.' },
  ]);
  expect(await desk.page(at)).toContain('Promised.');
});

describe('doors', () => {
  test.for(['held', 'closed', 'disabled', 'open'])('a topic is %s with its reason', async (policy) => {
    const reason = `Now ${policy}.`;
    expect((await desk.form('/desk/topics', { slug: 'flood', policy, reason })).status).toBe(303);
    expect(await first("SELECT state, reason FROM comments_policies WHERE topic = 'flood'")).toEqual({
      state: policy,
      reason,
    });
    expect(await first("SELECT state FROM comments_policies WHERE topic = 'second'")).toBeNull();
    expect(await desk.page('/desk/topics/flood')).toContain(reason);
  });

  test('several are held together in a crisis', async () => {
    await desk.form('/desk/topics', { slug: ['flood', 'second'], policy: 'held', reason: 'A raid.' });
    const { results } = await env.DB.prepare(
      'SELECT topic, state FROM comments_policies ORDER BY topic',
    ).all();
    expect(results).toEqual([
      { topic: 'flood', state: 'held' },
      { topic: 'second', state: 'held' },
    ]);
  });

  test('without a reason, a topic or a door nothing changes', async () => {
    for (const fields of [
      { slug: 'flood', policy: 'closed', reason: ' ' },
      { slug: 'flood', policy: 'ajar', reason: 'x' },
      { slug: 'flood', policy: 'closed', reason: 'x'.repeat(1_001) },
      { policy: 'closed', reason: 'x' },
    ])
      expect((await desk.form('/desk/topics', fields as Record<string, string>)).status).toBe(422);
    expect((await desk.form('/desk/topics', { slug: 'none', policy: 'closed', reason: 'x' })).status).toBe(
      404,
    );
    expect(await first("SELECT state FROM comments_policies WHERE topic = 'flood'")).toEqual({
      state: 'held',
    });
  });
});

test('an appeal granted puts the comment back where it stood; one denied leaves all as it is', async () => {
  const page = await desk.page('/desk/appeals');
  expect(page).toContain('Look again &lt;i>.');
  expect((await desk.form('/desk/appeals/a1', { verdict: 'granted', reason: '' })).status).toBe(422);
  expect((await desk.form('/desk/appeals/a1', { verdict: 'maybe', reason: 'x' })).status).toBe(422);
  expect(await first("SELECT state FROM comments WHERE id = 'c1'")).toEqual({ state: 'rejected' });
  expect((await desk.form('/desk/appeals/a1', { verdict: 'granted', reason: 'You are right.' })).status).toBe(
    303,
  );
  expect(await first("SELECT state FROM comments WHERE id = 'c1'")).toEqual({ state: 'pending' });
  await desk.form('/desk/appeals/a2', { verdict: 'denied', reason: 'It stays.' });
  expect((await desk.form('/desk/appeals/a2', { verdict: 'granted', reason: 'x' })).status).toBe(409);
  expect(await desk.page('/desk/appeals')).toContain('Nothing waits.');
  expect(await moderationLog('appeal')).toEqual([
    { actor: 'editor token', subject: 'a1', action: 'granted', reason: 'You are right.' },
    { actor: 'editor token', subject: 'a2', action: 'denied', reason: 'It stays.' },
  ]);
});

test('a heated topic is shown with its reason and let rank', async () => {
  expect(await desk.page('/desk')).toContain('Ten times its past.');
  expect((await desk.form('/desk/topics/flood/heat', { reason: 'A real event.' })).status).toBe(303);
  expect(await moderationLog('spike')).toEqual([
    { actor: 'editor token', subject: 'flood', action: 'lifted', reason: 'A real event.' },
  ]);
  expect((await desk.form('/desk/topics/flood/heat', { reason: 'x' })).status).not.toBe(303);
});

test('pages of the log hold every action once, newest first, also of one instant', async () => {
  const insert = env.DB.prepare(
    "INSERT INTO moderation_log (at, actor, kind, subject, action, reason) VALUES (?, 'm', 'policy', ?, 'held', 'x')",
  );
  const marks = Array.from({ length: 130 }, (_, n) => `mark-${n}`);
  await env.DB.batch(
    marks.map((mark, n) => insert.bind(`2026-11-20T00:${n < 60 ? '00' : '01'}:00.000Z`, mark)),
  );
  const seen: string[] = [];
  let path: string | undefined = '/desk/log';
  while (path) {
    const page: string = await desk.page(path);
    seen.push(...[...page.matchAll(/>policy (mark-\d+)</g)].map((match) => match[1] ?? ''));
    path = /href="([^"]+)">Earlier/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(marks.reverse());
});

describe('digests', () => {
  beforeAll(async () => {
    const run = env.DB.prepare(
      `INSERT INTO digest_runs (id, cadence, at, known_at, opened, expires, state, opened_by, candidates, paged, touched)
       VALUES (?1, 'daily', ?2, ?2, ?2, ?2, ?3, 'cron', ?4, 1, ?2)`,
    );
    const row = env.DB.prepare(
      `INSERT INTO outbox (run, subscriber, state, why, topics, lang, zone, at) VALUES (?, ?, ?, ?, '"*"', 'en', 'UTC', '')`,
    );
    const settled = ['sent', 'sent', 'skipped', 'suppressed', 'failed', 'uncertain'];
    await env.DB.batch([
      run.bind('run-done', '2026-11-22T08:00:00.000Z', 'done', 6),
      ...settled.map((state, n) =>
        row.bind('run-done', `s${n}`, state, state === 'skipped' ? 'nothing changed' : null),
      ),
    ]);
  });

  test('a run shows its ledger, and that it is balanced', async () => {
    const page = await desk.page('/desk/digests/run-done');
    expect(page).toContain('Balanced: every candidate has one outcome');
    expect(page).toContain('nothing changed');
    expect(page).not.toContain('http-equiv="refresh"');
    expect(await desk.page('/desk/digests')).toContain('run-done');
    expect((await desk.ask('/desk/digests/none')).status).toBe(404);
  });

  test('while it is sent, the page looks again by itself', async () => {
    await env.DB.batch([
      env.DB.prepare("UPDATE digest_runs SET state = 'open', candidates = 7 WHERE id = 'run-done'"),
      env.DB.prepare(
        "INSERT INTO outbox (run, subscriber, state, topics, lang, zone, at) VALUES ('run-done', 's9', 'ready', '\"*\"', 'en', 'UTC', '')",
      ),
    ]);
    for (const path of ['/desk/digests', '/desk/digests/run-done']) {
      const page = await desk.page(path);
      expect(page).toContain('http-equiv="refresh" content="5"');
      expect(page).toContain('<progress value="6" max="7">');
    }
    expect(await desk.page('/desk/digests/run-done')).toContain('Not balanced');
  });

  test('an admin sends to those who are due, once a minute; it is in the log', async () => {
    const sent: unknown[] = [];
    const admin = openDesk({
      digests: {
        maker: plainMaker,
        enqueue: async (messages) => void sent.push(...messages),
        log: () => undefined,
      },
    });
    await admin.signIn();
    expect((await admin.form('/desk/digests', { cadence: 'hourly' })).status).toBe(422);
    for (const action of ['opened', 'asked for again']) {
      const answer = await admin.form('/desk/digests', { cadence: 'weekly' });
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        '/desk/digests/digest-weekly-2026-11-23T0900Z',
      ]);
      expect(await admin.page('/desk/log')).toContain(action);
    }
    expect(sent).toHaveLength(1);
  });

  test('the digest due: where things stand for a first, what changed for a later one, nothing for a quiet one', async () => {
    const text = await desk.page('/desk/digests/preview');
    expect(text).toContain('This is where things stand.');
    expect(text).toContain('Ministry A');
    const since = await desk.page('/desk/digests/preview?since=2020-01-01T00:00:00Z&cadence=weekly');
    expect(since).toContain('1 change since 1 Jan 2020');
    expect(await desk.page('/desk/digests/preview?since=2999-01-01T00:00:00Z')).toContain(
      'would get no mail',
    );
    expect((await desk.ask('/desk/digests/preview?since=yesterday')).status).toBe(400);
    expect((await desk.ask('/desk/digests/preview?lang=%3Cb%3E')).status).toBe(400);
  });

  test('the HTML mail stands alone: no script, no frame, its own styles only', async () => {
    const answer = await desk.ask('/desk/digests/preview.html');
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await answer.text()).toContain('Ministry A');
  });
});
