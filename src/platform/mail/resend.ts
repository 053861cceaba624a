/** Resend: one POST a mail, with an `Idempotency-Key` that Resend remembers for a day. */
import { answerOf, laterAfter, lost } from './http-answer.ts';
import { ANSWER_WITHIN, type Mailer, must, type Sent } from './mailer.ts';

export interface ResendOptions {
  apiKey: string;
  rate: number;
  endpoint?: string;
  answerWithin?: number;
  fetch?: typeof fetch;
}

interface ResendVariables {
  RESEND_API_KEY?: string;
  RESEND_ENDPOINT?: string;
}

/** `rate` where the operator set one, in mails a second. */
export function resendFrom(variables: ResendVariables, rate: number | undefined): Mailer {
  const { RESEND_ENDPOINT: endpoint } = variables;
  return resendMailer({
    apiKey: must(variables, 'RESEND_API_KEY'),
    rate: rate ?? 2,
    ...(endpoint ? { endpoint } : {}),
  });
}

/** resend.com/docs/api-reference/emails/send-email and /errors. */
export function resendMailer(options: ResendOptions): Mailer {
  const { apiKey, rate, endpoint = 'https://api.resend.com', answerWithin = ANSWER_WITHIN } = options;
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  return {
    name: 'resend',
    honoursKey: true,
    atOnce: 10,
    rate,
    async send({ to, from, subject, html, text, headers }, key) {
      const request = {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${apiKey}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify({ from, to: [to], subject, html, text, headers }),
        signal: AbortSignal.timeout(answerWithin),
      };
      try {
        return toSent(await answerOf(await send(`${endpoint}/emails`, request)));
      } catch (fault) {
        return lost(fault);
      }
    },
  };
}

/** "Invalid `to` field"; the same sentence of our own `from` says "to" as well. */
const OF_RECIPIENT = /^(?!.*`from`).*(`to`|recipient)/is;

function toSent({ status, body, retryAfter }: Awaited<ReturnType<typeof answerOf>>): Sent {
  const { id, name = '', message = '' } = body as { id?: string; name?: string; message?: string };
  const reason = `${status} ${name} ${message}`.trim().slice(0, 200);
  if (status < 300)
    return id ? { kind: 'accepted', id } : { kind: 'unknown', reason: 'An answer without an id.' };
  // The key was used with other bytes: something was taken under it, and we cannot see what became of it.
  if (name === 'invalid_idempotent_request') return { kind: 'unknown', reason };
  // Nothing about this reader: the account, its domain or its key must be mended first.
  if (status === 401 || status === 403) return { kind: 'later', reason, retryAfter: 300 };
  if (status === 400 || status === 422)
    return { kind: 'refused', reason, recipient: OF_RECIPIENT.test(message) };
  return laterAfter(reason, retryAfter);
}
