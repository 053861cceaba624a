// Resend and SES over a fake network: each of their answers means one thing, and none sends a mail twice.
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/digest/mail.ts';
import { bindingMailer } from '../../src/platform/mail/binding.ts';
import { chooseMailer } from '../../src/platform/mail/choose.ts';
import { resendMailer } from '../../src/platform/mail/resend.ts';
import { sesMailer } from '../../src/platform/mail/ses.ts';
import { TokenBucket } from '../../src/platform/rate-limiter/token-bucket.ts';

const mail: Mail = {
  to: 'reader@readers.test',
  from: 'By Source <digest@by-source.test>',
  subject: 'Ministry A: 400',
  html: '<p>400</p>',
  text: '400',
  headers: { Precedence: 'bulk' },
};

type Answer = { status: number; body?: object; headers?: Record<string, string> } | 'hang' | 'cut';

/** A network that gives one answer and keeps the requests. */
function network(answer: Answer): { fetch: typeof fetch; requests: Request[] } {
  const requests: Request[] = [];
  const fake = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    if (answer === 'cut') throw new TypeError('Network connection lost.');
    if (answer === 'hang')
      return new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    return Response.json(answer.body ?? {}, { status: answer.status, headers: answer.headers ?? {} });
  };
  return { fetch: fake as typeof fetch, requests };
}

const resend = (answer: Answer) => {
  const { fetch, requests } = network(answer);
  return { mailer: resendMailer({ apiKey: 're_key', rate: 2, fetch, answerWithin: 50 }), requests };
};
const ses = (answer: Answer) => {
  const { fetch, requests } = network(answer);
  const options = {
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    region: 'eu-west-1',
    configurationSet: 'events',
  };
  return { mailer: sesMailer({ ...options, rate: 14, fetch, answerWithin: 50 }), requests };
};

test('Resend: one request with the key, the headers and one recipient', async () => {
  const { mailer, requests } = resend({ status: 200, body: { id: 'mail-1' } });
  expect(await mailer.send(mail, 'run/reader')).toEqual({ kind: 'accepted', id: 'mail-1' });
  const [request] = requests;
  expect(request?.url).toBe('https://api.resend.com/emails');
  expect(request?.headers.get('Idempotency-Key')).toBe('run/reader');
  expect(request?.headers.get('Authorization')).toBe('Bearer re_key');
  expect(await request?.json()).toMatchObject({
    to: ['reader@readers.test'],
    headers: { Precedence: 'bulk' },
  });
});

test.for([
  [
    { status: 429, headers: { 'Retry-After': '7' } },
    { kind: 'later', retryAfter: 7 },
  ],
  [{ status: 500 }, { kind: 'later', retryAfter: null }],
  [
    { status: 401, body: { name: 'invalid_api_key' } },
    { kind: 'later', retryAfter: 300 },
  ],
  [
    { status: 403, body: { message: 'The domain is not verified' } },
    { kind: 'later', retryAfter: 300 },
  ],
  [{ status: 409, body: { name: 'concurrent_idempotent_requests' } }, { kind: 'later' }],
  [{ status: 409, body: { name: 'invalid_idempotent_request' } }, { kind: 'unknown' }],
  [
    { status: 422, body: { message: 'Invalid `to` field.' } },
    { kind: 'refused', recipient: true },
  ],
  [
    {
      status: 422,
      body: {
        message:
          'Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.',
      },
    },
    { kind: 'refused', recipient: false },
  ],
  [
    { status: 422, body: { message: 'Missing `html`.' } },
    { kind: 'refused', recipient: false },
  ],
  [{ status: 200 }, { kind: 'unknown' }],
  ['hang', { kind: 'unknown' }],
  ['cut', { kind: 'unknown' }],
] as const)('Resend: %j', async ([answer, sent]) => {
  expect(await resend(answer as Answer).mailer.send(mail, 'k')).toMatchObject(sent);
});

