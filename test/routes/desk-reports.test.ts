// Reports and appeals at the desk: paced by reader, shown by comment with their number, so that many hide nothing.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { REPORT_PACES } from '../../src/domain/comments/moderation.ts';
import { openDesk } from '../workerd/desk.ts';
import { openFlood } from '../workerd/flood.ts';
import { sendAs, signIn, write } from '../workerd/readers.ts';

const TOPIC = 'reports-talk';
beforeAll(() => openFlood(TOPIC));

/** Reports straight into the table: as many readers as it takes. */
const flood = (comment: string, many: number, reason: (n: number) => string, at: string) =>
  env.DB.batch(
    Array.from({ length: many }, (_, n) =>
      env.DB.prepare('INSERT INTO comment_reports (comment, reader, at, reason) VALUES (?, ?, ?, ?)').bind(
        comment,
        `crowd-${n}`,
        at,
        reason(n),
      ),
    ),
  );

async function openQueue() {
  const desk = openDesk();
  await desk.signIn();
  return desk;
}
const rowOf = (page: string, id: string) => page.split(`id="c-${id}"`)[1]?.split('<li id="c-')[0] ?? '';

test('two hundred reports of one comment hide neither another comment’s nor one another’s reasons', async () => {
  const author = await signIn('writer');
  const [loud, quiet] = [await write(author, TOPIC, 'Loud.'), await write(author, TOPIC, 'Quiet.')];
  await flood(loud, 200, (n) => (n % 4 === 0 ? `reason ${n}` : 'spam'), '2026-11-20T00:00:00.000Z');
  const reporter = await signIn('reporter');
  const sent = await sendAs(reporter, `/v1/comments/${quiet}/report`, { reason: 'names my child' });
  expect(sent.status).toBe(202);
  const desk = await openQueue();
  for (const path of ['/desk/comments', '/desk/comments?show=reported']) {
    const page = await desk.page(path);
    expect(rowOf(page, loud)).toContain('200 reports');
    expect(rowOf(page, loud)).toContain('spam</bdi> (150 times)');
    expect(rowOf(page, loud)).toContain('41 more, each for another reason');
    expect(rowOf(page, quiet)).toContain('1 report<');
    expect(rowOf(page, quiet)).toContain('names my child');
  }
  expect(await desk.page('/desk')).toMatch(/Comments reported<\/a><\/th><td>2</);
});

test('more reported comments than a page shows are all reached, once each, and kept or removed at once', async () => {
  const author = await signIn('prolific');
  const ids: string[] = [];
  const template = await write(author, TOPIC, 'One of many.');
  for (let n = 0; n < 60; n++) {
    const id = `many-${String(n).padStart(2, '0')}`;
    ids.push(id);
    await env.DB.prepare(
      `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
       SELECT ?1, topic, ?1, reader, ?1, 'approved', at, 0 FROM comments WHERE id = ?2`,
    )
      .bind(id, template)
      .run();
    await flood(id, 2, () => 'spam', '2026-11-21T00:00:00.000Z');
  }
  const desk = await openQueue();
  const seen: string[] = [];
  let path: string | undefined = '/desk/comments?show=reported';
  while (path) {
    const page: string = await desk.page(path);
    seen.push(...[...page.matchAll(/id="c-(many-\d+)"/g)].map((match) => match[1] ?? ''));
    path = /href="(\/desk\/comments\?show=reported&amp;cursor=[^"]+)"/
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(ids);
  expect(
    (await desk.form('/desk/comments', { many: 'keep', id: ids.slice(0, 30), reason: 'Fine.' })).status,
  ).toBe(303);
  expect(
    (await desk.form('/desk/comments', { many: 'remove', id: ids.slice(30), reason: 'Spam.' })).status,
  ).toBe(303);
  expect(await desk.page('/desk/comments?show=reported')).not.toContain('many-');
});

test('a comment that went back to the queue is not counted among those reported and shown', async () => {
  const author = await signIn('held-author');
  const id = await write(author, TOPIC, 'Held later.');
  await flood(id, 3, () => 'spam', '2026-11-22T00:00:00.000Z');
  await env.DB.prepare("UPDATE comments SET state = 'pending', blocked = 1 WHERE id = ?").bind(id).run();
  const page = await (await openQueue()).page('/desk/comments');
  expect(page.split(`id="c-${id}"`)).toHaveLength(2);
  expect(rowOf(page, id)).toContain('3 reports');
});

test('a reader reports at a pace; saying the same again costs nothing', async () => {
  const [author, busy] = [await signIn('target'), await signIn('busy')];
  const first = await write(author, TOPIC, 'Mark 0.');
  const [{ most }] = REPORT_PACES;
  for (let n = 0; n < most; n++) {
    const id = n === 0 ? first : `marked-${n}`;
    if (n > 0)
      await env.DB.prepare(
        `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
         SELECT ?1, topic, ?1, reader, body, 'approved', at, 0 FROM comments WHERE id = ?2`,
      )
        .bind(id, first)
        .run();
    expect((await sendAs(busy, `/v1/comments/${id}/report`, {})).status).toBe(202);
  }
  expect((await sendAs(busy, `/v1/comments/${first}/report`, { reason: 'again' })).status).toBe(202);
  const last = await write(await signIn('another'), TOPIC, 'One too many.');
  const refused = await sendAs(busy, `/v1/comments/${last}/report`, {});
  expect([refused.status, refused.body.detail]).toEqual([
    429,
    `You reported ${most} comments within an hour; wait a little.`,
  ]);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(3_000);
  expect((await sendAs(await signIn('calm'), `/v1/comments/${last}/report`, {})).status).toBe(202);
});

test('a reader appeals at a pace, and many appeals leave the others in reach', async () => {
  const sad = await signIn('sad');
  for (let n = 0; n < 6; n++) {
    const id = `plea-${n}`;
    await env.DB.prepare(
      `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
       VALUES (?1, ?2, ?1, 'sad', 'Plea.', 'removed', '2026-11-22', 1)`,
    )
      .bind(id, TOPIC)
      .run();
    const sent = await sendAs(sad, `/v1/comments/${id}/appeal`, { body: `Please, ${n}.` });
    expect([n, sent.status]).toEqual([n, n < 5 ? 201 : 429]);
  }
  await env.DB.batch(
    Array.from({ length: 55 }, (_, n) =>
      env.DB.prepare(
        "INSERT INTO appeals (id, reader, at, body) VALUES (?1, ?1, '2026-11-01', 'Crowd.')",
      ).bind(`appeal-${n}`),
    ),
  );
  const desk = await openQueue();
  const page = await desk.page('/desk/appeals');
  expect(page).not.toContain('Please, 4.');
  const next = /href="(\/desk\/appeals\?cursor=[^"]+)"/.exec(page)?.[1] ?? '';
  expect(await desk.page(next)).toContain('Please, 4.');
});
