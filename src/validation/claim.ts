/** Validation of one claim: an untrusted body becomes an action for the log, or a list of problems. */
import { checkClaim } from '../domain/record/checks.ts';
import { type Claim, ClaimFields } from '../domain/record/claim.ts';
import type { Action } from '../domain/record/entry.ts';
import type { EntryContext } from '../domain/record/entry-context.ts';
import { inDimensions } from './dimensions.ts';
import { admit, parseWith, refuse, type Verdict } from './verdict.ts';

type ClaimAction = Extract<Action, { kind: 'claim' }>;

/** The fields of a posted claim; whether they fit the record is `admitClaim`'s to say. */
export const parseClaim = (body: unknown): Verdict<ClaimFields> => parseWith(ClaimFields, body);

/** Checks a claim against its topic. `id` is passed in; the context is the topic's record and all sources. */
export function admitClaim(fields: ClaimFields, id: string, context: EntryContext): Verdict<ClaimAction> {
  const placed = inDimensions(fields, context.record.topic);
  if (!placed.ok) return placed;
  const claim: Claim = { ...placed.value, id };
  const { problems, warnings } = checkClaim(claim, context);
  return problems.length > 0 ? refuse(...problems) : admit({ kind: 'claim', claim, warnings });
}
