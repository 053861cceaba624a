/** The checks on what a claim points to: the claim it answers, adopts or replaces, which is never itself. */

import type { Problem } from '../problem.ts';
import { bearsFigure, type Claim } from './claim.ts';
import type { EntryContext } from './entry-context.ts';
import { isBefore } from './time-order.ts';

type Pointer = 'about.claim' | 'adopts' | 'replaces';

const VERBS: Readonly<Record<Pointer, string>> = {
  'about.claim': 'answer',
  adopts: 'adopt',
  replaces: 'replace',
};

export function checkPointers(claim: Claim, context: EntryContext): Problem[] {
  const pointers = (['about.claim', 'adopts', 'replaces'] as const).flatMap((path) =>
    pointedFrom(claim, path, context),
  );
  return [...pointers, ...checkReplaced(claim, context)];
}

/** It must be there, and following the same pointer from claim to claim must never lead back. */
function pointedFrom(claim: Claim, path: Pointer, { claims }: EntryContext): Problem[] {
  const first = targetOf(claim, path);
  if (first === null) return [];
  if (first === claim.id) return [{ path, message: `A claim cannot ${VERBS[path]} itself.` }];
  if (!claims.has(first))
    return [{ path, message: `There is no claim "${first}" in this topic to ${VERBS[path]}.` }];
  const seen = new Set<string>();
  for (let next: string | null = first; next !== null && !seen.has(next); ) {
    if (next === claim.id)
      return [
        {
          path,
          message: `"${first}" leads back to this claim: two claims cannot ${VERBS[path]} each other.`,
        },
      ];
    seen.add(next);
    const held = claims.get(next);
    next = held ? targetOf(held.claim, path) : null;
  }
  return [];
}

function targetOf(claim: Claim, path: Pointer): string | null {
  switch (path) {
    case 'about.claim':
      return claim.about?.claim ?? null;
    case 'adopts':
      return claim.adopts;
    case 'replaces':
      return claim.replaces;
  }
}

/** One source's figure takes the place of its own on the same measure, and never of one said after it. */
function checkReplaced(claim: Claim, { claims }: EntryContext): Problem[] {
  const path = 'replaces';
  const target = claims.get(claim.replaces ?? '')?.claim;
  if (!target || target.id === claim.id) return [];
  if (target.source !== claim.source || target.measure !== claim.measure)
    return [{ path, message: `"${target.id}" is not by the same source on the same measure.` }];
  if (bearsFigure(target) !== bearsFigure(claim))
    return [{ path, message: 'A figure replaces a figure, and a stance without one replaces a stance.' }];
  const seen = new Set<string>();
  for (let next: Claim | undefined = target; next && !seen.has(next.id); ) {
    if (isBefore(dateOf(claim), dateOf(next)))
      return [{ path, message: `This claim was said before "${next.id}", so it cannot replace it.` }];
    seen.add(next.id);
    next = claims.get(next.replaces ?? '')?.claim;
  }
  return [];
}

/** A date that bounds an undated claim is no date to order it by. */
const dateOf = ({ said, published }: Claim) => said ?? (published && { ...published, inferred: true });
