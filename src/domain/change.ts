/** What changed between two states of one record, each with before, after, date and reason. */
import { intervalOf } from './comparison.ts';
import { lastDay } from './date.ts';
import { type Estimate, latestEstimates } from './estimate.ts';
import { bearsFigure } from './claim.ts';
import { type Measure, hasHistory } from './measure.ts';
import { type ClaimState, type TopicRecord, orderDay } from './record.ts';
import type { Value } from './value.ts';
import { DEFAULT_SCHEME } from './vagueness.ts';

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
  source: string | null;
  measure: string | null;
  before: ClaimState | null;
  after: ClaimState | null;
  reason: string | null;
  /** Said before the earlier state already stood: it comes to the record late. */
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
    ...lifecycleChanges(known, after),
    ...claimChanges(singles, before, after),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/** An import is one change, however many claims it brought. */
function importsOf(fresh: ClaimState[]): Change[] {
  const batches = Map.groupBy(fresh.filter((state) => state.batch !== null), (state) => state.batch as string);
  return [...batches].map(([batch, states]) => ({
    ...changeOf('import', states[0] as ClaimState, `${(states[0] as ClaimState).revision}-${batch}`),
    source: null,
    measure: null,
    after: null,
    count: states.length,
  }));
}

function lifecycleChanges(known: ReadonlyMap<string, ClaimState>, after: TopicRecord): Change[] {
  return after.claims.flatMap((state) => {
    const seen = known.get(state.claim.id)?.events.length;
    if (seen === undefined) return [];
    return state.events.slice(seen).map((event, at) => ({
      ...changeOf(event.kind, state, `${after.revision}-${state.claim.id}-${seen + at}`),
      at: event.kind === 'corrected' ? event.on : after.knownAt,
      before: event.kind === 'corrected' ? { ...state, claim: event.was } : (known.get(state.claim.id) ?? null),
      after: event.kind === 'corrected' ? state : null,
      reason: event.reason,
    }));
  });
}

function claimChanges(fresh: ClaimState[], before: TopicRecord | null, after: TopicRecord): Change[] {
  const was = new Map((before ? latestEstimates(before) : []).map((row) => [rowKey(row.lead), row]));
  const now = new Map(latestEstimates(after).map((row) => [rowKey(row.lead), row]));
  const voices = new Set((before?.claims ?? []).map((state) => state.claim.source));
  const measures = new Map(after.topic.measures.map((measure) => [measure.id, measure]));
  return fresh.map((state) => {
    const row = now.get(rowKey(state));
    const old = was.get(rowKey(state))?.lead ?? null;
    const late = before !== null && isLate(state, before);
    const kind = kindOf(state, row, old, voices, measures.get(state.claim.measure ?? ''));
    const shown = kind === 'statement' && late ? 'added from earlier' : kind;
    return { ...changeOf(shown, state, `${state.revision}-${state.claim.id}`), before: old, late };
  });
}

function kindOf(
  state: ClaimState,
  row: Estimate | undefined,
  old: ClaimState | null,
  voices: ReadonlySet<string>,
  measure: Measure | undefined,
): ChangeKind {
  if (!voices.has(state.claim.source)) return 'new source';
  if (!row || !measure) return 'statement';
  if (!bearsFigure(state.claim)) return old && old.claim.stance !== state.claim.stance ? 'stance changed' : 'statement';
  if (row.lead.claim.id !== state.claim.id) return 'added from earlier';
  const [from, to] = [old && bearsFigure(old.claim) ? old.claim.value : null, state.claim.value];
  if (from === null || to === null || !hasHistory(measure)) return 'first figure';
  return movement(from, to) ?? (old?.claim.stance === state.claim.stance ? 'statement' : 'stance changed');
}

/** Which way a figure moved; a bound moves by the number it names. Null when the figure is the same or cannot be read. */
export function movement(from: Value, to: Value): 'raised' | 'lowered' | 'widened' | 'narrowed' | null {
  const [a, b] = [named(from), named(to)];
  if (a === null || b === null) return null;
  if (a.low === b.low && a.high === b.high) return null;
  if (b.low >= a.low && b.high >= a.high) return 'raised';
  if (b.low <= a.low && b.high <= a.high) return 'lowered';
  return b.low < a.low ? 'widened' : 'narrowed';
}

/** The numbers named, without what the hedge leaves open. */
function named(value: Value): { low: number; high: number } | null {
  const ends = value.hedge === null ? intervalOf(value, DEFAULT_SCHEME) : intervalOf({ ...value, hedge: null }, DEFAULT_SCHEME);
  const low = ends?.low ?? ends?.high;
  const high = ends?.high ?? ends?.low;
  return low == null || high == null ? null : { low, high };
}

function isLate(state: ClaimState, before: TopicRecord): boolean {
  const day = orderDay(state.bound);
  return day !== '' && day < lastDay(before.knownAt.slice(0, 10));
}

const rowKey = (state: ClaimState): string => `${state.claim.source}\n${state.claim.measure}`;

function changeOf(kind: ChangeKind, state: ClaimState, id: string): Change {
  const { source, measure } = state.claim;
  return { id, at: state.recorded, kind, source, measure, before: null, after: state, reason: null, late: false, count: 1 };
}
