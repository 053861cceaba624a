/** How a scheme reads a vague word, in words that name the scheme. */
import { sortOf } from '../domain/figure/vague-words.ts';
import { readFigure, readsTranslation, type Scheme, wordOf } from '../domain/figure/vagueness.ts';
import type { Value } from '../domain/figure/value.ts';
import { intervalWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

/** "By Source reads 200–999", naming the scheme and whether it read our translation; one without a rule leaves the words alone and says so. */
export function readingWords(
  value: Pick<Value, 'stated' | 'lang' | 'gloss'>,
  scheme: Scheme,
  lang: string,
): string {
  const interval = readFigure(value, scheme);
  const { reads, readsTranslated, none } = wordsOf(lang).figures.reading;
  if (interval === null) return none(scheme.name);
  const word = wordOf(value);
  const range = intervalWords(interval, lang, word !== null && sortOf(word) === 'share' ? 'share' : 'people');
  return (readsTranslation(value, scheme) ? readsTranslated : reads)(scheme.name, range);
}
