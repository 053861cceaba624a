/** What came to a claim later: "also read at Paper; printed as “130” by Other Paper". */
import type { Addition } from '../domain/record/record.ts';
import { quoted } from './wording.ts';

export function addedWords(added: Pick<Addition, 'evidence' | 'readings'> | null): string {
  const outlets = [...new Set((added?.evidence ?? []).map(({ outlet }) => outlet))];
  const places = outlets.length === 0 ? [] : [`also read at ${outlets.join(', ')}`];
  const printings = (added?.readings ?? []).map(
    ({ text, outlet }) => `printed as ${quoted(text)} by ${outlet}`,
  );
  return [...places, ...printings].join('; ');
}
