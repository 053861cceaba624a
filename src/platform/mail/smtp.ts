/**
 * SMTP (RFC 5321) from a Worker: one connection a mail, so that every answer is that mail's. Until the body's last
 * full stop is sent the server holds nothing, and a failure means later; after it, a lost answer means unknown.
 */
import { connect } from 'cloudflare:sockets';
import type { Mail } from '../../domain/digest/mail.ts';
import { ANSWER_WITHIN, type Mailer, must, type Sent } from './mailer.ts';
import { messageOf } from './message.ts';
import { plainName, signedName } from './message-name.ts';
import { whoIsRefused } from './refusal.ts';
import { type Reply, SmtpWire } from './smtp-wire.ts';

export interface SmtpOptions {
  host: string;
  /** 465 for `implicit`, 587 for `starttls`; 25 is closed on Workers. */
  port: number;
  tls: 'implicit' | 'starttls' | 'none';
  user: string | undefined;
  password: string | undefined;
  rate: number;
  /** Signs the mails' names, so that a report of their failure can be believed; without it none is. */
  linkSecret: string | undefined;
  answerWithin?: number;
  connect?: (
    address: SocketAddress,
    options: SocketOptions,
  ) => Pick<Socket, 'readable' | 'writable' | 'startTls' | 'close'>;
}

interface SmtpVariables {
  SMTP_HOST?: string;
  SMTP_PORT?: string;
  /** `implicit`, `starttls` or `none`. */
  SMTP_TLS?: string;
  SMTP_USER?: string;
  SMTP_PASSWORD?: string;
  /** Signs links, and the names of mails by which reports of failure are known. */
  LINK_SECRET?: string;
}

/** `rate` where the operator set one, in mails a second. */
export function smtpFrom(variables: SmtpVariables, rate: number | undefined): Mailer {
  return smtpMailer({
    host: must(variables, 'SMTP_HOST'),
    port: Number(variables.SMTP_PORT) || 587,
    tls: tlsOf(variables.SMTP_TLS),
    user: variables.SMTP_USER || undefined,
    password: variables.SMTP_PASSWORD || undefined,
    rate: rate ?? 5,
    linkSecret: variables.LINK_SECRET || undefined,
  });
}

function tlsOf(given: string | undefined): SmtpOptions['tls'] {
  if (given === 'implicit' || given === 'none' || given === 'starttls') return given;
  if (given) throw new Error(`SMTP_TLS is "${given}"; use implicit, starttls or none.`);
  return 'starttls';
}

/** How far a conversation came: what fails before the recipient is named says nothing of them. */
interface Stage {
  at: 'entering' | 'recipient' | 'body';
}

export function smtpMailer(options: SmtpOptions): Mailer {
  return {
    name: 'smtp',
    honoursKey: false,
    atOnce: 1,
    rate: options.rate,
    async send(mail, key) {
      let wire: SmtpWire | null = null;
      const stage: Stage = { at: 'entering' };
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
        return stage.at === 'body' ? { kind: 'unknown', reason } : later({ text: reason }, stage);
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
  stage: Stage,
): Promise<Sent> {
  const from = addressOf(mail.from);
  const hello = `EHLO ${from.split('@').at(-1)}`;
  const greeting = await wire.reply();
  if (greeting.code !== 220) return later(greeting, stage);
  let offers = await wire.say(hello);
  if (options.tls === 'starttls') {
    const ready = await wire.say('STARTTLS');
    if (ready.code !== 220) return later(ready, stage);
    wire.startTls();
    offers = await wire.say(hello);
  }
  if (options.user && options.password && /^AUTH\b/im.test(offers.text)) {
    const plain = new TextEncoder().encode(`\0${options.user}\0${options.password}`);
    const entered = await wire.say(`AUTH PLAIN ${btoa(String.fromCharCode(...plain))}`);
    if (entered.code !== 235) return later(entered, stage);
  }
  const sender = await wire.say(`MAIL FROM:<${from}>`);
  if (sender.code !== 250) return later(sender, stage);
  // The next mail opens its own connection: a server that is down says so to it before any recipient is named.
  stage.at = 'recipient';
  const recipient = await wire.say(`RCPT TO:<${mail.to}>`);
  if (recipient.code >= 500) return refused(recipient, from, mail.to);
  if (recipient.code >= 300) return later(recipient, stage);
  const data = await wire.say('DATA');
  if (data.code !== 354) return data.code >= 500 ? refusedMail(data, from, mail.to) : later(data, stage);
  const body = await messageOf(mail, await nameOf(options, key, mail.to, from), new Date());
  stage.at = 'body';
  await wire.send(body);
  const taken = await wire.reply();
  if (taken.code < 300) return { kind: 'accepted', id: taken.text.slice(0, 200) };
  stage.at = 'recipient';
  return taken.code >= 500 ? refusedMail(taken, from, mail.to) : later(taken, stage);
}

function later({ text }: Pick<Reply, 'text'>, { at }: Stage): Sent {
  const said = { kind: 'later' as const, reason: text.slice(0, 200), retryAfter: null };
  return at === 'entering' ? said : { ...said, recipient: true };
}

function refused({ code, text }: Reply, own: string, to: string): Sent {
  const blame = whoIsRefused({ code, status: null, text }, { own, to });
  const said = {
    kind: 'refused' as const,
    reason: `${code} ${text}`.slice(0, 200),
    recipient: blame === 'mailbox',
  };
  return blame === 'unsure' ? { ...said, soft: true } : said;
}

/** A refusal after the recipient was taken is of the mail, unless its enhanced code says that it is of the mailbox. */
function refusedMail(reply: Reply, own: string, to: string): Sent {
  const said = refused(reply, own, to);
  return /^5\.[12]\./m.test(reply.text) ? said : { kind: 'refused', reason: reply.text, recipient: false };
}

/** The Message-ID: from the key, so that a copy is known for one, and signed where a report must find its way back. */
async function nameOf(options: SmtpOptions, key: string, to: string, from: string): Promise<string> {
  const host = from.split('@').at(-1) ?? '';
  const local = options.linkSecret ? await signedName(options.linkSecret, key, to) : plainName(key);
  return `<${local}@${host}>`;
}

const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
