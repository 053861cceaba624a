// Comments on pages: read in one row, written without JavaScript, harmless whatever is in them, and held ones their author's alone.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { openFlood, record } from '../workerd/flood.ts';
import { after, formTokenIn, type MailSite, openMailSite, signIn } from '../workerd/mail-site.ts';
import { ask, sendWell } from '../workerd/site.ts';

const TOPIC = 'flood-talk';
let claim = '';

beforeAll(async () => {
  await openFlood(TOPIC);
  await openFlood('flood-quiet');
  claim = await record(TOPIC, 12);
});

interface Writer {
  cookie: string;
  token: string;
  id: string;
}

async function writer(site: MailSite, name: string, trusted = true): Promise<Writer> {
  const email = `${name.toLowerCase().replace(/\W/g, '')}${crypto.randomUUID()}@example.org`;
  const session = await signIn(site, email, name);
  if (trusted) await env.DB.prepare('UPDATE readers SET approved = 5 WHERE email = ?').bind(email).run();
  const id = await env.DB.prepare('SELECT id FROM readers WHERE email = ?').bind(email).first<string>('id');
  return { ...session, id: id ?? '' };
}

async function comment(site: MailSite, by: Writer, body: string, fields: Record<string, string> = {}) {
  const response = await site.post(`/t/${TOPIC}/comments`, { token: by.token, body, ...fields }, by);
  const id = /#comment-(.+)$/.exec(response.headers.get('Location') ?? '')?.[1] ?? '';
  return { status: response.status, id, page: response };
}

const page = async (site: MailSite, by?: Writer, path = `/t/${TOPIC}`) => {
  const response = await site.ask(path, by ? { headers: { Cookie: by.cookie } } : {});
  return { headers: response.headers, status: response.status, html: await response.text() };
};

test('a stranger finds a form to sign in, a reader one to write; the comment stands where the redirect leads', async () => {
  const site = openMailSite();
  const open = await page(site);
  expect(open.html).toContain('action="/readers/sign-in"');
  expect(open.html).not.toContain('<textarea');
  expect(open.headers.get('Cache-Control')).toContain('public');
  expect(open.headers.get('Vary')).toBe('Cookie');
  const ann = await writer(site, 'Ann');
  const own = await page(site, ann);
  expect(own.headers.get('Cache-Control')).toBe('private, no-store');
  expect(own.headers.get('ETag')).toBeNull();
  expect(own.headers.get('Access-Control-Allow-Origin')).toBeNull();
  expect(formTokenIn(own.html)).toBe(ann.token);
  const { status, id } = await comment(site, ann, 'Two lines\r\nand https://news.example/a?b=c&d.', {
    claim,
  });
  expect(status).toBe(303);
  const { html } = await page(site);
  expect(html).toContain(`id="comment-${id}"`);
  expect(html).toContain(`href="/t/${TOPIC}/comments/${id}"`);
  expect(html).toContain(
    'Two lines\nand <a href="https://news.example/a?b=c&amp;d" rel="nofollow ugc noopener">',
  );
  expect(html).toContain(`on <a href="/t/${TOPIC}#${claim}">Ministry A, 10 Jan 2025</a>`);
  expect(html).toContain('1 comment by 1 reader');
  expect(html).toContain('<time datetime="2026-11-23T09:00:00.000Z">23 Nov 2026, 09:00 UTC</time>');
});

test('a reply at any depth is drawn on one level, with the name it answers', async () => {
  const site = openMailSite();
  const [bea, cid] = [await writer(site, 'Bea'), await writer(site, 'Cid')];
  const first = (await comment(site, bea, 'first words')).id;
  site.at = after(site.at, 1);
  const second = (await comment(site, cid, 'second words', { parent: first })).id;
  site.at = after(site.at, 1);
  const third = (await comment(site, bea, 'third words', { parent: second })).id;
  const { html } = await page(site);
  const thread = html.slice(html.indexOf(`id="comment-${first}"`));
  expect(thread.indexOf(second)).toBeGreaterThan(0);
  expect(thread.indexOf(third)).toBeGreaterThan(thread.indexOf(second));
  expect(thread.slice(thread.indexOf(`id="comment-${third}"`))).toMatch(/to <bdi>Cid<\/bdi>/);
  const alone = await page(site, undefined, `/t/${TOPIC}/comments/${third}`);
  expect(alone.status).toBe(200);
  expect(alone.html).toContain('third words');
  expect(alone.html).not.toContain('second words');
  expect(alone.html).toContain(`href="/t/${TOPIC}/comments/${first}"`);
  const whole = await page(site, undefined, `/t/${TOPIC}/comments/${first}`);
  expect(whole.html).toContain('second words');
});

