/** One write to a topic: its log is played once, something is decided on the record, and record, events and answer follow. */
import type { Verdict } from '../../domain/problem.ts';
import type { Action } from '../../domain/record/entry.ts';
import { NOW, type TopicRecord } from '../../domain/record/record.ts';
import { recordAfter, recordAt } from '../../domain/record/replay.ts';
import type { Idempotency, Kept } from '../../store/idempotency.ts';
import { type Writing, type Written, writeTopic } from '../../store/write.ts';
import type { Deps } from '../deps.ts';
import { mustHold, projectWrite } from './projection.ts';

export type { Written };

export type WriteDeps = Pick<Deps, 'db' | 'now'>;

/** An order from an editor who was recognised. */
export interface RecordOrder {
  /** Untrusted. */
  body: unknown;
  actor: string;
  idempotency: Idempotency | null;
}

/** What is decided on a record: what is recorded of it, and what its sender is answered. */
export interface Decided {
  actions: readonly Action[];
  /** The name of the import that brings them; null or missing for none. */
  batch?: string | null;
  /** Given the record as it will stand. */
  answer: (record: TopicRecord) => Kept;
  /** For a withholding: a recorded change without what was withheld. */
  withoutWithheld?: (change: unknown) => unknown;
}

/** `decide` is given the record as it stands, null where there is no such topic; it is asked again after a lost race. */
export function writeRecord(
  db: D1Database,
  order: Omit<RecordOrder, 'body'> & { topic: string; now: string },
  decide: (record: TopicRecord | null) => Verdict<Decided> | Promise<Verdict<Decided>>,
): Promise<Written> {
  return writeTopic(db, {
    ...order,
    decide: async (entries) => {
      const was = recordAt(entries, NOW);
      const verdict = await decide(was);
      return verdict.ok ? { ok: true, value: writingOf(was, verdict.value) } : verdict;
    },
  });
}

function writingOf(
  was: TopicRecord | null,
  { actions, batch = null, answer, withoutWithheld }: Decided,
): Writing {
  return {
    actions,
    batch,
    make(fresh) {
      const record = mustHold(recordAfter(was, fresh));
      const projection = fresh.length === 0 ? null : projectWrite(was, record, actions);
      return { answer: answer(record), projection, withoutWithheld };
    },
  };
}
