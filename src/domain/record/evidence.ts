/** Where a claim can be checked, and how each outlet printed it. */
import { z } from 'zod';
import { Value } from '../figure/value.ts';
import { label, unfitPart } from '../text.ts';
import { StatedDate } from './date.ts';

/** An http(s) address without a user name in it; any other scheme is refused, since every address becomes a link. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'Give an address that starts with http:// or https://.' })
  .max(2_000, 'Keep an address to 2,000 characters.')
  .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), 'Leave user names out of the address.')
  .refine(
    (text) => !/\s/.test(text) && unfitPart(text, 'label') === null,
    'Write the address without blanks and hidden characters, as %20 and the like.',
  );

export const Evidence = z.strictObject({
  url: WebAddress,
  outlet: label(120),
  title: label(300, { least: 0 }).nullable().default(null),
  published: StatedDate.nullable().default(null),
});
export type Evidence = z.output<typeof Evidence>;

/** Another outlet's printing of the same statement: its words and, where they differ, its figure or metric. */
export const Reading = z.strictObject({
  text: label(120, { many: 'Keep to the few words of the figure: at most 120 characters.' }),
  outlet: label(120),
  url: WebAddress.nullable().default(null),
  value: Value.nullable().default(null),
  metric: label(80).nullable().default(null),
  /** Voices between this printing and the speaker, 0 = the speaker's own post; null when not known. */
  distance: z.int().min(0).max(20).nullable().default(null),
});
export type Reading = z.output<typeof Reading>;

export const Link = z.strictObject({
  name: label(120),
  role: z.enum(['outlet', 'agency', 'speaker', 'channel', 'document']),
  /** How an unnamed speaker is described ("senior US military official"). */
  descriptor: label(120, { least: 0 }).nullable().default(null),
  anonymous: z.boolean().default(false),
  /** Why the speaker is not named, as the outlet gives it. */
  reason: label(240, { least: 0 }).nullable().default(null),
});
export type Link = z.output<typeof Link>;
