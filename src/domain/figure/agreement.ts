/** Whether a recorded figure agrees with the words it was recorded from: its numbers, its ends and its direction. */
import { plainFigures } from './digits.ts';
import { hedgesOf } from './hedge.ts';
import { closeTo } from './number-match.ts';
import { makeRange, numbersIn, type StatedNumber } from './stated-numbers.ts';
import { type Hedge, isVague, isWorded, type Value, type Worded } from './value.ts';

export interface Disagreement {
  code: 'number' | 'range' | 'direction';
  /** The field of the value. */
  field: 'low' | 'point' | 'high' | 'hedge';
  message: string;
}

/** Everything in which value and words differ; none for vague words, which hold no number, nor where nothing was said in words. */
export function disagreements(value: Value): Disagreement[] {
  if (isVague(value) || !isWorded(value)) return [];
  const numbers = numbersOf(value);
  return [...differingNumbers(value, numbers), ...halfRange(value, numbers), ...lostDirection(value)];
}

type End = 'low' | 'point' | 'high';
const ENDS: readonly End[] = ['low', 'point', 'high'];

/** The words' own figures; where none can be read in another language, those of our translation. */
function numbersOf({ stated, lang, gloss }: Worded): StatedNumber[] {
  const own = numbersIn(stated, lang);
  return own.length > 0 || gloss === null ? own : numbersIn(gloss, 'en');
}

/** Numbers of the value that nobody said. Our own conversions are marked as such and are not looked for. */
function differingNumbers(value: Worded, numbers: readonly StatedNumber[]): Disagreement[] {
  const claimed = ENDS.filter((end) => value[end] !== null && !value.derived?.ends.includes(end));
  const missing = claimed.filter((end) => !holds(numbers, value, end));
  // Of an interval, the few words said may hold the point or the ends alone; what they do hold is its own.
  if (
    value.kind === 'interval' &&
    (!missing.includes('point') || missing.length <= 1) &&
    numbers.length < 3
  ) {
    const strange = numbers.filter(
      (number) => number.per === 1 && !ENDS.some((end) => isNumber(value, end, number)),
    );
    if (strange.length === 0 && missing.length < claimed.length) return [];
  }
  return missing.map((end) => ({ code: 'number', field: end, message: messageOf(value, end, numbers) }));
}

const isNumber = (value: Value, end: End, number: StatedNumber): boolean =>
  value[end] !== null && closeTo(value[end], number, value.kind);

/** "a soldier", "nobody" and "no deaths" name one and zero without a number. */
const ONE = /\b(?:an?|single|sole|lone)\b/i;
const NONE = /\b(?:no|none|nobody|no one|not a single|without)\b/i;

function holds(numbers: readonly StatedNumber[], value: Worded, end: End): boolean {
  if (numbers.some((number) => isNumber(value, end, number))) return true;
  const words = value.lang.startsWith('en') ? value.stated : (value.gloss ?? '');
  if (numbers.length > 0) return false;
  return (value[end] === 1 && ONE.test(words)) || (value[end] === 0 && NONE.test(words));
}

function messageOf(value: Worded, end: End, numbers: readonly StatedNumber[]): string {
  const words = `“${value.stated}”`;
  if (numbers.length === 0)
    return `No number can be read in the words ${words}: check that they say ${value[end]}, or give the words that do.`;
  const read = [
    ...new Set(numbers.flatMap((number) => number.can.map((n) => `${n}${number.per === 100 ? ' %' : ''}`))),
  ];
  return `The words ${words} hold ${read.join(', ')}, not ${value[end]}.`;
}

/** One number taken from a range of two: "300 to 900" is not 300. From one to another is a rise, and the second counts. */
function halfRange(value: Worded, numbers: readonly StatedNumber[]): Disagreement[] {
  if (value.kind === 'range' || value.kind === 'interval') return [];
  if (value.low !== null && value.high !== null) return [];
  const plain = plainFigures(
    numbersIn(value.stated, value.lang).length > 0 ? value.stated : (value.gloss ?? ''),
  );
  const ends = ENDS.filter((end) => value[end] !== null);
  return numbers.flatMap((a, at): Disagreement[] => {
    const b = numbers[at + 1];
    const [end] = ends;
    if (!b || end === undefined || !makeRange(a, b, plain) || !spans(plain, a, b)) return [];
    if (!isNumber(value, end, a) && !isNumber(value, end, b)) return [];
    return [
      {
        code: 'range',
        field: end,
        message: `The words “${value.stated}” give a range: record both its ends.`,
      },
    ];
  });
}

const ROSE =
  /\b(?:rose|risen|rises|rising|raised|raises|raising|went|gone|increased|jumped|climbed|grew|up|fell|fallen|falls|dropped|down|lowered|cut|revised|changed|doubled|tripled|from)\b/i;

/** Two different numbers, the second larger, that are neither a change nor two counts ("12 and 15"). */
function spans(plain: string, a: StatedNumber, b: StatedNumber): boolean {
  const between = plain.slice(a.to, b.from);
  if (Math.max(...a.can) >= Math.max(...b.can) || ROSE.test(plain.slice(0, a.from))) return false;
  return !/\b(?:and|y|e|und|и)\b/i.test(between) || /\bbetween\b[^\d]*$/i.test(plain.slice(0, a.from));
}

const BOUNDS: ReadonlySet<Hedge> = new Set(['at-least', 'more-than', 'at-most', 'fewer-than']);
const SAID: Readonly<Record<Hedge, string>> = {
  about: 'about',
  almost: 'almost',
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'fewer-than': 'fewer than',
};

/** A bound that the value leaves out would be drawn and compared as the number itself. */
function lostDirection(value: Value): Disagreement[] {
  if (value.kind === 'range' || value.kind === 'interval') return [];
  const said = [...hedgesOf(value)];
  const bounds = said.filter((hedge) => BOUNDS.has(hedge));
  if (bounds.length === 0 || (value.hedge !== null && (BOUNDS.has(value.hedge) || value.hedge === 'almost')))
    return [];
  const [bound] = bounds as [Hedge];
  return [
    {
      code: 'direction',
      field: 'hedge',
      message: `The words “${value.stated}” say ${SAID[bound]}: give the hedge "${bound}".`,
    },
  ];
}
