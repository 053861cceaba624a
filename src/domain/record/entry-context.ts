/** What the checks on entry look at beside the claim itself, indexed once for any number of claims. */

import { statedInterval } from '../figure/value.ts';
import { bearsFigure, type Claim } from './claim.ts';
import type { CountedMeasure } from './combination.ts';
import { byContent } from './content-order.ts';
import { measureNamed } from './counted.ts';
import type { Codebook } from './metric.ts';
import { type ClaimState, orderDay, saidOf, type TopicRecord } from './record.ts';
import type { Source } from './source.ts';
import { inTime, placeOf } from './time-order.ts';

export interface EntryContext {
  record: TopicRecord;
  sources: ReadonlyMap<string, Source>;
  /** Of all topics, as it now stands. */
  codebook: Codebook;
  /** A day (UTC) by our clock. */
  today: string;
  claims: ReadonlyMap<string, ClaimState>;
  /** Every measure that a claim may name: combinations that none has named yet among them. */
  measures: { get: (id: string) => CountedMeasure | undefined };
  /** Standing claims by `rowKey` and by `statementKey`; those with a figure by `rowKey` in time, and by `twinKey`. */
  rows: ReadonlyMap<string, ClaimState[]>;
  statements: ReadonlyMap<string, ClaimState[]>;
  figures: ReadonlyMap<string, ClaimState[]>;
  twins: ReadonlyMap<string, ClaimState[]>;
  /** The same by `dayKey`: figures of one source on one measure on one day, month or year. */
  days: ReadonlyMap<string, ClaimState[]>;
}

/** Indexes a record for the checks; `today` is a day (UTC) by our clock. */
export function entryContext(
  record: TopicRecord,
  sources: ReadonlyMap<string, Source>,
  today: string,
  codebook: Codebook,
): EntryContext {
  const standing = record.claims.filter((state) => state.standing === 'stands');
  const figures = inTime(
    standing.filter(({ claim }) => bearsFigure(claim)),
    saidOf,
    byContent(record.held),
  ).map(({ item }) => item);
  return {
    record,
    sources,
    codebook,
    today,
    claims: record.held,
    measures: { get: (id) => record.measures.get(id) ?? measureNamed(record.topic, id) ?? undefined },
    rows: Map.groupBy(standing, ({ claim }) => rowKey(claim)),
    statements: Map.groupBy(standing, ({ claim }) => statementKey(claim)),
    figures: Map.groupBy(figures, ({ claim }) => rowKey(claim)),
    twins: Map.groupBy(figures, ({ claim, bound }) => twinKey(claim, orderDay(bound))),
    days: Map.groupBy(figures, ({ claim }) => dayKey(claim)),
  };
}

/** Claims of one source on one measure. */
export const rowKey = (claim: Claim): string => `${claim.source}\n${claim.measure}`;
/** Claims of one source on one measure that their dates put on one day, month or year. */
export function dayKey(claim: Claim): string {
  const { day, grain, dated } = placeOf(
    claim.said ?? (claim.published && { ...claim.published, inferred: true }),
  );
  return `${rowKey(claim)}\n${day}\n${grain}\n${dated}`;
}
/** Claims that name one number on one measure on one day. */
export const twinKey = (claim: Claim, day: string): string => `${numberOf(claim)}\n${claim.measure}\n${day}`;
/** Claims that say the same in the same words, or give the same numbers of a table, of the same date. */
export const statementKey = ({ source, measure, said, stance, value, words }: Claim): string =>
  JSON.stringify([
    source,
    measure,
    said?.date,
    stance,
    value && (value.stated ?? [value.low, value.point, value.high]),
    words?.stated,
  ]);

/** The one number that a claim vouches for, where it names one. */
export function numberOf(claim: Claim | undefined): number | null {
  if (!claim?.value || !bearsFigure(claim)) return null;
  const ends = statedInterval(claim.value);
  return claim.value.point ?? ends?.low ?? ends?.high ?? null;
}
