/** What a mail must hold to before any provider sees it: headers, sizes, a readable text part, safe links of ours, no injection. */
import { isAddress } from '../address.ts';
import type { Mail } from './mail.ts';
import { headerFaults } from './mail-headers.ts';
import { LARGEST, LARGEST_SENT, partBytes, sentBytes } from './mail-size.ts';
import { tagsOf } from './mail-tags.ts';

/** A digest is one of a series and must be left with one press; a transactional mail answers what its reader just asked for. */
export type MailKind = 'digest' | 'transactional';

/** Characters of a subject (RFC 5322, section 2.1.1). */
const LONGEST_SUBJECT = 998;
/** Columns of the text part. */
const COLUMNS = 72;

const REQUIRED = [
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'Precedence',
  'Archived-At',
] as const;

/** Every fault as a sentence; none for a mail that may go out. */
export function lintMail(mail: Mail, kind: MailKind): string[] {
  const has = new Set(Object.keys(mail.headers).map((name) => name.toLowerCase()));
  return [
    ...envelopeFaults(mail),
    ...headerFaults(mail.headers),
    ...(kind === 'digest' ? REQUIRED : [])
      .filter((name) => !has.has(name.toLowerCase()))
      .map((name) => `The header ${name} is missing.`),
    ...textFaults(mail.text),
    ...(mail.html.trim() === '' ? ['There is no HTML part.'] : []),
    ...sizeFaults(mail),
    ...linkFaults(mail),
  ];
}

function envelopeFaults({ to, from, subject }: Mail): string[] {
  const faults: string[] = [];
  const sender = /^(?:([^<>"\p{Cc}]*) )?<([^<>\s]+)>$/u.exec(from)?.[2] ?? from;
  if (!isAddress(to)) faults.push('To is not one plain address.');
  if (!isAddress(sender)) faults.push('From is neither an address nor a name with one in angle brackets.');
  if (/\p{Cc}/u.test(subject)) faults.push('The subject holds a control character.');
  if (subject.trim() === '') faults.push('There is no subject.');
  if (subject.length > LONGEST_SUBJECT) faults.push(`The subject is over ${LONGEST_SUBJECT} characters.`);
  return faults;
}

function textFaults(text: string): string[] {
  if (text.trim() === '') return ['There is no text part.'];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for are control characters.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text))
    return ['The text part holds a control character.'];
  const long = text.split(/\r?\n/).findIndex((line) => [...line].length > COLUMNS && canBreak(line));
  return long < 0 ? [] : [`Line ${long + 1} of the text part is over ${COLUMNS} columns.`];
}

/** An address at a line's end is never broken, nor is one long word. */
function canBreak(line: string): boolean {
  const before = /^(.*?)<?https?:\/\/\S+$/.exec(line)?.[1];
  if (before !== undefined && before.length <= COLUMNS) return false;
  return /\S\s+\S/.test(line.replace(/^\s*(-|\d+\.)\s+/, ''));
}

function sizeFaults(mail: Mail): string[] {
  const [bytes, sent] = [partBytes(mail), sentBytes(mail)];
  return [
    ...(bytes < LARGEST ? [] : [`The mail is ${bytes} bytes; it must stay under ${LARGEST}.`]),
    ...(sent < LARGEST_SENT
      ? []
      : [`The mail is ${sent} bytes as sent; it must stay under ${LARGEST_SENT}.`]),
  ];
}

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/;
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'background', 'srcset', 'poster']);
/** What runs, asks or loads. */
const ACTIVE: ReadonlySet<string> = new Set([
  'script',
  'form',
  'iframe',
  'object',
  'embed',
  'input',
  'button',
  'link',
  'base',
  'svg',
]);

/**
 * Judges our own tags and links, never the words between them: a record's words may hold an address, a bracket or the
 * name of an event. A link marked `rel="external"` leads to where a record was read, which may be plain http.
 */
function linkFaults({ html, text }: Mail): string[] {
  const tags = tagsOf(html);
  const links = tags.flatMap(({ attributes }) => {
    const external = (attributes.get('rel') ?? '').split(/\s+/).includes('external');
    return [...attributes]
      .filter(([name]) => ADDRESSES.has(name))
      .map(([name, url]) => ({ url, external: external && name === 'href' }));
  });
  // In the text part our own links stand alone on their lines, and nobody's words begin one without a mark before them.
  const alone = text.split(/\r?\n/).filter((line) => /^https?:\/\/\S+$/.test(line));
  const faults = [...links, ...alone.map((url) => ({ url, external: false }))]
    .filter(({ url, external }) => !isSafe(url, external))
    .map(({ url }) => `The link ${url.slice(0, 100)} is not https.`);
  const acts = tags.some(
    ({ name, attributes }) => ACTIVE.has(name) || [...attributes.keys()].some((key) => key.startsWith('on')),
  );
  if (acts) faults.push('The HTML part holds a script or a form.');
  return [...new Set(faults)];
}

const isSafe = (url: string, external: boolean): boolean =>
  url.startsWith('https://') ||
  LOCAL.test(url) ||
  (external ? url.startsWith('http://') : url.startsWith('mailto:'));
