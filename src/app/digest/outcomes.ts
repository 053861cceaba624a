/** What a provider's answer means for a reader's row, cursor and next due time. */
import type { SkipReason } from '../../domain/digest/digest-run.ts';
import { nextDueAt } from '../../domain/digest/subscriber.ts';
import type { Mailer, Sent } from '../../platform/mail/mailer.ts';
import type { StoredRun } from '../../store/digest-runs.ts';
import type { SendableRow, Settlement } from '../../store/outbox.ts';

export interface Answered {
  row: SendableRow;
  sent: Sent;
}

/** Nothing for an answer that settles nothing: one to come later, or one lost that the same key may still bring. */
export function outcomeOf({ row, sent }: Answered, run: StoredRun, mailer: Mailer): Settlement[] {
  const settle = (fields: Pick<Settlement, 'state' | 'why'> & Partial<Settlement>) => [
    { id: row.reader.id, providerId: null, cursor: null, due: dueAfter(row, run), ...fields },
  ];
  switch (sent.kind) {
    case 'accepted':
      return settle({ state: 'sent', why: null, providerId: sent.id, cursor: run.knownAt });
    case 'refused':
      return settle({ state: 'failed', why: refusalOf(sent) });
    case 'unknown':
      return mailer.honoursKey ? [] : settle({ state: 'uncertain', why: 'no answer' });
    case 'later':
      return [];
  }
}

const refusalOf = ({ recipient, soft }: Extract<Sent, { kind: 'refused' }>): string =>
  recipient ? 'address refused' : soft ? 'mailbox takes nothing' : 'mail refused';

export interface Skip {
  row: SendableRow;
  why: SkipReason | 'cannot be made' | 'not fit to send';
}

/** The cursor stays: what was not shown is shown the next time. A mail that cannot be made fails its reader alone. */
export function skipped({ row, why }: Skip, run: StoredRun): Settlement {
  const state = why === 'cannot be made' || why === 'not fit to send' ? 'failed' : 'skipped';
  return { id: row.reader.id, state, why, providerId: null, cursor: null, due: dueAfter(row, run) };
}

/** Readers share their rhythms: of a hundred thousand some hundreds differ, and calendars are slow. */
let shared: { at: string; due: Map<string, string> } = { at: '', due: new Map() };

export function dueAfter({ schedule }: Pick<SendableRow, 'schedule'>, run: Pick<StoredRun, 'at'>): string {
  if (shared.at !== run.at) shared = { at: run.at, due: new Map() };
  const { cadence, weekday, hour, zone } = schedule;
  const key = `${cadence} ${weekday} ${hour} ${zone}`;
  const known = shared.due.get(key);
  if (known !== undefined) return known;
  const due = nextDueAt(schedule, run.at, run.at);
  shared.due.set(key, due);
  return due;
}
