// Subscribing by mailed link and leaving by one press: nothing a scanner, a stranger or another reader can do for you.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { unsubscribePath } from '../../src/app/readers/subscription-links.ts';
import type { Subscription } from '../../src/domain/digest/subscriber.ts';
import { openFlood } from '../workerd/flood.ts';
import {
  after,
  everythingKept,
  LINK_SECRET,
  type MailSite,
  openMailSite,
  signIn,
} from '../workerd/mail-site.ts';

const rowOf = (email: string) =>
  env.DB.prepare('SELECT * FROM subscribers WHERE email = ?').bind(email).first<Record<string, unknown>>();

const wish = (email: string, fields: object = {}) => ({
  email,
  topics: ['flood-one'],
  cadence: 'daily',
  timezone: 'Asia/Kathmandu',
  ...fields,
});

async function subscribe(site: MailSite, email: string, fields: object = {}): Promise<string> {
  await site.postJson('/v1/subscriptions', wish(email, fields));
  const done = await site.ask(site.linkTo(email), { method: 'POST' });
  expect(done.status).toBe(200);
  const path = /href="(\/subscriptions\/choices\/[^"]+)"/.exec(await done.text())?.[1];
  if (!path) throw new Error('The page after the confirmation has no link to the choices.');
  return path;
}

async function leavingPath(site: MailSite, email: string): Promise<string> {
  return unsubscribePath({ linkSecret: LINK_SECRET }, String((await rowOf(email))?.id), site.at);
}

beforeAll(async () => {
  await openFlood('flood-one', { title: 'A flood <in> a valley' });
  await openFlood('flood-two');
});

test('a reader asks, confirms by one press, and is due at their hour in their zone', async () => {
  const site = openMailSite();
  const asked = await site.postJson('/v1/subscriptions', wish('New@example.org'));
  expect(asked.status).toBe(202);
  expect(await rowOf('new@example.org')).toBeNull();
  const mail = site.mails[0];
  expect(mail?.subject).toBe('Confirm your By Source digest');
  expect(mail?.text).toContain('“A flood <in> a valley”');
  expect(mail?.html).toContain('“A flood &lt;in> a valley”');
  expect(mail?.text.match(/https?:/g)).toHaveLength(1);
  expect(mail?.html.match(/href=/g)).toHaveLength(1);
  const path = site.linkTo('new@example.org');
  const page = await site.ask(path);
  expect(page.status).toBe(200);
  expect((await page.text()).match(/<button/g)).toHaveLength(1);
  expect(await rowOf('new@example.org')).toBeNull();
  const done = await site.ask(path, { method: 'POST' });
  expect(done.status).toBe(200);
  // 08:00 in Kathmandu is 02:15 UTC.
  expect(await rowOf('new@example.org')).toMatchObject({
    state: 'active',
    topics: '["flood-one"]',
    cadence: 'daily',
    zone: 'Asia/Kathmandu',
    hour: 8,
    lang: 'en',
    next_due_at: '2026-11-24T02:15:00.000Z',
    cursor: null,
    confirmed: site.at,
  });
  expect(await done.text()).toContain('Tuesday, 24 November 2026 at 08:00');
});

test('GET and HEAD on every mailed link change nothing', async () => {
  const site = openMailSite();
  const choices = await subscribe(site, 'scan@example.org');
  const leave = await leavingPath(site, 'scan@example.org');
  await site.post(`${leave}/choices`, {});
  const mailed = site.linkTo('scan@example.org');
  await site.postJson('/v1/subscriptions', wish('scan@example.org', { topics: '*' }));
  const confirm = site.linkTo('scan@example.org');
  const undo = /action="(\/u\/undo\/[^"]+)"/.exec(await (await site.post(leave, {})).text())?.[1] ?? '';
  const before = await everythingKept();
  for (const path of [choices, mailed, `${choices}/export`, `${choices}/erase`, leave, confirm]) {
    for (const method of ['GET', 'HEAD']) {
      const response = await site.ask(path, { method });
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('Cache-Control')).toBe('private, no-store');
      expect(response.headers.get('Set-Cookie')).toBeNull();
    }
  }
  for (const path of [undo, `${choices}/unsubscribe`, `${choices}/resume`])
    expect((await site.ask(path)).status).toBe(405);
  expect(await everythingKept()).toBe(before);
});

