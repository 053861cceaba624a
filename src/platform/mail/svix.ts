/** Webhooks signed the way of Svix, as Resend sends them (docs.svix.com/receiving/verifying-payloads/how-manual). */
import { hmac, isSameBytes } from '../crypto.ts';
import { base64Bytes } from './base64-bytes.ts';

/** Seconds by which a message's time may differ from ours. */
const TOLERANCE = 300;

/** What Svix sets beside a message, as it came; null where it is missing. */
export interface SvixSigned {
  id: string | null;
  timestamp: string | null;
  signature: string | null;
}

/** The message's id when one of its signatures fits, else null. `now` in milliseconds. */
export async function verifySvix(
  secret: string,
  { id, timestamp: time, signature: signatures }: SvixSigned,
  body: string,
  now: number,
): Promise<string | null> {
  if (!id || !time || !signatures || !/^\d{1,12}$/.test(time)) return null;
  if (Math.abs(now / 1_000 - Number(time)) > TOLERANCE) return null;
  const raw = base64Bytes(secret.replace(/^whsec_/, ''));
  if (raw === null || raw.length === 0) return null;
  const expected = await hmac(raw, `${id}.${time}.${body}`);
  // Several while a secret is being changed; those of another version are not ours to read.
  const given = signatures.split(' ').flatMap((signature) => {
    const [version, value = ''] = signature.split(',');
    return version === 'v1' ? [base64Bytes(value)] : [];
  });
  return given.some((bytes) => bytes !== null && isSameBytes(bytes, expected)) ? id : null;
}
