/** What the record holds of one topic, as of an instant of our clock and a date of the public's. */
import type { Claim } from './claim.ts';
import type { CountedMeasure } from './combination.ts';
import type { StatedDate } from './date.ts';
import type { Warning } from './entry.ts';
import type { Evidence, Reading } from './evidence.ts';
import type { Definition, HeldCodebook } from './metric.ts';
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
  events: readonly Event[];
  /** Addresses and printings that came later; they stand in the claim, and are no correction of it. */
  additions: readonly Addition[];
  /** `voided`, `retracted` and `withheld` are final; a correction leaves the claim standing. */
  standing: 'stands' | 'voided' | 'retracted' | 'withheld';
  bound: Bound;
  /** The version of its metric that was in force when it was recorded; null without a measure, or in a log without metrics. */
  definition: Definition | null;
  /** What an editor should look at twice in the claim as it now reads. */
  warnings: readonly Warning[];
}

/** The days between which a thing was said; `dated` when the source or page gave the date itself. */
export interface Bound {
  dated: boolean;
  notBefore: string | null;
  notAfter: string | null;
}

export interface TopicRecord extends HeldCodebook {
  topic: Topic;
  sources: ReadonlyMap<string, Source>;
  claims: ClaimState[];
  /** The same claims by id, and in the topic's order its measures by id: a combination for each that claims name. */
  held: ReadonlyMap<string, ClaimState>;
  measures: ReadonlyMap<string, CountedMeasure>;
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

/** Each form that a claim has had, from the first to the one it has now. */
export const formsOf = ({ claim, events }: Pick<ClaimState, 'claim' | 'events'>): Claim[] => [
  ...events.flatMap((event) => (event.kind === 'corrected' ? [event.was] : [])),
  claim,
];

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
