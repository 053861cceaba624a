/** What the sending of digests needs of the platform, and the times it keeps. */
import type { DigestMaker } from '../../domain/digest/digest-run.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import type { Turn } from '../../platform/rate-limiter/token-bucket.ts';
import type { DueCursor } from '../../store/digest-runs.ts';

export type DigestMessage =
  /** Gives the due readers after a cursor their rows, and messages for them. */
  | { kind: 'page'; run: string; after: DueCursor | null }
  /** Sends to these readers. */
  | { kind: 'send'; run: string; ids: string[] }
  /** Makes messages again for rows that still wait, after a reader. */
  | { kind: 'resume'; run: string; after: string };

export interface DigestDeps {
  db: D1Database;
  /** Puts messages into the queue; at most 100. */
  enqueue(messages: readonly DigestMessage[]): Promise<void>;
  /** The maker of digests. Throws when the Worker is set up wrongly. */
  mailer(): Mailer;
  pace: {
    take(provider: string, count: number, rate: number, patience: number): Promise<Turn>;
    rest(provider: string, milliseconds: number): Promise<void>;
  };
  maker: DigestMaker;
  now(): string;
  /** From 0 to 1. */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
  log(line: string): void;
}

/** Whether a message's work is over, or when to come back for the rest, in seconds. */
export type Progress = { kind: 'done' } | { kind: 'again'; after: number };

/** Readers in one message, and in one page of them: one operation on the queue for a hundred mails. */
export const A_MESSAGE = 100;
export const A_PAGE = 1_000;

/** Seconds after which a row left `sending` belongs to nobody: longer than any answer is waited for. */
export const LEASE = 60;
/** Seconds without a sign of work after which a run is taken up again: with the clock's minute, within two minutes. */
export const QUIET = 55;
/** Seconds without a sign of work after which a run that waits for its provider makes room for the next. */
export const IDLE = 20;
/** Milliseconds that a consumer waits for its turn rather than coming back. */
export const PATIENCE = 60_000;

export const secondsFrom = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();

/** Seconds to wait before the next try: twice as long each time, up to ten minutes, spread so that none come together. */
export function backoff(attempt: number, random: () => number): number {
  return Math.min(600, 5 * 2 ** Math.max(0, attempt - 1)) * (0.5 + random());
}

/** Seconds until a mailbox that deferred is tried again: half a minute at first, twice as long each time, up to half an hour. */
export function deferral(tries: number, random: () => number): number {
  return Math.min(1_800, 30 * 2 ** Math.min(tries, 10)) * (0.75 + random() / 2);
}
