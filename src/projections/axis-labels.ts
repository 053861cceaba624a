/** Where the labels of an axis stand in the width of its drawing, and whether they all do. */

/** The drawing keeps so much beside both ends, for dots that lie on them. */
export const BESIDE = 3;
/** A letter's share of the width where the drawing is narrowest beside its words, and the room between two labels. */
const LETTER = 4;
const ROOM = 2;

type Side = 'start' | 'middle' | 'end';
export type AxisLabel = [x: string, side: Side, label: string];

/** A point and a comma are half a digit wide, a percent sign one and a half. */
const widthOf = (label: string): number =>
  LETTER *
  [...label].reduce((sum, sign) => sum + (/[.,٫٬\s]/u.test(sign) ? 0.5 : /[%٪]/u.test(sign) ? 1.5 : 1), 0);

interface LabelPlace {
  place: number;
  side: Side;
  left: number;
  right: number;
}

/** In hundredths of the whole width, and on which side of that; the outer two keep inside. */
function placed(at: number, label: string): LabelPlace {
  const place = ((at + BESIDE) / (100 + 2 * BESIDE)) * 100;
  const side = at < 5 ? 'start' : at > 95 ? 'end' : 'middle';
  const length = widthOf(label);
  const left = side === 'start' ? place : side === 'end' ? place - length : place - length / 2;
  return { place, side, left, right: left + length };
}

/** One label a tick: an axis has only as many ticks as their labels have room for. */
export function tickLabels(ticks: readonly { at: number; short: string }[]): AxisLabel[] {
  return ticks.map(({ at, short }) => {
    const { place, side } = placed(at, short);
    return [`${Math.round(place * 10) / 10}%`, side, short];
  });
}

/** True when no two labels touch where the drawing is narrowest. */
export function haveRoom(ticks: readonly { at: number; short: string }[]): boolean {
  const all = ticks.map(({ at, short }) => placed(at, short));
  return all.every(({ right }, at) => right + ROOM <= (all[at + 1]?.left ?? Number.POSITIVE_INFINITY));
}
