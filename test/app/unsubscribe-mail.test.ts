// A mail with the link's token ends the subscription; any other mail does nothing.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { takeUnsubscribeMail } from '../../src/app/digest/unsubscribe-mail.ts';
import { unsubscribePath } from '../../src/app/readers/subscription-links.ts';
import { signLink } from '../../src/platform/link-token.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';

const NOW = '2026-03-02T07:00:00.000Z';
const deps = { db: env.DB, linkSecret: 'link-secret-of-the-tests', now: () => NOW };
const stateOf = (id: string) =>
  env.DB.prepare('SELECT state FROM subscribers WHERE id = ?').bind(id).first<string>('state');

beforeEach(async () => {
  await clearDigests();
  await addReaders(2, { prefix: 'out', due: NOW });
});

test('the subject that the header asks for ends the subscription, folded or not, as often as it comes', async () => {
  const token = (await unsubscribePath(deps, 'out-000001', NOW)).split('/').at(-1) as string;
  const folded = `unsubscribe ${token.slice(0, 40)}\r\n ${token.slice(40)}`;
  for (const subject of [folded, `Unsubscribe ${token}`]) {
    expect(await takeUnsubscribeMail(deps, subject)).toBe(true);
    expect(await stateOf('out-000001')).toBe('unsubscribed');
  }
  expect(await stateOf('out-000002')).toBe('active');
});

const q = (text: string) => `=?utf-8?q?${text.replaceAll(' ', '_')}?=`;
const b = (text: string) => `=?UTF-8?B?${btoa(text)}?=`;

test.for([
  ['encoded words that join', (t: string) => `${q(`unsubscribe ${t.slice(0, 40)}`)}\r\n ${q(t.slice(40))}`],
  [
    'encoded words unfolded by a server',
    (t: string) => `${q(`unsubscribe ${t.slice(0, 40)}`)} ${q(t.slice(40))}`,
  ],
  [
    'base64, split anywhere',
    (t: string) => `${b(`unsub`)}\r\n\t${b(`scribe ${t.slice(0, 9)}`)}\r\n ${b(t.slice(9))}`,
  ],
  ['two charsets', (t: string) => `=?iso-8859-1?Q?unsubscribe_?= ${b(t)}`],
  ['hex for the full stop', (t: string) => q(`unsubscribe ${t.replace('.', '=2E')}`)],
  ['an answer', (t: string) => `Re: Fwd:  unsubscribe   ${t}  `],
  ['another language and a mark', (t: string) => `AW: [EXTERNAL] Unsubscribe ${t}`],
  ['an answer in encoded words', (t: string) => `Re: ${q(`unsubscribe ${t}`)}`],
  ['folded within the token', (t: string) => `unsubscribe ${t.slice(0, 30)}\r\n\t${t.slice(30)}`],
  ['words behind it', (t: string) => `unsubscribe ${t} please`],
] as const)('a subject that comes as %s', async ([, write]) => {
  const token = (await unsubscribePath(deps, 'out-000001', NOW)).split('/').at(-1) as string;
  expect(await takeUnsubscribeMail(deps, write(token))).toBe(true);
  expect(await stateOf('out-000001')).toBe('unsubscribed');
  expect(await stateOf('out-000002')).toBe('active');
});

test('no token, a forged one or one for another purpose ends nothing', async () => {
  const link = { subject: 'out-000001', expires: Date.parse(NOW) / 1_000 + 60, nonce: 'd' };
  const others = [
    await signLink(deps.linkSecret, 'digest', link),
    await signLink('another secret', 'unsubscribe', link),
    await signLink(deps.linkSecret, 'unsubscribe', { ...link, expires: link.expires - 61 }),
    'out-000001',
  ];
  for (const subject of [
    null,
    '',
    'unsubscribe',
    'Re: hello',
    ...others.map((token) => `unsubscribe ${token}`),
  ])
    expect(await takeUnsubscribeMail(deps, subject)).toBe(false);
  expect(await stateOf('out-000001')).toBe('active');
});
