/** HMAC signatures and tokens, compared in constant time. */

/** True when `hex` is the HMAC-SHA-256 of the text under the secret. */
export async function isSigned(secret: string, text: string, hex: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  const encoder = new TextEncoder();
  const use = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), use, false, ['verify']);
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', key, bytes, encoder.encode(text));
}

/** True when both are the same text; takes as long whatever differs. */
export async function isSameSecret(given: string, expected: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const [a, b] = await Promise.all(
    [given, expected].map(
      async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))),
    ),
  );
  let difference = 0;
  for (let at = 0; at < 32; at++) difference |= (a?.[at] ?? 0) ^ (b?.[at] ?? 0);
  return difference === 0;
}

/** The SHA-256 of a text in hex, to tell one request from another. */
export async function fingerprintOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
