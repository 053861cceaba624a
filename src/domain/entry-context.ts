/** What the checks on entry look at beside the claim itself, indexed once for any number of claims. */
import { bearsFigure, type Claim } from './claim.ts';
import type { Measure } from './measure.ts';
import type { ClaimState, TopicRecord } from './record.ts';
import type { Source } from './source.ts';
import { statedInterval } from './value.ts';

export interface EntryContext {
  record: TopicRecord;
  sources: ReadonlyMap<string, Source>;
  /** A day (UTC) by our clock. */
  today: string;
  claims: ReadonlyMap<string, ClaimState>;
  measures: ReadonlyMap<string, Measure>;
  /** Standing claims by `rowKey`, and those with a figure by `twinKey`. */
  rows: ReadonlyMap<string, ClaimState[]>;
  twins: ReadonlyMap<string, ClaimState[]>;
}

/** Indexes a record for the checks; `today` is a day (UTC) by our clock. */
export function entryContext(
  record: TopicRecord,
  sources: ReadonlyMap<string, Source>,
  today: string,
): EntryContext {
  const standing = record.claims.filter((state) => state.standing === 'stands');
  return {
    record,
    sources,
    today,
    claims: new Map(record.claims.map((state) => [state.claim.id, state])),
    measures: new Map(record.topic.measures.map((measure) => [measure.id, measure])),
    rows: Map.groupBy(standing, ({ claim }) => rowKey(claim)),
    twins: Map.groupBy(standing, ({ claim }) => twinKey(claim)),
  };
}

/** Claims of one source on one measure. */
export const rowKey = (claim: Claim): string => `${claim.source}\n${claim.measure}`;
/** Claims that name one number on one measure. */
export const twinKey = (claim: Claim): string => `${numberOf(claim)}\n${claim.measure}`;

/** The one number that a claim vouches for, where it names one. */
export function numberOf(claim: Claim | undefined): number | null {
  if (!claim?.value || !bearsFigure(claim)) return null;
  const ends = statedInterval(claim.value);
  return claim.value.point ?? ends?.low ?? ends?.high ?? null;
}
