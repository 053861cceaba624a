// A signature is the HMAC of the very text under the very secret, written in full; a token is the same text.
import { expect, test } from 'vitest';
import { isSameSecret, isSigned } from '../../src/platform/signature.ts';

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
