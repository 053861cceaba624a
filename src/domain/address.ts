/** An email address as one reader's name for us: a plain one, in one spelling, that no header can be made of. */
import { z } from 'zod';

/** Octets of an address and of what stands before the at sign (RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3). */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** A dot-atom without quotes or comments (RFC 5322, section 3.2.3), and a host name of two labels or `localhost`. */
const ATOMS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:(?:${LABEL}\\.)+(?=[a-z0-9-]*[a-z])${LABEL}|localhost)$`);

/** True for an address in its one spelling: no spaces, no control characters, nothing outside ASCII. */
export function isAddress(text: string): boolean {
  if (text.length > LONGEST) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return at > 0 && local.length <= LONGEST_LOCAL && ATOMS.test(local) && HOST.test(text.slice(at + 1));
}

/** Capitals mean nothing in practice: one reader is one spelling. Only blanks around it are forgiven. */
export const Address = z
  .string('Give an email address.')
  .max(1_000, 'This is longer than any email address.')
  .transform((text) => text.replace(/^ +| +$/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase()))
  .refine(
    isAddress,
    'Give one plain email address, such as name@example.org; write a host with other letters in its xn-- form.',
  );
