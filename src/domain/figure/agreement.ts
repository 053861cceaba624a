/** Whether a recorded figure agrees with the words it was recorded from: its numbers, its ends and its direction. */
import { plainFigures } from './digits.ts';
import { hedgesOf } from './hedge.ts';
import { type Comparand, comparand, ENDS, type End, isSaid, unsaidNumbers } from './number-agreement.ts';
import type { Gauge } from './quantity.ts';
import type { StatedNumber } from './stated-number.ts';
import { makeRange, numbersIn } from './stated-numbers.ts';
import type { Value } from './value.ts';
import { type Hedge, isVague, isWorded, type Worded } from './value.ts';

export interface Disagreement {
  code: 'number' | 'range' | 'direction';
  /** The field of the value. */
  field: End | 'hedge';
  message: string;
}

/**
 * Everything in which value and words differ; none for vague words, which hold no number, nor where nothing was said in
 * words. Where nobody knows the measure, a share is in parts of one and all else as said.
 */
export function disagreements(value: Value, gauge: Gauge | null = null): Disagreement[] {
  if (isVague(value) || !isWorded(value)) return [];
  const compared = comparand(value, gauge ?? usualGauge(value));
  return [
    ...unsaidNumbers(compared).map((each): Disagreement => ({ code: 'number', ...each })),
    ...halfRange(compared),
    ...lostDirection(value, compared.gauge),
  ];
}

const usualGauge = ({ kind }: Value): Gauge =>
  kind === 'share' ? { quantity: 'share', whole: 1 } : { quantity: 'count', whole: null };

/** One number taken from a range of two: "300 to 900" is not 300. From one to another is a rise, and the second counts. */
function halfRange(compared: Comparand): Disagreement[] {
  const { value, numbers } = compared;
  if (value.kind === 'range' || value.kind === 'interval') return [];
  if (value.low !== null && value.high !== null) return [];
  const plain = plainFigures(
    numbersIn(value.stated, value.lang).length > 0 ? value.stated : (value.gloss ?? ''),
  );
  const ends = ENDS.filter((end) => value[end] !== null);
  return numbers.flatMap((a, at): Disagreement[] => {
    const b = numbers[at + 1];
    const [end] = ends;
    if (!b || end === undefined || b.isMargin || !makeRange(a, b, plain) || !spans(plain, a, b)) return [];
    if (!isSaid(compared, end, a) && !isSaid(compared, end, b)) return [];
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

/** Two different numbers, the second larger or both below zero, that are neither a change nor two counts ("12 and 15"). */
function spans(plain: string, a: StatedNumber, b: StatedNumber): boolean {
  const between = plain.slice(a.to, b.from);
  const [first, second] = [a, b].map(({ can }) => Math.max(...can)) as [number, number];
  if ((first >= second && (first >= 0 || second >= 0)) || ROSE.test(plain.slice(0, a.from))) return false;
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
function lostDirection(value: Worded, { whole }: Gauge): Disagreement[] {
  if (value.low !== null && value.high !== null) return [];
  const said = [...hedgesOf(value, whole)];
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
