/** Reads the numbers that words hold, in digits of any script, in English words, and in both ("1.2 million", "80万"). */
import { plainFigures } from './digits.ts';
import { exact, piecesOf } from './figure-parts.ts';
import { NumberReading } from './number-reading.ts';
import { COUNTING } from './number-words.ts';
import { countAbroad } from './number-words-abroad.ts';
import { HUNDREDTHS_BEFORE, PARTS_AFTER } from './scale-words.ts';

export interface StatedNumber {
  /** Its place in the words as `plainFigures` leaves them. */
  from: number;
  to: number;
  /** Every number it can be: "12.345" may be two, "5 to 6 million" makes 5 also 5,000,000. */
  can: number[];
  /** 100 for percent, 1,000 for per mille, else 1. */
  per: 1 | 100 | 1000;
  /** A fraction in words or of two numbers ("a third", "1 in 8"), which decimals only come near. */
  isFraction: boolean;
}

/** The figures in words of a language (BCP 47), in order. Words that no rule reads hold none: never a guess. */
export function numbersIn(words: string, lang: string): StatedNumber[] {
  const plain = plainFigures(words);
  const pieces = piecesOf(plain, lang);
  const found: StatedNumber[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { can, isFraction, at: next } = new NumberReading(pieces, at, plain, lang);
    const [from, to] = [pieces[at]?.from ?? 0, pieces[next - 1]?.to ?? 0];
    if (can !== null) found.push(withPart({ from, to, can, per: 1, isFraction }, plain));
    at = can === null ? at + 1 : next;
  }
  lend(found, plain, lang);
  return withRatios(found, plain);
}

/** Percent and per mille belong to the figure. */
function withPart(number: StatedNumber, plain: string): StatedNumber {
  for (const [per, form] of PARTS_AFTER) {
    const sign = form.exec(plain.slice(number.to));
    if (sign) return { ...number, to: number.to + sign[0].length, per: per === 100 ? 100 : 1000 };
  }
  return HUNDREDTHS_BEFORE.test(plain.slice(0, number.from)) ? { ...number, per: 100 } : number;
}

/** Between the two ends of a range, whatever the language: "5 to 6", "200-300", "between 5 and 6", "18.7萬人到21.2萬". */
const RANGE =
  /^[^\d.;]{0,3}\s*(?:-|~|to|and|or|until|through|bis|und|à|a|y|e|al?|до|и|至|到|から|에서|إلى)\s*$/iu;

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
    if (factor >= 10 && number.can.every((n) => n < factor))
      number.can = [...number.can, ...number.can.map((n) => exact(n * factor))];
  });
}

/** How often the number is what its first numeral or word says: a million times in "6 million". */
function factorOf({ from, can }: StatedNumber, plain: string, lang: string): number {
  const [numeral = ''] = /^(?:\d+(?:\.\d+)?|\p{L}+)/u.exec(plain.slice(from)) ?? [];
  const word = numeral.toLowerCase();
  const written = COUNTING.get(word) ?? countAbroad(word, lang) ?? Number(numeral);
  return written > 0 ? (can[0] ?? 0) / written : 1;
}

/** "1 in 8", "three out of every four", "1/8": the ratio stands beside its two numbers. */
const RATIO = /^(?: (?:in|of|out of)(?: every| each)? |\/)$/i;

function withRatios(found: StatedNumber[], plain: string): StatedNumber[] {
  const ratios = found.flatMap((number, at): StatedNumber[] => {
    const next = found[at + 1];
    const [n, of] = [number.can[0] ?? 0, next?.can[0] ?? 0];
    if (!next || of <= n || !RATIO.test(plain.slice(number.to, next.from))) return [];
    return [{ from: number.from, to: next.to, can: [n / of], per: 1, isFraction: true }];
  });
  return [...found, ...ratios];
}
