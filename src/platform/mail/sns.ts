/**
 * Amazon SNS, which carries the events of SES: each message signed with a key whose certificate Amazon serves
 * (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). Version 2 of the signature only: set the
 * topic's attribute SignatureVersion to 2, since version 1 is SHA-1.
 */
import { importX509 } from 'jose';
import { discard, readCapped } from '../capped-body.ts';
import { base64Bytes } from './base64-bytes.ts';

export interface SnsMessage {
  type: 'Notification' | 'SubscriptionConfirmation';
  id: string;
  message: string;
  /** Where a subscription is confirmed; null for a notification. */
  subscribeUrl: string | null;
}

export interface SnsOptions {
  /** The one topic that is listened to. */
  topicArn: string;
  fetch: (url: string) => Promise<Response>;
  /** Milliseconds. */
  now: number;
}

/** Milliseconds for which a message is news. */
const TOLERANCE = 3_600_000;

/** Amazon's own host and path: no other certificate counts. */
const CERTIFICATE =
  /^https:\/\/sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?\/SimpleNotificationService-[A-Za-z0-9]+\.pem$/;
const SUBSCRIBE = /^https:\/\/sns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?\/\?Action=ConfirmSubscription&/;

/** In this order they are signed; those that are missing are left out. */
const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
} as const;

/** The message when it is our topic's, fresh and signed by Amazon; 'unread' while Amazon's key cannot be had; else null. */
export async function verifySns(
  body: string,
  { topicArn, fetch, now }: SnsOptions,
): Promise<SnsMessage | 'unread' | null> {
  const fields = parsed(body);
  const { Type: type, SigningCertURL: certificate = '', Signature: signature = '' } = fields;
  if (type !== 'Notification' && type !== 'SubscriptionConfirmation') return null;
  if (fields.TopicArn !== topicArn || fields.SignatureVersion !== '2') return null;
  if (!CERTIFICATE.test(certificate) || !certificate.startsWith(`https://sns.${regionOf(topicArn)}.`))
    return null;
  if (!(Math.abs(now - Date.parse(fields.Timestamp ?? '')) <= TOLERANCE)) return null;
  const bytes = base64Bytes(signature);
  if (bytes === null) return null;
  const key = await keyAt(certificate, fetch);
  if (key === null || key === 'unread') return key;
  const text = SIGNED[type].flatMap((name) =>
    fields[name] === undefined ? [] : [`${name}\n${fields[name]}\n`],
  );
  const fits = await crypto.subtle.verify(
    'RSASSA-PKCS1-v1_5',
    key,
    bytes,
    new TextEncoder().encode(text.join('')),
  );
  if (!fits) return null;
  const subscribeUrl = SUBSCRIBE.test(fields.SubscribeURL ?? '') ? (fields.SubscribeURL ?? null) : null;
  return { type, id: fields.MessageId ?? '', message: fields.Message ?? '', subscribeUrl };
}

/** The region of a topic is that of whoever signs for it: no other host is asked. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

/** Bytes and milliseconds for a certificate: a few kilobytes, at once. */
const CERTIFICATE_LIMITS = { bytes: 100_000, graceMilliseconds: 10_000, bytesPerSecond: 10_000 };

/** The key of a certificate; null where Amazon has none or it is none; 'unread' where Amazon cannot be asked now. */
async function keyAt(certificate: string, fetch: SnsOptions['fetch']): Promise<CryptoKey | 'unread' | null> {
  let text: string;
  try {
    const served = await fetch(certificate);
    if (!served.ok) {
      discard(served);
      return served.status < 500 ? null : 'unread';
    }
    text = await readCapped(
      served,
      CERTIFICATE_LIMITS,
      AbortSignal.timeout(CERTIFICATE_LIMITS.graceMilliseconds),
    );
  } catch (fault) {
    console.error('Amazon’s certificate could not be read', fault);
    return 'unread';
  }
  try {
    return await importX509(text, 'RS256');
  } catch {
    return null; // what was served is no certificate: nothing signed with it is believed
  }
}

function parsed(body: string): Partial<Record<string, string>> {
  try {
    const fields: unknown = JSON.parse(body);
    if (typeof fields !== 'object' || fields === null) return {};
    return Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {}; // no JSON is no message of Amazon's
  }
}
