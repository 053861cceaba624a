// Readers sign in by mailed link, and nobody learns, forges, steals or reuses anything on the way.
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { MOST_TO_ONE } from '../../src/app/readers/transactional-mail.ts';
import { signLink } from '../../src/platform/link-token.ts';
import {
  after,
  everythingKept,
  formTokenIn,
  LINK_SECRET,
  openMailSite,
  signIn,
} from '../workerd/mail-site.ts';
import { ORIGIN } from '../workerd/site.ts';

const nameIn = (page: string) => /class="name"[^>]*>([^<]*)</.exec(page)?.[1];

test('a reader asks, presses the button behind the link, and is known by a cookie of our own pages', async () => {
  const site = openMailSite();
  const asked = await site.postJson('/v1/readers', { email: 'Ada@Example.org ', name: 'Ada' });
  expect(asked.status).toBe(202);
  expect(asked.headers.get('Set-Cookie')).toBeNull();
  expect(site.mails).toHaveLength(1);
  const path = site.linkTo('ada@example.org');
  const page = await site.ask(path);
  expect(page.status).toBe(200);
  expect(page.headers.get('Set-Cookie')).toBeNull();
  expect(page.headers.get('Cache-Control')).toBe('private, no-store');
  expect(page.headers.get('Referrer-Policy')).toBe('same-origin');
  expect(page.headers.get('Access-Control-Allow-Origin')).toBeNull();
  expect(await page.text()).toContain('value="Ada"');
  const entered = await site.post(path, { name: 'Ada L.' });
  expect(entered.status).toBe(303);
  expect(entered.headers.get('Location')).toBe('/readers/me');
  const cookie = entered.headers.get('Set-Cookie') ?? '';
  expect(cookie).toMatch(/^__Host-session=[\w-]{40,}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const me = await site.ask('/readers/me', { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  expect(nameIn(await me.text())).toBe('Ada L.');
});

test('opening the link changes nothing, however often', async () => {
  const site = openMailSite();
  await site.postJson('/v1/readers', { email: 'scanned@example.org', name: 'S' });
  const path = site.linkTo('scanned@example.org');
  const before = await everythingKept();
  for (const method of ['GET', 'HEAD', 'GET']) expect((await site.ask(path, { method })).status).toBe(200);
  expect(await everythingKept()).toBe(before);
});

test('a link works once, for an hour, as it was made', async () => {
  const site = openMailSite();
  await site.postJson('/v1/readers', { email: 'once@example.org', name: 'Once' });
  const path = site.linkTo('once@example.org');
  const kept = await everythingKept();
  for (const altered of [
    `${path}A`,
    path.slice(0, -1),
    path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
  ]) {
    for (const method of ['GET', 'POST']) expect((await site.ask(altered, { method })).status).toBe(404);
  }
  site.at = after(site.at, 60);
  const late = await site.post(path, {});
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('Links in mails work for a time only.');
  expect(await everythingKept()).toBe(kept);
  site.at = after(site.at, -1);
  const both = await Promise.all([site.post(path, {}), site.post(path, {})]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect(await (await site.post(path, {})).text()).toContain('This link was used already');
});

test('a link for one reader never opens another’s account, nor one for another purpose', async () => {
  const site = openMailSite();
  await signIn(site, 'first@example.org', 'First');
  await site.postJson('/v1/readers', { email: 'second@example.org', name: 'Second' });
  const path = site.linkTo('second@example.org');
  const token = path.split('/').at(-1) ?? '';
  const [payload = ''] = token.split('.');
  const [subject, expires, nonce] = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
  for (const purpose of ['confirm-subscription', 'preferences', 'unsubscribe', 'digest'] as const) {
    const other = await signLink(LINK_SECRET, purpose, { subject, expires, nonce });
    expect((await site.post(`/readers/enter/${other}`, {})).status).toBe(404);
  }
  for (const elsewhere of ['/subscriptions/confirm/', '/subscriptions/choices/', '/u/'])
    expect((await site.post(elsewhere + token, {})).status).toBe(404);
  const entered = await site.post(path, {});
  const cookie = (entered.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  expect(nameIn(await (await site.ask('/readers/me', { headers: { Cookie: cookie } })).text())).toBe(
    'Second',
  );
});

test('another site cannot sign a reader in, nor send a session’s forms', async () => {
  const site = openMailSite();
  await site.postJson('/v1/readers', { email: 'login@example.org', name: 'L' });
  const path = site.linkTo('login@example.org');
  const foreign = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': '', Origin: 'null' },
    { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
  ];
  for (const headers of foreign) expect((await site.post(path, {}, { headers })).status).toBe(403);
  const { cookie, token } = await signIn(site, 'own@example.org', 'Own');
  const other = await signIn(site, 'other@example.org', 'Other');
  for (const headers of foreign)
    expect((await site.post('/readers/erase', { token }, { cookie, headers })).status).toBe(403);
  for (const wrong of ['', 'x', other.token])
    expect((await site.post('/readers/erase', { token: wrong }, { cookie })).status).toBe(403);
  expect((await site.post('/readers/name', { token: other.token, name: 'Stolen' }, { cookie })).status).toBe(
    403,
  );
  expect((await site.ask('/readers/me', { headers: { Cookie: cookie } })).status).toBe(200);
});

test('the answer is the same for a reader who is known, one who is not, and a program', async () => {
  const site = openMailSite();
  await signIn(site, 'known@example.org', 'Known');
  const answers: string[] = [];
  for (const body of [
    { email: 'known@example.org', name: 'X' },
    { email: 'unknown@example.org', name: 'X' },
    { email: 'robot@example.org', name: 'X', website: 'https://spam.example' },
  ]) {
    const response = await site.postJson('/v1/readers', body);
    answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`);
  }
  expect(new Set(answers).size).toBe(1);
  expect(site.mails.map(({ to }) => to)).not.toContain('robot@example.org');
});

test('the answer waits for nothing that depends on who it is', async () => {
  const asked: string[] = [];
  const site = openMailSite({
    unsettled: true,
    send: (mail) => {
      asked.push(mail.to);
      return new Promise(() => undefined);
    },
  });
  expect((await site.postJson('/v1/readers', { email: 'slow@example.org', name: 'S' })).status).toBe(202);
  expect((await site.postJson('/v1/readers', { email: 'slow@example.org', name: 'S' })).status).toBe(202);
  await vi.waitUntil(() => asked.length === 2);
});

test('links lead to the site’s own address, whatever name the form was sent to', async () => {
  const site = openMailSite({ origin: 'https://own.example' });
  for (const [path, fields] of [
    ['/v1/readers', { name: 'X' }],
    ['/v1/subscriptions', { topics: '*' }],
  ] as const) {
    await site.postJson(path, { email: 'host@example.org', ...fields }, { Host: 'evil.example' });
    expect(site.mails.at(-1)?.text).toMatch(/^https:\/\/own\.example\//m);
    expect(site.mails.at(-1)?.text).not.toMatch(/by-source\.test|evil/);
  }
});

test('a stranger’s words never reach a mailbox, nor change a known reader’s name', async () => {
  const site = openMailSite();
  await signIn(site, 'mary@example.org', 'Mary');
  const name = '<b>Win</b> at evil.example';
  expect((await site.postJson('/v1/readers', { email: 'mary@example.org', name })).status).toBe(202);
  const mail = site.mails.at(-1);
  expect(`${mail?.subject}${mail?.html}${mail?.text}${JSON.stringify(mail?.headers)}`).not.toMatch(
    /evil|Win/,
  );
  const page = await (await site.ask(site.linkTo('mary@example.org'))).text();
  expect(page).toContain('<bdi>Mary</bdi>');
  expect(page).not.toContain('evil');
  await site.post(site.linkTo('mary@example.org'), { name: 'Mallory' });
  const row = await env.DB.prepare("SELECT name FROM readers WHERE email = 'mary@example.org'").first();
  expect(row).toEqual({ name: 'Mary' });
});

test('a name with markup is shown as it was written', async () => {
  const site = openMailSite();
  const { cookie } = await signIn(site, 'markup@example.org', '<img src=x onerror=alert(1)>');
  const page = await (await site.ask('/readers/me', { headers: { Cookie: cookie } })).text();
  expect(page).toContain('&lt;img src=x onerror=alert(1)>');
  expect(page).not.toContain('<img');
});

test.for([
  ['a@b', 'one label'],
  ['a@example.org\r\nBcc: b@example.org', 'a line end'],
  ['a@example.org\0', 'a null'],
  ['"a b"@example.org', 'quotes'],
  ['a@exa mple.org', 'a blank'],
  ['a,b@example.org', 'two'],
  ['A <a@example.org>', 'a name'],
  ['ä@example.org', 'a letter outside ASCII'],
  ['a@exämple', 'a host of one label outside ASCII'],
  ['a@[127.0.0.1]', 'a literal'],
  ['a@1.2.3.4', 'a number'],
  ['.a@example.org', 'a leading full stop'],
  [`${'a'.repeat(65)}@example.org`, 'a long name'],
  [`${'a'.repeat(10_000)}@example.org`, '10 KB'],
  [42, 'a number'],
  [['a@example.org'], 'a list'],
] as const)('refuses %j: %s', async ([email]) => {
  const site = openMailSite();
  for (const path of ['/v1/readers', '/v1/subscriptions']) {
    const rest = path === '/v1/readers' ? { name: 'X' } : { topics: '*', cadence: 'daily', timezone: 'UTC' };
    const response = await site.postJson(path, { email, ...rest });
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { errors: { path: string; message: string }[] };
    expect(problem.errors.map(({ path: field }) => field)).toEqual(['email']);
    expect(problem.errors[0]?.message).toMatch(/^[A-Z].*\.$/);
  }
  expect(site.mails).toEqual([]);
});

test.for([
  ['a\u202eb', 'an override'],
  ['a\u200bb', 'what does not show'],
  [`a${'\u0301'.repeat(12)}`, 'piled marks'],
  ['\u3164\u3164', 'nothing to see'],
  ['a\nb', 'a line end'],
  ['…!', 'no letter'],
  ['a'.repeat(61), 'too long'],
] as const)('refuses the name %j: %s', async ([name]) => {
  const site = openMailSite();
  expect((await site.postJson('/v1/readers', { email: 'n@example.org', name })).status).toBe(422);
});

test('takes names of many scripts', async () => {
  const site = openMailSite();
  const names = [
    'Łukasz O’Neil-García',
    'محمد علی',
    'می‌خواهم',
    'क्षत्रिय',
    '김철수',
    'Nguyễn Thị Ánh',
    '張偉 2',
  ];
  for (const name of names)
    expect([name, (await site.postJson('/v1/readers', { email: 'n@example.net', name })).status]).toEqual([
      name,
      202,
    ]);
});

test(`no address gets more than ${MOST_TO_ONE} transactional mails in any hour, whoever asks and for whatever`, async () => {
  const site = openMailSite();
  const email = 'flooded@example.org';
  const ask = () =>
    Promise.all([
      site.postJson('/v1/readers', { email, name: 'X' }),
      site.postJson('/v1/subscriptions', { email, topics: '*', cadence: 'daily', timezone: 'UTC' }),
    ]);
  for (let round = 0; round < 8; round++) {
    expect((await ask()).map(({ status }) => status)).toEqual([202, 202]);
    site.at = after(site.at, 5);
  }
  expect(site.mails).toHaveLength(MOST_TO_ONE);
  // The first ones are an hour old now, the last ones are not.
  site.at = after('2026-11-23T09:00:00.000Z', 62);
  await ask();
  await ask();
  expect(site.mails.length).toBeGreaterThan(MOST_TO_ONE);
  expect(site.mails.length).toBeLessThanOrEqual(MOST_TO_ONE + 4);
});

test('one network cannot write to the whole world, and its own machine’s forms are its owner’s', async () => {
  const site = openMailSite();
  const ask = (n: number, from: string) =>
    site.postJson('/v1/readers', { email: `r${n}@example.com`, name: 'X' }, { 'CF-Connecting-IP': from });
  for (let n = 0; n < 130; n++) await ask(n, '192.0.2.7');
  expect(site.mails).toHaveLength(120);
  await ask(200, '192.0.2.8');
  for (let n = 300; n < 430; n++) await ask(n, '127.0.0.1');
  expect(site.mails).toHaveLength(251);
});

test('a suppressed address is not written to', async () => {
  const site = openMailSite();
  const digest = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode('bounced@example.org')),
  );
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await env.DB.prepare(
    "INSERT INTO suppressions (address, reason, at) VALUES (?, 'hard bounce', '2026-11-01T00:00:00Z')",
  )
    .bind(hex)
    .run();
  expect((await site.postJson('/v1/readers', { email: 'bounced@example.org', name: 'B' })).status).toBe(202);
  expect(site.mails).toEqual([]);
});

test('with Turnstile set up, a form counts only with a test passed', async () => {
  const asked: string[] = [];
  const site = openMailSite({
    turnstile: { secret: 's', siteKey: 'site-key' },
    fetch: async (url, init) => {
      const body = new URLSearchParams(String(init.body));
      asked.push(`${url} ${body.get('secret')} ${body.get('response')}`);
      return Response.json({ success: body.get('response') === 'passed' });
    },
  });
  const post = (turnstile?: string) =>
    site.postJson('/v1/readers', { email: 't@example.org', name: 'T', ...(turnstile ? { turnstile } : {}) });
  expect((await post()).status).toBe(403);
  expect((await post('failed')).status).toBe(403);
  expect(site.mails).toEqual([]);
  expect((await post('passed')).status).toBe(202);
  expect(site.mails).toHaveLength(1);
  expect(asked).toEqual([
    'https://challenges.cloudflare.com/turnstile/v0/siteverify s failed',
    'https://challenges.cloudflare.com/turnstile/v0/siteverify s passed',
  ]);
  const form = await site.ask('/readers/sign-in');
  expect(await form.text()).toContain('data-sitekey="site-key"');
  const policy = form.headers.get('Content-Security-Policy');
  for (const kind of ['script-src', 'frame-src'])
    expect(policy).toContain(`${kind} 'self' https://challenges.cloudflare.com`);
  const open = await openMailSite().ask('/readers/sign-in');
  expect(open.headers.get('Content-Security-Policy')).not.toContain('cloudflare');
});

test('the form without JavaScript does the same, and says what is wrong beside the field', async () => {
  const site = openMailSite();
  const wrong = await site.post('/readers/sign-in', { email: 'nobody', name: 'Nobody', back: '/' });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('value="nobody"');
  expect(page).toContain('aria-invalid');
  const right = await site.post('/readers/sign-in', {
    email: 'form@example.org',
    name: '',
    back: '/t/a-topic#comments',
    website: '',
  });
  expect([right.status, right.headers.get('Location')]).toEqual([303, '/readers/asked']);
  const unnamed = await site.post(site.linkTo('form@example.org'), {});
  expect(unnamed.status).toBe(422);
  const entered = await site.post(site.linkTo('form@example.org'), { name: 'Form' });
  expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/t/a-topic#comments']);
});

test.for([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/a\r\nSet-Cookie: x=y',
  'javascript:1',
])('never leads from signing in to %j', async (back) => {
  const site = openMailSite();
  const email = 'back@example.org';
  await site.postJson('/v1/readers', { email, name: 'B', back });
  const entered = await site.post(site.linkTo(email), { name: 'B' });
  expect(entered.headers.get('Location')).toMatch(/^\/($|readers\/me$)/);
});

test('name, export, sign-out and erase belong to the session', async () => {
  const site = openMailSite();
  for (const path of ['/readers/me', '/readers/export', '/readers/erase'])
    expect([(await site.ask(path)).status, path]).toEqual([303, path]);
  const { cookie, token } = await signIn(site, 'eve@example.org', 'Eve');
  const headers = { Cookie: cookie };
  await env.DB.prepare("UPDATE readers SET approved = 2 WHERE email = 'eve@example.org'").run();
  expect((await site.post('/readers/name', { token, name: 'Eva' }, { cookie })).status).toBe(303);
  expect((await site.post('/readers/name', { token, name: '' }, { cookie })).status).toBe(422);
  const exported = await site.ask('/readers/export', { headers });
  expect(exported.headers.get('Content-Disposition')).toContain('attachment');
  expect(await exported.json()).toMatchObject({
    reader: { email: 'eve@example.org', name: 'Eva' },
    sessions: [{ created: site.at }],
    comments: [],
    reports: [],
    appeals: [],
    subscription: null,
  });
  const second = await signIn(site, 'eve@example.org');
  const out = await site.post('/readers/sign-out', { token: second.token }, { cookie: second.cookie });
  expect(out.headers.get('Set-Cookie')).toContain('Max-Age=0');
  expect((await site.ask('/readers/me', { headers: { Cookie: second.cookie } })).status).toBe(303);
  expect((await site.ask('/readers/me', { headers })).status).toBe(200);
  const erase = await site.ask('/readers/erase', { headers });
  expect(erase.status).toBe(200);
  const erased = await site.post('/readers/erase', { token: formTokenIn(await erase.text()) }, { cookie });
  expect(erased.status).toBe(200);
  expect(await everythingKept()).not.toContain('eve@example.org');
  expect((await site.ask('/readers/me', { headers })).status).toBe(303);
});

test('a session ends by itself', async () => {
  const site = openMailSite();
  const { cookie } = await signIn(site, 'old@example.org');
  site.at = after(site.at, 61 * 24 * 60);
  expect((await site.ask('/readers/me', { headers: { Cookie: cookie } })).status).toBe(303);
});

test('on plain http, as on this machine, the cookie goes without what https alone allows', async () => {
  const site = openMailSite();
  await site.postJson('/v1/readers', { email: 'local@example.org', name: 'L' });
  const link = site.linkTo('local@example.org');
  const { openSession, sessionOf } = await import('../../src/http/cookie.ts');
  const plain = openSession(new URL('http://localhost:8787/'), 'abc', 60);
  expect(plain).toBe('session=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
  const asked = new Request('http://localhost:8787/', { headers: { Cookie: 'a=b; session=abc; c' } });
  expect(sessionOf(asked)).toBe('abc');
  expect(sessionOf(new Request(`${ORIGIN}${link}`, { headers: { Cookie: 'session=abc' } }))).toBeNull();
});
