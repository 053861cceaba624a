/** What changed between two states of one record, each with before, after, date and reason. */

import { additionId, eventId, importId, recordingId } from './change-id.ts';
import { bearsFigure, type Claim, isRelay } from './claim.ts';
import { daysAfter, lastDay } from './date.ts';
import { type Estimate, latestEstimates } from './estimate.ts';
import { figureRole, roleInTime } from './figure-role.ts';
import { hasHistory, type Measure } from './measure.ts';
import { movement } from './movement.ts';
import { type Addition, type ClaimState, formsOf, orderDay, saidOf, type TopicRecord } from './record.ts';
import { isKnownBefore } from './time-order.ts';

export const CHANGE_KINDS = [
  'new source',
  'first figure',
  'raised',
  'lowered',
  'widened',
  'narrowed',
  'stance changed',
  'statement',
  'added from earlier',
  'evidence added',
  'corrected',
  'voided',
  'retracted',
  'withheld',
  'import',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  /** Stable: the revision and the claim it is about. */
  id: string;
  /** When it entered the record. */
  at: string;
  kind: ChangeKind;
  /** The claim it is about; null for an import. */
  claim: string | null;
  source: string | null;
  measure: string | null;
  before: ClaimState | null;
  after: ClaimState | null;
  reason: string | null;
  /** The addresses and printings that came to a claim. */
  added: Pick<Addition, 'evidence' | 'readings'> | null;
  /** Said more than `GRACE` days before it was recorded: it comes to the record late. */
  late: boolean;
  /** How many claims an import brought; 1 otherwise. */
  count: number;
}

