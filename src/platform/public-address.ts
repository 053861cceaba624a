/** Which addresses may be fetched: public hosts over https at the usual port, and whole origins that the operator opened. */

export type AddressFault = 'no-address' | 'scheme' | 'credentials' | 'port' | 'private-host';

/** The origins that an operator opened ("http://127.0.0.1:9000 http://blog.lan"); what is no http address throws. */
export function parseAllowed(text: string | undefined): ReadonlySet<string> {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  return new Set(
    words.map((word) => {
      const url = new URL(word);
      if (!/^https?:$/.test(url.protocol)) throw new Error(`"${word}" is no http or https origin.`);
      return url.origin;
    }),
  );
}

/**
 * Why an address may not be fetched, or null. What is looked at is the address as the URL parser of this very runtime
 * reads it, so that decimal, octal and hex spellings of an IPv4 address are plain by then.
 */
export function faultOf(url: URL, allowed: ReadonlySet<string>): AddressFault | null {
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (allowed.has(url.origin)) return null;
  if (url.protocol !== 'https:') return 'scheme';
  if (url.port !== '') return 'port';
  return isPublicHost(url.hostname) ? null : 'private-host';
}

/** True for a public address or a name of at least two labels under no private ending (RFC 6761, 6762, 8375, 9476). */
export function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicV6(groupsOf(hostname.slice(1, -1)));
  if (/^\d+(\.\d+){3}$/.test(hostname)) return isPublicV4(hostname.split('.').map(Number));
  // "localhost." is localhost, and no site needs the root's dot.
  if (hostname.endsWith('.') || !hostname.includes('.')) return false;
  return !PRIVATE_ENDINGS.test(hostname);
}

const PRIVATE_ENDINGS =
  /\.(localhost|local|localdomain|internal|intranet|private|corp|home|lan|alt|onion|home\.arpa)$/i;

/** [first address, prefix length], from the IANA registry of special-purpose IPv4 addresses; multicast and reserved too. */
const PRIVATE_V4: readonly [number, number, number, number, prefix: number][] = [
  [0, 0, 0, 0, 8],
  [10, 0, 0, 0, 8],
  [100, 64, 0, 0, 10],
  [127, 0, 0, 0, 8],
  [169, 254, 0, 0, 16],
  [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24],
  [192, 0, 2, 0, 24],
  [192, 88, 99, 0, 24],
  [192, 168, 0, 0, 16],
  [198, 18, 0, 0, 15],
  [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24],
  [224, 0, 0, 0, 3],
];

function isPublicV4(bytes: readonly number[]): boolean {
  const address = toNumber(bytes);
  return !PRIVATE_V4.some(([a, b, c, d, prefix]) => {
    const size = 2 ** (32 - prefix);
    return Math.floor(address / size) === Math.floor(toNumber([a, b, c, d]) / size);
  });
}

const toNumber = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/**
 * Global unicast (2000::/3) only, which leaves out loopback, unspecified, mapped and compatible IPv4, NAT64, unique-local,
 * link-local and multicast; and of that neither 6to4 and Teredo, which carry an IPv4 address, nor documentation.
 */
function isPublicV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  if (groups.length !== 8 || first >> 13 !== 1) return false;
  if (first === 0x2002) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return !(first === 0x3fff && second < 0x1000);
}

/** The eight groups of an IPv6 address as the URL parser writes it: hex, with at most one "::". */
export function groupsOf(text: string): number[] {
  const [head = '', tail] = text.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const before = head as string[];
  const after = (tail ?? []) as string[];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const zeros: string[] = new Array(Math.max(0, gap)).fill('0');
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
}
