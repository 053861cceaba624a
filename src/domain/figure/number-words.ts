/** English words for whole numbers and fractions, one by one. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Words that add up: "three", "forty". */
export const COUNTING: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, n): [string, number] => [word, n]),
  ...TENS.split(' ').map((word, n): [string, number] => [word, 20 + n * 10]),
  ['nil', 0],
  ['fourty', 40],
]);

/** Parts of a whole by their divisor, singular; "second" is an order, never a part. */
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1000,
};

/** The divisor of "third", "quarters", "halves"; null for any other word. */
export function divisorOf(word: string): number | null {
  return PARTS[word.replace(/^halves$/, 'half').replace(/s$/, '')] ?? null;
}

/** "a dozen", "two score" are counted in these. */
export const PACKS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
]);
