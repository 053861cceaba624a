/** One write to a topic: its log is played once, something is decided on the record, and record, events and answer follow. */
import type { Verdict } from '../../domain/problem.ts';
import type { Action } from '../../domain/record/entry.ts';
import { NOW, type TopicRecord } from '../../domain/record/record.ts';
import { recordAfter, recordAt } from '../../domain/record/replay.ts';
import { readCodebook, type StoredCodebook } from '../../store/codebook.ts';
import type { CodebookUse } from '../../store/codebook-uses.ts';
import type { Idempotency, Kept } from '../../store/idempotency.ts';
import { type Writing, type Written, writeTopic } from '../../store/write.ts';
import { withCodebook } from '../../validation/codebook.ts';
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

/**
 * `decide` is given the record as it stands, null where there is no such topic, and the codebook; it is asked again after
 * a lost race. Whatever the topic uses of the codebook and its log does not hold so is written before what was decided.
 */
export function writeRecord(
  db: D1Database,
  order: Omit<RecordOrder, 'body'> & { topic: string; now: string },
  decide: (
    record: TopicRecord | null,
    codebook: StoredCodebook,
  ) => Verdict<Decided> | Promise<Verdict<Decided>>,
): Promise<Written> {
  return writeTopic(db, {
    ...order,
    decide: async (entries) => {
      const was = recordAt(entries, NOW);
      // After the log: what a racing writer carried into it is then in what is read here.
      const codebook = await readCodebook(db);
      const verdict = await decide(was, codebook);
      if (!verdict.ok) return verdict;
      const actions = withCodebook(verdict.value.actions, was, codebook);
      return { ok: true, value: writingOf(was, { ...verdict.value, actions }, codebook.revision) };
    },
  });
}

function writingOf(
  was: TopicRecord | null,
  { actions, batch = null, answer, withoutWithheld }: Decided,
  codebook: number,
): Writing {
  const uses = { revision: codebook, items: actions.flatMap(usesOf) };
  return {
    actions,
    batch,
    make(fresh) {
      const record = mustHold(recordAfter(was, fresh));
      const projection = fresh.length === 0 ? null : projectWrite(was, record, actions);
      return { answer: answer(record), projection, withoutWithheld, uses };
    },
  };
}

function usesOf(action: Action): CodebookUse[] {
  if (action.kind === 'metric') return [{ kind: 'metric', id: action.metric.id }];
  return action.kind === 'unit' ? [{ kind: 'unit', id: action.unit.id }] : [];
}
