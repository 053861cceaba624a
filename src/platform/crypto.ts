/** Digests, keyed digests and the ETags made of them, and comparisons whose time tells nothing: all that is done with hashes. */

type Data = string | ArrayBuffer | Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const bytesOf = (data: Data) => (typeof data === 'string' ? encoder.encode(data) : data);

const sha256 = async (data: Data): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(data)));

const inHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The SHA-256 of a text in hex, to tell one request from another. */
export const fingerprintOf = async (text: string): Promise<string> => inHex(await sha256(text));

/** A strong validator (RFC 9110, section 8.8.3): the first 128 bits of the SHA-256, in quotes. */
export const etagOf = async (body: Data): Promise<string> => `"${inHex((await sha256(body)).slice(0, 16))}"`;

/** The HMAC-SHA-256 of a text (RFC 2104). */
export async function hmac(secret: Data, text: string): Promise<Uint8Array> {
  const use = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), use, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}

/**
 * A keyed digest of a text for one use, such as a form's token or a stored address's key, in letters that no address
 * escapes. The use is under the key: what was made for one never works for another. Throws without a secret.
 */
export async function keyedDigest(secret: string, use: string, text: string): Promise<string> {
  if (secret === '') throw new Error('LINK_SECRET is not set: no link can be made or read.');
  return toBase64Url(await hmac(secret, `by-source/1\n${use}\n${text}`));
}

/** True when `hex` is the HMAC-SHA-256 of the text under the secret, written in full. */
export async function isSigned(secret: string, text: string, hex: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  return isSameText(hex.toLowerCase(), inHex(await hmac(secret, text)));
}

/** True when both are the same secret; not even their lengths show in the time it takes. */
export async function isSameSecret(given: string, expected: string): Promise<boolean> {
  return isSameBytes(await sha256(given), await sha256(expected));
}

/** True when both are the same text; of those as long as each other all take as long. */
export const isSameText = (given: string, expected: string): boolean =>
  isSameBytes(encoder.encode(given), encoder.encode(expected));

/** True when both are the same bytes; of those as many as each other all take as long. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // Node, where the rules are tested, has no such method.
  if ('timingSafeEqual' in crypto.subtle) return crypto.subtle.timingSafeEqual(a, b);
  let difference = 0;
  for (let at = 0; at < b.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

/** Bytes in the letters of addresses, without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
