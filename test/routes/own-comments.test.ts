// One's own comments: where they stand after sending, what a held one answers, taking one back, never reporting it.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { openFlood } from '../workerd/flood.ts';
import { after, type MailSite, openMailSite, signIn } from '../workerd/mail-site.ts';
import { send } from '../workerd/site.ts';

const [LONG, MANY, BACK] = ['own-long', 'own-many', 'own-back'];
beforeAll(async () => {
  for (const topic of [LONG, MANY, BACK]) await openFlood(topic);
});

async function reader(site: MailSite, name: string, approved = 5) {
  const email = `${crypto.randomUUID()}@example.org`;
  const session = await signIn(site, email, name);
  await env.DB.prepare('UPDATE readers SET approved = ? WHERE email = ?').bind(approved, email).run();
  const { cookie, token } = session;
  const post = async (topic: string, body: string, fields: Record<string, string> = {}) => {
    site.at = after(site.at, 30);
    const response = await site.post(`/t/${topic}/comments`, { token, body, ...fields }, { cookie });
    const location = response.headers.get('Location') ?? '';
    return { status: response.status, location, id: /#comment-(.+)$/.exec(location)?.[1] ?? '' };
  };
  const page = async (path: string) =>
    (await site.ask(path.split('#')[0] ?? '', { headers: { Cookie: cookie } })).text();
  const send = (path: string, fields: Record<string, string> = {}) =>
    site.post(path, { token, ...fields }, { cookie });
  const api = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    site.postJson(path, body, { Cookie: cookie, ...headers });
  return { email, cookie, token, post, page, send, api };
}

test('whoever answers lands where the answer stands, in a thread of any length', async () => {
  const site = openMailSite();
  const [ann, crowd] = [await reader(site, 'Ann'), await reader(site, 'Crowd')];
  const first = await ann.post(LONG, 'The first.');
  const rows = Array.from({ length: 150 }, (_, n) =>
    env.DB.prepare(
      `INSERT INTO comments (id, topic, parent, root, reader, body, state, at, blocked)
       SELECT ?1, topic, id, id, (SELECT id FROM readers WHERE email = ?5), ?2, 'approved', ?3, 0 FROM comments WHERE id = ?4`,
    ).bind(
      `reply-${n}`,
      `Answer ${n}`,
      `2026-11-23T12:${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}.000Z`,
      first.id,
      crowd.email,
    ),
  );
  await env.DB.batch(rows);
  site.at = '2026-11-23T13:00:00.000Z';
  for (const parent of [first.id, 'reply-3', 'reply-149']) {
    const sent = await ann.post(LONG, `To ${parent}.`, { parent });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(new RegExp(`^/t/${LONG}/comments/${first.id}\\?cursor=.+#comment-`));
    const html = await ann.page(sent.location);
    expect(html).toContain(`id="comment-${sent.id}"`);
    expect(html).toContain(`To ${parent}.`);
  }
});

test('a thread that is not on the first page is where its answers lead', async () => {
  const site = openMailSite();
  const ann = await reader(site, 'Ann');
  const old = await ann.post(MANY, 'The oldest thread.');
  expect(old.location).toBe(`/t/${MANY}#comment-${old.id}`);
  for (let n = 0; n < 25; n++) await ann.post(MANY, `Thread ${n}.`);
  const sent = await ann.post(MANY, 'Late, but here.', { parent: old.id });
  expect(sent.location).toBe(`/t/${MANY}/comments/${old.id}#comment-${sent.id}`);
  expect(await ann.page(sent.location)).toContain(`id="comment-${sent.id}"`);
});

test('a held answer says whom and what it answers, on the topic’s page and at its own address', async () => {
  const site = openMailSite();
  const [ann, bob] = [await reader(site, 'Ann'), await reader(site, 'Bob', 0)];
  const first = await ann.post(BACK, 'How many <b>were</b> there?');
  const held = await bob.post(BACK, 'Nobody knows.', { parent: first.id });
  expect(held.location).toBe(`/t/${BACK}#comment-${held.id}`);
  const html = await bob.page(held.location);
  expect(html).toContain(`id="comment-${held.id}"`);
  const own = html.slice(html.indexOf(`id="comment-${held.id}"`)).split('</article>')[0];
  expect(own).toContain('In answer to');
  expect(own).toContain(`href="/t/${BACK}/comments/${first.id}"`);
  expect(own).toContain('<bdi>Ann</bdi>');
  expect(own).toContain('How many &lt;b>were&lt;/b> there?');
  const alone = await bob.page(`/t/${BACK}/comments/${held.id}`);
  expect(alone).toContain('Held for review.');
  expect(alone).toContain('How many');
  expect((await site.ask(`/t/${BACK}/comments/${held.id}`)).status).toBe(404);
  expect((await site.ask(`/t/${BACK}/comments/${held.id}`, { headers: { Cookie: ann.cookie } })).status).toBe(
    404,
  );
});

test('one’s own comment can be taken back and not reported; another’s can be reported and not taken back', async () => {
  const site = openMailSite();
  const [ann, bob] = [await reader(site, 'Ann'), await reader(site, 'Bob')];
  const first = await ann.post(BACK, 'I will regret this.');
  const answer = await bob.post(BACK, 'An answer.', { parent: first.id });
  const path = `/t/${BACK}/comments/${first.id}`;
  const [mine, theirs] = [await ann.page(`/t/${BACK}`), await bob.page(`/t/${BACK}`)];
  expect([mine.includes(`${path}/take-back"`), mine.includes(`${path}/report"`)]).toEqual([true, false]);
  expect([theirs.includes(`${path}/take-back"`), theirs.includes(`${path}/report"`)]).toEqual([false, true]);
  expect((await ann.send(`${path}/report`)).status).toBe(409);
  expect((await bob.send(`${path}/take-back`)).status).toBe(404);
  expect((await bob.api(`/v1/comments/${first.id}/take-back`)).status).toBe(404);
  expect((await ann.send(`${path}/take-back`, { token: 'x' })).status).toBe(403);
  const back = await ann.send(`${path}/take-back`);
  expect([back.status, back.headers.get('Location')]).toEqual([303, `/t/${BACK}#comment-${first.id}`]);
  const list = (await (await site.ask(`/v1/topics/${BACK}/comments`)).json()) as {
    items: { id: string; body: string | null; replies: { id: string }[] }[];
  };
  const thread = list.items.find(({ id }) => id === first.id);
  expect(thread).toMatchObject({ body: null, name: null, author: null, gone: 'Removed by its author.' });
  expect(thread?.replies.map(({ id }) => id)).toContain(answer.id);
  expect((await ann.send(`${path}/take-back`)).status).toBe(404);
  const log = await env.DB.prepare('SELECT actor, reason FROM comment_log WHERE comment = ? ORDER BY n')
    .bind(first.id)
    .all<{ actor: string; reason: string }>();
  expect(log.results.at(-1)).toEqual({ actor: 'author', reason: 'Taken back by its author.' });
  expect((await send(`/v1/comments/${first.id}/hold`, {})).status).toBe(409);
});

test('nothing of a comment taken back is kept, neither as an answer for a repeated request nor on a kept page', async () => {
  const site = openMailSite();
  const ann = await reader(site, 'Ann');
  const body = 'Words of marigold.';
  const once = { 'Idempotency-Key': 'marigold' };
  const posted = (await (await ann.api(`/v1/topics/${BACK}/comments`, { body }, once)).json()) as {
    id: string;
  };
  await site.ask(`/t/${BACK}`);
  expect((await ann.api(`/v1/comments/${posted.id}/take-back`)).status).toBe(200);
  for (const table of ['comments', 'comment_pages', 'idempotency', 'comment_log']) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
    expect([table, JSON.stringify(results).includes('marigold.')]).toEqual([table, false]);
  }
  const again = await ann.api(`/v1/topics/${BACK}/comments`, { body }, once);
  expect([again.status, await again.json()]).toMatchObject([
    201,
    { id: posted.id, body: '', state: 'removed' },
  ]);
});

test('a held comment taken back waits no more, and taking back buys no faster pace', async () => {
  const site = openMailSite();
  const bob = await reader(site, 'Bob', 0);
  for (let n = 0; n < 10; n++) {
    const sent = await bob.api(`/v1/topics/${BACK}/comments`, { body: `Try ${n}.` });
    expect([n, sent.status]).toEqual([n, 201]);
    const { id } = (await sent.json()) as { id: string };
    expect((await bob.api(`/v1/comments/${id}/take-back`)).status).toBe(200);
    expect((await send(`/v1/comments/${id}/approve`, {})).status).toBe(409);
  }
  expect((await bob.api(`/v1/topics/${BACK}/comments`, { body: 'Once more.' })).status).toBe(429);
});
