/** Why a new comment waits for a moderator: kept as a reason, so that each reader is told in their own language. */
import { z } from 'zod';

const HoldReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('topic') }),
  /** Until so many of a new reader's were approved. */
  z.strictObject({ kind: z.literal('newcomer'), until: z.int() }),
  /** Of so many decided, so many were rejected. */
  z.strictObject({ kind: z.literal('rejections'), decided: z.int(), rejected: z.int() }),
  z.strictObject({ kind: z.literal('links'), links: z.int() }),
]);
/** Its words are the catalogue's. */
export type HoldReason = z.output<typeof HoldReason>;

/** The reason as a comment keeps it. */
export const keptReason = (reason: HoldReason): string => JSON.stringify(reason);

/** The reason that a comment keeps; null for one of before reasons were kept, which is a sentence in English. */
export function reasonOf(kept: string): HoldReason | null {
  if (!kept.startsWith('{')) return null;
  const parsed = HoldReason.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}
