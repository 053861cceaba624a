/** A number as messages to editors print it: ungrouped, exact, with a typesetter's minus. */

/** Digits that a double holds without the dust of its binary fraction. */
export const EXACT_DIGITS = 15;

/** "1234.5", "−0.4". */
export function plainNumber(n: number): string {
  const digits = n.toLocaleString('en', { maximumSignificantDigits: EXACT_DIGITS, useGrouping: false });
  return digits.replace('-', '−');
}
