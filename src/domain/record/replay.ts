/** Plays a topic's log into its record: whole, up to two clocks, or further entries onto a record that stands. */
import type { Claim } from './claim.ts';
import { definitionsIn, openCodebook } from './codebook.ts';
import { countedMeasures } from './counted.ts';
import { firstDay, lastDay } from './date.ts';
import { type Action, claimOf, type Entry } from './entry.ts';
import { type Measure, measureEnd } from './measure.ts';
import { isPublicBy } from './public-time.ts';
import {
  type Bound,
  type ClaimState,
  type Clocks,
  type Event,
  formsOf,
  NOW,
  orderDay,
  type TopicRecord,
} from './record.ts';
import { withoutContent } from './tombstone.ts';
import type { Topic } from './topic.ts';

/** Plays the log up to both clocks; null while it holds no topic. The order of entries of one revision is kept. */
export function recordAt(entries: readonly Entry[], clocks: Clocks): TopicRecord | null {
  return play(null, entries, clocks);
}

/** The record of all the log, after further entries: as if the whole were played again. `was` stays as it is. */
export function recordAfter(was: TopicRecord | null, fresh: readonly Entry[]): TopicRecord | null {
  return play(was, fresh, NOW);
}

function play(was: TopicRecord | null, entries: readonly Entry[], clocks: Clocks): TopicRecord | null {
  const known = clocks.knownAt === null ? Number.POSITIVE_INFINITY : Date.parse(clocks.knownAt);
  let topic: Topic | null = was?.topic ?? null;
  let revision = was?.revision ?? 0;
  let knownAt = was?.knownAt ?? '';
  const sources = new Map(was?.sources);
  const claims = new Map(was?.held);
  const codebook = openCodebook(was, entries);
  const define = definitionsIn(claims, codebook);
  // Claims from before the log held their metric are of the version that reaches back.
  define(topic, claims.keys());
  const withheld = withholdings(entries);
  for (const [id, end] of withheld) {
    const state = claims.get(id);
    if (state) claims.set(id, tombstone(state, end));
  }
  for (const entry of entries) {
    if (Date.parse(entry.recorded) > known) continue;
    revision = Math.max(revision, entry.revision);
    if (entry.recorded > knownAt) knownAt = entry.recorded;
    const { action } = entry;
    if (action.kind === 'topic') {
      topic = action.topic;
      define(topic, claims.keys());
    } else if (action.kind === 'source') sources.set(action.source.id, action.source);
    else if (action.kind === 'metric') codebook.hold(action.metric);
    else if (action.kind === 'unit') codebook.hold(action.unit);
    else {
      applyToClaim(claims, withheld, entry, action, clocks.saidBy);
      define(topic, [claimOf(action) ?? '']);
    }
  }
  if (topic === null) return null;
  const measures = countedMeasures(topic, namedMeasures(claims.values()));
  for (const [id, state] of claims) {
    const bound = boundOf(state.claim, measures, claims);
    if (!isSameBound(bound, state.bound)) claims.set(id, { ...state, bound });
  }
  const told = [...claims.values()].filter((state) => wasSaidInPublicBy(state, clocks.saidBy));
  const held = new Map(told.map((state) => [state.claim.id, state]));
  const { metrics, units, definitions } = codebook;
  return { topic, sources, metrics, units, definitions, claims: told, held, measures, revision, knownAt };
}

function* namedMeasures(claims: Iterable<ClaimState>): Iterable<string> {
  for (const state of claims) for (const { measure } of formsOf(state)) if (measure !== null) yield measure;
}

type ReplayedAction = Exclude<Action, { kind: 'topic' | 'source' | 'metric' | 'unit' }>;
type Withholding = Entry & { action: { kind: 'withhold' } };
type Withholdings = ReadonlyMap<string, Withholding>;

/** Each withholding of these entries, whatever the clocks say: it reaches back into every past state. */
function withholdings(entries: readonly Entry[]): Withholdings {
  const found = entries.flatMap((entry) =>
    entry.action.kind === 'withhold' ? [{ ...entry, action: entry.action }] : [],
  );
  return new Map(found.map((entry) => [entry.action.id, entry]));
}

