/** When a recorded number is the one that the words hold. */
import type { StatedNumber } from './stated-number.ts';

/** A fraction in words is only come near by decimals: 0.33 for "a third". Parts of the number said. */
const NEAR = { fraction: 0.01, number: 1e-9 };
/** Decimals to so many figures name a fraction: 0.0011 for "1 in 900". */
const FIGURES_OF_A_FRACTION = 2;

/**
 * Counts match as said. Where the unit is a part (`whole`: what the whole is in it), fractions and percentages match as
 * so much of the whole, and a bare number as it stands.
 * The size of a fall matches the change below zero as well.
 */
export function closeTo(n: number, number: StatedNumber, whole: number | null): boolean {
  return number.can.some((read) => {
    const isBare = whole === null || (number.per === 1 && !number.isFraction);
    const said = isBare ? read : (read / number.per) * whole;
    return isNear(n, said, number.isFraction) || (number.falls && isNear(n, -said, number.isFraction));
  });
}

/** True when the two are one number but for binary dust or, of a fraction, for decimals that end. */
export function isNear(n: number, said: number, isFraction = false): boolean {
  if (Math.abs(n - said) <= Math.abs(said) * (isFraction ? NEAR.fraction : NEAR.number)) return true;
  return isFraction && n === Number(said.toPrecision(FIGURES_OF_A_FRACTION));
}
