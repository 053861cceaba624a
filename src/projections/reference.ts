/** What the method rests on, in words: the schemes word by word, their versions, other languages' words, and the limits of comparison. */

import { QUANTITIES } from '../domain/figure/quantity.ts';
import { sortOf, VAGUE_WORDS, type VagueWord } from '../domain/figure/vague-words.ts';
import { wordsAbroad } from '../domain/figure/vague-words-abroad.ts';
import { DEFAULT_SCHEME, SCHEMES, type Scheme } from '../domain/figure/vagueness.ts';
import { COMPARABLE_DAYS } from '../domain/record/comparison.ts';
import { intervalWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

export { COMPARABLE_DAYS, QUANTITIES };

/** Every version of every scheme with its rules, as the API lists them. */
export const schemes: readonly Scheme[] = SCHEMES;

/** The scheme that is read by where nobody asks for another. */
export const defaultScheme: string = DEFAULT_SCHEME.id;

/** Each version that may be asked for: the newest by its id, an older one by id and version. */
export function schemeChoices(lang: string): { value: string; label: string }[] {
  const { olderVersion } = wordsOf(lang).method.schemes;
  return SCHEMES.map(({ id, key, name, version, newest }) => ({
    value: newest ? id : key,
    label: newest ? name : olderVersion(name, version),
  }));
}

/** What a scheme is called where it reads: an older version says that it is one. */
export const schemeName = (
  { id, version, name }: Pick<Scheme, 'id' | 'version' | 'name'>,
  lang: string,
): string => schemeChoices(lang).find(({ value }) => value === `${id}@${version}`)?.label ?? name;

export interface SchemeTable {
  schemes: Pick<Scheme, 'id' | 'version' | 'name' | 'source' | 'address' | 'key'>[];
  rows: { word: string; rules: string[] }[];
}

/** Each vague word with the rule that each scheme has for it; of older versions, the words that any of them reads. */
export function schemeTable(lang: string, newest = true): SchemeTable {
  const shown = SCHEMES.filter((scheme) => scheme.newest === newest);
  const words = inOrder().filter((word) => newest || shown.some(({ rules }) => rules[word] !== undefined));
  return {
    schemes: shown.map(({ id, version, name, source, address, key }) => ({
      id,
      version,
      name,
      source,
      address,
      key,
    })),
    rows: words.map((word) => ({ word, rules: shown.map((scheme) => ruleWords(scheme, word, lang)) })),
  };
}

/** In the order of the default scheme's rules, then those for which it has none. */
const inOrder = (): VagueWord[] => [
  ...new Set([...(Object.keys(DEFAULT_SCHEME.rules) as VagueWord[]), ...VAGUE_WORDS]),
];

function ruleWords({ rules }: Scheme, word: VagueWord, lang: string): string {
  const rule = rules[word];
  const { noRule, blank } = wordsOf(lang).figures.reading;
  if (rule === undefined) return noRule;
  if (rule === 'blank') return blank;
  return intervalWords(rule, lang, sortOf(word) === 'share' ? 'share' : 'people');
}

/** The words of each other language that are figures; languages by their own names. */
export function foreignWords(): { lang: string; language: string; words: string[] }[] {
  const listed = wordsAbroad();
  return [...new Set(listed.map(({ lang }) => lang))].map((lang) => ({
    lang,
    language: new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang,
    words: listed.filter((each) => each.lang === lang).map(({ word }) => word),
  }));
}
