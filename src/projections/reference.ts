/** What the method rests on, in words: the schemes word by word, and the limits of comparison. */

import type { VagueWord } from '../domain/figure/vague-words.ts';
import { SCHEMES, type Scheme } from '../domain/figure/vagueness.ts';
import { COMPARABLE_DAYS } from '../domain/record/comparison.ts';
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