test('a confirmation works once and for two days; what was not confirmed is forgotten', async () => {
  const site = openMailSite();
  await site.postJson('/v1/subscriptions', wish('late@example.org'));
  const path = site.linkTo('late@example.org');
  site.at = after(site.at, 48 * 60);
  expect((await site.ask(path, { method: 'POST' })).status).toBe(410);
  expect(await rowOf('late@example.org')).toBeNull();
  const { forgetMails } = await import('../../src/app/readers/transactional-mail.ts');
  await forgetMails(env.DB, after(site.at, 1));
  expect(await everythingKept()).not.toContain('late@example.org');
  site.at = after(site.at, -1);
  await site.postJson('/v1/subscriptions', wish('late@example.org'));
  const fresh = site.linkTo('late@example.org');
  const both = await Promise.all([1, 2].map(() => site.ask(fresh, { method: 'POST' })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  // After leaving, the old link must not bring anyone back.
  await site.post(await leavingPath(site, 'late@example.org'), {});
  expect((await site.ask(fresh, { method: 'POST' })).status).toBe(410);
  expect(await rowOf('late@example.org')).toMatchObject({ state: 'unsubscribed' });
});

test.for([
  ['urlencoded', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  [
    'multipart',
    () => {
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      return form;
    },
  ],
] as const)(
  'RFC 8058: one %s POST, with no cookie, no page of ours and no redirect, ends it',
  async ([kind, body]) => {
    const site = openMailSite();
    const email = `${kind}@example.org`;
    await subscribe(site, email);
    const path = await leavingPath(site, email);
    for (const _ of [1, 2, 3]) {
      const response = await site.ask(path, { method: 'POST', body: body() });
      expect(response.status).toBe(200);
      expect(response.headers.get('Set-Cookie')).toBeNull();
      expect(await rowOf(email)).toMatchObject({ state: 'unsubscribed', next_due_at: null, ended: site.at });
    }
  },
);

test('leaving can be undone for an hour, by who left', async () => {
  const site = openMailSite();
  await subscribe(site, 'undo@example.org');
  const leave = await leavingPath(site, 'undo@example.org');
  const page = await (await site.post(leave, { 'List-Unsubscribe': 'One-Click' })).text();
  const undo = /action="(\/u\/undo\/[^"]+)"/.exec(page)?.[1] ?? '';
  // The link that every digest carries, passed on or not, brings nobody back.
  expect((await site.post(`/u/undo/${leave.split('/').at(-1)}`, {})).status).toBe(404);
  expect((await site.post(undo, {})).status).toBe(200);
  expect(await rowOf('undo@example.org')).toMatchObject({ state: 'active', ended: null });
  await site.post(leave, {});
  site.at = after(site.at, 61);
  expect((await site.post(undo, {})).status).toBe(410);
  expect(await rowOf('undo@example.org')).toMatchObject({ state: 'unsubscribed' });
});

test('the choices are kept, checked and shown again', async () => {
  const site = openMailSite();
  const path = await subscribe(site, 'choose@example.org');
  const form = {
    topic: ['flood-one', 'flood-two'],
    cadence: 'weekly',
    weekday: '7',
    hour: '21',
    timezone: 'America/New_York',
    lang: 'ar',
    stillQuiet: 'on',
  };
  const kept = await site.post(path, form);
  expect([kept.status, kept.headers.get('Location')]).toEqual([303, `${path}?saved`]);
  expect(await rowOf('choose@example.org')).toMatchObject({
    topics: '["flood-one","flood-two"]',
    cadence: 'weekly',
    weekday: 7,
    hour: 21,
    zone: 'America/New_York',
    lang: 'ar',
    still_quiet: 1,
    next_due_at: '2026-11-30T02:00:00.000Z',
  });
  const row = await rowOf('choose@example.org');
  for (const wrong of [
    { topic: [] },
    { topic: ['no-such-topic'] },
    { cadence: 'hourly' },
    { hour: '24' },
    { weekday: '0' },
    { timezone: 'Mars/Base' },
    { timezone: '+02:00' },
    { lang: 'xx' },
  ]) {
    const refused = await site.post(path, { ...form, ...wrong });
    expect([wrong, refused.status]).toEqual([wrong, 422]);
    expect(await refused.text()).toContain('role="alert"');
  }
  expect(await rowOf('choose@example.org')).toEqual(row);
  await site.post(path, { ...form, topic: ['*', 'flood-one'] });
  expect(await rowOf('choose@example.org')).toMatchObject({ topics: '"*"' });
});

test('a changed hour never makes a second digest on the same local day', async () => {
  const site = openMailSite();
  const path = await subscribe(site, 'twice@example.org', { timezone: 'UTC' });
  await env.DB.prepare("UPDATE subscribers SET cursor = '2026-11-23T08:00:00.000Z' WHERE email = ?")
    .bind('twice@example.org')
    .run();
  const form = { topic: '*', cadence: 'daily', weekday: '1', hour: '18', timezone: 'UTC', lang: 'en' };
  await site.post(path, form);
  expect(await rowOf('twice@example.org')).toMatchObject({ next_due_at: '2026-11-24T18:00:00.000Z' });
});

test('a digest passed on gives its holder nothing but the end of it', async () => {
  const site = openMailSite();
  await subscribe(site, 'passed-on@example.org');
  const leave = await leavingPath(site, 'passed-on@example.org');
  const token = leave.split('/').at(-1) ?? '';
  const before = await everythingKept();
  const page = await (await site.ask(leave)).text();
  expect(page).not.toContain('passed-on@');
  for (const path of ['', '/unsubscribe', '/resume', '/export', '/erase'].map(
    (end) => `/subscriptions/choices/${token}${end}`,
  ))
    for (const method of ['GET', 'POST']) {
      const { status } = await site.ask(path, { method });
      expect([404, 405]).toContain(status);
    }
  const mails = site.mails.length;
  expect((await site.post(`${leave}/choices`, {})).status).toBe(303);
  expect(site.mails.slice(mails).map(({ to }) => to)).toEqual(['passed-on@example.org']);
  expect(await everythingKept()).toBe(before);
});

test('one reader’s links never touch another’s subscription, with or without a session', async () => {
  const site = openMailSite();
  const mine = await subscribe(site, 'mine@example.org');
  await subscribe(site, 'yours@example.org');
  const before = await rowOf('yours@example.org');
  const { cookie } = await signIn(site, 'yours@example.org');
  await site.post(
    mine,
    { topic: '*', cadence: 'weekly', weekday: '2', hour: '5', timezone: 'UTC', lang: 'fr' },
    { cookie },
  );
  await site.post(`${mine}/unsubscribe`, {}, { cookie });
  await site.post(`${mine}/erase`, {}, { cookie });
  expect(await rowOf('yours@example.org')).toEqual(before);
  expect(await rowOf('mine@example.org')).toBeNull();
});

test('erased means gone: every link still answers plainly and makes nothing', async () => {
  const site = openMailSite();
  const path = await subscribe(site, 'gone@example.org');
  const leave = await leavingPath(site, 'gone@example.org');
  const exported = (await (await site.ask(`${path}/export`)).json()) as { subscription: Subscription };
  expect(exported.subscription).toMatchObject({
    email: 'gone@example.org',
    topics: ['flood-one'],
    state: 'active',
  });
  expect((await site.post(`${path}/erase`, {})).status).toBe(200);
  const kept = await everythingKept();
  expect(kept).not.toContain('gone@example.org');
  for (const link of [path, leave]) {
    for (const method of ['GET', 'POST']) {
      const response = await site.ask(link, { method });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Nothing is kept');
    }
  }
  expect(await everythingKept()).toBe(kept);
});

test('who subscribes again keeps their choices and gains the topics; a stranger’s asking changes nothing', async () => {
  const site = openMailSite();
  const path = await subscribe(site, 'again@example.org');
  await site.post(path, {
    topic: 'flood-one',
    cadence: 'weekly',
    weekday: '3',
    hour: '6',
    timezone: 'Asia/Seoul',
    lang: 'ko',
  });
  const before = await rowOf('again@example.org');
  const small = await site.post('/subscriptions', {
    email: 'again@example.org',
    topic: 'flood-two',
    website: '',
  });
  expect([small.status, small.headers.get('Location')]).toEqual([303, '/subscriptions/asked']);
  expect(await rowOf('again@example.org')).toEqual(before);
  await site.ask(site.linkTo('again@example.org'), { method: 'POST' });
  expect(await rowOf('again@example.org')).toMatchObject({
    id: before?.id,
    topics: '["flood-one","flood-two"]',
    cadence: 'weekly',
    weekday: 3,
    hour: 6,
    zone: 'Asia/Seoul',
    lang: 'ko',
  });
});

test('the answer says nothing of who is subscribed, left or suppressed', async () => {
  const site = openMailSite();
  await subscribe(site, 'is@example.org');
  await subscribe(site, 'was@example.org');
  await site.post(await leavingPath(site, 'was@example.org'), {});
  await env.DB.prepare(
    "INSERT INTO subscribers (id, email, state, topics, cadence, zone, created) VALUES ('s', 'hard@example.org', 'suppressed', '\"*\"', 'daily', 'UTC', '2026-01-01')",
  ).run();
  const answers: string[] = [];
  for (const email of ['is@example.org', 'was@example.org', 'hard@example.org', 'never@example.org']) {
    const response = await site.postJson('/v1/subscriptions', wish(email));
    answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`);
  }
  expect(new Set(answers).size).toBe(1);
});

test('a suppressed address cannot come back by a confirmation', async () => {
  const site = openMailSite();
  await env.DB.prepare(
    "INSERT INTO subscribers (id, email, state, topics, cadence, zone, created) VALUES ('t', 'soft@example.org', 'suppressed', '\"*\"', 'daily', 'UTC', '2026-01-01')",
  ).run();
  await site.postJson('/v1/subscriptions', wish('soft@example.org'));
  const link = site.linkTo('soft@example.org');
  expect((await site.ask(link, { method: 'POST' })).status).toBe(410);
  expect(await rowOf('soft@example.org')).toMatchObject({ state: 'suppressed', next_due_at: null });
});

test.for([
  [{ topics: [] }, 'topics'],
  [{ topics: ['no-such-topic'] }, 'topics'],
  [{ topics: 'flood-one' }, 'topics'],
  [{ topics: ['Flood One'] }, 'topics'],
  [{ cadence: 'hourly' }, 'cadence'],
  [{ timezone: 'Nowhere' }, 'timezone'],
  [{ extra: 1 }, 'extra'],
] as const)('refuses %j with a sentence', async ([fields, path]) => {
  const site = openMailSite();
  const response = await site.postJson('/v1/subscriptions', wish('x@example.org', fields));
  expect(response.status).toBe(422);
  const { errors } = (await response.json()) as { errors: { path: string; message: string }[] };
  expect(errors[0]?.path.split('.')[0]).toBe(path);
  expect(site.mails).toEqual([]);
});

test('refuses what is no JSON, and a body past all measure', async () => {
  const site = openMailSite();
  expect((await site.postJson('/v1/subscriptions', '{"email":')).status).toBe(400);
  expect((await site.postJson('/v1/subscriptions', 'null')).status).toBe(422);
  expect((await site.postJson('/v1/readers', `"${'a'.repeat(200_000)}"`)).status).toBe(413);
});

test('the form lists topics and zones, keeps what was typed, and takes no other site’s forms', async () => {
  const site = openMailSite();
  const page = await (await site.ask('/subscriptions?topic=flood-two')).text();
  expect(page).toMatch(/value="flood-two" checked/);
  expect(page).toContain('<option>Asia/Tokyo</option>');
  const wrong = await site.post('/subscriptions', {
    email: '<b>',
    topic: 'flood-one',
    cadence: 'weekly',
    timezone: 'Asia/Tokyo',
  });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again).toContain('value="&lt;b>"');
  expect(again).toMatch(/value="weekly" checked/);
  expect(again).toContain('<option selected>Asia/Tokyo</option>');
  const foreign = { headers: { 'Sec-Fetch-Site': 'cross-site' } };
  expect((await site.post('/subscriptions', wish('f@example.org'), foreign)).status).toBe(403);
  expect(site.mails).toEqual([]);
});
