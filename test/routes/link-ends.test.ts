// How long what is mailed holds, and what no link can bring back.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { unsubscribePath } from '../../src/app/readers/subscription-links.ts';
import { forgetMails, MOST_TO_ONE } from '../../src/app/readers/transactional-mail.ts';
import { type Choices, storeChoices } from '../../src/store/subscriptions.ts';
import { openFlood } from '../workerd/flood.ts';
import { after, everythingKept, LINK_SECRET, type MailSite, openMailSite } from '../workerd/mail-site.ts';
import { suppress } from '../workerd/suppressed.ts';

const DAY = 24 * 60;
const YEAR = 365 * DAY;

beforeAll(() => openFlood('flood-one'));

const stateOf = (email: string) =>
  env.DB.prepare('SELECT state FROM subscribers WHERE email = ?').bind(email).first<string>('state');

/** Subscribes an address; the path that every digest to it carries. */
async function subscribe(site: MailSite, email: string): Promise<string> {
  const wish = { email, topics: ['flood-one'], cadence: 'daily', timezone: 'UTC' };
  await site.postJson('/v1/subscriptions', wish);
  expect((await site.ask(site.linkTo(email), { method: 'POST' })).status).toBe(200);
  const id = await env.DB.prepare('SELECT id FROM subscribers WHERE email = ?').bind(email).first('id');
  return unsubscribePath({ linkSecret: LINK_SECRET }, String(id), site.at);
}

test('who finds a digest four years later can still leave by it', async () => {
  const site = openMailSite();
  const leave = await subscribe(site, 'old@example.org');
  site.at = after(site.at, 4 * YEAR);
  expect((await site.ask(leave)).status).toBe(200);
  expect((await site.post(leave, {})).status).toBe(200);
  expect(await stateOf('old@example.org')).toBe('unsubscribed');
});

test('after more than five years the link has ended', async () => {
  const site = openMailSite();
  const leave = await subscribe(site, 'older@example.org');
  site.at = after(site.at, 5 * YEAR + 2 * DAY);
  expect((await site.post(leave, {})).status).toBe(410);
  expect(await stateOf('older@example.org')).toBe('active');
});

test('an undo within the hour, and not after it', async () => {
  const site = openMailSite();
  for (const [email, minutes, state] of [
    ['soon@example.org', 59, 'active'],
    ['late@example.org', 61, 'unsubscribed'],
  ] as const) {
    const leave = await subscribe(site, email);
    const page = await (await site.post(leave, {})).text();
    const undo = /action="(\/u\/undo\/[^"]+)"/.exec(page)?.[1] ?? '';
    site.at = after(site.at, minutes);
    await site.post(undo, {});
    expect([email, await stateOf(email)]).toEqual([email, state]);
  }
});

test('an undo never revives an address that was suppressed meanwhile', async () => {
  const site = openMailSite();
  const leave = await subscribe(site, 'bounced@example.org');
  const page = await (await site.post(leave, {})).text();
  const undo = /action="(\/u\/undo\/[^"]+)"/.exec(page)?.[1] ?? '';
  await env.DB.prepare(
    "UPDATE subscribers SET state = 'suppressed' WHERE email = 'bounced@example.org'",
  ).run();
  await site.post(undo, {});
  expect(await stateOf('bounced@example.org')).toBe('suppressed');
});

test('an address that was suppressed meanwhile cannot confirm', async () => {
  const site = openMailSite();
  const wish = { email: 'gone@example.org', topics: ['flood-one'], cadence: 'daily', timezone: 'UTC' };
  await site.postJson('/v1/subscriptions', wish);
  const path = site.linkTo('gone@example.org');
  await suppress('gone@example.org', { kind: 'complaint', at: site.at });
  expect((await site.ask(path, { method: 'POST' })).status).toBe(410);
  expect(await stateOf('gone@example.org')).toBeNull();
});

test('a choice made after leaving does not make anyone due', async () => {
  const site = openMailSite();
  const leave = await subscribe(site, 'left@example.org');
  await site.post(leave, {});
  const id = await env.DB.prepare(
    "SELECT id FROM subscribers WHERE email = 'left@example.org'",
  ).first<string>('id');
  const choices = {
    topics: '*',
    cadence: 'weekly',
    weekday: 2,
    hour: 9,
    zone: 'UTC',
    lang: 'en',
    stillQuiet: false,
  };
  await storeChoices(env.DB, id ?? '', choices as Choices, '2026-12-01T09:00:00.000Z');
  expect(
    await env.DB.prepare(
      "SELECT state, cadence, next_due_at FROM subscribers WHERE email = 'left@example.org'",
    ).first(),
  ).toEqual({ state: 'unsubscribed', cadence: 'weekly', next_due_at: null });
});

test('the hour’s share of transactional mails holds while the clock forgets what has ended', async () => {
  const site = openMailSite();
  const ask = () => site.postJson('/v1/readers', { email: 'often@example.org', name: 'O' });
  for (let mail = 0; mail < MOST_TO_ONE; mail++) await ask();
  const sent = site.mails.length;
  await forgetMails(env.DB, after(site.at, 1));
  await ask();
  expect(site.mails).toHaveLength(sent);
});

test('whoever asked to sign in and did not is forgotten once the link has ended', async () => {
  const site = openMailSite();
  await site.postJson('/v1/readers', { email: 'visitor@example.org', name: 'A visitor' });
  await forgetMails(env.DB, after(site.at, 30));
  expect((await site.ask(site.linkTo('visitor@example.org'))).status).toBe(200);
  await forgetMails(env.DB, after(site.at, 2 * DAY));
  expect(await everythingKept()).not.toContain('visitor@example.org');
});

test('what is asked for a suppressed mailbox leaves nothing behind and uses up no share of its hour', async () => {
  const site = openMailSite();
  const email = 'struck@example.org';
  await suppress(email, { kind: 'complaint', at: site.at });
  const before = await everythingKept();
  for (let asked = 0; asked <= MOST_TO_ONE; asked++)
    expect((await site.postJson('/v1/readers', { email, name: 'S' })).status).toBe(202);
  expect(await everythingKept()).toBe(before);
  await env.DB.prepare('DELETE FROM suppressions').run();
  await site.postJson('/v1/readers', { email, name: 'S' });
  expect(site.mails.filter((mail) => mail.to === email)).toHaveLength(1);
});
