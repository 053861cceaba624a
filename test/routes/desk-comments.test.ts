// The queue: every action changes exactly what it says and is logged; hostile words are inert; pages hold everything once.
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DeskSite, openDesk } from '../workerd/desk.ts';
import { openFlood, record } from '../workerd/flood.ts';

let desk: DeskSite;
let claim: string;

beforeAll(async () => {
  for (const topic of ['flood', 'second', 'third']) await openFlood(topic);
  claim = await record('flood', 40);
  desk = openDesk();
  await desk.signIn();
  for (const id of ['r1', 'r2']) {
    await env.DB.prepare('INSERT INTO readers (id, email, name, created) VALUES (?1, ?1, ?2, ?3)')
      .bind(id, `Reader ${id}`, '2026-01-01T00:00:00.000Z')
      .run();
  }
});

interface Given {
  id: string;
  body?: string;
  state?: string;
  at?: string;
  reader?: string | null;
  topic?: string;
  claim?: string | null;
}

async function put({ id, body = 'Words.', state = 'pending', at, reader = 'r1', topic, claim: of }: Given) {
  const when = at ?? '2026-11-23T08:00:00.000Z';
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO comments (id, topic, claim, root, reader, body, state, held, at, blocked)
       VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, 'Held for a test.', ?7, ?8)`,
    ).bind(id, topic ?? 'flood', of ?? null, reader, body, state, when, state === 'approved' ? 0 : 1),
    env.DB.prepare("INSERT INTO comment_log VALUES (?, 1, ?, 'author', NULL, ?, 'Written.')").bind(
      id,
      when,
      state,
    ),
  ]);
}

const stateOf = (id: string) =>
  env.DB.prepare('SELECT state FROM comments WHERE id = ?').bind(id).first('state');
const logOf = async (id: string) =>
  (
    await env.DB.prepare(
      'SELECT actor, from_state, to_state, reason FROM comment_log WHERE comment = ? ORDER BY n',
    )
      .bind(id)
      .all()
  ).results.slice(1);
/** All states at once, to see that nothing else moved. */
const states = async () =>
  Object.fromEntries(
    (await env.DB.prepare('SELECT id, state FROM comments').all<{ id: string; state: string }>()).results.map(
      ({ id, state }) => [id, state],
    ),
  );
/** An instant later, so that each action is the last. */
const later = () => {
  desk.at = new Date(Date.parse(desk.at) + 1_000).toISOString();
};
const action = async (fields: Record<string, string | string[]>) => {
  later();
  return desk.form('/desk/comments', fields);
};

describe('one comment', () => {
  test.for([
    ['approve', 'pending', 'approved'],
    ['reject', 'pending', 'rejected'],
    ['remove', 'approved', 'removed'],
    ['hold', 'approved', 'pending'],
    ['restore', 'rejected', 'pending'],
    ['restore', 'removed', 'approved'],
  ] as const)('%s leads from %s to %s, and undo leads back', async ([what, from, to]) => {
    const id = `one-${what}-${from}`;
    await put({ id, state: from });
    const before = await states();
    const answer = await action({
      one: `${what}:${id}`,
      reason: 'Because.',
      back: '/desk/comments?show=approved',
    });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/comments?show=approved']);
    expect(await states()).toEqual({ ...before, [id]: to });
    expect(await logOf(id)).toEqual([
      { actor: 'editor token', from_state: from, to_state: to, reason: 'Because.' },
    ]);
    later();
    expect((await desk.form('/desk/undo', {})).status).toBe(303);
    expect(await states()).toEqual(before);
    expect(await logOf(id)).toHaveLength(2);
  });

  test.for([
    ['remove', 'pending'],
    ['approve', 'rejected'],
    ['restore', 'pending'],
    ['keep', 'approved'],
  ])('%s does not apply to one that is %s, and says so', async ([what, from]) => {
    const id = `not-${what}-${from}`;
    await put({ id, state: from ?? '' });
    const before = await states();
    const answer = await action({ one: `${what}:${id}` });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Nothing was changed.');
    expect(await states()).toEqual(before);
    expect(await logOf(id)).toEqual([]);
  });

  test('an unknown comment, action or none at all changes nothing', async () => {
    const before = await states();
    expect((await action({ one: 'approve:none' })).status).toBe(404);
    for (const fields of [{ one: 'explode:x' }, { one: 'constructor:x' }, { many: 'approve' }, {}])
      expect((await action(fields as Record<string, string>)).status).toBe(422);
    expect(await states()).toEqual(before);
  });
});

describe('many at once', () => {
  test('do one action to those chosen, and one undo leads them all back', async () => {
    for (const n of [1, 2, 3]) await put({ id: `bulk-${n}` });
    const before = await states();
    const answer = await action({ many: 'reject', id: ['bulk-1', 'bulk-3', 'bulk-3'], reason: 'spam' });
    expect(answer.status).toBe(303);
    expect(await states()).toEqual({ ...before, 'bulk-1': 'rejected', 'bulk-3': 'rejected' });
    expect(await desk.page('/desk/comments')).toContain('You rejected 2 comments');
    later();
    await desk.form('/desk/undo', {});
    expect(await states()).toEqual(before);
  });

  test('where one cannot, none is done', async () => {
    await put({ id: 'whole-1' });
    await put({ id: 'whole-2', state: 'removed' });
    const before = await states();
    expect((await action({ many: 'approve', id: ['whole-1', 'whole-2'] })).status).toBe(409);
    expect(await states()).toEqual(before);
  });

  test('undo leaves alone what another moderator has decided since', async () => {
    await put({ id: 'since-1' });
    await put({ id: 'since-2' });
    await action({ many: 'approve', id: ['since-1', 'since-2'] });
    await env.DB.batch([
      env.DB.prepare("UPDATE comments SET state = 'removed', blocked = 1, version = 3 WHERE id = 'since-1'"),
      env.DB.prepare(
        "INSERT INTO comment_log VALUES ('since-1', 3, ?, 'another', 'approved', 'removed', 'Abuse.')",
      ).bind(desk.at),
    ]);
    later();
    await desk.form('/desk/undo', {});
    expect([await stateOf('since-1'), await stateOf('since-2')]).toEqual(['removed', 'pending']);
  });
});

test('a reported comment that is kept leaves the queue, with who and why in the log', async () => {
  await put({ id: 'reported', state: 'approved', body: 'Reported words.' });
  await env.DB.prepare("INSERT INTO comment_reports VALUES ('reported', 'r2', ?, 'It is rude <b>.', NULL)")
    .bind(desk.at)
    .run();
  const page = await desk.page('/desk/comments');
  expect(page).toContain('Reported by readers');
  expect(page).toContain('It is rude &lt;b>.');
  expect((await action({ one: 'keep:reported', reason: 'Rude is allowed.' })).status).toBe(303);
  expect(await stateOf('reported')).toBe('approved');
  expect(await desk.page('/desk/comments')).not.toContain('Reported by readers');
  const log = await desk.page('/desk/log');
  expect(log).toContain('Rude is allowed.');
});

test.for<[what: string, body: string, shown: string]>([
  ['a script', '<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
  ['an image', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
  [
    'a link that runs',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;a href=&quot;javascript:alert(1)&quot;>x&lt;/a>',
  ],
  ['a quote to break out by', '"><svg onload=alert(1)>', '&quot;>&lt;svg onload=alert(1)>'],
  ['an override of direction', 'a\u202eb', 'a⟦U+202E⟧b'],
  ['piled marks', `z${'\u0301'.repeat(30)}`, `z${'\u0301'.repeat(4)}⟦…⟧`],
])('%s in a comment is shown and does nothing', async ([what, body, shown]) => {
  const id = `hostile-${what.replace(/ /g, '-')}`;
  await put({ id, body, topic: 'second' });
  for (const path of ['/desk/comments', `/desk/comments/${id}`, '/desk/readers/r1']) {
    const page = await desk.page(path);
    expect(page).toContain(shown);
    expect(page).not.toContain(body);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(img|svg)|href="javascript/);
  }
});

test('a row says topic, claim, author, when and why', async () => {
  await put({ id: 'told', claim, body: 'About the figure.', at: '2026-11-23T07:05:00.000Z' });
  const page = await desk.page('/desk/comments');
  const row = /<li id="c-told".*?<\/li>/s.exec(page)?.[0] ?? '';
  for (const part of [
    'A flood in a valley',
    'Ministry A',
    'Reader r1',
    '2026-11-23 07:05',
    'Held for a test.',
  ])
    expect(row).toContain(part);
});

test('pages of the queue hold every comment once, oldest first', async () => {
  await env.DB.prepare("UPDATE comments SET state = 'removed' WHERE state = 'pending'").run();
  const rows = Array.from({ length: 120 }, (_, n) => ({ id: `page-${String(n).padStart(3, '0')}`, n }));
  // Pairs share an instant: the id decides.
  for (const { id, n } of rows)
    await put({ id, topic: 'third', at: new Date(Date.UTC(2026, 10, 20, 0, n >> 1)).toISOString() });
  const seen: string[] = [];
  let path: string | undefined = '/desk/comments';
  while (path) {
    const page: string = await desk.page(path);
    seen.push(...[...page.matchAll(/<li id="c-(page-\d+)"/g)].map((match) => match[1] ?? ''));
    path = /href="([^"]+)">Later ones/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen).toEqual(rows.map(({ id }) => id));
});
