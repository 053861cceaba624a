/** What providers tell of mails, each in its own words, as events of ours; what tells nothing we act on is none. */
import { z } from 'zod';

export interface MailEvent {
  /** The provider's own id of the event. */
  id: string;
  kind: 'delivered' | 'hard bounce' | 'soft bounce' | 'complaint';
  email: string;
  /** Short and without addresses. */
  detail: string | null;
  /** What the mailbox's own server said of a bounce, where the provider repeats it. */
  said: Said | null;
}

export interface Said {
  /** As in RFC 3463. */
  status: string | null;
  text: string | null;
}

const Address = z.string().trim().toLowerCase().max(320);

/** Bounces of which the mail is to blame, in the words that SES has and Resend took over: they say nothing of the address. */
const OUR_MAIL = /^(MessageTooLarge|ContentRejected|AttachmentRejected)$/i;
/** Reports of other things than a reader's annoyance (RFC 5965, section 7.3; RFC 6591). */
const NO_COMPLAINT = /^(not-spam|auth-failure)$/i;

/** resend.com/docs/dashboard/webhooks/event-types */
const ResendEvent = z.object({
  type: z.string(),
  data: z.object({
    to: z.union([z.array(Address), Address.transform((one) => [one])]),
    bounce: z
      .object({ type: z.string().optional(), subType: z.string().optional(), message: z.string().optional() })
      .optional(),
  }),
});

/** Events of a webhook's body; `id` is the webhook's own. None for a body of another shape. */
export function resendEvents(id: string, body: unknown): MailEvent[] {
  const parsed = ResendEvent.safeParse(body);
  if (!parsed.success) return [];
  const { type, data } = parsed.data;
  switch (type) {
    case 'email.delivered':
      return each(id, 'delivered', data.to);
    case 'email.complained':
      return each(id, 'complaint', data.to);
    case 'email.bounced': {
      const { type: bounce = 'Permanent', subType = null, message = null } = data.bounce ?? {};
      if (OUR_MAIL.test(subType ?? '')) return [];
      const kind = bounce === 'Permanent' ? 'hard bounce' : 'soft bounce';
      // Resend's own sentences speak of its lists and of us; only a server's code within them counts.
      const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(message ?? '')?.[0] ?? null;
      return each(id, kind, data.to, subType, status === null ? null : { status, text: null });
    }
    default:
      return [];
  }
}

const Recipients = z.array(
  z.object({ emailAddress: Address, status: z.string().optional(), diagnosticCode: z.string().optional() }),
);
/** docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html; the older name of the type too. */
const SesEvent = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  bounce: z
    .object({ bounceType: z.string(), bounceSubType: z.string().optional(), bouncedRecipients: Recipients })
    .optional(),
  complaint: z
    .object({ complaintFeedbackType: z.string().nullish(), complainedRecipients: Recipients })
    .optional(),
  delivery: z.object({ recipients: z.array(Address) }).optional(),
});

/** Amazon's own list: the last server said nothing this time. */
const SES_LISTED = /^(Suppressed|OnAccountSuppressionList|UnsubscribedRecipient)$/;

export function sesEvents(id: string, body: unknown): MailEvent[] {
  const parsed = SesEvent.safeParse(body);
  if (!parsed.success) return [];
  const { bounce, complaint, delivery } = parsed.data;
  switch (parsed.data.eventType ?? parsed.data.notificationType) {
    case 'Bounce': {
      const { bounceType, bounceSubType = null, bouncedRecipients = [] } = bounce ?? {};
      if (OUR_MAIL.test(bounceSubType ?? '')) return [];
      const kind = bounceType === 'Permanent' ? 'hard bounce' : 'soft bounce';
      return bouncedRecipients.flatMap(({ emailAddress, status = null, diagnosticCode = null }, at) => {
        const told = (status || diagnosticCode) && !SES_LISTED.test(bounceSubType ?? '');
        const said = told ? { status, text: diagnosticCode } : null;
        return each(at === 0 ? id : `${id}#${at}`, kind, [emailAddress], bounceSubType, said);
      });
    }
    case 'Complaint': {
      const type = complaint?.complaintFeedbackType ?? null;
      if (NO_COMPLAINT.test(type ?? '')) return [];
      return each(id, 'complaint', addresses(complaint?.complainedRecipients), type);
    }
    case 'Delivery':
      return each(id, 'delivered', delivery?.recipients ?? []);
    default:
      return [];
  }
}

/** developers.cloudflare.com/email-service/platform/event-subscriptions */
const CloudflareEvent = z.object({
  type: z.string(),
  payload: z.object({
    eventId: z.string(),
    recipient: Address,
    bounce: z
      .object({
        type: z.string(),
        classification: z.string().optional(),
        enhancedStatusCode: z.string().optional(),
        diagnostic: z.string().optional(),
      })
      .optional(),
    complaint: z.object({ type: z.string().optional() }).optional(),
  }),
});

/** A message of the event queue. A deferred mail is still under way: only what ended counts. */
export function cloudflareEvents(body: unknown): MailEvent[] {
  const parsed = CloudflareEvent.safeParse(body);
  if (!parsed.success) return [];
  const { eventId, recipient, bounce, complaint } = parsed.data.payload;
  switch (parsed.data.type) {
    case 'cf.email.sending.message.delivered':
      return each(eventId, 'delivered', [recipient]);
    case 'cf.email.sending.message.complained':
      return NO_COMPLAINT.test(complaint?.type ?? '')
        ? []
        : each(eventId, 'complaint', [recipient], complaint?.type ?? null);
    case 'cf.email.sending.message.bounced': {
      const kind = bounce?.type === 'hard' ? 'hard bounce' : 'soft bounce';
      const { enhancedStatusCode: status = null, diagnostic: text = null } = bounce ?? {};
      const said = status || text ? { status, text } : null;
      return each(eventId, kind, [recipient], bounce?.classification ?? null, said);
    }
    default:
      return [];
  }
}

const addresses = (recipients: z.output<typeof Recipients> | undefined): string[] =>
  (recipients ?? []).map(({ emailAddress }) => emailAddress);

/** One event a recipient; their ids differ where there are several. */
const each = (
  id: string,
  kind: MailEvent['kind'],
  emails: readonly string[],
  detail: string | null = null,
  said: Said | null = null,
): MailEvent[] =>
  emails.map((email, at) => ({
    id: at === 0 ? id : `${id}#${at}`,
    kind,
    email,
    detail: detail?.slice(0, 100) ?? null,
    said,
  }));
