/** What a mail must hold to before any provider sees it: headers, sizes, a readable text part, safe links, no injection. */
import { isAddress } from './address.ts';
import type { Mail } from './mail.ts';
import { headerFaults } from './mail-headers.ts';

/** A digest is one of a series and must be left with one press; a letter answers what its reader just asked for. */
export type MailKind = 'digest' | 'letter';

/** Characters of a subject (RFC 5322, section 2.1.1). */
const LONGEST_SUBJECT = 998;
/** Bytes of both parts: past some 102 KB Gmail cuts a message off. */
const LARGEST = 100_000;
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

function sizeFaults({ html, text }: Mail): string[] {
  const bytes = byteLength(html) + byteLength(text);
  return bytes < LARGEST ? [] : [`The mail is ${bytes} bytes; it must stay under ${LARGEST}.`];
}

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/;

/** Every address that a reader may follow, or their program load. */
function linkFaults({ html, text }: Mail): string[] {
  const inHtml = [
    ...html.matchAll(/\b(?:href|src|action|background)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi),
  ].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&'));
  const inText = [...text.matchAll(/\bhttps?:\/\/[^\s<>"]+/g)].map((match) => match[0]);
  const faults = [...inHtml, ...inText]
    .filter((url) => !(url.startsWith('https://') || url.startsWith('mailto:') || LOCAL.test(url)))
    .map((url) => `The link ${url.slice(0, 100)} is not https.`);
  if (/<script\b|<form\b|\son\w+\s*=/i.test(html)) faults.push('The HTML part holds a script or a form.');
  return [...new Set(faults)];
}

/** Bytes in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
