/** The append-only log of a topic: each thing an editor did, never overwritten. */
import { z } from 'zod';
import { label } from '../text.ts';
import { ClaimFields, ClaimId } from './claim.ts';
import { StatedDate } from './date.ts';
import { Evidence, Reading } from './evidence.ts';
import { Metric } from './metric.ts';
import { Source } from './source.ts';
import { Topic } from './topic.ts';
import { Unit } from './unit.ts';

export const Reason = label(500, {
  least: 3,
  few: 'Say why in a sentence.',
  many: 'Keep the reason to 500 characters.',
});

export const Warning = z.strictObject({ code: z.string(), path: z.string(), message: z.string() });
export type Warning = z.output<typeof Warning>;

const StoredClaim = ClaimFields.extend({ id: ClaimId });

/** Evidence adds where a claim can be read, and changes nothing it says. A correction is ours (we wrote it wrongly), a voiding says it was never said, a retraction is the source's own. */
export const Action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('topic'), topic: Topic }),
  z.strictObject({ kind: z.literal('source'), source: Source }),
  z.strictObject({ kind: z.literal('metric'), metric: Metric }),
  z.strictObject({ kind: z.literal('unit'), unit: Unit }),
  z.strictObject({ kind: z.literal('claim'), claim: StoredClaim, warnings: z.array(Warning).default([]) }),
  z.strictObject({
    kind: z.literal('correct'),
    claim: StoredClaim,
    reason: Reason,
    fields: z.array(z.string()),
    /** Those of the claim as it now reads take the place of earlier ones; logs from before they were kept have none. */
    warnings: z.array(Warning).optional(),
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    id: ClaimId,
    evidence: z.array(Evidence),
    readings: z.array(Reading),
    reason: Reason.nullable(),
  }),
  z.strictObject({
    kind: z.literal('void'),
    id: ClaimId,
    reason: Reason,
    on: StatedDate.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('retract'),
    id: ClaimId,
    reason: Reason,
    on: StatedDate.nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('withhold'),
    id: ClaimId,
    reason: Reason,
    on: StatedDate.nullable().default(null),
  }),
]);
export type Action = z.output<typeof Action>;

/** The claim that an action is about; null for a topic's, a source's or the codebook's own. */
export function claimOf(action: Action): string | null {
  if ('claim' in action) return action.claim.id;
  return 'id' in action ? action.id : null;
}

/** What befalls a claim once it is recorded. */
export type Amendment = Exclude<Action['kind'], 'topic' | 'source' | 'metric' | 'unit' | 'claim'>;

export const Entry = z.strictObject({
  /** Counts a topic's writes from 1; entries written together share it. */
  revision: z.int().min(1),
  /** Our own clock: never back-dated, whatever `said` is. */
  recorded: z.string(),
  /** The name of the import that brought it, or null. */
  batch: z.string().nullable(),
  action: Action,
});
export type Entry = z.output<typeof Entry>;
