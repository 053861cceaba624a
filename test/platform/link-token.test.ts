// No token works for another purpose, another reader, another secret or after its time; any altered character fails.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LINK_PURPOSES,
  newNonce,
  readLink,
  type SignedLink,
  signLink,
} from '../../src/platform/link-token.ts';
import { holds } from '../property/holds.ts';

const SECRET = 'a secret of the tests';
const links = fc.record({
  subject: fc.string({ maxLength: 60, unit: 'binary' }),
  expires: fc.integer({ min: 1, max: 4_000_000_000 }),
  nonce: fc.string({ minLength: 1, maxLength: 30 }),
});
const purposes = fc.constantFrom(...LINK_PURPOSES);
const secondsAt = (seconds: number) => new Date(seconds * 1000).toISOString();
const before = (link: SignedLink) => secondsAt(link.expires - 1);

test('a token gives back what was signed, in characters that need no escape', async () => {
  await holds(
    fc.asyncProperty(links, purposes, async (link, purpose) => {
      const token = await signLink(SECRET, purpose, link);
      expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
      expect(await readLink(SECRET, purpose, token, before(link))).toEqual({ ok: true, link });
    }),
    { numRuns: 300 },
  );
});

test('a token works for its own purpose only', async () => {
  await holds(
    fc.asyncProperty(links, purposes, purposes, async (link, made, asked) => {
      fc.pre(made !== asked);
      const token = await signLink(SECRET, made, link);
      expect(await readLink(SECRET, asked, token, before(link))).toEqual({ ok: false, reason: 'forged' });
    }),
    { numRuns: 300 },
  );
});

test('a token ends at its time', async () => {
  await holds(
    fc.asyncProperty(links, purposes, fc.nat(4_000_000_000), async (link, purpose, late) => {
      const token = await signLink(SECRET, purpose, link);
      const now = secondsAt(link.expires + late);
      expect(await readLink(SECRET, purpose, token, now)).toEqual({ ok: false, reason: 'expired' });
    }),
    { numRuns: 300 },
  );
});

test('any character altered, added or taken away fails', async () => {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/% ';
  await holds(
    fc.asyncProperty(
      links,
      purposes,
      fc.nat(),
      fc.constantFrom(...characters),
      async (link, purpose, place, other) => {
        const token = await signLink(SECRET, purpose, link);
        const at = place % token.length;
        const altered = [
          token.slice(0, at) + other + token.slice(at + 1),
          token.slice(0, at) + other + token.slice(at),
          token.slice(0, at) + token.slice(at + 1),
        ].filter((text) => text !== token);
        for (const text of altered)
          expect((await readLink(SECRET, purpose, text, before(link))).ok).toBe(false);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('the last character has one spelling only, although its last bits carry nothing', async () => {
  const link = { subject: 'reader', expires: 2_000_000_000, nonce: 'n' };
  const token = await signLink(SECRET, 'sign-in', link);
  const valid: string[] = [];
  for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
    const verdict = await readLink(SECRET, 'sign-in', token.slice(0, -1) + last, before(link));
    if (verdict.ok) valid.push(last);
  }
  expect(valid).toEqual([token.at(-1)]);
});

test('parts of two readers’ tokens do not make a third', async () => {
  await holds(
    fc.asyncProperty(links, links, purposes, async (one, two, purpose) => {
      fc.pre(one.subject !== two.subject);
      const [first, second] = [await signLink(SECRET, purpose, one), await signLink(SECRET, purpose, two)];
      const crossed = `${first.split('.')[0]}.${second.split('.')[1]}`;
      expect((await readLink(SECRET, purpose, crossed, secondsAt(0))).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('another secret’s token fails, and so does any text', async () => {
  await holds(
    fc.asyncProperty(links, purposes, fc.string(), async (link, purpose, text) => {
      const token = await signLink('another secret', purpose, link);
      expect((await readLink(SECRET, purpose, token, before(link))).ok).toBe(false);
      expect((await readLink(SECRET, purpose, text, before(link))).ok).toBe(false);
    }),
    { numRuns: 300 },
  );
  expect((await readLink(SECRET, 'digest', 'A'.repeat(100_000), '2026-11-24T00:00:00Z')).ok).toBe(false);
});

test('an empty secret signs nothing', async () => {
  const link = { subject: 'reader', expires: 2_000_000_000, nonce: 'n' };
  await expect(signLink('', 'sign-in', link)).rejects.toThrow('LINK_SECRET');
});

test('nonces differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, newNonce)).size).toBe(1_000);
});
