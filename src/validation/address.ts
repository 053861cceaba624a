/** Validation of an email address in any script: its host kept as A-labels, in which every mail system writes it. */
import { z } from 'zod';
import { isAddress } from '../domain/address.ts';
import { REFUSALS } from '../domain/refusals.ts';

/** What ends or bends a host when it is read as part of a web address, and what shows as nothing there. */
const NO_HOST = /[\s/?#%:@\\[\]<>^|"']|[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Capitals mean nothing in practice: one reader is one spelling. Only blanks around it are forgiven. The host is read by
 * the platform's own parser (UTS 46, RFC 5891): `bücher.example` is `xn--bcher-kva.example`.
 */
export const Address = z
  .string(REFUSALS.addressMissing)
  .max(1_000, REFUSALS.addressLong)
  .transform((text) => spelled(text.replace(/^ +| +$/g, '')))
  .superRefine((address, context) => {
    if (!isAddress(address)) context.addIssue({ code: 'custom', message: refusalOf(address) });
  });

function spelled(text: string): string {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return at < 0 ? text : `${local}@${asciiHost(text.slice(at + 1))}`;
}

/** The host in A-labels, or as it was given where it is none. */
function asciiHost(host: string): string {
  const plain = /^[\x21-\x7e]*$/.test(host) ? host.toLowerCase() : host;
  if (NO_HOST.test(plain)) return host;
  const url = `http://${plain}`;
  return URL.canParse(url) ? new URL(url).hostname : host;
}

/** A name in another script needs SMTPUTF8 (RFC 6531) at every step; none of the mailers that can be chosen offers it. */
function refusalOf(address: string): string {
  const at = address.lastIndexOf('@');
  return /^[^\s@\p{C}]*[^\p{ASCII}\s@\p{C}][^\s@\p{C}]*$/u.test(address.slice(0, at)) &&
    isAddress(`name${address.slice(at)}`)
    ? REFUSALS.addressScript
    : REFUSALS.addressWrong;
}