test('SES: one signed request, never sent again by the library', async () => {
  const { mailer, requests } = ses({ status: 200, body: { MessageId: 'mail-1' } });
  expect(mailer.honoursKey).toBe(false);
  expect(await mailer.send(mail, 'run/reader')).toEqual({ kind: 'accepted', id: 'mail-1' });
  const [request] = requests;
  expect(request?.url).toBe('https://email.eu-west-1.amazonaws.com/v2/email/outbound-emails');
  expect(request?.headers.get('Authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=id\/\d{8}\/eu-west-1\/ses\//,
  );
  expect(await request?.json()).toMatchObject({
    Destination: { ToAddresses: ['reader@readers.test'] },
    ConfigurationSetName: 'events',
    Content: { Simple: { Headers: [{ Name: 'Precedence', Value: 'bulk' }] } },
  });
});

test.for([
  [{ status: 429, body: { message: 'Maximum sending rate exceeded.' } }, { kind: 'later' }],
  [{ status: 503 }, { kind: 'later' }],
  [{ status: 500 }, { kind: 'unknown' }],
  [
    { status: 403, body: { message: 'The security token is invalid.' } },
    { kind: 'later', retryAfter: 300 },
  ],
  [{ status: 400, body: { __type: 'SendingPausedException' } }, { kind: 'later' }],
  [
    { status: 400, body: { __type: 'MessageRejected' } },
    { kind: 'refused', recipient: false },
  ],
  [
    { status: 400, body: { message: 'Address is on the suppression list' } },
    { kind: 'refused', recipient: true },
  ],
  ['hang', { kind: 'unknown' }],
  ['cut', { kind: 'unknown' }],
] as const)('SES: %j', async ([answer, sent]) => {
  const { mailer, requests } = ses(answer as Answer);
  expect(await mailer.send(mail, 'k')).toMatchObject(sent);
  expect(requests).toHaveLength(1);
});

test('the binding: its errors by what they say', async () => {
  const failing = (code: string) =>
    bindingMailer({ send: () => Promise.reject(Object.assign(new Error('no'), { code })) }, 1).send(
      mail,
      'k',
    );
  expect(await failing('E_RECIPIENT_SUPPRESSED')).toMatchObject({ kind: 'refused', recipient: true });
  expect(await failing('E_RECIPIENT_NOT_ALLOWED')).toMatchObject({ kind: 'refused', recipient: false });
  expect(await failing('E_RATE_LIMIT_EXCEEDED')).toMatchObject({ kind: 'later' });
  expect(await failing('E_HEADER_NOT_ALLOWED')).toMatchObject({ kind: 'refused', recipient: false });
  expect(await failing('')).toMatchObject({ kind: 'unknown' });
});

test('a Worker set up wrongly says what is missing', () => {
  expect(() => chooseMailer({ MAILER: 'resend' }, 'digest')).toThrow('RESEND_API_KEY');
  expect(() => chooseMailer({ MAILER: 'pigeon' }, 'digest')).toThrow('pigeon');
  expect(() => chooseMailer({}, 'transactional')).toThrow('EMAIL');
  expect(chooseMailer({ MAILER: 'resend', RESEND_API_KEY: 'k' }, 'digest').name).toBe('resend');
  const both = { MAILER: 'resend', CONFIRM_MAILER: 'smtp', RESEND_API_KEY: 'k', SMTP_HOST: 'h' };
  expect(chooseMailer(both, 'transactional').name).toBe('smtp');
  expect(chooseMailer(both, 'digest').name).toBe('resend');
});

test('the pacer keeps the rate over any stretch, saves up one second, and rests when told', () => {
  const bucket = new TokenBucket();
  let now = 1_000_000;
  let given = 0;
  const began = now;
  for (let turn = 0; turn < 200; turn++) {
    const taken = bucket.take(5, 50, 60_000, now);
    if (taken.kind !== 'go') throw new Error('It came sooner than it may.');
    now += taken.wait;
    given += 5;
    expect(given).toBeLessThanOrEqual(50 + ((now - began) * 50) / 1_000 + 1e-6);
  }
  expect(now - began).toBeGreaterThan(18_000);
  bucket.rest(5_000, now);
  expect(bucket.take(1, 50, 1_000, now)).toMatchObject({ kind: 'come back' });
  expect(bucket.take(1, 50, 60_000, now)).toMatchObject({ kind: 'go', wait: 5_000 });
});
