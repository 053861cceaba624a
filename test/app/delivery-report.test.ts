// Reports of failure that come by mail: ours are believed by their sealed names, for the reader they went to, and no others.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { takeMail } from '../../src/app/digest/incoming-mail.ts';
import { readDeliveryReport } from '../../src/platform/mail/delivery-report.ts';
import { signedName } from '../../src/platform/mail/message-name.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';

const NOW = '2026-11-25T08:00:00.000Z';
const SECRET = 'link-secret-of-the-tests';
const OWN = 'digest@by-source.test';
const READER = 'back-000001@readers.test';
const OTHER = 'back-000002@readers.test';
const RUN = 'digest-daily-2026-11-25T0700Z';
const deps = {
  db: env.DB,
  linkSecret: SECRET,
  now: () => NOW,
  mailFrom: `By Source <${OWN}>`,
  readDeliveryReport,
};

beforeEach(async () => {
  await clearDigests();
  await addReaders(2, { prefix: 'back', due: NOW });
});

const idOf = async (to: string, key = `${RUN}/back-000001`, secret = SECRET) =>
  `<${await signedName(secret, key, to)}@by-source.test>`;
const states = async () => {
  const { results } = await env.DB.prepare('SELECT state FROM subscribers ORDER BY id').all();
  return results.map(({ state }) => state);
};
const UNTOUCHED = ['active', 'active'];

interface Group {
  to?: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  more?: string;
}

const group = ({ to = READER, action = 'failed', status = '5.1.1', diagnostic, more = '' }: Group) =>
  [
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic ? [`Diagnostic-Code: smtp; ${diagnostic}`] : []),
    ...(more ? [more] : []),
  ].join('\r\n');

interface Shape {
  third?: 'text/rfc822-headers' | 'message/rfc822';
  header?: string;
  type?: string;
  encoding?: string;
}

