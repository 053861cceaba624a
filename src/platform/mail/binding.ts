/** Cloudflare's own binding: confirmations and sign-in links in production, and the simulator on this machine. */
import type { Mailer } from './mailer.ts';

/** The part of the `send_email` binding that is used. */
export interface EmailBinding {
  send(mail: {
    to: string;
    from: string | { name: string; email: string };
    subject: string;
    html: string;
    text: string;
    headers: Record<string, string>;
  }): Promise<{ messageId: string }>;
}

/** `rate` where the operator set one, in mails a second. */
export function bindingFrom({ EMAIL: binding }: { EMAIL?: EmailBinding }, rate: number | undefined): Mailer {
  if (!binding) throw new Error('MAILER is "binding", and wrangler.toml binds no send_email as EMAIL.');
  return bindingMailer(binding, rate ?? 20);
}

/** Codes of the binding's errors that say something of the address alone; that it is not on our own list is none of them. */
const RECIPIENT = /E_RECIPIENT(?!_NOT_ALLOWED)|E_INVALID_RECIPIENT|suppress/i;
const LATER =
  /E_RATE|E_QUOTA|E_DAILY|E_THROTTL|E_INTERNAL|E_SENDER|E_NOT_(ALLOWED|VERIFIED)|rate limit|quota/i;

export function bindingMailer(binding: EmailBinding, rate: number): Mailer {
  return {
    name: 'binding',
    honoursKey: false,
    atOnce: 4,
    rate,
    async send({ from, ...mail }) {
      const named = /^(.+) <([^<>]+)>$/.exec(from);
      const sender = named ? { name: named[1] as string, email: named[2] as string } : from;
      try {
        const { messageId } = await binding.send({ ...mail, from: sender });
        return { kind: 'accepted', id: messageId };
      } catch (fault) {
        const { code = '', message = String(fault) } = fault as { code?: string; message?: string };
        const reason = `${code} ${message}`.trim().slice(0, 200);
        if (RECIPIENT.test(reason)) return { kind: 'refused', reason, recipient: true };
        if (LATER.test(reason)) return { kind: 'later', reason, retryAfter: null };
        if (/\bE_[A-Z_]+|valid/.test(reason)) return { kind: 'refused', reason, recipient: false };
        return { kind: 'unknown', reason };
      }
    },
  };
}
