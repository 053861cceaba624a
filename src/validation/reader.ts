/** Validation of a reader who asks to sign in. */
import { z } from 'zod';
import { ReaderName } from '../domain/comments/reader-name.ts';
import { Address } from './address.ts';

/** Fields that every form open to strangers has beside its own. */
export const STRANGER_FIELDS = {
  /** Drawn where no reader sees it: whoever fills it is a program. */
  website: z.string().max(10_000).default(''),
  /** What the browser was given after its test, where one is set up (Turnstile). */
  turnstile: z.string().max(4_000).default(''),
};

export const ReaderRequest = z.strictObject({
  email: Address,
  /** A reader who is known keeps their name; the page behind the link asks a new one who gave none. */
  name: z
    .union([z.literal('').transform(() => null), ReaderName])
    .nullable()
    .default(null),
  /** The path of our own to come back to. */
  back: z.string().max(400).default('/'),
  ...STRANGER_FIELDS,
});
export type ReaderRequest = z.output<typeof ReaderRequest>;
