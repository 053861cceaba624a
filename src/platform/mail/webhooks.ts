/** What mail providers tell by webhook: read only where it is signed as the provider signs, by the secrets of this site. */
import { discard } from '../capped-body.ts';
import { type SnsMessage, verifySns } from './sns.ts';
import { type SvixSigned, verifySvix } from './svix.ts';

export interface MailWebhooks {
  /** The message's id when Resend signed it, else null. `now` is an instant. */
  resend(signed: SvixSigned, text: string, now: string): Promise<string | null>;
  /** The message when Amazon signed it for our topic; 'unread' while Amazon's key cannot be had; else null. */
  ses(text: string, now: string): Promise<SnsMessage | 'unread' | null>;
  /** Whether Amazon took the confirmation of its subscription; where it did not, it asks again. */
  confirm(url: string): Promise<boolean>;
}

/** Milliseconds for which Amazon is waited for. */
const ANSWER_WITHIN = 10_000;

export function mailWebhooks({
  resendSecret,
  sesTopic,
  fetch,
}: {
  /** `whsec_…`; without it nothing of Resend's is believed. */
  resendSecret: string | undefined;
  /** The SNS topic of the SES configuration set; without it nothing of Amazon's is believed. */
  sesTopic: string | undefined;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
}): MailWebhooks {
  const ask = (url: string) => fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
  return {
    resend: async (signed, text, now) =>
      resendSecret ? verifySvix(resendSecret, signed, text, Date.parse(now)) : null,
    ses: async (text, now) =>
      sesTopic ? verifySns(text, { topicArn: sesTopic, fetch: ask, now: Date.parse(now) }) : null,
    async confirm(url) {
      try {
        const answer = await ask(url);
        discard(answer);
        return answer.ok;
      } catch (fault) {
        console.error('Amazon did not take the confirmation of its subscription', fault);
        return false;
      }
    },
  };
}