function report(id: string, groups: string[], { third, header = '', type, encoding }: Shape = {}): string {
  const original = `From: ${OWN}\r\nMessage-ID:\r\n ${id}\r\nTo: ${READER}\r\n`;
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.news.test (Mail Delivery System)',
    `To: ${OWN}`,
    'Subject: Undelivered Mail Returned to Sender',
    ...(header ? [header] : []),
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'multipart/report; report-type=delivery-status;\r\n\tboundary="a b"'}`,
    '',
    '--a b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '',
    '--a b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.news.test',
    '',
    groups.join('\r\n\r\n'),
    '',
    '--a b',
    `Content-Type: ${third ?? 'text/rfc822-headers'}`,
    ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []),
    '',
    encoding === 'base64' ? btoa(original) : original,
    ...(third === 'message/rfc822' ? ['the mail itself', ''] : []),
    '--a b--',
    '',
  ].join('\r\n');
}

/** Hands a mail in as the platform does. */
function hand(text: string, from = ''): Promise<'taken' | 'refused'> {
  const headers = new Headers();
  for (const line of (text.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  const raw = new Response(text).body as ReadableStream<Uint8Array>;
  return takeMail(deps, { from, headers, raw });
}

test('a mailbox that is not there, as most servers say it: suppressed, with what was said', async () => {
  const said = `550 5.1.1 <${READER}>: Recipient address rejected:\r\n    User unknown`;
  expect(await hand(report(await idOf(READER), [group({ diagnostic: said })]))).toBe('taken');
  expect(await states()).toEqual(['suppressed', 'active']);
  const kept = await env.DB.prepare('SELECT reason, source, detail FROM suppressions').first();
  expect(kept).toEqual({
    reason: 'hard bounce',
    source: 'report',
    detail: '550 5.1.1 … Recipient address rejected: User unknown',
  });
});

test.for([
  ['the whole mail behind it', {}, { third: 'message/rfc822' }],
  ['headers in base64', {}, { encoding: 'base64' }],
  ['a type that says less', {}, { type: 'multipart/report; boundary="a b"' }],
  ['another case', { to: READER.toUpperCase(), action: 'Failed' }, {}],
  [
    'comments and brackets',
    { to: `<${READER}>`, action: 'failed (for good)', status: '5.1.1 (bad mailbox)' },
    {},
  ],
  [
    'a recipient changed on the way',
    { to: 'somebody@elsewhere.test', more: `Original-Recipient: rfc822;${READER}` },
    {},
  ],
  ['the code in the words alone', { status: '5.0.0', diagnostic: '550 5.1.1 gone' }, {}],
  ['words alone', { status: '5.0.0', diagnostic: '550 No such user here' }, {}],
] as const)('with %s', async ([, fields, shape]) => {
  await hand(report(await idOf(READER), [group(fields)], shape));
  expect(await states()).toEqual(['suppressed', 'active']);
});

test('a report that names our mail in References alone', async () => {
  const header = `References: <other@elsewhere.test>\r\n ${await idOf(READER)}`;
  await hand(report('<changed@relay.test>', [group({})], { header }));
  expect(await states()).toEqual(['suppressed', 'active']);
});

test('of several recipients the one is meant whose mail it was and who failed', async () => {
  const id = await idOf(READER);
  await hand(report(id, [group({ action: 'delayed' }), group({ to: OTHER })]));
  expect(await states()).toEqual(UNTOUCHED);
  await hand(report(id, [group({ to: OTHER, action: 'delivered' }), group({})]));
  expect(await states()).toEqual(['suppressed', 'active']);
});

test.for([
  ['another secret', (): Promise<string> => idOf(READER, undefined, 'another secret')],
  ['a name of no seal', async () => `<${RUN}.back-000001@by-source.test>`],
  ['a seal of another mail', async (): Promise<string> => (await idOf(READER)).replace('0700Z', '0800Z')],
  ['a seal of another reader', (): Promise<string> => idOf(OTHER)],
  ['a stranger’s mail', async () => '<1234@elsewhere.test>'],
] as [string, () => Promise<string>][])(
  'forged with %s: taken quietly, and nothing changes',
  async ([, forged]) => {
    expect(await hand(report(await forged(), [group({})]))).toBe('taken');
    expect(await states()).toEqual(UNTOUCHED);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM delivery_events').first('n')).toBe(0);
  },
);

test.for([
  ['delayed', { action: 'delayed', status: '4.4.1' }],
  ['relayed', { action: 'relayed', status: '2.1.9' }],
  ['refused by policy', { status: '5.7.1', diagnostic: '550 5.7.1 blocked' }],
  ['refused for our address', { diagnostic: `550 5.1.1 <${OWN}>: Sender address rejected` }],
  ['listed', { status: '5.0.0', diagnostic: '554 listed by a blocklist' }],
  ['of no status at all', { status: '', action: '' }],
] as const)('%s: nobody is suppressed, however often', async ([, fields]) => {
  for (let n = 0; n < 4; n++) await hand(report(await idOf(READER, `run-${n}/back-000001`), [group(fields)]));
  expect(await states()).toEqual(UNTOUCHED);
});

test('full mailboxes and hosts out of reach count after three mails, each mail once', async () => {
  const soft = async (n: number, status: string) =>
    hand(report(await idOf(READER, `run-${n}/back-000001`), [group({ status })]));
  for (const status of ['5.2.2', '5.2.2', '4.4.7']) await soft(1, status);
  await soft(2, '4.4.7');
  expect(await states()).toEqual(UNTOUCHED);
  await soft(3, '5.4.4');
  expect(await states()).toEqual(['suppressed', 'active']);
});

test('what cannot be read, is huge or is another kind of report is taken and changes nothing', async () => {
  const id = await idOf(READER);
  const broken = [
    report(id, [group({})]).split('Content-Type: text/rfc822-headers')[0] ?? '',
    report(id, []),
    report(id, [group({})], { type: 'multipart/report; report-type=feedback-report; boundary=none' }),
    `${report(id, [group({})]).split('--a b')[0]}${'x'.repeat(3_000_000)}`,
  ];
  for (const text of broken) expect(await hand(text)).toBe('taken');
  expect(await states()).toEqual(UNTOUCHED);
});

test('only a person is told that nobody reads here', async () => {
  const mail = (header = '') => `From: a@b.test\r\nSubject: Hello${header}\r\n\r\nHello`;
  expect(await hand(mail(), 'a@b.test')).toBe('refused');
  expect(await hand(mail('\r\nAuto-Submitted: no'), 'a@b.test')).toBe('refused');
  expect(await hand(mail('\r\nAuto-Submitted: auto-replied; owner-email="a@b.test"'), 'a@b.test')).toBe(
    'taken',
  );
  expect(await hand(mail(), '')).toBe('taken');
  expect(await hand(mail(), '<>')).toBe('taken');
});