test('a held comment is seen by its author alone, with the reason', async () => {
  const site = openMailSite();
  const [new1, other] = [await writer(site, 'Newcomer', false), await writer(site, 'Other')];
  const { status, id } = await comment(site, new1, 'words that wait');
  expect(status).toBe(303);
  const own = await page(site, new1);
  expect(own.html).toContain('words that wait');
  expect(own.html).toMatch(/Held for review\..*Only you see this\./);
  for (const each of [
    await page(site),
    await page(site, other),
    await page(site, undefined, `/t/${TOPIC}/comments`),
  ])
    expect(each.html).not.toContain('words that wait');
  expect((await page(site, undefined, `/t/${TOPIC}/comments/${id}`)).status).toBe(404);
  await sendWell(`/v1/comments/${id}/approve`, { reason: 'Fine.' });
  expect((await page(site)).html).toContain('words that wait');
  expect((await page(site, new1)).html).not.toContain('Only you see this.');
});

test('the Worker itself never gives a page with a session to anyone else', async () => {
  const site = openMailSite();
  const dan = await writer(site, 'Dan the only', false);
  await comment(site, dan, 'for the author alone');
  const cookie = { headers: { Cookie: dan.cookie } };
  for (let round = 0; round < 3; round++) {
    const [own, open] = await Promise.all([ask(`/t/${TOPIC}`, cookie), ask(`/t/${TOPIC}`)]);
    expect(own.headers.get('Cache-Control')).toBe('private, no-store');
    expect(await own.text()).toContain('for the author alone');
    expect(open.headers.get('Cache-Control')).toContain('public');
    expect(await open.text()).not.toMatch(/for the author alone|Dan the only/);
  }
});

test('a signed-out reader’s page reads three rows at most, with no comments and with many', async () => {
  const site = openMailSite();
  const eli = await writer(site, 'Eli');
  await comment(site, eli, 'one more');
  for (const slug of ['flood-quiet', TOPIC]) {
    await site.ask(`/t/${slug}`);
    const rows = await rowsReadBy(() => site.ask(`/t/${slug}`));
    expect([slug, rows]).toEqual([slug, slug === TOPIC ? 3 : 2]);
  }
});

/** Rows that D1 says it read while something was done. */
async function rowsReadBy(work: () => Promise<unknown>): Promise<number> {
  const { prepare } = env.DB;
  let rows = 0;
  const counted = (statement: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => counted(target.bind(...values));
        if (name === 'first')
          return async (column?: string) => {
            const { results, meta } = await target.all<Record<string, unknown>>();
            rows += meta.rows_read;
            const [row] = results;
            return row === undefined ? null : column === undefined ? row : row[column];
          };
        return Reflect.get(target, name).bind(target);
      },
    });
  env.DB.prepare = (sql: string) => counted(prepare.call(env.DB, sql));
  try {
    await work();
  } finally {
    env.DB.prepare = prepare;
  }
  return rows;
}

test('what a reader could see changes the page at once: renamed, removed, restored, erased, closed', async () => {
  const site = openMailSite();
  const fay = await writer(site, 'Fay');
  const { id } = await comment(site, fay, 'words of Fay');
  const shown = async () => (await page(site)).html;
  expect(await shown()).toContain('>Fay<');
  await site.post('/readers/name', { token: fay.token, name: 'Faye B.' }, fay);
  expect(await shown()).toContain('>Faye B.<');
  await sendWell(`/v1/comments/${id}/remove`, { reason: 'For a test.' });
  expect(await shown()).not.toContain('words of Fay');
  expect((await page(site, fay)).html).toContain('A moderator took this down.');
  await sendWell(`/v1/comments/${id}/restore`, { reason: 'For a test.' });
  expect(await shown()).toContain('words of Fay');
  await site.post('/readers/erase', { token: fay.token }, fay);
  const left = await shown();
  expect(left).toContain('Removed by its author.');
  expect(left).not.toMatch(/words of Fay|Faye/);
  const gil = await writer(site, 'Gil');
  await sendWell(`/v1/topics/${TOPIC}/comments-state`, {
    state: 'closed',
    reason: 'The <b>matter</b> is settled.',
  });
  expect(await shown()).toContain('Comments here are closed. <bdi>The &lt;b>matter&lt;/b> is settled.</bdi>');
  const late = await comment(site, gil, 'too late');
  expect(late.status).toBeGreaterThanOrEqual(400);
  expect(await late.page.text()).toContain('too late</textarea>');
  await sendWell(`/v1/topics/${TOPIC}/comments-state`, { state: 'disabled', reason: null });
  expect(await shown()).not.toContain('class="threads"');
  await sendWell(`/v1/topics/${TOPIC}/comments-state`, { state: 'open', reason: null });
  expect(await shown()).toContain('class="threads"');
});

const HOSTILE: [words: string, body: string, shown: RegExp | null][] = [
  ['a script', '<script>alert(1)</script>', /&lt;script>alert\(1\)&lt;\/script>/],
  ['an image', '<img src=x onerror=alert(1)>', /&lt;img src=x onerror=alert\(1\)>/],
  [
    'a javascript: link',
    'see javascript:alert(1) and JAVASCRIPT://x%0aalert(1)',
    /see javascript:alert\(1\)/,
  ],
  ['a data: link', 'data:text/html,<script>1</script>', /data:text\/html,&lt;script>/],
  ['a broken attribute', 'https://x.example/"onmouseover="alert(1)', /href="https:\/\/x\.example\/"/],
  ['an override', 'abc\u202edef\u2066ghi', /abcdefghi/],
  ['piled marks', `z${'\u0301'.repeat(200)}!`, /z\u0301{4}!/],
  ['a null', 'a\0b', null],
  ['4,001 characters', 'a'.repeat(4_001), null],
  ['nothing', ' \n\t\u200b', null],
];

