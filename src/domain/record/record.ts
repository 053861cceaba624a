/** What the record of one topic holds, as of an instant of our clock and a date of the public's. */
import type { Claim } from './claim.ts';
import { firstDay, lastDay, type StatedDate } from './date.ts';
import type { Action, Entry, Warning } from './entry.ts';
import type { Evidence, Reading } from './evidence.ts';
import { type Measure, measureEnd } from './measure.ts';
import { isPublicBy } from './public-time.ts';
import type { Source } from './source.ts';
import type { Topic } from './topic.ts';

/** One thing that happened to a claim after it was recorded; a correction keeps what stood before it. */
export type Event = Happening &
  ({ kind: 'corrected'; was: Claim; fields: string[] } | { kind: 'voided' | 'retracted' | 'withheld' });

export interface Addition {
  evidence: readonly Evidence[];
  readings: readonly Reading[];
  reason: string | null;
  recorded: string;
  revision: number;
}

interface Happening {
  /** The day or instant a reader is told: the source's own day of a withdrawal, else ours. */
  on: string;
  reason: string;
  /** By our own clock. */
  recorded: string;
  revision: number;
}

export interface ClaimState {
  claim: Claim;
  recorded: string;
  revision: number;
  batch: string | null;
  events: Event[];
  /** Addresses and printings that came later; they stand in the claim, and are no correction of it. */
  additions: Addition[];
  /** `voided`, `retracted` and `withheld` are final; a correction leaves the claim standing. */
  standing: 'stands' | 'voided' | 'retracted' | 'withheld';
  bound: Bound;
  /** What an editor should look at twice in the claim as it now reads. */
  warnings: readonly Warning[];
}

/** The days between which a thing was said; `dated` when the source or page gave the date itself. */
export interface Bound {
  dated: boolean;
  notBefore: string | null;
  notAfter: string | null;
}

export interface TopicRecord {
  topic: Topic;
  sources: ReadonlyMap<string, Source>;
  claims: ClaimState[];
  /** The same claims by id, and the topic's measures by id. */
  held: ReadonlyMap<string, ClaimState>;
  measures: ReadonlyMap<string, Measure>;
  revision: number;
  /** The instant of the newest entry held. */
  knownAt: string;
}

/** Both clocks, each null for "now". `saidBy` is a day (all of it) or an instant. */
export interface Clocks {
  knownAt: string | null;
  saidBy: string | null;
}
export const NOW: Clocks = { knownAt: null, saidBy: null };

/** Plays the log up to both clocks; null while it holds no topic. The order of entries of one revision is kept. */
export function recordAt(entries: readonly Entry[], clocks: Clocks): TopicRecord | null {
  const known = clocks.knownAt === null ? Number.POSITIVE_INFINITY : Date.parse(clocks.knownAt);
  let topic: Topic | null = null;
  let revision = 0;
  let knownAt = '';
  const sources = new Map<string, Source>();
  const claims = new Map<string, ClaimState>();
  const withheld = withholdings(entries);
  for (const entry of entries) {
    if (Date.parse(entry.recorded) > known) continue;
    revision = Math.max(revision, entry.revision);
    if (entry.recorded > knownAt) knownAt = entry.recorded;
    const { action } = entry;
    if (action.kind === 'topic') topic = action.topic;
    else if (action.kind === 'source') sources.set(action.source.id, action.source);
    else applyToClaim(claims, withheld, entry, action, clocks.saidBy);
  }
  if (topic === null) return null;
  const measures = new Map(topic.measures.map((measure) => [measure.id, measure]));
  for (const state of claims.values()) state.bound = boundOf(state.claim, measures, claims);
  const told = [...claims.values()].filter((state) => wasSaidInPublicBy(state, clocks.saidBy));
  const held = new Map(told.map((state) => [state.claim.id, state]));
  return { topic, sources, claims: told, held, measures, revision, knownAt };
}

type LoggedClaimAction = Exclude<Action, { kind: 'topic' | 'source' }>;
type Withholdings = ReadonlyMap<string, Entry & { action: { kind: 'withhold' } }>;

/** Each withholding of the whole log, whatever the clocks say: it reaches back into every past state. */
function withholdings(entries: readonly Entry[]): Withholdings {
  const found = entries.flatMap((entry) =>
    entry.action.kind === 'withhold' ? [{ ...entry, action: entry.action }] : [],
  );
  return new Map(found.map((entry) => [entry.action.id, entry]));
}

