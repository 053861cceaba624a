/**
 * Names of mails (Message-ID, RFC 5322, section 3.6.4): the key of the mail and a seal over it and its recipient, so
 * that a report can only be made of a mail that we sent, to the one whom we sent it to. Nothing need be kept for it.
 */
import { isSameText, keyedDigest } from '../crypto.ts';

/** Characters of a seal: 132 bits. */
const SEAL = 22;

/** The local part of a name nobody can make but who holds the secret. `key` as the mailer was given it. */
export async function signedName(secret: string, key: string, to: string): Promise<string> {
  const name = plainName(key);
  return `${name}.${await sealOf(secret, name, to)}`;
}

/** A key in the characters that every server leaves alone. */
export const plainName = (key: string): string => key.replace(/[^A-Za-z0-9_-]/g, '.');

/** The mail's name without its seal, when it was sent to this address; null for a forged or a stranger's Message-ID. */
export async function sealedName(secret: string, messageId: string, to: string): Promise<string | null> {
  const [, name, seal] = /^<([A-Za-z0-9_.-]{1,200})\.([A-Za-z0-9_-]{22})@[^@<>\s]+>$/.exec(messageId) ?? [];
  if (name === undefined || seal === undefined) return null;
  return isSameText(seal, await sealOf(secret, name, to)) ? name : null;
}

const sealOf = async (secret: string, name: string, to: string): Promise<string> =>
  (await keyedDigest(secret, 'message-id', `${name}\n${to.trim().toLowerCase()}`)).slice(0, SEAL);
