/** One number that words hold: its place in them, and all that it can be. */
import type { Division } from './part-words.ts';

export interface StatedNumber {
  /** Its place in the words as `plainFigures` leaves them, its sign included. */
  from: number;
  to: number;
  /** Every number it can be: "12.345" may be two, "5 to 6 million" makes 5 also 5,000,000. */
  can: number[];
  /** 100 for percent, 1,000 for per mille, 10,000 for basis points, else 1. */
  per: Division;
  /** A fraction in words or of two numbers ("a third", "1 in 8"), which decimals only come near. */
  isFraction: boolean;
  /** "±3": half the width of an interval, not a figure of its own. */
  isMargin: boolean;
  /** The size of a fall, without a sign: as a change it lies below zero. */
  falls: boolean;
}
