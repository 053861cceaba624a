/** The network that a request comes from: what one household, office or server holds, however many addresses it has. */
import { groupsOf } from './public-address.ts';

/** Groups of 16 bits of an IPv6 address that its network gives out (RFC 6177: a site has at least a /64). */
const NETWORK_GROUPS = 4;

/**
 * One name for every address of a network: an IPv4 address itself, an IPv6 address by its /64, one that carries an IPv4
 * address as that. What is no address stands for itself; null for an address of this very machine.
 */
export function networkOf(address: string): string | null {
  const plain = address.trim().toLowerCase();
  const groups = plain.includes(':') ? groupsIn(plain) : null;
  const v4 = groups === null ? plain : mappedV4(groups);
  if (v4 !== null) return /^127\./.test(v4) ? null : v4;
  if (groups === null) return plain;
  const isLoopback = groups.at(-1) === 1 && groups.slice(0, -1).every((group) => group === 0);
  if (isLoopback) return null;
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight groups of an address in any of its spellings, with or without a zone; null for what is none. */
function groupsIn(address: string): number[] | null {
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%');
  const url = `http://[${bare}]/`;
  return URL.canParse(url) ? groupsOf(new URL(url).hostname.slice(1, -1)) : null;
}

/** "192.0.2.7" of "::ffff:192.0.2.7" (RFC 4291, section 2.5.5.2), or null. */
function mappedV4(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : null;
}
