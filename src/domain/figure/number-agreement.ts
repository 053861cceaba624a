/** Which of a figure's numbers nobody said: each is looked for among those that the words hold. */
import { closeTo, isNear } from './number-match.ts';
import { ordersIn } from './orders.ts';
import { plainNumber } from './plain-number.ts';
import { denialsIn, isMultiple, standsFor } from './plain-words.ts';
import type { Gauge } from './quantity.ts';
import type { StatedNumber } from './stated-number.ts';
import { numbersIn } from './stated-numbers.ts';
import { hasInterval, type Worded } from './value.ts';

export type End = 'low' | 'point' | 'high';
export const ENDS: readonly End[] = ['low', 'point', 'high'];

/** A figure beside its words, and how its numbers are to be read. */
export interface Comparand {
  value: Worded;
  gauge: Gauge;
  numbers: readonly StatedNumber[];
}

/** The words' own figures; where none can be read in another language, those of our translation; else places in an order. */
export function comparand(value: Worded, gauge: Gauge): Comparand {
  const { stated, lang, gloss } = value;
  const said = [undenied(stated, lang), gloss === null ? [] : undenied(gloss, 'en'), ordersIn(stated, lang)];
  const numbers = [...said, ordersIn(gloss ?? '', 'en')].find((found) => found.length > 0) ?? [];
  return { value, gauge, numbers };
}

/** The figures in words, without the "one" of "not a single one". */
function undenied(words: string, lang: string): StatedNumber[] {
  const denials = denialsIn(words, lang);
  return numbersIn(words, lang).filter(
    ({ from, to }) => !denials.some((denied) => denied.from <= from && to <= denied.to),
  );
}

/** Numbers of the value that nobody said, each with a sentence. Our own conversions are marked as such and are not looked for. */
export function unsaidNumbers(compared: Comparand): { field: End; message: string }[] {
  const { value, numbers } = compared;
  const claimed = ENDS.filter((end) => value[end] !== null && !value.derived?.ends.includes(end));
  const missing = claimed.filter((end) => !holds(compared, end));
  // Of an interval, the few words said may hold the point or the ends alone; what they do hold, a margin too, is its own.
  const hasMargin = numbers.some(({ isMargin }) => isMargin);
  if (
    hasInterval(value) &&
    !(hasMargin && missing.some((end) => end !== 'point')) &&
    (!missing.includes('point') || missing.length <= 1) &&
    numbers.length < 3
  ) {
    const strange = numbers.filter(
      (number) => number.per === 1 && !number.isMargin && !ENDS.some((end) => isSaid(compared, end, number)),
    );
    if (strange.length === 0 && missing.length < claimed.length) return [];
  }
  return missing.map((end) => ({ field: end, message: messageOf(compared, value[end] ?? 0) }));
}

/** True when the number is the value's at that end, whether it is written with its part or borrows one. */
export function isSaid({ value, gauge, numbers }: Comparand, end: End, number: StatedNumber): boolean {
  const n = value[end];
  return (
    n !== null &&
    !number.isMargin &&
    asWritten(number, numbers, gauge).some((each) => closeTo(n, each, gauge.whole))
  );
}

/** In a column of percents the sign stands once, or in its heading: "-0.4 % (-1.1 to 0.3)", "44". */
function asWritten(
  number: StatedNumber,
  all: readonly StatedNumber[],
  { whole, quantity }: Gauge,
): StatedNumber[] {
  if (whole === null || number.per !== 1 || number.isFraction) return [number];
  const per = all.find((each) => each.per !== 1)?.per;
  if (per !== undefined) return [number, { ...number, per }];
  const isPercent = quantity !== 'share' || number.isMargin || number.can.every((n) => Math.abs(n) > 1);
  return isPercent ? [number, { ...number, per: 100 }] : [number];
}

function holds(compared: Comparand, end: End): boolean {
  const { value, numbers, gauge } = compared;
  if (numbers.some((number) => isSaid(compared, end, number)) || isMarginOf(compared, end)) return true;
  const n = value[end];
  if (n === null) return false;
  if (isMultiple(n, value.stated, value.lang, gauge) || isMultiple(n, value.gloss ?? '', 'en', gauge))
    return true;
  if (numbers.length > 0) return false;
  return (
    standsFor(n, value.stated, value.lang, gauge) ||
    (value.gloss !== null && standsFor(n, value.gloss, 'en', gauge))
  );
}

/** "45 % ±3": the ends lie the margin beside the point, in its own unit or, of a count, in percent of it. */
function isMarginOf({ value, gauge, numbers }: Comparand, end: End): boolean {
  const { point } = value;
  const n = value[end];
  if (n === null || point === null || end === 'point') return false;
  const side = end === 'low' ? -1 : 1;
  return numbers
    .filter((number) => number.isMargin)
    .flatMap((number) => asWritten(number, numbers, gauge))
    .some(({ can, per }) =>
      can.some((margin) => {
        const width = widthOf(margin, per, point, gauge.whole);
        return isNear(n, point + side * width) || Math.abs(n - (point + side * width)) < width * 1e-9;
      }),
    );
}

function widthOf(margin: number, per: number, point: number, whole: number | null): number {
  if (per === 1) return margin;
  return (margin / per) * (whole ?? Math.abs(point));
}

function messageOf({ value, numbers, gauge }: Comparand, n: number): string {
  const words = `“${value.stated}”`;
  const own = plainNumber(n);
  if (numbers.length === 0)
    return `No number can be read in the words ${words}: check that they say ${own}, or give the words that do.`;
  const read = numbers.flatMap((number) =>
    number.can.map((each) => `${plainNumber(each)}${SIGNS[number.per]}`),
  );
  const said = `The words ${words} hold ${[...new Set(read)].join(', ')}, not ${own}.`;
  // What is counted one by one is never converted.
  return gauge.quantity === 'count' || gauge.quantity === 'share'
    ? said
    : `${said} A number that is our conversion is named in "derived".`;
}

const SIGNS: Readonly<Record<StatedNumber['per'], string>> = {
  1: '',
  100: ' %',
  1000: ' ‰',
  10000: ' basis points',
};