function applyToClaim(
  claims: Map<string, ClaimState>,
  withheld: Withholdings,
  entry: Entry,
  action: LoggedClaimAction,
  saidBy: string | null,
): void {
  if (action.kind === 'claim') return void claims.set(action.claim.id, newState(action, entry, withheld));
  const state = claims.get(action.kind === 'correct' ? action.claim.id : action.id);
  if (!state) throw new Error(`The log at revision ${entry.revision} acts on a claim that it does not hold.`);
  // What was corrected or withdrawn before holds content, and so do its reasons: only the tombstone stays.
  if (state.standing === 'withheld' || action.kind === 'withhold') return;
  const { recorded, revision } = entry;
  if (action.kind === 'evidence') {
    const { evidence, readings, reason } = action;
    const { claim } = state;
    state.additions.push({ evidence, readings, reason, recorded, revision });
    state.claim = {
      ...claim,
      evidence: [...claim.evidence, ...evidence],
      readings: [...claim.readings, ...readings],
    };
    return;
  }
  const { reason } = action;
  if (action.kind === 'correct') {
    const { fields } = action;
    state.events.push({
      kind: 'corrected',
      on: recorded,
      reason,
      was: state.claim,
      fields,
      recorded,
      revision,
    });
    state.claim = action.claim;
    state.warnings = action.warnings ?? [];
    return;
  }
  const on = action.on?.date ?? recorded;
  // A source withdraws in public: until then the public still had its figure.
  if (action.kind === 'retract' && !isPublicBy(on, saidBy)) return;
  const kind = action.kind === 'void' ? 'voided' : 'retracted';
  state.events.push({ kind, on, reason, recorded, revision });
  state.standing = kind;
}

function newState(
  { claim, warnings }: Extract<Action, { kind: 'claim' }>,
  { recorded, revision, batch }: Entry,
  withheld: Withholdings,
): ClaimState {
  const bound = { dated: false, notBefore: null, notAfter: null };
  const state = {
    claim,
    recorded,
    revision,
    batch,
    events: [],
    additions: [],
    standing: 'stands',
    bound,
    warnings,
  } satisfies ClaimState;
  const end = withheld.get(claim.id);
  if (!end) return state;
  const on = end.action.on?.date ?? end.recorded;
  const { reason } = end.action;
  const event: Event = { kind: 'withheld', on, reason, recorded: end.recorded, revision: end.revision };
  return { ...state, claim: withoutContent(claim), events: [event], standing: 'withheld', warnings: [] };
}

/** What stays of a withheld claim: whose it was and on which measure. */
export function withoutContent(claim: Claim): Claim {
  const { id, topic, measure, source, said, published } = claim;
  const empty = {
    value: null,
    words: null,
    summary: null,
    about: null,
    adopts: null,
    replaces: null,
    label: null,
    asOf: null,
    disclosed: null,
  };
  const lists = { chain: [], alternatives: [], evidence: [], readings: [] };
  return {
    id,
    topic,
    measure,
    source,
    stance: 'no-answer',
    said,
    published,
    preferred: false,
    basis: 'unknown',
    ...empty,
    ...lists,
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

/** The day that places a claim among others: the last it can have been said on, else the first. */
export function orderDay(bound: Bound): string {
  return bound.notAfter ?? bound.notBefore ?? '';
}

/** The date the source or page gave; else the latest it can have been said, marked inferred. */
export function saidOf({ claim, bound }: ClaimState): StatedDate | null {
  if (claim.said) return claim.said;
  const { published } = claim;
  if (published && published.precision !== 'instant') return { ...published, inferred: true };
  const date = orderDay(bound);
  return date === '' ? null : { date, precision: 'day', inferred: true };
}

/** A claim made public later than it was said (`disclosed`) counts from then. */
function wasSaidInPublicBy({ claim, bound }: ClaimState, saidBy: string | null): boolean {
  const said = claim.said && !claim.said.inferred ? claim.said.date : orderDay(bound);
  return isPublicBy(said, saidBy) && (claim.disclosed === null || isPublicBy(claim.disclosed.date, saidBy));
}
