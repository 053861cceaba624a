/** An email address as one reader's name for us: a plain one, in one spelling, that no header can be made of. */

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

/**
 * The mailbox that an address leads to, for counting what is sent there: what follows a plus before the at sign is a
 * label of the owner's (RFC 5233), of which anyone can make as many as they like. Dots are left alone: to most hosts
 * they tell one person from another.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}

/** The address of a sender, who is one or `Name <address>`. */
export const senderAddress = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
