/**
 * The headers that a mail may set. The strictest provider's rules hold for all of them: Cloudflare Email Service's
 * (developers.cloudflare.com/email-service/reference/headers), which its local simulator does not enforce.
 */
const ALLOWED = new Set(
  `In-Reply-To References List-Unsubscribe List-Unsubscribe-Post List-Id List-Archive List-Help List-Owner List-Post
   List-Subscribe Precedence Auto-Submitted Content-Language Keywords Comments Importance Priority Sensitivity
   Organization Require-Recipient-Valid-Since Expires Reply-By Archived-At`
    .toLowerCase()
    .split(/\s+/),
);
const MOST_HEADERS = 20;
const LONGEST_NAME = 100;
/** Bytes of one value, and of all names and values with their separators. */
const LONGEST_VALUE = 2_048;
const LARGEST = 16 * 1_024;

const VALUES: Record<string, RegExp> = {
  'list-unsubscribe-post': /^List-Unsubscribe=One-Click$/,
  precedence: /^(bulk|list|junk)$/,
  'auto-submitted': /^auto-(generated|replied|notified)$/,
  'archived-at': /^<(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^<>\s]+>$/,
  // RFC 2369: addresses in angle brackets; https or mailto, plain http on this machine only.
  'list-unsubscribe':
    /^<(https:|mailto:|http:\/\/(localhost|127\.0\.0\.1)[:/])[^<>\s]+>(, ?<(https:|mailto:)[^<>\s]+>)*$/,
};

/** Every fault of a mail's own headers as a sentence. */
export function headerFaults(headers: Record<string, string>): string[] {
  const entries = Object.entries(headers);
  const names = entries.map(([name]) => name.toLowerCase());
  const faults = entries.flatMap(([name, value]) => faultsOf(name, value));
  if (new Set(names).size < names.length) faults.push('A header is given twice.');
  const plain = names.filter((name) => !name.startsWith('x-')).length;
  if (plain > MOST_HEADERS)
    faults.push(`There are ${plain} headers beside X- ones; ${MOST_HEADERS} are allowed.`);
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + 2 + bytesOf(value) + 2, 0);
  if (bytes > LARGEST) faults.push(`The headers are ${bytes} bytes; ${LARGEST} are allowed.`);
  const unsubscribe = headers['List-Unsubscribe'] ?? '';
  // RFC 8058, section 3.1: one press needs a web address to post to.
  if (names.includes('list-unsubscribe-post') && !/<https?:/.test(unsubscribe))
    faults.push('List-Unsubscribe-Post needs a List-Unsubscribe with a web address.');
  return faults;
}

function faultsOf(name: string, value: string): string[] {
  const shown = name.replace(/[^\x21-\x7e]/g, '?').slice(0, 60);
  if (!/^([A-Za-z0-9-]+|[Xx]-[A-Za-z0-9_-]+)$/.test(name) || name.length > LONGEST_NAME)
    return [`"${shown}" is no header's name.`];
  const lower = name.toLowerCase();
  if (!lower.startsWith('x-') && !ALLOWED.has(lower)) return [`The header ${shown} is not ours to set.`];
  // A line break in a value would begin a header of somebody else's choosing.
  if (/\p{Cc}/u.test(value)) return [`The header ${shown} holds a control character.`];
  if (value.trim() === '') return [`The header ${shown} is empty.`];
  if (bytesOf(value) > LONGEST_VALUE) return [`The header ${shown} is over ${LONGEST_VALUE} bytes.`];
  const shape = VALUES[lower];
  return shape && !shape.test(value) ? [`The header ${shown} cannot be "${value.slice(0, 100)}".`] : [];
}

/** Bytes in UTF-8, from above: a character outside ASCII is at most three bytes a code unit. */
function bytesOf(value: string): number {
  let bytes = 0;
  for (let at = 0; at < value.length; at++) bytes += value.charCodeAt(at) < 0x80 ? 1 : 3;
  return bytes;
}
