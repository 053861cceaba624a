// Bounces and complaints: believed only when signed, taken once, and an address that bounced does not come back.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import {
  consumeMailEvents,
  type MailEventDeps,
  takeResendEvent,
  takeSesEvent,
} from '../../src/app/digest/mail-events.ts';
import { mailWebhooks } from '../../src/platform/mail/webhooks.ts';
import { isSuppressed, takeEvent } from '../../src/store/suppressions.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';
import { ask } from '../workerd/site.ts';
import { snsSigner } from '../workerd/sns-signer.ts';
import { suppress } from '../workerd/suppressed.ts';

const NOW = '2026-03-02T07:00:00.000Z';
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:mail-events';
const CERTIFICATE = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';
const SECRET = `whsec_${btoa('a secret of the tests')}`;
const READER = 'event-000001@readers.test';

beforeEach(async () => {
  await clearDigests();
  await addReaders(3, { prefix: 'event', due: NOW });
});

const signer = await snsSigner();
const asked: string[] = [];
const settings: Parameters<typeof mailWebhooks>[0] = {
  fetch: async (url) => {
    asked.push(url);
    return new Response(url === CERTIFICATE ? signer.certificate : '');
  },
  resendSecret: SECRET,
  sesTopic: TOPIC,
};
const depsWith = (other: Partial<typeof settings> = {}): MailEventDeps => ({
  db: env.DB,
  now: () => NOW,
  mailWebhooks: mailWebhooks({ ...settings, ...other }),
});
const deps = depsWith();

/** What Resend sends, with its headers. */
const takeResend = (headers: Headers, text: string, by = deps) => {
  const [id = null, timestamp = null, signature = null] = ['id', 'timestamp', 'signature'].map((name) =>
    headers.get(`svix-${name}`),
  );
  return takeResendEvent(by, { id, timestamp, signature }, text);
};
const takeSes = (text: string, by = deps) => takeSesEvent(by, text);

const stateOf = (email: string) =>
  env.DB.prepare('SELECT state FROM subscribers WHERE email = ?').bind(email).first<string>('state');

