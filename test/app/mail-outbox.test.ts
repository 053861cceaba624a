// Transactional mails in the post: put off they come again with growing waits while their link lives, never twice, and leave nothing behind.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { postMail, tryMails } from '../../src/app/readers/mail-outbox.ts';
import type { Sent } from '../../src/platform/mail/mailer.ts';
import { addressStatements } from '../../src/store/reader-erasure.ts';
import { isSuppressed } from '../../src/store/suppressions.ts';
import { TestProvider } from '../workerd/digest-post.ts';
import { type MailSite, openMailSite } from '../workerd/mail-site.ts';
import { suppress } from '../workerd/suppressed.ts';

const READER = 'new@readers.test';
const later = (recipient = true): Sent => ({
  kind: 'later',
  reason: '450 4.7.1 greylisted',
  retryAfter: null,
  ...(recipient ? { recipient: true } : {}),
});

beforeEach(async () => {
  await env.DB.batch(
    [
      'transactional_mails',
      'transactional_mails_sent',
      'suppressions',
      'delivery_events',
      'link_requests',
    ].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  );
});

const waiting = () => env.DB.prepare('SELECT count(*) AS n FROM transactional_mails').first<number>('n');
const askToSignIn = (site: MailSite, email = READER) => site.postJson('/v1/readers', { email, name: 'New' });

/** A site whose server answers each try in turn, and then takes all. */
function siteWith(answers: (Sent | null)[], options: { honoursKey?: boolean } = {}) {
  const tries: { at: number; key: string }[] = [];
  const site: MailSite = openMailSite({
    ...options,
    send: async (_, key) => {
      tries.push({ at: Date.parse(site.at), key });
      return answers[tries.length - 1] ?? { kind: 'accepted', id: 'taken' };
    },
  });
  return { site, tries };
}

