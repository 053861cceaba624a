/** An order among claims of one moment, made of what they say: the smaller figure first, never an id or an arrival. */

import { intervalOf } from '../figure/interval.ts';
import { DEFAULT_SCHEME } from '../figure/vagueness.ts';
import type { Value } from '../figure/value.ts';
import type { Claim } from './claim.ts';
import type { ClaimState } from './record.ts';
import { compare } from './time-order.ts';

type HeldClaims = ReadonlyMap<string, ClaimState>;

/** Claims alike in all that a reader sees are parted by id last, where it makes no difference which is taken. */
export function byContent(held: HeldClaims): (a: ClaimState, b: ClaimState) => number {
  return ({ claim: a }, { claim: b }) =>
    bySize(a.value, b.value) ||
    compare(wordsOf(a), wordsOf(b)) ||
    compare(contentOf(a, held), contentOf(b, held)) ||
    compare(a.id, b.id);
}

/** The smaller low end first, then the smaller high end; words that no number is read from come last. */
export function bySize(a: Value | null, b: Value | null): number {
  const [x, y] = [a, b].map((value) => (value === null ? null : intervalOf(value, DEFAULT_SCHEME)));
  const [low, high] = [x, y].map((ends) => ends?.low ?? ends?.high ?? null) as [number | null, number | null];
  return nullsLast(low, high) || nullsLast(x?.high ?? null, y?.high ?? null);
}

function nullsLast(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

const wordsOf = ({ value, words }: Claim): string => value?.stated ?? words?.stated ?? '';

/** Everything of a claim but ids; a claim that it points to stands in it with its own content. */
function contentOf(claim: Claim, held: HeldClaims): string {
  const pointed = (id: string | null | undefined) => {
    const target = held.get(id ?? '')?.claim;
    return target ? JSON.stringify({ ...target, ...BARE, about: null }) : '';
  };
  const { about, adopts, replaces } = claim;
  const targets = [pointed(about?.claim), pointed(adopts), pointed(replaces)];
  return JSON.stringify([{ ...claim, ...BARE, about: about && { ...about, claim: null } }, targets]);
}

const BARE = { id: '', adopts: null, replaces: null };
