/** What the record of one topic holds, as of an instant of our clock and a date of the public's. */
import { Temporal } from 'temporal-polyfill';
import type { Claim } from './claim.ts';
import { firstDay, lastDay } from './date.ts';
import type { Deed, Entry } from './entry.ts';
import { type Measure, measureEnd } from './measure.ts';
import type { Source } from './source.ts';
import type { Topic } from './topic.ts';

/** One thing that happened to a claim after it was recorded; a correction keeps what stood before it. */
export type Event =
  | { kind: 'corrected'; on: string; reason: string; was: Claim; fields: string[] }
  | { kind: 'voided' | 'retracted' | 'withheld'; on: string; reason: string };

export interface ClaimState {
  claim: Claim;
  recorded: string;
  revision: number;
  batch: string | null;
  events: Event[];
  /** `voided`, `retracted` and `withheld` are final; a correction leaves the claim standing. */
  standing: 'stands' | 'voided' | 'retracted' | 'withheld';
  bound: Bound;
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
  let topic: Topic | null = null;
  let revision = 0;
  let knownAt = '';
  const sources = new Map<string, Source>();
  const claims = new Map<string, ClaimState>();
  for (const entry of entries) {
    if (clocks.knownAt !== null && Temporal.Instant.compare(entry.recorded, clocks.knownAt) > 0) continue;
    revision = Math.max(revision, entry.revision);
    if (entry.recorded > knownAt) knownAt = entry.recorded;
    const { deed } = entry;
    if (deed.kind === 'topic') topic = deed.topic;
    else if (deed.kind === 'source') sources.set(deed.source.id, deed.source);
    else applyToClaim(claims, entry, deed, clocks.saidBy);
  }
  if (topic === null) return null;
  const measures = new Map(topic.measures.map((measure) => [measure.id, measure]));
  const held = [...claims.values()];
  for (const state of held) state.bound = boundOf(state.claim, measures, claims);
  return { topic, sources, claims: held.filter((state) => saidInPublicBy(state, clocks.saidBy)), revision, knownAt };
}

type ClaimDeed = Exclude<Deed, { kind: 'topic' | 'source' }>;

function applyToClaim(claims: Map<string, ClaimState>, entry: Entry, deed: ClaimDeed, saidBy: string | null): void {
  if (deed.kind === 'claim') {
    const { recorded, revision, batch } = entry;
    const bound = { dated: false, notBefore: null, notAfter: null };
    claims.set(deed.claim.id, { claim: deed.claim, recorded, revision, batch, events: [], standing: 'stands', bound });
    return;
  }
  const state = claims.get(deed.kind === 'correct' ? deed.claim.id : deed.id);
  if (!state) throw new Error(`The log at revision ${entry.revision} acts on a claim that it does not hold.`);
  if (deed.kind === 'correct') {
    const { reason, fields } = deed;
    state.events.push({ kind: 'corrected', on: entry.recorded, reason, was: state.claim, fields });
    state.claim = deed.claim;
    return;
  }
  const on = deed.on?.date ?? entry.recorded;
  // A source withdraws in public: until that day the public still had its figure.
  if (deed.kind === 'retract' && saidBy !== null && firstDay(on) > lastDay(saidBy)) return;
  if (deed.kind === 'withhold') state.claim = withoutContent(state.claim);
  const kind = ({ void: 'voided', retract: 'retracted', withhold: 'withheld' } as const)[deed.kind];
  state.events.push({ kind, on, reason: deed.reason });
  state.standing = kind;
}

/** What stays of a withheld claim: whose it was and on which measure. */
export function withoutContent(claim: Claim): Claim {
  const { id, topic, measure, source, said, published } = claim;
  const empty = { value: null, words: null, summary: null, about: null, adopts: null, label: null, asOf: null, disclosed: null };
  const lists = { chain: [], alternatives: [], evidence: [], readings: [] };
  return { id, topic, measure, source, stance: 'no-answer', said, published, preferred: false, basis: 'unknown', ...empty, ...lists };
}

/** `said` where the page gives it; else not before the measure's end or the claim answered, not after `published`. */
function boundOf(claim: Claim, measures: ReadonlyMap<string, Measure>, claims: ReadonlyMap<string, ClaimState>): Bound {
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

/** The day from which the public could know it: `disclosed` where that is later than `said`. */
export function publicDay(state: ClaimState): string {
  const disclosed = state.claim.disclosed ? lastDay(state.claim.disclosed.date) : '';
  const said = orderDay(state.bound);
  return disclosed > said ? disclosed : said;
}

function saidInPublicBy(state: ClaimState, saidBy: string | null): boolean {
  if (saidBy === null) return true;
  const { said, disclosed } = state.claim;
  const told = disclosed && (!said || lastDay(disclosed.date) > lastDay(said.date)) ? disclosed : said;
  if (saidBy.includes('T') && told?.precision === 'instant') return Temporal.Instant.compare(told.date, saidBy) <= 0;
  return publicDay(state) <= lastDay(saidBy);
}