/** Headers as Svix makes them (docs.svix.com/receiving/verifying-payloads/how-manual). */
async function svix(
  body: string,
  { id = 'msg_1', at = Date.parse(NOW) / 1_000, secret = 'a secret of the tests' } = {},
) {
  const encoder = new TextEncoder();
  const use = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), use, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${at}.${body}`));
  const signature = btoa(String.fromCharCode(...new Uint8Array(signed)));
  return new Headers({
    'svix-id': id,
    'svix-timestamp': String(at),
    'svix-signature': `v1,AAAA v2,${signature} v1,${signature}`,
  });
}

const bounce = (type: string, to = READER) =>
  JSON.stringify({ type: 'email.bounced', data: { to: [to], bounce: { type } } });

test('Resend: a hard bounce suppresses, on every list', async () => {
  const body = bounce('Permanent');
  expect(await takeResend(await svix(body), body)).toBe(true);
  expect(await stateOf(READER)).toBe('suppressed');
  expect(await isSuppressed(env.DB, ' Event-000001@Readers.test ')).toBe(true);
  expect(await stateOf('event-000002@readers.test')).toBe('active');
});

test('Resend: forged, stale, altered or unsigned, it changes nothing', async () => {
  const body = bounce('Permanent');
  const wrong = [
    await svix(body, { secret: 'another' }),
    await svix(body, { at: Date.parse(NOW) / 1_000 - 301 }),
    await svix(body, { at: Date.parse(NOW) / 1_000 + 301 }),
    await svix(`${body} `),
    new Headers(),
  ];
  for (const headers of wrong) expect(await takeResend(headers, body)).toBe(false);
  expect(await takeResend(await svix(body), body, depsWith({ resendSecret: undefined }))).toBe(false);
  expect(await stateOf(READER)).toBe('active');
});

test('Resend: soft bounces suppress after three, each told once; a delivery between them begins anew', async () => {
  const tell = async (id: string, body: string) => takeResend(await svix(body, { id }), body);
  const soft = bounce('Transient');
  for (const id of ['a', 'b', 'a', 'b', 'a']) await tell(id, soft);
  expect(await stateOf(READER)).toBe('active');
  await tell('c', JSON.stringify({ type: 'email.delivered', data: { to: READER } }));
  for (const id of ['d', 'e']) await tell(id, soft);
  expect(await stateOf(READER)).toBe('active');
  await tell('f', soft);
  expect(await stateOf(READER)).toBe('suppressed');
});

const notice = (message: object, fields: Record<string, string> = {}) => ({
  Type: 'Notification',
  MessageId: 'sns-1',
  TopicArn: TOPIC,
  Message: JSON.stringify(message),
  Timestamp: NOW,
  SignatureVersion: '2',
  SigningCertURL: CERTIFICATE,
  ...fields,
});
const complaint = {
  eventType: 'Complaint',
  complaint: { complainedRecipients: [{ emailAddress: READER }], complaintFeedbackType: 'abuse' },
};

test('SES: a complaint signed by Amazon suppresses', async () => {
  expect(await takeSes(await signer.sign(notice(complaint)))).toBe(true);
  expect(await stateOf(READER)).toBe('suppressed');
});

test('SES: another topic, key, certificate, time or text is not believed', async () => {
  const anonymous = await snsSigner();
  const wrong = [
    await signer.sign(notice(complaint, { TopicArn: `${TOPIC}-of-others` })),
    await anonymous.sign(notice(complaint)),
    await signer.sign(
      notice(complaint, { SigningCertURL: 'https://sns.evil.test/SimpleNotificationService-a.pem' }),
    ),
    await signer.sign(notice(complaint, { Timestamp: '2026-03-02T05:00:00.000Z' })),
    await signer.sign(notice(complaint, { SignatureVersion: '1' })),
    (await signer.sign(notice(complaint))).replace('000001', '000002'),
    '{',
    '[]',
  ];
  for (const text of wrong) expect(await takeSes(text)).toBe(false);
  expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
  expect(await stateOf(READER)).toBe('active');
  expect(await stateOf('event-000002@readers.test')).toBe('active');
});

test('SES: a subscription is confirmed at Amazon and nowhere else', async () => {
  const confirm = (url: string) =>
    signer.sign({ ...notice({}), Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: url });
  const real = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
  expect(await takeSes(await confirm(real))).toBe(true);
  expect(asked).toContain(real);
  await takeSes(await confirm('https://inside.test/?Action=ConfirmSubscription&Token=t'));
  expect(asked.filter((url) => url.includes('inside'))).toEqual([]);
});

test('Cloudflare: its queue’s events; a deferred mail is still under way', async () => {
  const event = (what: string, recipient: string, rest: object = {}) => ({
    body: {
      type: `cf.email.sending.message.${what}`,
      payload: { eventId: `${what} ${recipient}`, recipient, ...rest },
    },
    ack: () => undefined,
    retry: () => {
      throw new Error('not taken');
    },
  });
  await consumeMailEvents(deps, {
    messages: [
      event('bounced', READER, { bounce: { type: 'hard' } }),
      event('deferred', 'event-000002@readers.test', { bounce: { type: 'soft' } }),
      event('complained', 'event-000003@readers.test', { complaint: { type: 'abuse' } }),
      event('complained', 'event-000002@readers.test', { complaint: { type: 'not-spam' } }),
      { ...event('x', ''), body: 'nonsense' },
    ],
  });
  const states = await env.DB.prepare('SELECT state FROM subscribers ORDER BY email').all();
  expect(states.results.map(({ state }) => state)).toEqual(['suppressed', 'active', 'suppressed']);
});

const bounced = (bounceType: string, bounceSubType: string, recipient: object = {}) => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: READER, ...recipient }] },
});

test.for([
  ['an account of no mailbox', bounced('Permanent', 'NoEmail'), 'suppressed'],
  ['its server’s 5.1.1', bounced('Permanent', 'General', { status: '5.1.1' }), 'suppressed'],
  ['Amazon’s own list', bounced('Permanent', 'OnAccountSuppressionList', { status: '5.1.1' }), 'suppressed'],
  ['a policy against us', bounced('Permanent', 'General', { status: '5.7.1' }), 'active'],
  [
    'a blocklist, under a status that says nothing',
    bounced('Permanent', 'General', { status: '5.0.0', diagnosticCode: 'smtp; 550 blocked, see spamhaus' }),
    'active',
  ],
  [
    'our own address',
    bounced('Permanent', 'General', { status: '5.1.8', diagnosticCode: 'smtp; 550 5.1.8 sender rejected' }),
    'active',
  ],
  ['a complaint', complaint, 'suppressed'],
  [
    'the contrary of a complaint',
    { ...complaint, complaint: { ...complaint.complaint, complaintFeedbackType: 'not-spam' } },
    'active',
  ],
  [
    'a report on signatures',
    { ...complaint, complaint: { ...complaint.complaint, complaintFeedbackType: 'auth-failure' } },
    'active',
  ],
  [
    'a complaint without a type',
    { ...complaint, complaint: { ...complaint.complaint, complaintFeedbackType: null } },
    'suppressed',
  ],
] as const)('SES tells %s', async ([, message, state]) => {
  expect(await takeSes(await signer.sign(notice(message)))).toBe(true);
  expect(await stateOf(READER)).toBe(state);
});

test('a mail that is too large or not liked counts for nothing, however often; a full mailbox does', async () => {
  for (const [n, subType] of [
    'ContentRejected',
    'MessageTooLarge',
    'AttachmentRejected',
    'ContentRejected',
  ].entries()) {
    await takeSes(await signer.sign(notice(bounced('Transient', subType), { MessageId: `mail-${n}` })));
    const body = JSON.stringify({
      type: 'email.bounced',
      data: { to: READER, bounce: { type: 'Transient', subType } },
    });
    await takeResend(await svix(body, { id: `mail-${n}` }), body);
  }
  expect(await stateOf(READER)).toBe('active');
  for (const n of [1, 2, 3])
    await takeSes(await signer.sign(notice(bounced('Transient', 'MailboxFull'), { MessageId: `full-${n}` })));
  expect(await stateOf(READER)).toBe('suppressed');
});

test('Resend: a permanent bounce of a policy is ours', async () => {
  const body = (message: string) =>
    JSON.stringify({ type: 'email.bounced', data: { to: [READER], bounce: { type: 'Permanent', message } } });
  for (const [id, text, state] of [
    ['a', body('550 5.7.1 blocked by policy'), 'active'],
    ['b', body('The address is on the suppression list'), 'suppressed'],
  ] as const) {
    await takeResend(await svix(text, { id }), text);
    expect(await stateOf(READER)).toBe(state);
  }
});

test('soft bounces far apart are forgotten', async () => {
  const tell = (at: string) =>
    takeEvent(env.DB, { id: at, provider: 'test', kind: 'soft bounce', email: READER, detail: null, at });
  for (const at of ['2026-01-01T07:00:00.000Z', '2026-01-02T07:00:00.000Z', '2026-03-02T07:00:00.000Z'])
    await tell(at);
  expect(await stateOf(READER)).toBe('active');
  await tell('2026-03-03T07:00:00.000Z');
  await tell('2026-03-04T07:00:00.000Z');
  expect(await stateOf(READER)).toBe('suppressed');
});

test('a suppressed address stays so, however often it is told', async () => {
  await suppress(READER, { kind: 'hard bounce', at: NOW });
  await suppress(READER, { kind: 'complaint', at: NOW });
  const { results } = await env.DB.prepare('SELECT reason FROM suppressions').all();
  expect(results).toEqual([{ reason: 'hard bounce' }]);
});

test('the doors are there, and say no to whoever cannot sign', async () => {
  for (const provider of ['resend', 'ses']) {
    const answer = await ask(`/v1/mail-events/${provider}`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(403);
  }
});

/** What anybody may send to the doors of providers. */
const NONSENSE = [
  'v1,A',
  'v1,',
  'v1',
  ',',
  'v1,====',
  'v1,%%%',
  'v1,AAAA=A',
  `v1,${'A'.repeat(100_001)}`,
  'v2,A v1,B',
];

test.for(NONSENSE)('Resend: the signature %s is no signature', async (signature) => {
  const headers = new Headers({
    'svix-id': 'x',
    'svix-timestamp': String(Date.parse(NOW) / 1_000),
    'svix-signature': signature,
  });
  for (const secret of [SECRET, 'whsec_A', 'whsec_', 'not base64'])
    expect(await takeResend(headers, '{}', depsWith({ resendSecret: secret }))).toBe(false);
});

test('Resend: a signed body that is no event changes nothing', async () => {
  for (const body of [
    'null',
    '[]',
    '{',
    '"x"',
    '{"type":"email.bounced"}',
    '{"type":"__proto__","data":{"to":"x"}}',
    '\0',
  ])
    expect(await takeResend(await svix(body, { id: `odd-${body.length}` }), body)).toBe(true);
  expect(await stateOf(READER)).toBe('active');
});

test('SES: nonsense in any field is not believed, and asks nobody but Amazon’s own host of the topic', async () => {
  asked.length = 0;
  const signed = JSON.parse(await signer.sign(notice(complaint))) as Record<string, unknown>;
  const odd = ['A', '', '====', 'x'.repeat(200_000), '\u0000', 1, null, [], {}, true];
  for (const field of ['Type', 'Signature', 'SigningCertURL', 'Timestamp', 'SignatureVersion', 'TopicArn'])
    for (const value of odd) expect(await takeSes(JSON.stringify({ ...signed, [field]: value }))).toBe(false);
  for (const text of ['null', '1', '"x"', '[[]]', '{', '', '\0']) expect(await takeSes(text)).toBe(false);
  const elsewhere = [
    CERTIFICATE.replace('eu-west-1', 'us-east-9'),
    CERTIFICATE.replace('amazonaws.com', 'amazonaws.com.evil.test'),
    CERTIFICATE.replace('https', 'http'),
    `${CERTIFICATE}?x`,
  ];
  for (const SigningCertURL of elsewhere)
    expect(await takeSes(JSON.stringify({ ...signed, SigningCertURL }))).toBe(false);
  expect(new Set(asked)).toEqual(new Set([CERTIFICATE]));
  expect(await stateOf(READER)).toBe('active');
});

test.for<[what: string, answer: () => Promise<Response>, told: false | 'later']>([
  ['is not there', async () => new Response('', { status: 404 }), false],
  ['is none', async () => new Response('<html>'), false],
  ['is damaged', async () => new Response(signer.certificate.replace('MII', 'XXX')), false],
  ['is endless', async () => new Response('x'.repeat(1_000_000)), 'later'],
  ['cannot be had now', async () => new Response('', { status: 503 }), 'later'],
  ['cannot be asked for', () => Promise.reject(new Error('no network')), 'later'],
])('SES: a certificate that %s is no failure of ours', async ([, answer, told]) => {
  const there = depsWith({ fetch: answer });
  expect(await takeSes(await signer.sign(notice(complaint)), there)).toBe(told);
  expect(await stateOf(READER)).toBe('active');
});

test('SES: a confirmation that Amazon does not take is asked for again', async () => {
  const subscribe = { ...notice({}), Type: 'SubscriptionConfirmation', Token: 't' };
  const url = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
  const text = await signer.sign({ ...subscribe, SubscribeURL: url });
  const there = depsWith({
    fetch: async (at) =>
      at === CERTIFICATE ? new Response(signer.certificate) : new Response('', { status: 500 }),
  });
  expect(await takeSes(text, there)).toBe('later');
});

test('nothing that is sent to the doors is answered as a failure of ours', async () => {
  const bodies: BodyInit[] = ['', '{', 'null', '\0', 'x'.repeat(299_000), new Uint8Array([0xff, 0xfe, 0x00])];
  for (const provider of ['resend', 'ses'])
    for (const body of bodies)
      for (const signature of NONSENSE) {
        const headers = {
          'svix-id': 'x',
          'svix-timestamp': '1',
          'svix-signature': signature.slice(0, 1_000),
        };
        const answer = await ask(`/v1/mail-events/${provider}`, { method: 'POST', body, headers });
        await answer.arrayBuffer();
        expect([400, 403]).toContain(answer.status);
      }
});
