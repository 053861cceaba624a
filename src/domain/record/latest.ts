/** Which of several claims of one source on one measure came last, as far as the record can say. */
import { type ClaimState, saidOf } from './record.ts';
import { inTime, isAround, isKnownBefore } from './time-order.ts';

export interface Latest {
  /** What nothing else came after: several where neither an hour nor a `replaces` tells them apart. */
  group: ClaimState[];
  /** Of a year or a month around that day: not known to be earlier. */
  around: ClaimState[];
}

/** Depends on the set of claims alone. Undated claims count only where no claim is dated. */
export function latestOf(claims: readonly ClaimState[]): Latest {
  const dated = claims.filter(({ bound }) => bound.dated);
  const placed = inTime(dated.length > 0 ? dated : claims, saidOf, () => 0);
  const last = placed.at(-1);
  if (!last) return { group: [], around: [] };
  const day = placed.filter(({ day, grain }) => day === last.day && grain === last.grain);
  const latest = day.findLast(({ hour }) => hour !== null)?.hour ?? null;
  const group = day.filter(({ hour }) => hour === null || hour === latest).map(({ item }) => item);
  const around = placed.filter((place) => isAround(place, last)).map(({ item }) => item);
  const replaced = replacedIn(claims);
  const stay = (states: ClaimState[]) => states.filter(({ claim }) => !replaced.has(claim.id));
  const [first, second] = [stay(group), stay(around)];
  if (first.length > 0) return { group: first, around: second };
  // A year that replaces its own latest day; in a ring of replacements, which entry refuses, all stand.
  return second.length > 0 ? { group: second, around: [] } : { group, around: second };
}

/** Claims that another says it takes the place of, unless that other is known to be the earlier. */
function replacedIn(claims: readonly ClaimState[]): ReadonlySet<string> {
  const later = claims.filter(({ claim }) => claim.replaces !== null);
  if (later.length === 0) return new Set();
  const held = new Map(claims.map((state) => [state.claim.id, state]));
  return new Set(
    later.flatMap((state) => {
      const target = held.get(state.claim.replaces ?? '');
      return target && !isKnownBefore(saidOf(state), saidOf(target)) ? [target.claim.id] : [];
    }),
  );
}
