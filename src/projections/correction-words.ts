/** A claim before and after a change, each in words; where the words are the same, with the numbers recorded for them. */

import { wholeOf } from '../domain/figure/quantity.ts';
import type { Value } from '../domain/figure/value.ts';
import type { Claim } from '../domain/record/claim.ts';
import { numberWords } from './locale.ts';
import { methodWords } from './method-words.ts';
import { statementWords, unitOf, type WordingContext } from './wording.ts';
import { wordsOf } from './words/words.ts';

/** "“about 300” (recorded as 300)" and "“about 300” (recorded as 330)": a change that leaves the words alone shows the numbers. */
export function apartWords(was: Claim, now: Claim, context: WordingContext): [string, string] {
  const [before, after] = [statementWords(was, context), statementWords(now, context)];
  if (before !== after) return [before, after];
  // Two statements in the same words are of their own methods; what a correction changed of one is told.
  const told = (claim: Claim) => [
    was.id === now.id ? (methodWords(claim, context) ?? '') : '',
    ...recorded(claim, context),
  ];
  const [old, fresh] = [told(was), told(now)];
  const differs = (at: number) => old[at] !== fresh[at];
  const only = (all: readonly string[]) => all.filter((each, at) => each !== '' && differs(at)).join('; ');
  const { as } = wordsOf(context.lang).figures.recorded;
  const withRecorded = (words: string, numbers: string) => (numbers === '' ? words : as(words, numbers));
  return [withRecorded(before, only(old)), withRecorded(after, only(fresh))];
}

/** The numbers held for the figure, then those of each alternative after its label. */
function recorded(claim: Claim, { record, lang }: WordingContext): string[] {
  const unit = unitOf(claim, record);
  const main = claim.value === null ? [] : [valueNumbers(claim.value, unit, lang)];
  return [
    ...main,
    ...claim.alternatives.map(({ label, value }) => `${label} ${valueNumbers(value, unit, lang)}`),
  ];
}

function valueNumbers({ kind, low, point, high, hedge }: Value, unit: string, lang: string): string {
  // Of a log from before units were kept, a share is one in parts.
  const own = kind === 'share' && wholeOf(unit) === null ? 'share' : unit;
  const number = (n: number) => numberWords(n, lang, own);
  const { recorded: words, range: between } = wordsOf(lang).figures;
  const range =
    low !== null && high !== null
      ? [between(number(low), number(high))]
      : [low, high].flatMap((n) => (n === null ? [] : [number(n)]));
  const numbers = [...(point === null ? [] : [number(point)]), ...range].join(', ');
  if (numbers === '') return words.none;
  return hedge === null ? numbers : words.hedged[hedge](numbers);
}
