// A real SMTP server on this machine: takes every mail, keeps it, and parses it as a reader's program would.
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface PostOffice {
  port: number;
  mails: Email[];
  /** The mail that comes after `count` others; waits for it. */
  next(count: number): Promise<Email>;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const mails: Email[] = [];
  let waiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          mails.push(mail);
          for (const wake of waiting.splice(0)) wake();
          done();
        });
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    async next(count) {
      while (mails.length <= count) await new Promise<void>((wake) => waiting.push(wake));
      return mails[count] as Email;
    },
    close: () => {
      waiting = [];
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** A header's text, or an empty one. */
export const headerOf = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '';

/** Every address of our own that a mail names, in its text, its HTML and its headers. */
export function linksOf(mail: Email, base: string): string[] {
  const all = [mail.text ?? '', mail.html ?? '', ...mail.headers.map(({ value }) => value)].join('\n');
  const found = all.replaceAll('&amp;', '&').match(/https?:\/\/[^\s"'<>)]+/g) ?? [];
  return [...new Set(found)].filter((link) => link.startsWith(base));
}
