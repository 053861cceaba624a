/** What a reader who last saw one state of a record is told of a later one: the difference, each claim as it now stands. */
import { type Change, changesBetween } from './change.ts';
import type { ClaimState, TopicRecord } from './record.ts';

/**
 * The changes from the state that was seen to the later one, in the order they entered. A claim that came and went
 * meanwhile is not told; one that was seen is told once, from what was seen to what stands. `seen` null: a new topic.
 */
export function toldBetween(seen: TopicRecord | null, now: TopicRecord): Change[] {
  const wasSeen = (id: string | null) => id !== null && (seen?.held.has(id) ?? false);
  const shown = { ...now, claims: now.claims.filter((state) => wasSeen(state.claim.id) || isTold(state)) };
  const changes = changesBetween(seen && asItStands(seen, now), shown);
  const amended = Map.groupBy(changes.filter(isAmendment), (change) => change.claim);
  const amendments = [...amended].flatMap(([id, chain]) =>
    wasSeen(id)
      ? fromSeenToNow(chain, now.held.get(id ?? ''))
      : chain.filter(({ kind }) => kind === 'retracted'),
  );
  const fresh = changes
    // Where else a statement can be read is no news of it.
    .filter((change) => change.kind !== 'evidence added' && !isAmendment(change) && !isWithdrawn(change, now))
    // Nothing is set against what a source took back, or what may not be shown.
    .map((change) => (change.before?.standing === 'stands' ? change : { ...change, before: null }));
  return [...amendments, ...fresh].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1,
  );
}

const AMENDMENTS: ReadonlySet<string> = new Set(['corrected', 'voided', 'retracted', 'withheld']);

export const isAmendment = ({ kind }: Pick<Change, 'kind'>): boolean => AMENDMENTS.has(kind);

/** What was never said, or may not be shown, is no news; what a source withdrew is told as withdrawn. */
const isTold = ({ standing }: ClaimState): boolean => standing === 'stands' || standing === 'retracted';

const isWithdrawn = ({ claim }: Change, now: TopicRecord): boolean =>
  now.held.get(claim ?? '')?.standing === 'retracted';

/** The claims that were seen, each in the form it has now: what was since corrected or voided is nothing to be raised from. */
function asItStands(seen: TopicRecord, now: TopicRecord): TopicRecord {
  const claims = now.claims.filter(({ claim }) => seen.held.has(claim.id));
  const held = new Map(claims.map((state) => [state.claim.id, state]));
  return { ...now, claims, held, revision: seen.revision, knownAt: seen.knownAt };
}

/** One line of a chain of amendments: how it began for the reader, and how it ended. */
function fromSeenToNow(chain: Change[], now: ClaimState | undefined): Change[] {
  const [first, last] = [chain[0], chain.findLast(({ kind }) => kind === 'withheld') ?? chain.at(-1)];
  if (!first || !last || !now) return [];
  switch (last.kind) {
    case 'corrected':
      return isSame(first.before, last.after) ? [] : [{ ...last, before: first.before }];
    case 'retracted':
      // Withdrawn in its right form, though another was seen.
      return [
        { ...last, before: first.before, after: isSame(first.before, last.before) ? null : last.before },
      ];
    case 'voided':
      return [{ ...last, before: first.before }];
    default:
      return [last];
  }
}

const isSame = (a: ClaimState | null, b: ClaimState | null): boolean =>
  JSON.stringify(a?.claim) === JSON.stringify(b?.claim);
