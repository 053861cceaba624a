/** What the checks on entry look at beside the claim itself, indexed once for any number of claims. */
import { bearsFigure, type Claim } from './claim.ts';
import type { Measure } from './measure.ts';
import { type ClaimState, orderDay, type TopicRecord } from './record.ts';
import type { Source } from './source.ts';
import { statedInterval } from './value.ts';

export interface EntryContext {
  record: TopicRecord;
  sources: ReadonlyMap<string, Source>;
  /** A day (UTC) by our clock. */
  today: string;
  claims: ReadonlyMap<string, ClaimState>;
  measures: ReadonlyMap<string, Measure>;
  /** Standing claims by `rowKey` and by `statementKey`; those with a figure by `rowKey` in time, and by `twinKey`. */
  rows: ReadonlyMap<string, ClaimState[]>;
  statements: ReadonlyMap<string, ClaimState[]>;
  figures: ReadonlyMap<string, ClaimState[]>;
  twins: ReadonlyMap<string, ClaimState[]>;
}

/** Indexes a record for the checks; `today` is a day (UTC) by our clock. */
export function entryContext(
  record: TopicRecord,
  sources: ReadonlyMap<string, Source>,
  today: string,
): EntryContext {
  const standing = record.claims.filter((state) => state.standing === 'stands');
  const figures = standing.filter(({ claim }) => bearsFigure(claim)).sort(inTime);
  return {
    record,
    sources,
    today,
    claims: record.held,
    measures: record.measures,
    rows: Map.groupBy(standing, ({ claim }) => rowKey(claim)),
    statements: Map.groupBy(standing, ({ claim }) => statementKey(claim)),
    figures: Map.groupBy(figures, ({ claim }) => rowKey(claim)),
    twins: Map.groupBy(figures, ({ claim, bound }) => twinKey(claim, orderDay(bound))),
  };
}

function inTime(a: ClaimState, b: ClaimState): number {
  const [x, y] = [a, b].map(({ claim, bound }) => `${orderDay(bound)} ${claim.id}`) as [string, string];
  return x < y ? -1 : 1;
}

/** Claims of one source on one measure. */
export const rowKey = (claim: Claim): string => `${claim.source}\n${claim.measure}`;
/** Claims that name one number on one measure on one day. */
export const twinKey = (claim: Claim, day: string): string => `${numberOf(claim)}\n${claim.measure}\n${day}`;
/** Claims that say the same in the same words, of the same date. */
export const statementKey = ({ source, measure, said, stance, value, words }: Claim): string =>
  JSON.stringify([source, measure, said?.date, stance, value?.stated, words?.stated]);

/** The one number that a claim vouches for, where it names one. */
export function numberOf(claim: Claim | undefined): number | null {
  if (!claim?.value || !bearsFigure(claim)) return null;
  const ends = statedInterval(claim.value);
  return claim.value.point ?? ends?.low ?? ends?.high ?? null;
}
