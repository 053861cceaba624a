/** A half that is said after the unit of its number: "two hours and a half", "deux heures et demie", "2時間半". */
import type { StatedNumber } from './stated-number.ts';

const UNIT = '(?: \\p{L}[\\p{L}\\p{M}]*)?';
const HALF_AFTER = new RegExp(
  `^(?:${UNIT} and a half(?!\\p{L})|${UNIT} et demie?(?!\\p{L})|${UNIT} y medi[ao](?!\\p{L})|${UNIT} e mei[ao](?!\\p{L})|` +
    `(?: с половиной|${UNIT} з половиною)(?!\\p{L})|${UNIT} ونصف|` +
    ' ?(?:[个個]半|(?:个|個)?(?:小时|小時|鐘頭)半|(?:時間|か月|年|日|天|倍)半)(?!数|數|分|ば)| ?(?:시간|년|개월|배|일) ?반(?![\\p{L}]))',
  'iu',
);
/** Scripts that have it before: "साढ़े तीन" is three and a half. */
const HALF_BEFORE = /साढ़े $/u;

/** "an hour and a half": the half is counted after one that an article counts. */
const ONE_BEFORE = /(?<!\p{L})an? \p{L}+ and $/iu;

/** The number with the half that stands after its unit, its place to the end of that. */
export function halvesAfter(number: StatedNumber, plain: string): StatedNumber {
  if (number.isFraction && number.can[0] === 0.5 && ONE_BEFORE.test(plain.slice(0, number.from)))
    return { ...number, can: [1.5], isFraction: false };
  if (number.isFraction || !number.can.every(Number.isInteger)) return number;
  const after = HALF_AFTER.exec(plain.slice(number.to));
  if (after === null && !HALF_BEFORE.test(plain.slice(0, number.from))) return number;
  const can = number.can.map((n) => (n < 0 ? n - 0.5 : n + 0.5));
  return { ...number, can, to: number.to + (after?.[0].length ?? 0) };
}