test.for([['sign-in'], ['confirmation']] as const)(
  'a %s put off by a greylisting server comes with growing waits, its link works, and nothing of it is kept',
  async ([kind]) => {
    const { site, tries } = siteWith(Array.from({ length: 5 }, () => later()));
    const asked =
      kind === 'sign-in'
        ? await askToSignIn(site)
        : await site.postJson('/v1/subscriptions', { email: READER, topics: '*' });
    expect(asked.status).toBe(202);
    expect(await waiting()).toBe(1);
    for (let minute = 0; minute < 40; minute++) await site.minute();
    expect(tries).toHaveLength(6);
    const waits = tries.slice(1).map(({ at }, n) => at - (tries[n]?.at ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(5 * 60_000);
    expect(new Set(tries.map(({ key }) => key)).size).toBe(1);
    expect(new Set(site.mails.map((mail) => JSON.stringify(mail))).size).toBe(1);
    expect(await waiting()).toBe(0);
    expect((await site.ask(site.linkTo(READER))).status).toBe(200);
  },
);

test('nobody sends a transactional mail whose link has ended, and it is forgotten', async () => {
  const { site, tries } = siteWith(Array.from({ length: 100 }, () => later()));
  await askToSignIn(site);
  for (let minute = 0; minute < 90; minute++) await site.minute();
  expect(Math.max(...tries.map(({ at }) => at)) - (tries[0]?.at ?? 0)).toBeLessThan(60 * 60_000);
  expect(tries.length).toBeLessThan(12);
  expect(await waiting()).toBe(0);
});

test.for([
  ['refused for good', { kind: 'refused', reason: '550 5.1.1', recipient: true }, false, true],
  ['refused as ours', { kind: 'refused', reason: '550 5.7.1', recipient: false }, false, false],
  ['of an answer that was lost', { kind: 'unknown', reason: 'cut' }, false, false],
] as const)('%s, it is not tried again', async ([, sent, honoursKey, suppressed]) => {
  const { site, tries } = siteWith([sent], { honoursKey });
  await askToSignIn(site);
  for (let minute = 0; minute < 30; minute++) await site.minute();
  expect(tries).toHaveLength(1);
  expect(await waiting()).toBe(0);
  expect(await isSuppressed(env.DB, READER)).toBe(suppressed);
});

test('an answer that was lost is asked for again under the same key where that is one transactional mail', async () => {
  const { site, tries } = siteWith([{ kind: 'unknown', reason: 'cut' }], { honoursKey: true });
  await askToSignIn(site);
  for (let minute = 0; minute < 5; minute++) await site.minute();
  expect(tries.map(({ key }) => key)).toEqual([tries[0]?.key, tries[0]?.key]);
});

const NOW = '2026-11-25T08:00:00.000Z';
const mailTo = (to: string, id: string) => ({
  id,
  mail: { to, from: 'post@by-source.test', subject: id, html: '<p>x</p>', text: 'x', headers: {} },
  expires: '2026-11-25T09:00:00.000Z',
});

test('two clocks at once send each transactional mail once', async () => {
  const provider = new TestProvider({ honoursKey: false });
  let now = NOW;
  const deps = { db: env.DB, now: () => now, mailer: () => provider };
  provider.before = () => later();
  for (let n = 0; n < 5; n++) await postMail(deps, mailTo(`n${n}@readers.test`, `letter-${n}`));
  provider.before = () => null;
  now = '2026-11-25T08:05:00.000Z';
  await Promise.all([tryMails(deps), tryMails(deps), tryMails(deps)]);
  expect(provider.taken).toHaveLength(5);
  expect(await waiting()).toBe(0);
});

test('one left by a process that died is not sent again, and forgotten', async () => {
  const provider = new TestProvider({ honoursKey: false });
  const dying = new TestProvider();
  dying.before = () => {
    throw new Error('killed');
  };
  const deps = { db: env.DB, now: () => NOW, mailer: () => dying };
  await expect(postMail(deps, mailTo(READER, 'one'))).rejects.toThrow('killed');
  expect(await waiting()).toBe(1);
  for (const now of ['2026-11-25T08:01:00.000Z', '2026-11-25T08:30:00.000Z'])
    await tryMails({ ...deps, now: () => now, mailer: () => provider });
  expect(provider.taken).toHaveLength(0);
  expect(await waiting()).toBe(0);
});

test('one mailbox that defers holds up no other transactional mail; a server that is down is asked once a minute', async () => {
  const provider = new TestProvider({ honoursKey: false });
  let now = NOW;
  const deps = { db: env.DB, now: () => now, mailer: () => provider };
  provider.before = () => later();
  for (let n = 0; n < 3; n++) await postMail(deps, mailTo(`n${n}@readers.test`, `letter-${n}`));
  now = '2026-11-25T08:05:00.000Z';
  provider.calls = 0;
  provider.before = () => later(false);
  await tryMails(deps);
  expect(provider.calls).toBe(1);
  now = '2026-11-25T08:10:00.000Z';
  provider.before = ({ to }) => (to.startsWith('n0') ? later() : null);
  await tryMails(deps);
  expect(provider.taken).toHaveLength(2);
  expect(await waiting()).toBe(1);
});

test('an address that was suppressed while its transactional mail waited is not written to', async () => {
  const { site, tries } = siteWith([later()]);
  await askToSignIn(site);
  await suppress(READER, { kind: 'complaint', at: site.at });
  for (let minute = 0; minute < 5; minute++) await site.minute();
  expect(tries).toHaveLength(1);
  expect(await waiting()).toBe(0);
});

test('a reader who is erased leaves no letter, and none of the words that a server said of the address', async () => {
  const email = 'erased@readers.test';
  await postMail(
    {
      db: env.DB,
      now: () => NOW,
      mailer: () => Object.assign(new TestProvider(), { before: () => later() }),
    },
    mailTo(email, 'kept'),
  );
  await suppress(email, { kind: 'hard bounce', detail: 'no such E. R.', at: NOW });
  await env.DB.batch(await addressStatements(env.DB, email));
  expect(await waiting()).toBe(0);
  expect(await env.DB.prepare('SELECT reason, detail FROM suppressions').first()).toEqual({
    reason: 'hard bounce',
    detail: null,
  });
});
