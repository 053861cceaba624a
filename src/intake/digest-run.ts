/** The door for an operator who runs a digest now, or as if it were another time. */
import { z } from 'zod';
import { Instant } from '../domain/date.ts';
import { CADENCES } from '../domain/subscriber.ts';

export const DigestRunOrder = z.strictObject({
  cadence: z.enum(CADENCES, 'Use "daily" or "weekly".'),
  /** The instant that the run takes for now; the clock's where it is not given. */
  at: Instant.optional(),
});
export type DigestRunOrder = z.output<typeof DigestRunOrder>;
