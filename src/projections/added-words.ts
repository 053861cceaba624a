/** What came to a claim later: "also read at Paper; printed as “130” by Other Paper". */
import type { Addition } from '../domain/record/record.ts';
import { quotation } from './quotation.ts';
import { wordsOf } from './words/words.ts';

export function addedWords(added: Pick<Addition, 'evidence' | 'readings'> | null, lang: string): string {
  const { rows } = wordsOf(lang);
  const outlets = [...new Set((added?.evidence ?? []).map(({ outlet }) => outlet))];
  const places = outlets.length === 0 ? [] : [rows.alsoRead(outlets)];
  const printings = (added?.readings ?? []).map(({ text, outlet }) =>
    rows.printed(quotation(text, lang), outlet),
  );
  return [...places, ...printings].join('; ');
}
