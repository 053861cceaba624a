// A signature is the HMAC of the very text under the very secret, written in full; a token is the same text; a digest is that of the standard.
import { expect, test } from 'vitest';
import {
  etagOf,
  fingerprintOf,
  isSameBytes,
  isSameSecret,
  isSameText,
  isSigned,
  keyedDigest,
} from '../../src/platform/crypto.ts';

/** HMAC-SHA-256 of RFC 4231, test case 2. */
const HEX = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
const TEXT = 'what do ya want for nothing?';

test('the known signature is good, in either case', async () => {
  expect(await isSigned('Jefe', TEXT, HEX)).toBe(true);
  expect(await isSigned('Jefe', TEXT, HEX.toUpperCase())).toBe(true);
});

test.for(['', 'A', '00', HEX.slice(1), `${HEX}0`, HEX.replace('5', '6'), 'zz'.repeat(32)])(
  'the signature %j is not',
  async (hex) => {
    expect(await isSigned('Jefe', TEXT, hex)).toBe(false);
  },
);

test('nor is the known one for another text or secret', async () => {
  expect(await isSigned('Jefe', `${TEXT} `, HEX)).toBe(false);
  expect(await isSigned('jefe', TEXT, HEX)).toBe(false);
});

test('a secret is itself and no other', async () => {
  expect(await isSameSecret('token', 'token')).toBe(true);
  for (const other of ['', 'Token', 'token ', 'toke', 'nekot'])
    expect(await isSameSecret(other, 'token')).toBe(false);
});

test('texts and bytes are the same only where every one is, and as many', () => {
  for (const [given, expected, same] of [
    ['', '', true],
    ['zażółć', 'zażółć', true],
    ['zażółć', 'zażółc', false],
    ['a', 'ab', false],
    ['ab', 'a', false],
    ['ba', 'ab', false],
  ] as const) {
    expect(isSameText(given, expected)).toBe(same);
    const [a, b] = [new TextEncoder().encode(given), new TextEncoder().encode(expected)];
    expect(isSameBytes(a, b)).toBe(same);
  }
});

test('a fingerprint is the SHA-256 of FIPS 180-4, an ETag its first half in quotes', async () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await fingerprintOf('abc')).toBe(abc);
  expect(await etagOf('abc')).toBe(`"${abc.slice(0, 32)}"`);
  expect(await etagOf(new TextEncoder().encode('abc'))).toBe(await etagOf('abc'));
});

test('a keyed digest is of one secret, use and text, in letters that need no escape; without a secret there is none', async () => {
  const digest = await keyedDigest('secret', 'use', 'text');
  expect(digest).toMatch(/^[\w-]{43}$/);
  for (const [secret, use, text] of [
    ['Secret', 'use', 'text'],
    ['secret', 'other', 'text'],
    ['secret', 'use', 'texts'],
  ] as const)
    expect(await keyedDigest(secret, use, text)).not.toBe(digest);
  await expect(keyedDigest('', 'use', 'text')).rejects.toThrow('LINK_SECRET');
});
