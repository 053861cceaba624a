/** How a scheme reads a vague word, in words that name the scheme. */
import { readFigure, type Scheme } from '../domain/figure/vagueness.ts';
import type { Interval, Value } from '../domain/figure/value.ts';
import { intervalWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

/** "By Source reads 200–999", naming the scheme; one without a rule leaves the words alone and says so. */
export function readingWords(value: Pick<Value, 'stated' | 'gloss'>, scheme: Scheme, lang: string): string {
  const interval = readFigure(value, scheme);
  const { reads, none } = wordsOf(lang).figures.reading;
  return interval === null ? none(scheme.name) : reads(scheme.name, rangeWords(interval, lang));
}

const rangeWords = (interval: Interval, lang: string): string => intervalWords(interval, lang, 'people');
