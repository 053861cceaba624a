/** What a past state of the record must say of the present one: how much changed, and every amendment. */
import type { Change } from '../domain/record/change.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import { toChangeView } from './changes.ts';
import { instantWords } from './locale.ts';

export interface Since {
  changes: number;
  text: string;
  /** What became since of claims that the past state shows: corrected, voided, withdrawn, withheld, each in one line. */
  amendments: string[];
}

const AMENDMENTS: ReadonlySet<string> = new Set(['corrected', 'voided', 'retracted', 'withheld']);

/** "The record as it stood on 1 Jan 2025, 09:15 UTC; 4 changes since."; `told` is the difference as a reader of that state is told it. */
export function sinceWords(
  knownAt: string,
  changes: readonly Change[],
  now: TopicRecord,
  lang: string,
  told: readonly Change[] = changes,
): Since {
  const count = changes.reduce((sum, change) => sum + change.count, 0);
  const what =
    count === 0 ? 'nothing has changed since' : `${count} ${count === 1 ? 'change' : 'changes'} since`;
  return {
    changes: count,
    text: `The record as it stood on ${instantWords(knownAt, lang)}; ${what}.`,
    amendments: told
      .filter(({ kind }) => AMENDMENTS.has(kind))
      .map((change) => toChangeView(change, now, lang).text),
  };
}
