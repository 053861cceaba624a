/** Reads the numbers that words hold, in digits of any script, in English words, and in both ("1.2 million", "-80万"). */
import { plainFigures } from './digits.ts';
import { CURRENCY, tellsOfFall } from './direction-words.ts';
import { exact, piecesOf } from './figure-parts.ts';
import { halvesAfter } from './half-words.ts';
import { NumberReading } from './number-reading.ts';
import { signOf } from './number-signs.ts';
import { COUNTING } from './number-words.ts';
import { countAbroad } from './number-words-abroad.ts';
import { partAfter, partBefore } from './part-words.ts';
import { ratiosIn } from './ratio-words.ts';
import type { StatedNumber } from './stated-number.ts';

/** The figures in words of a language (BCP 47), in order. Words that no rule reads hold none: never a guess. */
export function numbersIn(words: string, lang: string): StatedNumber[] {
  const plain = plainFigures(words);
  const pieces = piecesOf(plain, lang);
  const found: StatedNumber[] = [];
  const signed = new Set<StatedNumber>();
  for (let at = 0; at < pieces.length; ) {
    const { can, isFraction, at: next } = new NumberReading(pieces, at, plain, lang);
    const [from, to] = [pieces[at]?.from ?? 0, pieces[next - 1]?.to ?? 0];
    if (can !== null) {
      const sign = signOf(plain, from, to, found.at(-1)?.to ?? null, lang);
      const bare: StatedNumber = {
        from: sign.from,
        to: sign.to,
        can: sign.sign === '-' ? can.map((n) => 0 - n) : can,
        per: 1,
        isFraction,
        isMargin: sign.isMargin,
        falls: false,
      };
      const number = withPart(halvesAfter(bare, plain), plain);
      found.push(number);
      if (sign.sign !== null || sign.isMargin) signed.add(number);
    }
    at = can === null ? at + 1 : next;
    const end = can === null ? 0 : (found.at(-1)?.to ?? 0);
    while ((pieces[at]?.from ?? end) < end) at++;
  }
  found.forEach((number, at) => {
    const next = found[at + 1]?.from ?? plain.length;
    number.falls = !signed.has(number) && tellsOfFall(plain, number.from, number.to, next, lang);
  });
  lend(found, plain, lang);
  return [...found, ...ratiosIn(found, plain)];
}

/** True when the words give the width of an interval: "45 % ±3". */
export const saysMargin = (words: string, lang: string): boolean =>
  numbersIn(words, lang).some(({ isMargin }) => isMargin);

/** Percent and per mille belong to the figure; a tenth in Han writing is ten percent. */
function withPart(number: StatedNumber, plain: string): StatedNumber {
  const after = partAfter(plain.slice(number.to));
  if (after)
    return {
      ...number,
      to: number.to + after.length,
      per: after.per,
      can: number.can.map((n) => exact(n * after.times)),
    };
  const per = partBefore(plain.slice(0, number.from));
  return per === null ? number : { ...number, per };
}

/** Between the two ends of a range, whatever the language: "5 to 6", "200-300", "between 5 and 6", "18.7萬人到21.2萬". */
const RANGE = new RegExp(
  `^[^\\d.;]{0,3}\\s*(?:-|~|to|and|or|until|through|bis|und|à|et|a|y|e|al?|до|и|і|та|至|到|から|에서|إلى|الى|و|से)\\s*${CURRENCY}?$`,
  'iu',
);

/** True when one figure and the next are the ends of a range. */
export function makeRange(a: StatedNumber, b: StatedNumber, plain: string): boolean {
  return RANGE.test(plain.slice(a.to, b.from));
}

/** "5 to 6 million", "20 to 50 percent": the first takes the scale and the part of the second as well. */
function lend(found: StatedNumber[], plain: string, lang: string): void {
  found.forEach((number, at) => {
    const next = found[at + 1];
    if (!next || !makeRange(number, next, plain)) return;
    if (number.per === 1 && next.per !== 1) number.per = next.per;
    const factor = factorOf(next, plain, lang);
    if (factor >= 10 && number.can.every((n) => Math.abs(n) < factor))
      number.can = [...number.can, ...number.can.map((n) => exact(n * factor))];
  });
}

/** How often the number is what its first numeral or word says: a million times in "6 million". */
function factorOf({ from, can }: StatedNumber, plain: string, lang: string): number {
  const [numeral = ''] = /\d+(?:\.\d+)?|\p{L}+/u.exec(plain.slice(from)) ?? [];
  const word = numeral.toLowerCase();
  const written = COUNTING.get(word) ?? countAbroad(word, lang) ?? Number(numeral);
  return written > 0 ? Math.abs(can[0] ?? 0) / written : 1;
}
