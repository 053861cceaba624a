/**
 * SMTP (RFC 5321) from a Worker: one connection a mail, so that every answer is that mail's. Until the body's last
 * full stop is sent the server holds nothing, and a failure means later; after it, a lost answer means unknown.
 */
import { connect } from 'cloudflare:sockets';
import { Email } from 'worker-mailer';
import { encodeWords } from './encoded-words.ts';
import { ANSWER_WITHIN, type Mail, type Mailer, type Sent } from './mailer.ts';
import { type Reply, SmtpWire } from './smtp-wire.ts';

export interface SmtpOptions {
  host: string;
  /** 465 for `implicit`, 587 for `starttls`; 25 is closed on Workers. */
  port: number;
  tls: 'implicit' | 'starttls' | 'none';
  user: string | undefined;
  password: string | undefined;
  rate: number;
  answerWithin?: number;
  connect?: (
    address: SocketAddress,
    options: SocketOptions,
  ) => Pick<Socket, 'readable' | 'writable' | 'startTls' | 'close'>;
}

export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    name: 'smtp',
    honoursKey: false,
    atOnce: 1,
    rate: options.rate,
    async send(mail, key) {
      let wire: SmtpWire | null = null;
      const stage = { bodySent: false };
      try {
        const secureTransport = ({ implicit: 'on', starttls: 'starttls', none: 'off' } as const)[options.tls];
        const socket = (options.connect ?? connect)(
          { hostname: options.host, port: options.port },
          { secureTransport, allowHalfOpen: false },
        );
        wire = new SmtpWire(socket, options.answerWithin ?? ANSWER_WITHIN);
        return await converse(wire, options, mail, key, stage);
      } catch (fault) {
        const reason = String(fault).slice(0, 200);
        return stage.bodySent ? { kind: 'unknown', reason } : { kind: 'later', reason, retryAfter: null };
      } finally {
        wire?.leave();
      }
    },
  };
}

async function converse(
  wire: SmtpWire,
  options: SmtpOptions,
  mail: Mail,
  key: string,
  stage: { bodySent: boolean },
): Promise<Sent> {
  const from = addressOf(mail.from);
  const hello = `EHLO ${from.split('@').at(-1)}`;
  const greeting = await wire.reply();
  if (greeting.code !== 220) return later(greeting);
  let offers = await wire.say(hello);
  if (options.tls === 'starttls') {
    const ready = await wire.say('STARTTLS');
    if (ready.code !== 220) return later(ready);
    wire.startTls();
    offers = await wire.say(hello);
  }
  if (options.user && options.password && /^AUTH\b/im.test(offers.text)) {
    const plain = new TextEncoder().encode(`\0${options.user}\0${options.password}`);
    const entered = await wire.say(`AUTH PLAIN ${btoa(String.fromCharCode(...plain))}`);
    if (entered.code !== 235) return later(entered);
  }
  const sender = await wire.say(`MAIL FROM:<${from}>`);
  if (sender.code !== 250) return later(sender);
  const recipient = await wire.say(`RCPT TO:<${mail.to}>`);
  if (recipient.code >= 500)
    return { kind: 'refused', reason: recipient.text, recipient: isNoMailbox(recipient) };
  if (recipient.code >= 300) return later(recipient);
  const data = await wire.say('DATA');
  if (data.code !== 354)
    return data.code >= 500 ? { kind: 'refused', reason: data.text, recipient: false } : later(data);
  const body = messageOf(mail, from, key);
  stage.bodySent = true;
  await wire.send(body);
  const taken = await wire.reply();
  if (taken.code < 300) return { kind: 'accepted', id: taken.text.slice(0, 200) };
  return taken.code >= 500 ? { kind: 'refused', reason: taken.text, recipient: false } : later(taken);
}

const later = ({ text }: Reply): Sent => ({ kind: 'later', reason: text.slice(0, 200), retryAfter: null });

/** No such mailbox, or one that takes nothing (RFC 3463: 5.1.x and 5.2.1), rather than a rule against us (5.7.x). */
function isNoMailbox({ code, text }: Reply): boolean {
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0];
  return enhanced ? /^5\.(1\.|2\.1)/.test(enhanced) : code === 550 || code === 551 || code === 553;
}

const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;

/** The message as sent, closing full stop included. Its name comes from the key, so that a copy is known for one. */
function messageOf(mail: Mail, from: string, key: string): string {
  const name = /^(.*) <[^<>]+>$/.exec(mail.from)?.[1];
  return new Email({
    from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: {
      From: name ? `${phraseOf(name)} <${from}>` : from,
      To: mail.to,
      Subject: encodeWords(mail.subject),
      'Message-ID': `<${key.replace(/[^A-Za-z0-9.-]/g, '.')}@${from.split('@').at(-1)}>`,
      ...mail.headers,
    },
  }).getEmailData();
}

/** A name for a header: quoted where it holds what would end it (RFC 5322, section 3.2.4). */
function phraseOf(name: string): string {
  const encoded = encodeWords(name);
  return encoded === name && !/^[\w ]+$/.test(name) ? `"${name.replace(/["\\]/g, '')}"` : encoded;
}