/** The changes from one state to a later one of the same topic, in the order they entered. `before` null: a new topic. */
export function changesBetween(before: TopicRecord | null, after: TopicRecord): Change[] {
  const known = new Map((before?.claims ?? []).map((state) => [state.claim.id, state]));
  const fresh = after.claims.filter((state) => !known.has(state.claim.id));
  const singles = fresh.filter((state) => state.batch === null);
  return [
    ...importsOf(fresh),
    ...lifecycleChanges(known, before, after),
    ...claimChanges(singles, before, after),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/** An import is one change, however many claims it brought. */
function importsOf(fresh: ClaimState[]): Change[] {
  const batches = Map.groupBy(
    fresh.filter((state) => state.batch !== null),
    (state) => state.batch as string,
  );
  return [...batches].map(([batch, states]) => ({
    ...changeOf('import', states[0] as ClaimState, importId((states[0] as ClaimState).revision, batch)),
    claim: null,
    source: null,
    measure: null,
    after: null,
    count: states.length,
  }));
}

function lifecycleChanges(
  known: ReadonlyMap<string, ClaimState>,
  before: TopicRecord | null,
  after: TopicRecord,
): Change[] {
  return after.claims.flatMap((state) => {
    // What was recorded together with its corrections is one change, the recording.
    const since = known.has(state.claim.id) ? (before?.revision ?? 0) : state.revision;
    const additions = state.additions.flatMap((addition, at): Change[] => {
      if (addition.revision <= since) return [];
      const { recorded, reason, evidence, readings } = addition;
      const change = changeOf('evidence added', state, additionId(state, addition, at));
      return [{ ...change, at: recorded, reason, added: { evidence, readings } }];
    });
    const events = state.events.flatMap((event, at): Change[] => {
      if (event.revision <= since) return [];
      const corrected = event.kind === 'corrected';
      const stood = corrected ? event.was : state.claim;
      const change: Change = {
        ...changeOf(event.kind, state, eventId(state, event, at)),
        at: event.recorded,
        before: event.kind === 'withheld' ? null : { ...state, standing: 'stands', claim: stood },
        after: corrected ? { ...state, standing: 'stands', claim: claimAfter(state, at) } : null,
        reason: event.reason,
      };
      return [change];
    });
    return [...additions, ...events];
  });
}

/** The claim as an event left it: the next correction holds it, else it is the claim as it stands. */
function claimAfter(state: ClaimState, event: number): Claim {
  const next = state.events.slice(event + 1).find(({ kind }) => kind === 'corrected');
  return next?.kind === 'corrected' ? next.was : state.claim;
}

function claimChanges(fresh: ClaimState[], before: TopicRecord | null, after: TopicRecord): Change[] {
  const was = new Map((before ? latestEstimates(before) : []).map((row) => [rowKey(row.lead), row]));
  const now = new Map(latestEstimates(after).map((row) => [rowKey(row.lead), row]));
  const sources = new Set((before?.claims ?? []).map((state) => state.claim.source));
  // A forecast is no earlier figure of an outcome: each is told as a first one.
  const roleKey = (state: ClaimState) =>
    `${rowKey(state)}\n${roleInTime(state, after.measures.get(state.claim.measure ?? ''))}`;
  const counted = new Set((before?.claims ?? []).filter(heldFigure).map(roleKey));
  return fresh.map((state) => {
    const row = now.get(rowKey(state));
    const measure = after.measures.get(state.claim.measure ?? '');
    const old = replaceable(state, was.get(rowKey(state)), measure);
    const isNew = !sources.has(state.claim.source);
    sources.add(state.claim.source);
    const late = before !== null && isFromBefore(state, state.recorded);
    const moved = kindOf(state, row, old, measure);
    const kind = isNew
      ? 'new source'
      : moved === 'first figure' && counted.has(roleKey(state))
        ? 'statement'
        : moved;
    const shown = kind === 'statement' && late ? 'added from earlier' : kind;
    const replaced = MOVES.has(kind) ? old : null;
    return { ...changeOf(shown, state, recordingId(state)), before: replaced, late };
  });
}

/** The kinds in which one thing took the place of another. */
const MOVES: ReadonlySet<ChangeKind> = new Set([
  'first figure',
  'raised',
  'lowered',
  'widened',
  'narrowed',
  'stance changed',
]);

/** A figure of the source's own stands or stood here, or may have: of what is withheld nobody can tell. */
function heldFigure({ claim, standing, events }: ClaimState): boolean {
  return (
    standing === 'withheld' || formsOf({ claim, events }).some((form) => bearsFigure(form) && !isRelay(form))
  );
}

/** What the row held that this statement could take the place of: never a figure withdrawn, one relayed from another voice, nor a forecast that came out. */
function replaceable(
  state: ClaimState,
  was: Estimate | undefined,
  measure: Measure | undefined,
): ClaimState | null {
  if (!was) return null;
  const { claim } = state;
  if (!bearsFigure(claim)) return was.later ?? was.lead;
  if (was.equals.length > 0) return null;
  if (bearsFigure(was.lead.claim) && figureRole(was.lead, measure) !== figureRole(state, measure))
    return null;
  return was.without === null && sourceOf(was.lead.claim) === sourceOf(claim) ? was.lead : null;
}

const sourceOf = (claim: Claim): string | null => (isRelay(claim) ? (claim.about?.source ?? null) : null);

function kindOf(
  state: ClaimState,
  row: Estimate | undefined,
  old: ClaimState | null,
  measure: Measure | undefined,
): ChangeKind {
  if (!row || !measure || (row.without !== null && row.lead.claim.id === state.claim.id)) return 'statement';
  if (!bearsFigure(state.claim)) return isNewStance(state, row, old) ? 'stance changed' : 'statement';
  // A scenario, a method or a relayed figure stands beside the row's own and moves nothing.
  if (row.lead.claim.id !== state.claim.id) return 'statement';
  if (isRelay(state.claim) && old === null) return 'statement';
  const [from, to] = [old && bearsFigure(old.claim) ? old.claim.value : null, state.claim.value];
  if (old === null || from === null || to === null) return 'first figure';
  if (!hasHistory(measure) || !isBehind(old, state)) return 'statement';
  return movement(from, to) ?? (old.claim.stance === state.claim.stance ? 'statement' : 'stance changed');
}

/** Another stance than the row's last, and not from before it. */
function isNewStance(state: ClaimState, row: Estimate, old: ClaimState | null): boolean {
  const newest = row.lead.claim.id === state.claim.id || row.later?.claim.id === state.claim.id;
  return newest && old !== null && old.claim.stance !== state.claim.stance;
}

/** Known to be earlier, without a date where the other has one, or replaced by it. */
const isBehind = (a: ClaimState, b: ClaimState): boolean =>
  isKnownBefore(saidOf(a), saidOf(b)) || b.claim.replaces === a.claim.id;

/** Days for which what was said is still told as news: over a weekend it is read on the Monday. */
export const GRACE = 2;

/** Said more than `GRACE` days before an instant. Depends on that instant alone, never on what else was recorded when. */
export function isFromBefore({ bound }: Pick<ClaimState, 'bound'>, instant: string): boolean {
  const day = orderDay(bound);
  return day !== '' && lastDay(day) < daysAfter(instant.slice(0, 10), -GRACE);
}

const rowKey = (state: ClaimState): string => `${state.claim.source}\n${state.claim.measure}`;

function changeOf(kind: ChangeKind, state: ClaimState, id: string): Change {
  const { source, measure } = state.claim;
  return {
    id,
    at: state.recorded,
    kind,
    claim: state.claim.id,
    source,
    measure,
    before: null,
    after: state,
    reason: null,
    added: null,
    late: false,
    count: 1,
  };
}
