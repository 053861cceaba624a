/** What a past state of the record must say of the present one: how much changed, and every amendment. */
import type { Change } from '../domain/record/change.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import { toChangeView } from './changes.ts';
import { instantWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

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
  const { since } = wordsOf(lang).panel;
  const instant = instantWords(knownAt, lang);
  return {
    changes: count,
    text: count === 0 ? since.nothing(instant) : since.changes(instant, count),
    amendments: told
      .filter(({ kind }) => AMENDMENTS.has(kind))
      .map((change) => toChangeView(change, now, lang).text),
  };
}
