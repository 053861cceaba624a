/** The latest estimate from each source on each measure, whatever order its claims arrived in. */
import type { Value } from '../figure/value.ts';
import { bearsFigure, isRelay } from './claim.ts';
import { byContent } from './content-order.ts';
import { type FigureRole, figureRole } from './figure-role.ts';
import { latestOf } from './latest.ts';
import { hasHistory, type Measure } from './measure.ts';
import { isDisputed } from './reading.ts';
import { type ClaimState, saidOf, type TopicRecord } from './record.ts';
import { isBefore } from './time-order.ts';

export interface Estimate {
  source: string;
  measure: string;
  /** The claim the row shows: the latest figure, else the latest stance. */
  lead: ClaimState;
  /** Other figures that nothing sets before or after the lead: no hour and no choice of the source's own. None leads. */
  equals: ClaimState[];
  /** Why the row holds no figure though its lead has one, or null. */
  without: 'retracted' | 'withheld' | 'disputed' | null;
  /** Other figures as late (scenarios, methods, running counts), the smallest first; then the latest relayed from each other voice. */
  beside: ClaimState[];
  /** What the row showed before; separate events and named moments have nothing before them. */
  previous: ClaimState | null;
  /** Beside an outcome, what the same source last foretold: neither takes the other's place nor is set against it. */
  forecast: ClaimState | null;
  /** A stance without a figure that is not from before the lead. */
  later: ClaimState | null;
  /** Further claims to the same figure as late, by other printings. */
  same: ClaimState[];
}

type ClaimOrder = (a: ClaimState, b: ClaimState) => number;

/** One estimate for each pair of source and measure that the record speaks of. Pure: depends on the set of claims alone. */
export function latestEstimates(record: TopicRecord): Estimate[] {
  const spoken = record.claims.filter((state) => state.claim.measure !== null && state.standing !== 'voided');
  const rows = Map.groupBy(spoken, ({ claim }) => `${claim.source}\n${claim.measure}`);
  const order = byContent(record.held);
  return [...rows.values()].map((states) => {
    const measure = record.measures.get(states[0]?.claim.measure ?? '');
    const estimate = byRole(states, measure, order);
    return measure && !hasHistory(measure) ? { ...estimate, previous: null } : estimate;
  });
}

/**
 * A row's figures are all forecasts or all outcomes. Once a source gave an outcome of its own the row is made of outcomes and
 * keeps the last forecast beside it; but what nobody dated takes the place of no dated forecast.
 */
function byRole(states: ClaimState[], measure: Measure | undefined, order: ClaimOrder): Estimate {
  const isOf = (role: FigureRole) => (state: ClaimState) => figureRole(state, measure) === role;
  const figures = states.filter((state) => bearsFigure(state.claim));
  const own = figures.filter((state) => !isRelay(state.claim));
  const [told, foretold] = (['outcome', 'forecast'] as const).map((role) =>
    (own.length > 0 ? own : figures).filter(isOf(role)),
  ) as [ClaimState[], ClaimState[]];
  const isTold = told.some(isDated) || (told.length > 0 && !foretold.some(isDated));
  const row = states.filter((state) => !isOf(isTold ? 'forecast' : 'outcome')(state));
  const last = isTold && foretold.length > 0 ? estimateOf(foretold, order) : null;
  return { ...estimateOf(row, order), forecast: last && last.without === null ? last.lead : null };
}

const isDated = ({ bound }: ClaimState): boolean => bound.dated;

function estimateOf(states: ClaimState[], order: ClaimOrder): Omit<Estimate, 'forecast'> {
  const figures = states.filter((state) => bearsFigure(state.claim));
  const own = figures.filter((state) => !isRelay(state.claim));
  const candidates = own.length > 0 ? own : figures;
  const sound = candidates.filter((state) => !isDisputed(state.claim));
  const pool = sound.length > 0 ? sound : candidates.length > 0 ? candidates : states;
  const { group, around } = latestOf(pool);
  const lead = firstOf(group, order) as ClaimState;
  const isFigure = bearsFigure(lead.claim);
  const others = group.filter((state) => state !== lead && stands(state)).sort(order);
  const relays = isFigure ? relaysBeside(lead, figures, order) : [];
  const beside = [...new Set([...others, ...around.filter(stands).sort(order), ...relays])];
  const rest = pool.filter((state) => stands(state) && !group.includes(state) && !around.includes(state));
  const isEqual = (state: ClaimState) => rank(state) === rank(lead) && !sameFigure(state, lead);
  return {
    source: lead.claim.source,
    measure: lead.claim.measure as string,
    lead,
    equals: isFigure ? others.filter(isEqual) : [],
    without:
      lead.standing === 'retracted' || lead.standing === 'withheld' ? lead.standing : disputedFigure(lead),
    beside: beside.filter((state) => !sameFigure(state, lead)),
    same: isFigure ? beside.filter((state) => sameFigure(state, lead)) : [],
    previous:
      rest.find(({ claim }) => claim.id === lead.claim.replaces) ?? firstOf(latestOf(rest).group, order),
    later: isFigure ? laterStance(states, lead, order) : null,
  };
}

function laterStance(states: ClaimState[], lead: ClaimState, order: ClaimOrder): ClaimState | null {
  const stances = states.filter((state) => !bearsFigure(state.claim) && stands(state));
  const after = stances.filter((state) => !isBefore(saidOf(state), saidOf(lead)));
  return firstOf(latestOf(after).group, order);
}

/** The latest figure the row's source relays from each other voice. */
function relaysBeside(lead: ClaimState, figures: ClaimState[], order: ClaimOrder): ClaimState[] {
  const relays = figures.filter((state) => isRelay(state.claim) && stands(state));
  const sources = Map.groupBy(relays, (state) => state.claim.about?.source);
  if (isRelay(lead.claim)) sources.delete(lead.claim.about?.source);
  return [...sources.values()].map((own) => firstOf(latestOf(own).group, order) as ClaimState).sort(order);
}

function disputedFigure(state: ClaimState): 'disputed' | null {
  return bearsFigure(state.claim) && isDisputed(state.claim) ? 'disputed' : null;
}

const stands = (state: ClaimState): boolean => state.standing === 'stands';

/** What stands before what was withdrawn, then the source's own choice. */
const rank = (state: ClaimState): number => (stands(state) ? 0 : 2) + (state.claim.preferred ? 0 : 1);

function firstOf(group: readonly ClaimState[], order: ClaimOrder): ClaimState | null {
  return group.reduce<ClaimState | null>(
    (best, state) => (best && (rank(best) - rank(state) || order(best, state)) <= 0 ? best : state),
    null,
  );
}

/** The same words for the same voice: "50" printed twice, but not another's "50" relayed. What was read from a table has its numbers alone. */
function sameFigure({ claim: a }: ClaimState, { claim: b }: ClaimState): boolean {
  const [x, y] = [a, b].map((claim) => (isRelay(claim) ? claim.about?.source : null));
  return x === y && a.value !== null && b.value !== null && saysTheSame(a.value, b.value);
}

function saysTheSame(a: Value, b: Value): boolean {
  if (a.stated !== null && b.stated !== null) return a.stated.toLowerCase() === b.stated.toLowerCase();
  return a.low === b.low && a.point === b.point && a.high === b.high && a.hedge === b.hedge;
}
