// What hostile hands write as comments: refused in a sentence, or stored as written and harmless wherever it is read.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { openFlood } from '../workerd/flood.ts';
import { moderate, sendAs, signIn, write } from '../workerd/readers.ts';
import { ask, read } from '../workerd/site.ts';

let reader: string;
beforeAll(async () => {
  await openFlood('hostile');
  await openFlood('deep');
});

let readers = 0;
/** A reader for each, whose pace nobody else used up. */
const newReader = () => signIn(`hand-${readers++}`);

const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

test.for([
  ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['an image', '<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
  ['the end of a script', '</script><!--', '</script><!--'],
  ['a link that runs', '<a href="javascript:alert(1)">x</a>', '<a href="javascript:alert(1)">x</a>'],
  ['marks that turn the text', 'ab\u202ecd\u2067ef', 'abcdef'],
  ['zalgo', `Z${'\u0301\u0316'.repeat(200)}o`, `Z${'\u0316'.repeat(4)}o`],
  ['line separators', 'a\u2028b', 'a\nb'],
  ['a template', '{{constructor.constructor("x")()}}', '{{constructor.constructor("x")()}}'],
  ['SQL', "'); DROP TABLE comments; --", "'); DROP TABLE comments; --"],
  ['a prototype', '{"__proto__":{"x":1}}', '{"__proto__":{"x":1}}'],
])('%s is shown as text', async ([, body, shown]) => {
  reader = await newReader();
  const sent = await sendAs(reader, '/v1/topics/hostile/comments', { body });
  expect([sent.status, sent.body.body]).toEqual([201, shown]);
  const response = await ask('/v1/topics/hostile/comments');
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const text = await response.text();
  const { items } = JSON.parse(text) as { items: { id: string; body: string }[] };
  expect(items.find(({ id }) => id === sent.body.id)?.body).toBe(shown);
  for (const each of [text, sent.text]) {
    expect(each).not.toContain('<');
    expect(each).not.toMatch(TURNING);
  }
  // As written but for its spelling (NFC), for whoever must judge it.
  expect(
    await env.DB.prepare('SELECT body FROM comments WHERE id = ?').bind(sent.body.id).first('body'),
  ).toBe(body?.normalize('NFC'));
});

test.for([
  ['a null byte', 'a\0b', /null byte/],
  ['4,001 characters', 'x'.repeat(4_001), /4,001 characters; keep it to 4,000/],
  ['nothing', ' \u200b ', /empty/],
  ['a control character', 'a\u001b[31m', /U\+001B/],
  ['half a character', 'a\ud83d', /lone surrogate/],
] as const)('%s is refused in a sentence', async ([, body, why]) => {
  const before = await env.DB.prepare('SELECT count(*) AS n FROM comments').first('n');
  const sent = await sendAs(await newReader(), '/v1/topics/hostile/comments', { body });
  expect(sent.status).toBe(422);
  expect(sent.body.errors).toEqual([{ path: 'body', message: expect.stringMatching(why) }]);
  expect(await env.DB.prepare('SELECT count(*) AS n FROM comments').first('n')).toBe(before);
});

test.for([
  ['a list', [], 422],
  ['a number', { body: 7 }, 422],
  ['an object', { body: { toString: 'x' } }, 422],
  ['bytes that are no text', '\u00ff{', 400],
  ['a megabyte', { body: 'x'.repeat(1_000_000) }, 413],
] as const)('a body that is %s is a problem of the asker', async ([, body, status]) => {
  const sent = await sendAs(await newReader(), '/v1/topics/hostile/comments', body);
  expect([sent.status, sent.headers.get('Content-Type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
});

test('a name is as harmless as a body', async () => {
  const session = await newReader();
  await env.DB.prepare('UPDATE readers SET name = ?2 WHERE id = ?1')
    .bind(`hand-${readers - 1}`, '<b>\u202eevil</b>')
    .run();
  const sent = await sendAs(session, '/v1/topics/hostile/comments', { body: 'Named.' });
  expect(sent.body.name).toBe('<b>evil</b>');
  expect(sent.text).not.toContain('<');
});

const DEPTH = 10_000;

test('a chain of 10,000 answers is read by pages, grown, hidden and shown again', async () => {
  const [ann, ben] = [await newReader(), await newReader()];
  const root = await write(ann, 'deep', 'The first.');
  await env.DB.prepare(
    `INSERT INTO comments (id, topic, parent, root, reader, body, state, at, blocked)
     WITH RECURSIVE chain (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM chain WHERE n < ?2)
     SELECT 'deep-' || n, 'deep', iif(n = 1, ?1, 'deep-' || (n - 1)), ?1, 'chain-' || (n % 7), 'Answer ' || n,
       'approved', strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || n || ' seconds'), 0 FROM chain`,
  )
    .bind(root, DEPTH)
    .run();
  const last = await write(ben, 'deep', 'The last.', { parent: `deep-${DEPTH}` });
  const all = { visible: DEPTH + 2, commenters: 9 };
  const counts = async () => (await read<{ comments: object }>('/v1/topics/deep')).comments;
  expect(await counts()).toEqual(all);
  const page = await ask('/v1/topics/deep/comments');
  expect((await page.arrayBuffer()).byteLength).toBeLessThan(50_000);
  let query: string | null = `?thread=${root}&limit=100`;
  const walked: string[] = [];
  while (query !== null) {
    const part: { items: { id: string }[]; nextCursor: string | null } = await read(
      `/v1/topics/deep/comments${query}`,
    );
    walked.push(...part.items.map(({ id }) => id));
    query = part.nextCursor && `?thread=${root}&limit=100&cursor=${encodeURIComponent(part.nextCursor)}`;
  }
  expect(walked).toHaveLength(DEPTH + 1);
  expect(walked.slice(-2)).toEqual([`deep-${DEPTH}`, last]);
  expect((await moderate(root, 'remove')).status).toBe(200);
  expect(await counts()).toEqual({ visible: 0, commenters: 0 });
  expect(await env.DB.prepare("SELECT count(*) AS n FROM commenters WHERE topic = 'deep'").first('n')).toBe(
    0,
  );
  expect((await moderate('deep-5000', 'remove')).status).toBe(200);
  expect((await moderate(root, 'restore')).status).toBe(200);
  expect(await counts()).toMatchObject({ visible: 5_000 });
  expect((await moderate('deep-5000', 'restore')).status).toBe(200);
  expect(await counts()).toEqual(all);
});