/** Puts a new state in the place of the old one: whoever holds the old one keeps it as it was. */
function applyToClaim(
  claims: Map<string, ClaimState>,
  withheld: Withholdings,
  entry: Entry,
  action: ReplayedAction,
  saidBy: string | null,
): void {
  if (action.kind === 'claim') {
    const state = newState(action, entry);
    const end = withheld.get(action.claim.id);
    return void claims.set(action.claim.id, end ? tombstone(state, end) : state);
  }
  const state = claims.get(claimOf(action) ?? '');
  if (!state) throw new Error(`The log at revision ${entry.revision} acts on a claim that it does not hold.`);
  // What was corrected or withdrawn before holds content, and so do its reasons: only the tombstone stays.
  if (state.standing === 'withheld' || action.kind === 'withhold') return;
  claims.set(state.claim.id, amended(state, entry, action, saidBy));
}

function amended(
  state: ClaimState,
  { recorded, revision }: Entry,
  action: Exclude<ReplayedAction, { kind: 'claim' | 'withhold' }>,
  saidBy: string | null,
): ClaimState {
  const { claim, events, additions } = state;
  if (action.kind === 'evidence') {
    const { evidence, readings, reason } = action;
    return {
      ...state,
      additions: [...additions, { evidence, readings, reason, recorded, revision }],
      claim: {
        ...claim,
        evidence: [...claim.evidence, ...evidence],
        readings: [...claim.readings, ...readings],
      },
    };
  }
  const { reason } = action;
  if (action.kind === 'correct') {
    const { fields } = action;
    const event: Event = { kind: 'corrected', on: recorded, reason, was: claim, fields, recorded, revision };
    return { ...state, events: [...events, event], claim: action.claim, warnings: action.warnings ?? [] };
  }
  const on = action.on?.date ?? recorded;
  // A source withdraws in public: until then the public still had its figure.
  if (action.kind === 'retract' && !isPublicBy(on, saidBy)) return state;
  const kind = action.kind === 'void' ? 'voided' : 'retracted';
  return { ...state, events: [...events, { kind, on, reason, recorded, revision }], standing: kind };
}

function newState(
  { claim, warnings }: Extract<Action, { kind: 'claim' }>,
  { recorded, revision, batch }: Entry,
): ClaimState {
  const bound = { dated: false, notBefore: null, notAfter: null };
  return {
    claim,
    recorded,
    revision,
    batch,
    events: [],
    additions: [],
    standing: 'stands',
    bound,
    definition: null,
    warnings,
  };
}

/** What stays of a claim once it is withheld, as it was first recorded. */
function tombstone(state: ClaimState, { action, recorded, revision }: Withholding): ClaimState {
  const { reason, on } = action;
  const event: Event = { kind: 'withheld', on: on?.date ?? recorded, reason, recorded, revision };
  const [first = state.claim] = formsOf(state);
  return {
    ...state,
    claim: withoutContent(first),
    events: [event],
    additions: [],
    standing: 'withheld',
    warnings: [],
  };
}

/** `said` where the page gives it; else not before the measure's end or the claim answered, not after `published`. */
function boundOf(
  claim: Claim,
  measures: ReadonlyMap<string, Measure>,
  claims: ReadonlyMap<string, ClaimState>,
): Bound {
  if (claim.said && !claim.said.inferred) {
    return { dated: true, notBefore: firstDay(claim.said.date), notAfter: lastDay(claim.said.date) };
  }
  const measure = claim.measure === null ? undefined : measures.get(claim.measure);
  const answered = claims.get(claim.about?.claim ?? claim.adopts ?? '')?.claim.said;
  const floors = [measure ? measureEnd(measure) : null, answered ? firstDay(answered.date) : null];
  const notBefore = floors.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  const latest = claim.said ?? claim.published;
  return { dated: false, notBefore, notAfter: latest ? lastDay(latest.date) : null };
}

const isSameBound = (a: Bound, b: Bound): boolean =>
  a.dated === b.dated && a.notBefore === b.notBefore && a.notAfter === b.notAfter;

/** A claim made public later than it was said (`disclosed`) counts from then. */
function wasSaidInPublicBy({ claim, bound }: ClaimState, saidBy: string | null): boolean {
  const said = claim.said && !claim.said.inferred ? claim.said.date : orderDay(bound);
  return isPublicBy(said, saidBy) && (claim.disclosed === null || isPublicBy(claim.disclosed.date, saidBy));
}
