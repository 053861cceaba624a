/** What the method rests on, in words: the schemes word by word, the codebook, the limits of comparison, the ranking. */

import type { VagueWord } from '../domain/figure/vague-words.ts';
import { SCHEMES, type Scheme } from '../domain/figure/vagueness.ts';
import { COMPARABLE_DAYS } from '../domain/record/comparison.ts';
import { CODEBOOK } from '../domain/record/metric.ts';
import { intervalWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

export { COMPARABLE_DAYS };

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
  const { noRule, blank } = wordsOf(lang).figures.reading;
  if (rule === undefined) return noRule;
  return rule === 'blank' ? blank : intervalWords(rule, lang, 'people');
}

/** Each metric with its definition and why others are not set beside it. */
export function codebookRows(): { label: string; definition: string; apart: string }[] {
  return Object.values(CODEBOOK).map(({ label, definition, apart }) => ({
    label,
    definition,
    apart: Object.values(apart).join(' '),
  }));
}
