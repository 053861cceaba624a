/** A subscription's choices in words, the same in mails and on pages. */
import { CADENCES, type Cadence, isCadence, USUAL_CADENCE } from '../domain/digest/cadence.ts';
import { localeOf, wordsOf } from './words/words.ts';

/** "every day"; for one who said nothing, as often as is usual. */
export const cadenceWords = (cadence: Cadence | null, lang: string): string =>
  wordsOf(lang).subscriptions.every[cadence ?? USUAL_CADENCE];

/** What may be chosen, in order; the usual one is, where `chosen` is none of them. */
export function cadenceChoices(
  chosen: string,
  lang: string,
): { cadence: Cadence; words: string; chosen: boolean }[] {
  const taken = isCadence(chosen) ? chosen : USUAL_CADENCE;
  const words = wordsOf(lang).subscriptions.cadences;
  return CADENCES.map((cadence) => ({ cadence, words: words[cadence], chosen: cadence === taken }));
}

/** "all topics", "3 topics"; a single one by its title. */
export function topicsWords(
  topics: '*' | readonly string[],
  titles: ReadonlyMap<string, string>,
  lang: string,
): string {
  const words = wordsOf(lang).subscriptions;
  if (topics === '*') return words.all;
  const [first] = topics;
  if (topics.length === 1 && first !== undefined) return words.one(titles.get(first) ?? first);
  return words.several(topics.length);
}

/** "Tuesday, 24 November 2026 at 08:00", by the clock of the reader's zone. */
export function dueWords(instant: string, zone: string, lang: string): string {
  const format = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(lang), { ...style, timeZone: zone }).format(new Date(instant));
  return wordsOf(lang).subscriptions.at(format({ dateStyle: 'full' }), format({ timeStyle: 'short' }));
}
