/** When a recorded number is the one that the words hold. */
import type { StatedNumber } from './stated-numbers.ts';
import type { Value } from './value.ts';

/** A fraction in words is only come near by decimals: 0.33 for "a third". Parts of the number said. */
const NEAR = { fraction: 0.01, number: 1e-9 };

/** Counts match as said. A share from 0 to 1 matches a fraction as it stands and a percentage by its hundredth. */
export function closeTo(n: number, number: StatedNumber, kind: Value['kind']): boolean {
  return number.can.some((read) => {
    const said = kind === 'share' ? read / number.per : read;
    return Math.abs(n - said) <= Math.abs(said) * (number.isFraction ? NEAR.fraction : NEAR.number);
  });
}
