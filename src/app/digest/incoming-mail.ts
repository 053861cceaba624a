/** Mail to our own address: the way out of the digest, reports of what could not be delivered, and nothing else. */
import { senderAddress } from '../../domain/address.ts';
import { sealedName } from '../../platform/mail/message-name.ts';
import { whoIsRefused, withoutAddresses } from '../../platform/mail/refusal.ts';
import { takeEvent } from '../../store/suppressions.ts';
import type { Deps } from '../deps.ts';
import { takeUnsubscribeMail } from './unsubscribe-mail.ts';

export type IncomingDeps = Pick<Deps, 'db' | 'now' | 'linkSecret' | 'mailFrom' | 'readDeliveryReport'>;

export interface IncomingMail {
  /** Of the envelope; empty for a mail that must never be answered (RFC 5321, section 4.5.5). */
  from: string;
  headers: Headers;
  raw: ReadableStream<Uint8Array>;
}

/** Bytes that are read of a report: what it says stands before the mail that it returns. */
const LARGEST = 1_000_000;

/** 'refused' only where a person may be told that nobody reads here: never a report, nor what a program wrote. */
export async function takeMail(deps: IncomingDeps, mail: IncomingMail): Promise<'taken' | 'refused'> {
  if (isReport(mail.headers.get('Content-Type'))) {
    await takeReport(deps, await readUpTo(mail.raw, LARGEST));
    return 'taken';
  }
  if (await takeUnsubscribeMail(deps, mail.headers.get('Subject'))) return 'taken';
  const byProgram = !/^(no)?\s*$/i.test(mail.headers.get('Auto-Submitted')?.replace(/[;(].*$/s, '') ?? '');
  return byProgram || /^\s*(<>)?\s*$/.test(mail.from) ? 'taken' : 'refused';
}

/**
 * Does what a report asks for, where it names a mail of ours by a name that only we can have made for that reader. One
 * that is forged, or is about mails of others, changes nothing and is not answered.
 */
async function takeReport(deps: IncomingDeps, raw: Uint8Array): Promise<void> {
  const { db, linkSecret, mailFrom } = deps;
  const own = mailFrom === null ? null : senderAddress(mailFrom);
  const report = await deps.readDeliveryReport(raw);
  for (const { addresses, status, diagnostic } of report?.failed ?? [])
    for (const email of addresses)
      for (const name of report?.names ?? []) {
        const mail = await sealedName(linkSecret, name, email);
        if (mail === null) continue;
        const text = diagnostic ?? '';
        const blame = whoIsRefused({ code: null, status, text }, { own, to: email });
        const detail = withoutAddresses(text || (status ?? ''));
        console.log(`${mail} could not be delivered: ${blame} (${detail})`);
        if (blame === 'us') continue;
        const kind = blame === 'mailbox' ? 'hard bounce' : 'soft bounce';
        await takeEvent(db, { id: mail, provider: 'report', kind, email, detail, at: deps.now() });
      }
}

async function readUpTo(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size >= most) break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** True for a report of any kind (RFC 3462), by its Content-Type. */
const isReport = (contentType: string | null): boolean => /^\s*multipart\/report\b/i.test(contentType ?? '');
