/** Validation of another site's comment count: its signature header, its fields, its limits. */
import { z } from 'zod';
import { FirstInstant } from '../domain/record/asked-instant.ts';
import { Id } from '../domain/record/measure.ts';
import { label } from '../domain/text.ts';
import { admit, parseWith, refuse, type Verdict } from './verdict.ts';

/** Seconds for which a signature holds. */
export const SIGNATURE_HOLDS = 300;

const whole = z.int('Give a whole number.').min(0, 'A count cannot be negative.').max(1_000_000_000);

/** A site's host name, with a port where it has one: what its counts are kept under, so it has one spelling only. */
export const OriginName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i, 'Give the site’s host name, such as news.example.')
  .transform((name) => name.toLowerCase().replace(/:443$/, ''));
/** What a site calls the page under which people comment: its id, or its address. */
export const Thread = label(500);

const CountBody = z
  .strictObject({
    origin: OriginName,
    thread: Thread,
    topic: Id,
    comments: whole,
    commenters: whole.nullable().default(null),
    // A bare day from where it begins: a count is never taken for fresher than it is.
    countedAt: FirstInstant,
  })
  .refine((count) => count.commenters === null || count.commenters <= count.comments, {
    path: ['commenters'],
    message: 'There cannot be more commenters than comments.',
  });
export type CountBody = z.output<typeof CountBody>;

/** `t=UNIX,v1=HEX`, or null when the header is missing or something else. */
export function parseSignature(header: string | null): { time: number; hex: string } | null {
  const match = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/i.exec(header?.trim() ?? '');
  return match ? { time: Number(match[1]), hex: (match[2] as string).toLowerCase() } : null;
}

/** The site that a body claims to speak for, before anything is verified: it tells whose secret to hold the signature to. */
export function claimedOrigin(body: unknown): string | null {
  return z.object({ origin: OriginName }).safeParse(body).data?.origin ?? null;
}

/** A count's fields; one that claims to come from the future is refused. `now` is an instant. */
export function admitCount(body: unknown, now: string): Verdict<CountBody> {
  const parsed = parseWith(CountBody, body);
  if (!parsed.ok) return parsed;
  const ahead = Date.parse(parsed.value.countedAt) - Date.parse(now);
  if (ahead > SIGNATURE_HOLDS * 1000)
    return refuse({ path: 'countedAt', message: 'This instant is in the future.' });
  return admit(parsed.value);
}
