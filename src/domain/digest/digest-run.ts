/** A run of the digest: one period of one cadence, its frozen content, its readers' rows and its ledger. */
import { Temporal } from 'temporal-polyfill';
import type { Cadence } from './cadence.ts';
import type { Mail } from './mail.ts';

export interface DigestRun {
  /** List and period, as in `digest-daily-2026-11-23T0800Z`. */
  id: string;
  cadence: Cadence;
  /** The instant as of which readers are due. */
  at: string;
  /** The record's instant that the run shows; its readers' next cursor. */
  knownAt: string;
  expires: string;
  state: 'opening' | 'open' | 'done' | 'expired';
}

/** Hours after which a run's content is too old to send; less than the day for which providers remember a key. */
export const RUN_LASTS = 6;

/** A reader as a run found them: their choices then, not now. */
export interface RunReader {
  id: string;
  email: string;
  /** The cursor: what the last accepted digest showed; null for the first digest. */
  since: string | null;
  /** What the first digest showed; null where there was none, or where nobody knows. */
  first: string | null;
  topics: '*' | string[];
  lang: string;
  zone: string;
  stillQuiet: boolean;
}

export type SkipReason =
  | 'nothing changed'
  | 'no topics'
  | 'unsubscribed'
  | 'erased'
  | 'other cadence'
  | 'expired'
  /** Their own server took nothing as long as the run lasted. */
  | 'deferred'
  /** The run rested when the next was due, which they get instead. */
  | 'next run';

/** What a run froze, by part: a topic's slug, or "@most-commented". */
export type FrozenContent = ReadonlyMap<string, unknown>;

/** Makes what every mail of a run draws on. Asked once a run; kept as it is. */
export type Freeze = (run: DigestRun) => Promise<{ part: string; body: unknown }[]>;

/** Makes one reader's mail. Must give the same bytes for the same run and reader: providers compare them by key. */
export type Compose = (
  run: DigestRun,
  reader: RunReader,
  content: FrozenContent,
) => Promise<Mail | { skip: SkipReason }>;

/** What makes a run's mails: both halves in one hand. */
export interface DigestMaker {
  freeze: Freeze;
  compose: Compose;
}

/** Two openings of one minute are one run. */
export function runId(cadence: Cadence, at: string): string {
  const minute = Temporal.Instant.from(at).toString({ smallestUnit: 'minute', roundingMode: 'floor' });
  return `digest-${cadence}-${minute.replace(/:(?=\d\dZ)/, '')}`;
}

export const OUTCOMES = ['sent', 'skipped', 'suppressed', 'failed', 'uncertain'] as const;
export type MailOutcome = (typeof OUTCOMES)[number];

export interface Ledger {
  candidates: number;
  sent: number;
  skipped: number;
  suppressed: number;
  failed: number;
  uncertain: number;
  /** Rows that are still to be sent or on their way. */
  waiting: number;
  /** Of skipped, failed and uncertain: how many for which reason. */
  reasons: Record<string, number>;
  /** Every candidate has exactly one outcome and no more are to come. */
  balanced: boolean;
}

/** Adds the counted rows up; `complete` once every due reader has a row. */
export function ledgerOf(
  candidates: number,
  complete: boolean,
  rows: readonly { state: string; why: string | null; count: number }[],
): Ledger {
  const of = (state: string) => rows.reduce((sum, row) => sum + (row.state === state ? row.count : 0), 0);
  const counted = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)])) as Record<
    MailOutcome,
    number
  >;
  const waiting = of('ready') + of('sending');
  const settled = OUTCOMES.reduce((sum, outcome) => sum + counted[outcome], 0);
  const reasons: Record<string, number> = {};
  for (const { why, count } of rows) if (why !== null) reasons[why] = (reasons[why] ?? 0) + count;
  return {
    candidates,
    ...counted,
    waiting,
    reasons,
    balanced: complete && waiting === 0 && settled === candidates,
  };
}
