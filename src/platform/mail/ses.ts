/** Amazon SES, API version 2: one signed POST a mail. It honours no key, so that an answer lost stays lost. */
import { AwsClient } from 'aws4fetch';
import type { Mail } from '../../domain/digest/mail.ts';
import { answerOf, laterAfter, lost } from './http-answer.ts';
import { ANSWER_WITHIN, type Mailer, must, type Sent } from './mailer.ts';

export interface SesOptions {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  /** Where bounces and complaints are published from. */
  configurationSet: string | undefined;
  rate: number;
  endpoint?: string;
  answerWithin?: number;
  fetch?: typeof fetch;
}

interface SesVariables {
  SES_REGION?: string;
  SES_ACCESS_KEY_ID?: string;
  SES_SECRET_ACCESS_KEY?: string;
  SES_CONFIGURATION_SET?: string;
}

/** `rate` where the operator set one, in mails a second. */
export function sesFrom(variables: SesVariables, rate: number | undefined): Mailer {
  return sesMailer({
    accessKeyId: must(variables, 'SES_ACCESS_KEY_ID'),
    secretAccessKey: must(variables, 'SES_SECRET_ACCESS_KEY'),
    region: must(variables, 'SES_REGION'),
    configurationSet: variables.SES_CONFIGURATION_SET || undefined,
    rate: rate ?? 14,
  });
}

export function sesMailer(options: SesOptions): Mailer {
  const {
    accessKeyId,
    secretAccessKey,
    region,
    configurationSet,
    rate,
    answerWithin = ANSWER_WITHIN,
  } = options;
  const { endpoint = `https://email.${region}.amazonaws.com` } = options;
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  // Signed by the library, sent by us: it would send again by itself after an error, and a mail would go out twice.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 'ses', retries: 0 });
  return {
    name: 'ses',
    honoursKey: false,
    atOnce: 4,
    rate,
    async send(mail) {
      const body = JSON.stringify({
        ...toContent(mail),
        ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
      });
      const headers = { 'Content-Type': 'application/json' };
      const request = await client.sign(`${endpoint}/v2/email/outbound-emails`, {
        method: 'POST',
        headers,
        body,
      });
      try {
        return toSent(await answerOf(await send(request, { signal: AbortSignal.timeout(answerWithin) })));
      } catch (fault) {
        return lost(fault);
      }
    },
  };
}

function toContent({ to, from, subject, html, text, headers }: Mail): object {
  const part = (data: string) => ({ Data: data, Charset: 'UTF-8' });
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: part(subject),
        Body: { Html: part(html), Text: part(text) },
        Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
      },
    },
  };
}

/** Of the account, not of the reader (docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). */
const ACCOUNT = /AccountSuspended|SendingPaused|MailFromDomainNotVerified|LimitExceeded|NotFound/;

function toSent({ status, body, retryAfter }: Awaited<ReturnType<typeof answerOf>>): Sent {
  const fields = body as { MessageId?: string; message?: string; __type?: string; Code?: string };
  const reason = `${status} ${fields.__type ?? fields.Code ?? ''} ${fields.message ?? ''}`
    .trim()
    .slice(0, 200);
  if (status < 300)
    return fields.MessageId
      ? { kind: 'accepted', id: fields.MessageId }
      : { kind: 'unknown', reason: 'An answer without an id.' };
  if (status === 429 || status === 503) return laterAfter(reason, retryAfter);
  // Without a key, any other failure on their side may have come after they took it.
  if (status >= 500) return { kind: 'unknown', reason };
  if (status === 401 || status === 403 || ACCOUNT.test(reason))
    return { kind: 'later', reason, retryAfter: 300 };
  return { kind: 'refused', reason, recipient: /suppress|blacklist|illegal address/i.test(reason) };
}
