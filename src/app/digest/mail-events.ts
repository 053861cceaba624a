/** Bounces and complaints, told by webhook or queue: signature first, then the event once, then what it asks for. */
import type { Sent } from '../../platform/mail/mailer.ts';
import { whoIsRefused, withoutAddresses } from '../../platform/mail/refusal.ts';
import type { SvixSigned } from '../../platform/mail/svix.ts';
import { takeEvent } from '../../store/suppressions.ts';
import { cloudflareEvents, type MailEvent, resendEvents, sesEvents } from '../../validation/mail-event.ts';
import type { Deps } from '../deps.ts';

export type MailEventDeps = Pick<Deps, 'db' | 'now' | 'mailWebhooks'>;

/** What Resend tells. False when it is not signed as Resend signs, or Resend is not configured. */
export async function takeResendEvent(
  deps: MailEventDeps,
  signed: SvixSigned,
  text: string,
): Promise<boolean> {
  const id = await deps.mailWebhooks.resend(signed, text, deps.now());
  if (id === null) return false;
  await takeAll(deps, 'resend', resendEvents(id, jsonOf(text)));
  return true;
}

/** What SES tells, by Amazon's SNS. As above; 'later' when Amazon's own part cannot be asked now. */
export async function takeSesEvent(deps: MailEventDeps, text: string): Promise<boolean | 'later'> {
  const message = await deps.mailWebhooks.ses(text, deps.now());
  if (message === null) return false;
  if (message === 'unread') return 'later';
  if (message.type === 'Notification')
    await takeAll(deps, 'ses', sesEvents(message.id, jsonOf(message.message)));
  else if (message.subscribeUrl) return (await deps.mailWebhooks.confirm(message.subscribeUrl)) || 'later';
  return true;
}

/** Cloudflare's own events: the queue is bound to us alone, so that they need no signature. */
export async function consumeMailEvents(
  deps: Pick<MailEventDeps, 'db' | 'now'>,
  batch: { messages: readonly { body: unknown; ack(): void; retry(): void }[] },
): Promise<void> {
  for (const message of batch.messages) {
    try {
      await takeAll(deps, 'cloudflare', cloudflareEvents(message.body));
      message.ack();
    } catch (fault) {
      console.error('A mail event could not be taken', fault);
      message.retry();
    }
  }
}

/** What a mailer was told at once, as an event: an address refused for good, or for reasons that may be its own. */
export async function takeRefusal(
  { db, now }: Pick<MailEventDeps, 'db' | 'now'>,
  told: { key: string; provider: string; email: string; refused: Extract<Sent, { kind: 'refused' }> },
): Promise<void> {
  const { key, provider, email, refused } = told;
  if (!refused.recipient && !refused.soft) return;
  const kind = refused.recipient ? 'hard bounce' : 'soft bounce';
  await takeEvent(db, {
    id: key,
    provider,
    kind,
    email,
    detail: withoutAddresses(refused.reason),
    at: now(),
  });
}

/** Of a bounce that repeats the last server's words, those count: a provider's own word for a block is "permanent". */
function judged({ said, kind, ...event }: MailEvent): Omit<MailEvent, 'said'> | null {
  if (kind !== 'hard bounce' || said === null) return { ...event, kind };
  const blame = whoIsRefused(
    { code: null, status: said.status, text: said.text ?? '' },
    { own: null, to: event.email },
  );
  return blame === 'us' ? null : { ...event, kind };
}

async function takeAll(
  { db, now }: Pick<MailEventDeps, 'db' | 'now'>,
  provider: string,
  events: readonly MailEvent[],
): Promise<void> {
  for (const event of events) {
    const known = judged(event);
    if (known) await takeEvent(db, { ...known, provider, at: now() });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // signed, and still no event of ours
  }
}
