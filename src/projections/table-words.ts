/** A figure read from a table or a chart, which nobody said: its numbers worded by us, without quotation marks. */
import type { Value } from '../domain/figure/value.ts';
import type { Unit } from '../domain/record/unit.ts';
import { intervalWords, numberWords } from './locale.ts';
import { countedWords, withUnit } from './unit-words.ts';
import { wordsOf } from './words/words.ts';

/** "44%, from the table", "300 to 400 people, from the table": as precise as recorded, in the unit of its measure. */
export function tableWords(value: Value, unit: Unit, lang: string): string {
  const words = wordsOf(lang).figures;
  const figure = numbersRead(value, unit, lang);
  return words.fromTable(value.of === null ? figure : words.share.of(figure, value.of));
}

function numbersRead({ low, point, high, level }: Value, unit: Unit, lang: string): string {
  const { interval } = wordsOf(lang).figures;
  const number = (n: number) => numberWords(n, lang, unit.id);
  if (low === null || high === null)
    return point === null
      ? withUnit(intervalWords({ low, high }, lang, unit.id), low ?? high ?? 0, unit, lang)
      : countedWords([point], unit, lang);
  if (point === null) return countedWords([low, high], unit, lang);
  const covered = level === null ? null : numberWords(level, lang, 'share');
  return interval.read(countedWords([point], unit, lang), covered, number(low), number(high));
}
