// Assertions of Cloudflare Access: only the team's keys, for this application, within their time.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, test, vi } from 'vitest';
import { type AccessCheck, accessCheck } from '../../src/platform/access.ts';

const NOW = '2026-11-23T09:00:00.000Z';
const SECOND = Date.parse(NOW) / 1000;
const TEAM = { domain: 'paper.cloudflareaccess.com', audience: 'the-desk' };

let ours: CryptoKeyPair;
let theirs: CryptoKeyPair;
let fetchKeys: ReturnType<typeof vi.fn<typeof fetch>>;
let check: AccessCheck;

beforeAll(async () => {
  ours = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair;
  theirs = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair;
  const published = { ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  fetchKeys = vi.fn(async () => Response.json({ keys: [published] }));
  check = accessCheck(TEAM, fetchKeys as typeof fetch);
});

interface Made {
  key?: CryptoKey;
  kid?: string;
  issuer?: string;
  audience?: string | string[];
  expires?: number;
  claims?: Record<string, unknown>;
}

const assertion = ({ key, kid = 'k1', issuer, audience, expires, claims }: Made = {}) =>
  new SignJWT({ email: 'a@paper.example', identity_nonce: 'n1', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer ?? 'https://paper.cloudflareaccess.com')
    .setAudience(audience ?? ['the-desk'])
    .setIssuedAt(SECOND - 60)
    .setExpirationTime(expires ?? SECOND + 3600)
    .sign(key ?? ours.privateKey);

test('an assertion of the team for this application names the editor', async () => {
  const verdict = await check(await assertion(), NOW);
  expect(verdict).toEqual({ ok: true, email: 'a@paper.example', session: 'a@paper.example n1' });
  expect(fetchKeys.mock.calls[0]?.[0]).toBe('https://paper.cloudflareaccess.com/cdn-cgi/access/certs');
});

test('the keys are fetched once, not for each request', async () => {
  const before = fetchKeys.mock.calls.length;
  for (let n = 0; n < 20; n++) await check(await assertion(), NOW);
  expect(fetchKeys.mock.calls.length).toBeLessThanOrEqual(Math.max(1, before));
});

test.for<[what: string, made: () => Made]>([
  ['another application', () => ({ audience: ['another-desk'] })],
  ['another team', () => ({ issuer: 'https://other.cloudflareaccess.com' })],
  ['another key under a known name', () => ({ key: theirs.privateKey })],
  ['a key that the team does not publish', () => ({ key: theirs.privateKey, kid: 'k2' })],
  ['nobody: no address', () => ({ claims: { email: undefined } })],
  ['nobody: an empty address', () => ({ claims: { email: '' } })],
  ['somebody later', () => ({ claims: { nbf: SECOND + 600 } })],
])('refuses an assertion for %s', async ([, made]) => {
  expect(await check(await assertion(made()), NOW)).toEqual({ ok: false, reason: 'forged' });
});

test('an expired assertion says so', async () => {
  expect(await check(await assertion({ expires: SECOND - 31 }), NOW)).toEqual({
    ok: false,
    reason: 'expired',
  });
});

test('an assertion without an end is refused', async () => {
  const endless = await new SignJWT({ email: 'a@paper.example' })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer('https://paper.cloudflareaccess.com')
    .setAudience('the-desk')
    .setIssuedAt(SECOND)
    .sign(ours.privateKey);
  expect(await check(endless, NOW)).toEqual({ ok: false, reason: 'forged' });
});

test('no other algorithm counts: none, or a secret made of the public key', async () => {
  const payload = btoa(
    JSON.stringify({
      email: 'a@paper.example',
      iss: 'https://paper.cloudflareaccess.com',
      aud: 'the-desk',
      iat: SECOND,
      exp: SECOND + 60,
    }),
  ).replace(/=+$/, '');
  const none = `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${payload}.`;
  expect(await check(none, NOW)).toEqual({ ok: false, reason: 'forged' });
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)));
  const confused = await new SignJWT({ email: 'a@paper.example' })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setIssuer('https://paper.cloudflareaccess.com')
    .setAudience('the-desk')
    .setIssuedAt(SECOND)
    .setExpirationTime(SECOND + 60)
    .sign(secret);
  expect(await check(confused, NOW)).toEqual({ ok: false, reason: 'forged' });
});

test.for(['', 'x', 'a.b.c', 'é'.repeat(50), `${'a'.repeat(5000)}.${'b'.repeat(5000)}.c`])(
  'what is no assertion is refused: %s',
  async (text) => {
    expect(await check(text, NOW)).toEqual({ ok: false, reason: 'forged' });
  },
);

test('nobody enters while the keys cannot be had', async () => {
  const down = accessCheck(TEAM, async () => new Response('no', { status: 503 }));
  await expect(down(await assertion(), NOW)).rejects.toThrow();
});

test.for([
  { domain: '', audience: 'the-desk' },
  { domain: 'paper.cloudflareaccess.com', audience: '' },
])('half a configuration lets nobody in: %j', async (team) => {
  await expect(accessCheck(team, fetchKeys as typeof fetch)(await assertion(), NOW)).rejects.toThrow(/both/);
});
