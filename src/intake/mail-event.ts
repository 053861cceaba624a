/** What providers tell of mails, each in its own words, as events of ours; what tells nothing we act on is none. */
import { z } from 'zod';

export interface MailEvent {
  /** The provider's own id of the event. */
  id: string;
  kind: 'delivered' | 'hard bounce' | 'soft bounce' | 'complaint';
  email: string;
  /** Short and without addresses. */
  detail: string | null;
}

const Address = z.string().trim().toLowerCase().max(320);

/** resend.com/docs/dashboard/webhooks/event-types */
const ResendEvent = z.object({
  type: z.string(),
  data: z.object({
    to: z.union([z.array(Address), Address.transform((one) => [one])]),
    bounce: z.object({ type: z.string().optional(), subType: z.string().optional() }).optional(),
  }),
});

/** Events of a webhook's body; `id` is the webhook's own. None for a body of another shape. */
export function resendEvents(id: string, body: unknown): MailEvent[] {
  const parsed = ResendEvent.safeParse(body);
  if (!parsed.success) return [];
  const { type, data } = parsed.data;
  const { type: bounce = 'Permanent', subType = null } = data.bounce ?? {};
  const kind = (
    {
      'email.delivered': 'delivered',
      'email.complained': 'complaint',
      'email.bounced': bounce === 'Permanent' ? 'hard bounce' : 'soft bounce',
    } as const
  )[type];
  return kind ? each(id, kind, data.to, subType) : [];
}

const Recipients = z.array(z.object({ emailAddress: Address }));
/** docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html; the older name of the type too. */
const SesEvent = z.object({
  eventType: z.string().optional(),
  notificationType: z.string().optional(),
  bounce: z
    .object({ bounceType: z.string(), bounceSubType: z.string().optional(), bouncedRecipients: Recipients })
    .optional(),
  complaint: z
    .object({ complaintFeedbackType: z.string().optional(), complainedRecipients: Recipients })
    .optional(),
  delivery: z.object({ recipients: z.array(Address) }).optional(),
});

export function sesEvents(id: string, body: unknown): MailEvent[] {
  const parsed = SesEvent.safeParse(body);
  if (!parsed.success) return [];
  const { bounce, complaint, delivery } = parsed.data;
  switch (parsed.data.eventType ?? parsed.data.notificationType) {
    case 'Bounce': {
      const kind = bounce?.bounceType === 'Permanent' ? 'hard bounce' : 'soft bounce';
      return each(id, kind, addresses(bounce?.bouncedRecipients), bounce?.bounceSubType ?? null);
    }
    case 'Complaint':
      return each(
        id,
        'complaint',
        addresses(complaint?.complainedRecipients),
        complaint?.complaintFeedbackType ?? null,
      );
    case 'Delivery':
      return each(id, 'delivered', delivery?.recipients ?? [], null);
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
    bounce: z.object({ type: z.string(), classification: z.string().optional() }).optional(),
  }),
});

/** A message of the event queue. A deferred mail is still under way: only what ended counts. */
export function cloudflareEvents(body: unknown): MailEvent[] {
  const parsed = CloudflareEvent.safeParse(body);
  if (!parsed.success) return [];
  const { eventId, recipient, bounce } = parsed.data.payload;
  const kind = (
    {
      'cf.email.sending.message.delivered': 'delivered',
      'cf.email.sending.message.complained': 'complaint',
      'cf.email.sending.message.bounced': bounce?.type === 'hard' ? 'hard bounce' : 'soft bounce',
    } as const
  )[parsed.data.type];
  return kind ? each(eventId, kind, [recipient], bounce?.classification ?? null) : [];
}

const addresses = (recipients: z.output<typeof Recipients> | undefined): string[] =>
  (recipients ?? []).map(({ emailAddress }) => emailAddress);

/** One event a recipient; their ids differ where there are several. */
const each = (
  id: string,
  kind: MailEvent['kind'],
  emails: readonly string[],
  detail: string | null,
): MailEvent[] =>
  emails.map((email, at) => ({
    id: at === 0 ? id : `${id}#${at}`,
    kind,
    email,
    detail: detail?.slice(0, 100) ?? null,
  }));
