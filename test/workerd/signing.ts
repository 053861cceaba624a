// Another site's side of POST /v1/counts: signs a count as the contract says, and sends it.
import { env } from 'cloudflare:workers';
import { ask } from './site.ts';

export const LOCAL_SECRET = env.COUNTS_SECRET ?? '';

export interface Signing {
  secret?: string;
  /** Seconds by which the signature's time is off. */
  late?: number;
  /** What is sent instead of what was signed. */
  sent?: string;
}

/** The header over a body: `t=UNIX,v1=HEX`. */
export async function signatureOf(
  text: string,
  { secret = LOCAL_SECRET, late = 0 }: Signing = {},
): Promise<string> {
  const time = Math.floor(Date.now() / 1000) - late;
  const bytes = new TextEncoder();
  const use = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), use, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(`${time}.${text}`)));
  return `t=${time},v1=${[...mac].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Posts a count under its signature; a signature given is sent as it is. */
export async function sendCount(
  count: object,
  signing: Signing & { signature?: string | null } = {},
): Promise<{ status: number; detail: string; signature: string | null; text: string }> {
  const text = JSON.stringify(count);
  const signature = signing.signature === undefined ? await signatureOf(text, signing) : signing.signature;
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (signature !== null) headers.set('X-Signature', signature);
  const response = await ask('/v1/counts', { method: 'POST', headers, body: signing.sent ?? text });
  const answer = (await response.json()) as { detail?: string };
  return { status: response.status, detail: answer.detail ?? '', signature, text };
}

/** Sends a thread's first count, of nobody, an hour before: what is counted then is known to have come since. */
export async function sendBaseline(
  count: { countedAt: string } & object,
  signing: Signing = {},
): Promise<void> {
  const countedAt = new Date(Date.parse(count.countedAt) - 3_600_000).toISOString();
  const { status, detail } = await sendCount({ ...count, comments: 0, commenters: 0, countedAt }, signing);
  if (status !== 202) throw new Error(`The first count was answered ${status}: ${detail}`);
}

/** An instant so many hours ago. */
export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
