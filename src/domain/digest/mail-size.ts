/** How large a mail is: as we hold it, and as it travels, whichever way its sender encodes it. */
import type { Mail } from './mail.ts';

/** Bytes of both parts that every provider takes. */
export const LARGEST = 100_000;
/** Bytes as sent: past 102 KB Gmail cuts a message off, the link to leave with it. */
export const LARGEST_SENT = 102_000;
/** Bytes for what every server on the way adds, and for the frame of the parts. */
const TRACE = 3_000;

type Parts = Pick<Mail, 'subject' | 'html' | 'text' | 'headers'>;

/** Bytes of both parts in UTF-8. */
export const partBytes = ({ html, text }: Pick<Mail, 'html' | 'text'>): number =>
  byteLength(html) + byteLength(text);

/** Bytes of the whole message, from above: of quoted-printable and base64 (RFC 2045, section 6) the longer for each part. */
export function sentBytes({ subject, html, text, headers }: Parts): number {
  const own = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return TRACE + own + 6 * subject.length + encodedBytes(html) + encodedBytes(text);
}

export const isTooLarge = (mail: Parts): boolean =>
  partBytes(mail) >= LARGEST || sentBytes(mail) >= LARGEST_SENT;

function encodedBytes(part: string): number {
  const bytes = byteLength(part);
  const base64 = Math.ceil(bytes / 3) * 4;
  // "=3D" for an equals sign and for each byte outside ASCII three characters; a soft break a line of 76.
  let printable = 0;
  for (let at = 0; at < part.length; at++) {
    const code = part.charCodeAt(at);
    if (code === 0x0a) printable += 2;
    else if (code === 0x3d || code < 0x20 || code === 0x7f) printable += 3;
    else if (code < 0x80) printable += 1;
    else if (code < 0x800) printable += 6;
    // Half of a pair stands for two of its four bytes.
    else printable += code >= 0xd800 && code <= 0xdfff ? 6 : 9;
  }
  return Math.max(base64 + 2 * Math.ceil(base64 / 76), printable + 3 * Math.ceil(printable / 70));
}

/** Bytes in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code >= 0xd800 && code <= 0xdfff ? 2 : 3;
  }
  return bytes;
}
