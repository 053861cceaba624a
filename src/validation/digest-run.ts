/** Validation of an operator who runs a digest now, or as if it were another time. */
import { z } from 'zod';
import { CADENCES } from '../domain/digest/cadence.ts';
import { LastInstant } from '../domain/record/asked-instant.ts';

export const DigestRunOrder = z.strictObject({
  cadence: z.enum(CADENCES, `Use ${CADENCES.map((cadence) => `"${cadence}"`).join(' or ')}.`),
  /** The instant that the run takes for now; a bare day to where it ends; the clock's where it is not given. */
  at: LastInstant.optional(),
});
export type DigestRunOrder = z.output<typeof DigestRunOrder>;
