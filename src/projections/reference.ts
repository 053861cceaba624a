/** What the method rests on, in words: the schemes word by word, the codebook, the limits of comparison, the ranking. */

import { FORMULA } from '../domain/comments/ranking.ts';
import type { VagueWord } from '../domain/figure/vague-words.ts';
import { SCHEMES, type Scheme } from '../domain/figure/vagueness.ts';
import { COMPARABLE_DAYS } from '../domain/record/comparison.ts';
import { CODEBOOK } from '../domain/record/metric.ts';
import { intervalWords } from './locale.ts';

export { COMPARABLE_DAYS, FORMULA };

/** Every scheme with its rules, as the API lists them. */
export const schemes: readonly Scheme[] = SCHEMES;

export interface SchemeTable {
  schemes: { id: string; version: number; name: string; source: string | null }[];
  rows: { word: string; rules: string[] }[];
}

/** Each vague word with every scheme's rule for it. */
export function schemeTable(lang: string): SchemeTable {
  const words = Object.keys(SCHEMES[0]?.rules ?? {}) as VagueWord[];
  return {
    schemes: SCHEMES.map(({ id, version, name, source }) => ({ id, version, name, source })),
    rows: words.map((word) => ({ word, rules: SCHEMES.map((scheme) => ruleWords(scheme, word, lang)) })),
  };
}

function ruleWords({ rules }: Scheme, word: VagueWord, lang: string): string {
  const rule = rules[word];
  if (rule === undefined) return 'no rule';
  return rule === 'blank' ? 'left blank' : intervalWords(rule, lang, 'people');
}

/** Each metric with its definition and why others are not set beside it. */
export function codebookRows(): { label: string; definition: string; apart: string }[] {
  return Object.values(CODEBOOK).map(({ label, definition, apart }) => ({
    label,
    definition,
    apart: Object.values(apart).join(' '),
  }));
}
