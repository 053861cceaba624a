// Bodies are read no further than their limit, also where no length is announced, and no route fails over one.
import { exports } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { readBytes, readText } from '../../src/http/body.ts';
import { openFlood } from '../workerd/flood.ts';
import { signIn } from '../workerd/readers.ts';
import { ORIGIN, type Refusal, TOKEN } from '../workerd/site.ts';

const PIECE = new Uint8Array(64_000).fill(0x61);
/** More than any limit, and little enough to send whole should nobody stop it. */
const PIECES = 800;

/** A body that comes piece by piece, and how much of it was taken. */
function drip(pieces = PIECES, piece = PIECE) {
  const sent = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent.bytes >= pieces * piece.byteLength) return controller.close();
        sent.bytes += piece.byteLength;
        controller.enqueue(piece.slice());
      },
      cancel() {
        sent.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent };
}
const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request(`${ORIGIN}/`, { method: 'POST', body, headers });

test('reading stops one piece beyond the limit, and the sender is told', async () => {
  const { body, sent } = drip();
  const answer = await readBytes(post(body), 100_000);
  expect((answer as Response).status).toBe(413);
  expect(sent).toEqual({ bytes: 2 * PIECE.byteLength, cancelled: true });
});

test('a body of the very limit is taken, one byte more is not', async () => {
  const of = async (length: number) => readBytes(post(drip(length, new Uint8Array(1)).body), 300);
  expect(await of(300)).toHaveLength(300);
  expect((await of(301)) as Response).toHaveProperty('status', 413);
});

test('what is announced too long is not read at all', async () => {
  const { body, sent } = drip();
  const request = post(body, { 'Content-Length': '300000' });
  const answer = await readBytes(request, 200_000);
  expect([(answer as Response).status, sent.bytes]).toEqual([413, 0]);
});

test('pieces that part a letter are one text', async () => {
  const readers = new TextEncoder().encode('약 300명 👩‍👩‍👧');
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at === readers.length) return controller.close();
      controller.enqueue(readers.slice(at, ++at));
    },
  });
  expect(await readText(post(body))).toBe('약 300명 👩‍👩‍👧');
});

test('a body that breaks off is a bad request', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(PIECE.slice());
      controller.error(new Error('gone'));
    },
  });
  expect((await readBytes(post(body), 300_000)) as Response).toHaveProperty('status', 400);
});

let session = '';
beforeAll(async () => {
  await openFlood('bodies');
  session = await signIn('bodies');
});

const token = () => ({ Authorization: `Bearer ${TOKEN}` });
const form = (type = 'application/x-www-form-urlencoded') => ({ 'Content-Type': type });
const COMMENTS_POLICIES: [path: string, headers: () => Record<string, string>][] = [
  ['/v1/subscriptions', () => ({})],
  ['/v1/readers', () => ({})],
  ['/v1/counts', () => ({})],
  ['/v1/mail-events/resend', () => ({})],
  ['/v1/mail-events/ses', () => ({})],
  ['/v1/topics/bodies/comments', () => ({ Cookie: `__Host-session=${session}` })],
  ['/v1/origins', token],
  ['/v1/digest-runs', token],
  ['/v1/claims', token],
  ['/v1/topics/bodies/comments-state', token],
  ['/subscriptions', () => form()],
  ['/readers/sign-in', () => form()],
  ['/readers/sign-in', () => form('multipart/form-data; boundary=x')],
  ['/t/bodies/comments', () => ({ ...form(), Cookie: `__Host-session=${session}` })],
];

test.for(COMMENTS_POLICIES)(
  '%s reads no more than its limit of a body without a length',
  async ([path, headers]) => {
    const { body, sent } = drip();
    const response = await exports.default.fetch(
      new Request(`${ORIGIN}${path}`, { method: 'POST', body, headers: headers() }),
    );
    const problem = (await response.json()) as Refusal;
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    expect(problem).toMatchObject({
      status: 413,
      title: expect.any(String),
      detail: expect.stringMatching(/\.$/),
    });
    expect(sent.bytes).toBeLessThan(PIECES * PIECE.byteLength);
  },
);

test('the desk’s login says so on its page', async () => {
  const { body, sent } = drip();
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}/desk/login`, { method: 'POST', body, headers: form() }),
  );
  expect([response.status, (await response.text()).includes('That form cannot be read.')]).toEqual([
    413,
    true,
  ]);
  expect(sent.bytes).toBeLessThan(PIECES * PIECE.byteLength);
});

test('one press to unsubscribe reads nothing of what is sent with it', async () => {
  const { body, sent } = drip();
  const headers = form('multipart/form-data; boundary=x');
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}/u/forged.token`, { method: 'POST', body, headers }),
  );
  await response.arrayBuffer();
  expect(response.status).toBeLessThan(500);
  expect(sent.bytes).toBeLessThan(PIECES * PIECE.byteLength);
});
