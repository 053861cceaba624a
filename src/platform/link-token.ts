/** Signed links for mails, and the desk's session: what a token may do, for whom, and until when, under LINK_SECRET. */
import { isSameText, keyedDigest, toBase64Url } from './crypto.ts';

/** One purpose a kind of link; a token made for one never works for another, since the purpose is under the signature. */
export const LINK_PURPOSES = [
  'sign-in',
  'confirm-subscription',
  'preferences',
  'unsubscribe',
  'undo-unsubscribe',
  'digest',
  'desk',
] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface SignedLink {
  /** Whom or what the link is about: an id, never an address. */
  subject: string;
  /** Unix time in seconds. */
  expires: number;
  /** Tells two links apart that are otherwise the same, so that each can be used once. */
  nonce: string;
}

export type LinkVerdict = { ok: true; link: SignedLink } | { ok: false; reason: 'forged' | 'expired' };

/** The longest token that is looked at, in characters. */
const LONGEST = 600;

/** A token of letters, digits, `-`, `_` and one full stop. */
export async function signLink(secret: string, purpose: LinkPurpose, link: SignedLink): Promise<string> {
  const payload = toBase64Url(
    new TextEncoder().encode(JSON.stringify([link.subject, link.expires, link.nonce])),
  );
  return `${payload}.${await keyedDigest(secret, purpose, payload)}`;
}

/**
 * Reads a token made for this purpose; `now` is an instant. The signature is compared as text and before anything
 * is decoded, so that no second spelling of a token is valid and nothing unsigned is parsed.
 */
export async function readLink(
  secret: string,
  purpose: LinkPurpose,
  token: string,
  now: string,
): Promise<LinkVerdict> {
  const [payload, mac, ...rest] = token.length > LONGEST ? [] : token.split('.');
  if (!payload || !mac || rest.length > 0) return { ok: false, reason: 'forged' };
  if (!isSameText(mac, await keyedDigest(secret, purpose, payload))) return { ok: false, reason: 'forged' };
  const [subject, expires, nonce] = JSON.parse(fromBase64Url(payload)) as [string, number, string];
  if (Date.parse(now) / 1000 >= expires) return { ok: false, reason: 'expired' };
  return { ok: true, link: { subject, expires, nonce } };
}

/** 128 random bits as text, for a nonce or an id. */
export function newNonce(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
