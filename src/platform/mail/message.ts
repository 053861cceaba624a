/** A mail as SMTP carries it (RFC 5322, RFC 2046): one multipart/alternative of text and HTML, closing full stop included. */

import type { Mail } from '../../domain/digest/mail.ts';
import { encodeWords } from './encoded-words.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** `name` is the Message-ID in its brackets; `date` the time of writing. */
export function messageOf(mail: Mail, name: string, date: Date): string {
  const boundary = `alternative_${crypto.randomUUID().replaceAll('-', '')}`;
  const fields = {
    From: senderOf(mail.from),
    To: mail.to,
    Subject: encodeWords(mail.subject),
    Date: dateOf(date),
    'Message-ID': name,
    ...Object.fromEntries(Object.entries(mail.headers).map(([field, value]) => [field, encodeWords(value)])),
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative; boundary="${boundary}"`,
  };
  const part = (type: string, body: string) =>
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(body)}\r\n`;
  const head = Object.entries(fields).map(([field, value]) => `${field}: ${value}\r\n`);
  // The best part comes last (RFC 2046, section 5.1.4).
  const body = `${part('text/plain', mail.text)}${part('text/html', mail.html)}--${boundary}--\r\n`;
  return `${dotStuffed(`${head.join('')}\r\n${body}`)}.\r\n`;
}

/** `Wed, 25 Nov 2026 07:30:00 +0000`: a zone in letters is obsolete (RFC 5322, section 4.3). */
const dateOf = (date: Date): string => date.toUTCString().replace(/GMT$/, '+0000');

function senderOf(from: string): string {
  const [, name, address] = /^(.*) <([^<>]+)>$/.exec(from) ?? [];
  return name && address ? `${phraseOf(name)} <${address}>` : from;
}

/** A name for a header: quoted where it holds what would end it (RFC 5322, section 3.2.4). */
function phraseOf(name: string): string {
  const encoded = encodeWords(name);
  return encoded === name && !/^[\w ]+$/.test(name) ? `"${name.replace(/["\\]/g, '')}"` : encoded;
}

/** RFC 5321, section 4.5.2. */
const dotStuffed = (text: string): string => text.replace(/^\./gm, '..');
