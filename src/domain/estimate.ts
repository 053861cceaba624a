/** The latest estimate from each source on each measure, whatever order its claims arrived in. */
import { bearsFigure, isRelay } from './claim.ts';
import { hasHistory } from './measure.ts';
import { isDisputed } from './reading.ts';
import { type ClaimState, orderDay, type TopicRecord } from './record.ts';

export interface Estimate {
  source: string;
  measure: string;
  /** The claim the row shows: the latest figure, else the latest stance. */
  lead: ClaimState;
  /** Why the row holds no figure though its lead has one, or null. */
  without: 'retracted' | 'withheld' | 'disputed' | null;
  /** Other figures of the same day (scenarios, methods, running counts), and the latest relayed from each other voice. */
  beside: ClaimState[];
  /** What the row showed before; separate events and named moments have nothing before them. */
  previous: ClaimState | null;
  /** A stance without a figure of the same day or newer. */
  later: ClaimState | null;
  /** Further claims to the same figure on the same day, by other printings. */
  same: ClaimState[];
}

/** One estimate for each pair of source and measure that the record speaks of. Pure: depends on the set of claims alone. */
export function latestEstimates(record: TopicRecord): Estimate[] {
  const spoken = record.claims.filter((state) => state.claim.measure !== null && state.standing !== 'voided');
  const rows = Map.groupBy(spoken, ({ claim }) => `${claim.source}\n${claim.measure}`);
  return [...rows.values()].map((states) => {
    const estimate = estimateOf(states);
    const measure = record.measures.get(estimate.measure);
    return measure && !hasHistory(measure) ? { ...estimate, previous: null } : estimate;
  });
}

function estimateOf(states: ClaimState[]): Estimate {
  const ordered = [...states].sort(inTime);
  const figures = ordered.filter((state) => bearsFigure(state.claim));
  const own = figures.filter((state) => !isRelay(state.claim));
  const candidates = own.length > 0 ? own : figures;
  const sound = candidates.filter((state) => !isDisputed(state.claim));
  const pool = sound.length > 0 ? sound : candidates.length > 0 ? candidates : ordered;
  const newest = pool.at(-1) as ClaimState;
  const day = pool.filter((state) => sameDay(state, newest));
  const lead = day.reduce((best, state) => (inDay(best, state) <= 0 ? best : state));
  const ofTheDay = day.filter((state) => state !== lead && stands(state));
  const beside = [...new Set([...ofTheDay, ...relaysBeside(lead, figures)])];
  const stances = ordered.filter((state) => !bearsFigure(state.claim) && stands(state));
  const isFigure = bearsFigure(lead.claim);
  const earlier = isFigure
    ? pool.filter((state) => inTimeOfDay(state, lead) < 0)
    : ordered.filter((state) => state !== lead);
  const after = stances.at(-1);
  return {
    source: lead.claim.source,
    measure: lead.claim.measure as string,
    lead,
    without:
      lead.standing === 'retracted' || lead.standing === 'withheld' ? lead.standing : disputedFigure(lead),
    beside: isFigure ? beside.filter((state) => !sameFigure(state, lead)) : [],
    same: isFigure ? beside.filter((state) => sameFigure(state, lead)) : [],
    previous: earlier.filter((state) => stands(state)).at(-1) ?? null,
    later: isFigure && after && inTimeOfDay(after, lead) >= 0 ? after : null,
  };
}

/** The latest figure the row's source relays from each other voice. */
function relaysBeside(lead: ClaimState, figures: ClaimState[]): ClaimState[] {
  const relays = figures.filter((state) => isRelay(state.claim) && stands(state));
  const latest = new Map(relays.map((state) => [state.claim.about?.source, state]));
  if (isRelay(lead.claim)) latest.delete(lead.claim.about?.source);
  return [...latest.values()];
}

function disputedFigure(state: ClaimState): 'disputed' | null {
  return bearsFigure(state.claim) && isDisputed(state.claim) ? 'disputed' : null;
}

const stands = (state: ClaimState): boolean => state.standing === 'stands';
const sameDay = (a: ClaimState, b: ClaimState): boolean => inTimeOfDay(a, b) === 0;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Undated claims come before every dated one, so that none of them can displace it; then by day. */
function inTimeOfDay(a: ClaimState, b: ClaimState): number {
  if (a.bound.dated !== b.bound.dated) return a.bound.dated ? 1 : -1;
  return compare(orderDay(a.bound), orderDay(b.bound));
}

function inTime(a: ClaimState, b: ClaimState): number {
  return inTimeOfDay(a, b) || compare(instant(a), instant(b)) || compare(a.claim.id, b.claim.id);
}

/** Within a day: what stands before what was withdrawn, the source's own choice, the later hour, then the id. */
function inDay(a: ClaimState, b: ClaimState): number {
  const rank = (state: ClaimState) => (stands(state) ? 0 : 2) + (state.claim.preferred ? 0 : 1);
  return rank(a) - rank(b) || compare(instant(b), instant(a)) || compare(a.claim.id, b.claim.id);
}

const instant = (state: ClaimState): string =>
  state.claim.said?.precision === 'instant' ? state.claim.said.date : '';

/** The same words for the same voice: "50" printed twice, but not another's "50" relayed. */
function sameFigure({ claim: a }: ClaimState, { claim: b }: ClaimState): boolean {
  const [x, y] = [a, b].map((claim) => (isRelay(claim) ? claim.about?.source : null));
  return x === y && a.value?.stated.toLowerCase() === b.value?.stated.toLowerCase();
}