test.for(HOSTILE)('%s is shown harmless or refused with a sentence', async ([, body, shown]) => {
  const site = openMailSite();
  const hal = await writer(site, 'Hal <b>onl</b>y');
  const { status, page: answered } = await comment(site, hal, body);
  if (shown === null) {
    expect(status).toBe(422);
    expect(await answered.text()).toMatch(/role="alert"><p>[A-Z][^<]+[.]<\/p>/);
    return;
  }
  expect(status).toBe(303);
  for (const { html } of [await page(site), await page(site, hal)]) {
    const section = html.slice(html.indexOf('id="comments"'), html.indexOf('id="subscribe"'));
    expect(section).toMatch(shown);
    expect(section).not.toMatch(/<script|<img|href="(?!https?:|\/)|\son\w+="|[\u202a-\u202e\u2066-\u2069]/i);
    expect(section).toContain('Hal &lt;b>onl&lt;/b>y');
  }
});

test('forms of comments need the session’s own token and our own page', async () => {
  const site = openMailSite();
  const [ida, jon] = [await writer(site, 'Ida'), await writer(site, 'Jon')];
  const body = 'never written';
  for (const token of ['', jon.token])
    expect((await site.post(`/t/${TOPIC}/comments`, { token, body }, ida)).status).toBe(403);
  const headers = { 'Sec-Fetch-Site': 'cross-site' };
  expect(
    (await site.post(`/t/${TOPIC}/comments`, { token: ida.token, body }, { ...ida, headers })).status,
  ).toBe(403);
  const out = await site.post(`/t/${TOPIC}/comments`, { body });
  expect(out.headers.get('Location')).toBe(`/readers/sign-in?back=%2Ft%2F${TOPIC}%23comments`);
  expect((await page(site)).html).not.toContain(body);
});

test('a reader reports another’s comment and appeals for their own, by form', async () => {
  const site = openMailSite();
  const [kim, leo] = [await writer(site, 'Kim'), await writer(site, 'Leo')];
  const { id } = await comment(site, kim, 'to be judged');
  expect((await page(site, leo)).html).toContain(`action="/t/${TOPIC}/comments/${id}/report"`);
  const report = await site.post(
    `/t/${TOPIC}/comments/${id}/report`,
    { token: leo.token, reason: 'Rude.' },
    leo,
  );
  expect(report.status).toBe(200);
  expect(
    await env.DB.prepare('SELECT reason FROM comment_reports WHERE comment = ?').bind(id).first(),
  ).toEqual({ reason: 'Rude.' });
  await sendWell(`/v1/comments/${id}/remove`, { reason: 'For a test.' });
  const path = `/t/${TOPIC}/comments/${id}/appeal`;
  expect((await page(site, kim)).html).toContain(`action="${path}"`);
  expect((await site.post(path, { token: kim.token, body: 'It was fair.' }, kim)).status).toBe(200);
  expect((await site.post(path, { token: kim.token, body: 'Again.' }, kim)).status).toBe(409);
  expect((await site.post(path, { token: leo.token, body: 'Mine.' }, leo)).status).toBe(404);
});

test('a suspended reader may read and not write', async () => {
  const site = openMailSite();
  const max = await writer(site, 'Max');
  await sendWell(`/v1/readers/${max.id}/suspend`, { reason: 'For a test.' });
  const { html } = await page(site, max);
  expect(html).toContain('has suspended this account');
  expect(html).not.toContain('<textarea');
  expect((await comment(site, max, 'not written')).status).toBe(403);
});

test('many threads are read in pages, none twice and none left out', async () => {
  const site = openMailSite();
  const topic = 'flood-many';
  await openFlood(topic);
  const nan = await writer(site, 'Nan');
  const bodies = Array.from({ length: 45 }, (_, n) => `thread number ${n};`);
  await env.DB.batch(
    bodies.map((body, n) =>
      env.DB.prepare(
        `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked) VALUES (?1, ?2, ?1, ?3, ?4, 'approved', ?5, 0)`,
      ).bind(`many-${n}`, topic, nan.id, body, `2026-11-20T10:${String(n).padStart(2, '0')}:00.000Z`),
    ),
  );
  const found: string[] = [];
  let path: string | undefined = `/t/${topic}`;
  for (let pages = 0; path !== undefined; pages++) {
    expect(pages).toBeLessThan(5);
    const { html, status } = await page(site, undefined, path);
    expect(status).toBe(200);
    found.push(...(html.match(/thread number \d+;/g) ?? []));
    path = /href="([^"]+)">Earlier comments/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(found).toEqual([...bodies].reverse());
});
