/** Validation of what only adds to a claim: another address, another outlet's printing. It corrects nothing. */
import { z } from 'zod';
import { checkClaim } from '../domain/record/checks.ts';
import { type Claim, ClaimFields } from '../domain/record/claim.ts';
import { type Action, Reason } from '../domain/record/entry.ts';
import type { EntryContext } from '../domain/record/entry-context.ts';
import { Evidence, Reading } from '../domain/record/evidence.ts';
import type { ClaimState } from '../domain/record/record.ts';
import { admit, type Problem, parseWith, refuse, type Verdict } from './verdict.ts';

const AddBody = z.strictObject({
  evidence: z.array(Evidence).default([]),
  readings: z.array(Reading).default([]),
  reason: Reason.nullable().default(null),
});

/** What is held already is refused, and so is what would make the claim longer than a claim may be. */
export function admitEvidence(state: ClaimState, body: unknown, context: EntryContext): Verdict<Action> {
  const parsed = parseWith(AddBody, body);
  if (!parsed.ok) return parsed;
  const { evidence, readings, reason } = parsed.value;
  const { claim, standing } = state;
  if (standing === 'voided' || standing === 'withheld')
    return refuse({ path: '', message: `This claim was ${standing}: nothing can be added to it.` });
  if (evidence.length + readings.length === 0)
    return refuse({
      path: 'evidence',
      message: 'Give an address in "evidence", or a printing in "readings".',
    });
  const repeated = [
    ...repeats(claim.evidence, evidence, ({ url }) => url).map((at) => ({
      path: `evidence.${at}.url`,
      message: 'This address is there already.',
    })),
    ...repeats(claim.readings, readings, textOf).map((at) => ({
      path: `readings.${at}`,
      message: 'This printing is there already.',
    })),
  ];
  if (repeated.length > 0) return refuse(...repeated);
  const { id, ...was } = claim;
  const merged = parseWith(ClaimFields, {
    ...was,
    evidence: [...claim.evidence, ...evidence],
    readings: [...claim.readings, ...readings],
  });
  if (!merged.ok) return merged;
  const { problems } = checkClaim({ ...merged.value, id }, context);
  const own = problems.flatMap((problem) => ofAdded(problem, claim.readings.length));
  return own.length > 0 ? refuse(...own) : admit({ kind: 'evidence', id, evidence, readings, reason });
}

/** The action of a correction that takes nothing away and changes nothing, or null. */
export function asAddition(was: Claim, now: Claim, fields: readonly string[], reason: string): Action | null {
  if (!fields.every((field) => field === 'evidence' || field === 'readings')) return null;
  const evidence = addedTo(was.evidence, now.evidence);
  const readings = addedTo(was.readings, now.readings);
  if (!evidence || !readings || evidence.length + readings.length === 0) return null;
  return { kind: 'evidence', id: was.id, evidence, readings, reason };
}

/** What a list has beyond another that it holds whole; null where it does not. */
function addedTo<T>(old: readonly T[], all: readonly T[]): T[] | null {
  const left = old.map(textOf);
  const added = all.filter((item) => {
    const at = left.indexOf(textOf(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return left.length === 0 ? added : null;
}

/** Places in `fresh` of what stands in `held`, or twice in `fresh`. */
function repeats<T>(held: readonly T[], fresh: readonly T[], nameOf: (item: T) => string): number[] {
  const names = [...held, ...fresh].map(nameOf);
  return fresh.flatMap((item, at) => (names.indexOf(nameOf(item)) < held.length + at ? [at] : []));
}

/** A problem of the printings now added, by their place in the body. */
function ofAdded({ path, message }: Problem, held: number): Problem[] {
  const [, at, rest] = /^readings\.(\d+)(.*)$/.exec(path) ?? [];
  return at !== undefined && Number(at) >= held
    ? [{ path: `readings.${Number(at) - held}${rest}`, message }]
    : [];
}

const textOf = (item: unknown): string => JSON.stringify(item);
