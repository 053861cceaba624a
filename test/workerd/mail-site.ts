// The site with a clock and a mailbox of the test's own: every transactional mail is kept, nothing leaves the machine.
import { env } from 'cloudflare:workers';
import { linted } from '../../src/app/digest/linted-mailer.ts';
import { tryMails } from '../../src/app/readers/mail-outbox.ts';
import type { Mail } from '../../src/domain/digest/mail.ts';
import { guard } from '../../src/http/guard.ts';
import type { Mailer, Sent } from '../../src/platform/mail/mailer.ts';
import { turnstile } from '../../src/platform/turnstile.ts';
import { makeApp } from '../../src/routes/site.ts';
import { noDigests } from './digest-post.ts';
import { noOutside } from './no-outside.ts';
import { ORIGIN, TOKEN } from './site.ts';

export const LINK_SECRET = 'link-secret-of-the-tests';

export interface MailSite {
  /** The clock; move it by setting it. */
  at: string;
  mails: Mail[];
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form as a page of our own would, and waits for what goes on after the answer. */
  post(path: string, fields: Record<string, string | string[]>, init?: FormOptions): Promise<Response>;
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The path of the link in the newest transactional mail to an address. */
  linkTo(address: string): string;
  /** The post's work of one minute. */
  minute(): Promise<void>;
}

export interface FormOptions {
  cookie?: string;
  headers?: Record<string, string>;
}

export function openMailSite(
  options: {
    origin?: string;
    /** Work after the answer is left to itself. */
    unsettled?: boolean;
    turnstile?: { siteKey: string; secret: string };
    fetch?: (url: string, init: RequestInit) => Promise<Response>;
    send?: (mail: Mail, key: string) => Promise<Sent>;
    honoursKey?: boolean;
  } = {},
): MailSite {
  const later: Promise<unknown>[] = [];
  const mails: Mail[] = [];
  const site: MailSite = {
    at: '2026-11-23T09:00:00.000Z',
    mails,
    async ask(path, init) {
      const request = new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init });
      const answered = await app.fetch(request);
      const response = guard(answered, new URL(request.url), options.turnstile !== undefined);
      if (!options.unsettled) while (later.length > 0) await Promise.all(later.splice(0));
      return response;
    },
    post(path, fields, { cookie, headers } = {}) {
      const body = new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      );
      const sent = new Headers({ Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...headers });
      if (cookie !== undefined) sent.set('Cookie', cookie);
      return site.ask(path, { method: 'POST', body, headers: sent });
    },
    postJson: (path, body, headers = {}) =>
      site.ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async minute() {
      site.at = after(site.at, 1);
      await tryMails(post);
    },
    linkTo(address) {
      const mail = mails.findLast(({ to }) => to === address);
      const link = /https:\/\/\S+/.exec(mail?.text ?? '')?.[0];
      if (!link?.startsWith(`${ORIGIN}/`))
        throw new Error(`No transactional mail with a link went to ${address}.`);
      return link.slice(ORIGIN.length);
    },
  };
  const mailbox: Mailer = {
    name: 'test',
    honoursKey: options.honoursKey ?? true,
    atOnce: 1,
    rate: 1_000,
    async send(mail, key) {
      mails.push(mail);
      return options.send ? options.send(mail, key) : { kind: 'accepted', id: String(mails.length) };
    },
  };
  const post = { db: env.DB, now: () => site.at, mailer: () => linted(mailbox, 'transactional') };
  const app = makeApp({
    db: env.DB,
    now: () => site.at,
    newId: () => crypto.randomUUID(),
    editorToken: TOKEN,
    countsSecret: undefined,
    ...noOutside,
    mailer: post.mailer,
    linkSecret: LINK_SECRET,
    origin: options.origin ?? null,
    mailFrom: 'By Source <post@by-source.test>',
    turnstile: options.turnstile ? turnstile(options.turnstile, options.fetch ?? noNetwork) : null,
    later: (work) => later.push(work),
    editors: { access: null, roles: undefined },
    digests: noDigests(),
  });
  return site;
}

const noNetwork = (): Promise<never> => Promise.reject(new Error('No test asks the network.'));

/** Minutes after an instant. */
export const after = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Signs a reader in by the mailed link; gives the cookie to send and the token of their forms. */
export async function signIn(
  site: MailSite,
  email: string,
  name = 'A reader',
): Promise<{ cookie: string; token: string }> {
  await site.postJson('/v1/readers', { email, name });
  const entered = await site.post(site.linkTo(email), {});
  const cookie = /^[^;]+/.exec(entered.headers.get('Set-Cookie') ?? '')?.[0];
  if (!cookie)
    throw new Error(`The link did not sign ${email} in: ${entered.status} ${await entered.text()}`);
  const page = await (await site.ask('/readers/me', { headers: { Cookie: cookie } })).text();
  return { cookie, token: formTokenIn(page) };
}

export function formTokenIn(page: string): string {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('The page holds no form of the session.');
  return token;
}

/** Every row of the tables that a mailed link may bear on, as one text: two that are alike differ in nothing. */
export async function everythingKept(): Promise<string> {
  const tables = [
    'readers',
    'sessions',
    'used_links',
    'link_requests',
    'transactional_mails',
    'subscribers',
    'suppressions',
  ];
  const rows = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1`)));
  return JSON.stringify(rows.map(({ results }, at) => [tables[at], results]));
}
