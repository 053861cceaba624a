/** Validation of what happens to a claim later: correct, void, retract, withhold. Each needs a reason. */
import { z } from 'zod';
import { checkClaim } from '../domain/record/checks.ts';
import { ClaimFields } from '../domain/record/claim.ts';
import { StatedDate } from '../domain/record/date.ts';
import { type Action, Reason } from '../domain/record/entry.ts';
import type { EntryContext } from '../domain/record/entry-context.ts';
import type { ClaimState } from '../domain/record/record.ts';
import { checkRemoval } from '../domain/record/removal.ts';
import { warnOfLeap } from '../domain/record/warnings.ts';
import { asAddition } from './addition.ts';
import { correctedDimensions, inDimensions } from './dimensions.ts';
import { admit, parseWith, refuse, type Verdict } from './verdict.ts';

const CorrectBody = z.strictObject({ reason: Reason, claim: z.record(z.string(), z.unknown()) });
const RemoveBody = z.strictObject({ reason: Reason, on: StatedDate.nullable().default(null) });

/** A claim keeps its topic: one recorded under the wrong topic is voided and recorded anew. */
const FIXED = ['topic', 'id'];

/** Corrects our own error: the named fields change, the claim as it stood stays in the log. */
export function admitCorrection(state: ClaimState, body: unknown, context: EntryContext): Verdict<Action> {
  const parsed = parseWith(CorrectBody, body);
  if (!parsed.ok) return parsed;
  const standing = mustStand(state);
  if (!standing.ok) return standing;
  const { reason, claim: changes } = parsed.value;
  const fixed = Object.keys(changes).filter((field) => FIXED.includes(field));
  if (fixed.length > 0) {
    return refuse(
      ...fixed.map((field) => ({
        path: `claim.${field}`,
        message: `A correction cannot change the ${field}.`,
      })),
    );
  }
  const { id, ...was } = state.claim;
  const read = parseWith(ClaimFields, { ...was, ...correctedDimensions(was, changes) });
  const merged = read.ok ? inDimensions(read.value, context.record.topic) : read;
  if (!merged.ok) return { ok: false, problems: merged.problems.map(inClaim) };
  const now = { ...merged.value, id };
  // A dimension that the topic was given since is no change to a claim on its default.
  const isMoved = now.measure !== was.measure;
  const fields = Object.keys(now).filter(
    (field) =>
      (field !== 'dimensions' || isMoved) &&
      differ(now[field as keyof typeof now], state.claim[field as keyof typeof now]),
  );
  if (fields.length === 0)
    return refuse({ path: 'claim', message: 'Nothing changes: every field given is already so.' });
  const addition = asAddition(state.claim, now, fields, reason);
  const { problems, warnings: known } = checkClaim(now, context);
  const surprise = known.some(({ code }) => code === 'tenfold') ? [] : warnOfLeap(state.claim, now);
  const warnings = [...known, ...surprise];
  return problems.length > 0
    ? { ok: false, problems: problems.map(inClaim) }
    : admit(addition ?? { kind: 'correct', claim: now, reason, fields, warnings });
}

/** `now` is an instant of our clock, or a day of it. Voids (it was never said), retracts (the source withdrew it) or withholds (a court, personal data) a claim. */
export function admitRemoval(
  kind: 'void' | 'retract' | 'withhold',
  state: ClaimState,
  body: unknown,
  now: string,
): Verdict<Action> {
  const parsed = parseWith(RemoveBody, body);
  if (!parsed.ok) return parsed;
  const problems = checkRemoval(kind, state, parsed.value.on, now);
  if (problems.length > 0) return { ok: false, problems };
  if (kind === 'withhold' && state.standing !== 'withheld')
    return admit({ kind, id: state.claim.id, ...parsed.value });
  const standing = mustStand(state);
  return standing.ok ? admit({ kind, id: state.claim.id, ...parsed.value }) : standing;
}

function mustStand(state: ClaimState): Verdict<null> {
  if (state.standing === 'stands') return admit(null);
  return refuse({ path: '', message: `This claim was ${state.standing} and cannot be changed again.` });
}

const inClaim = ({ path, message }: { path: string; message: string }) => ({
  path: `claim.${path}`,
  message,
});
const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
