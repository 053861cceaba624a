/** English words for whole numbers, and words for fractions, one by one. */

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

/** The same in other languages, each form by itself. */
const ABROAD: Readonly<Record<string, readonly [divisor: number, words: string][]>> = {
  de: [
    [2, 'hälfte halb halbe halben halber halbes'],
    [3, 'drittel'],
    [4, 'viertel'],
    [5, 'fünftel'],
    [10, 'zehntel'],
  ],
  fr: [
    [2, 'moitié demi demie'],
    [3, 'tiers'],
    [4, 'quart quarts'],
    [5, 'cinquième cinquièmes'],
    [10, 'dixième dixièmes'],
  ],
  es: [
    [2, 'mitad medio media'],
    [3, 'tercio tercios'],
    [4, 'cuarto cuartos'],
    [5, 'quinto quintos'],
    [10, 'décimo décimos'],
  ],
  uk: [
    [2, 'половина половини половину половиною пів'],
    [3, 'третина третини третину третиною'],
    [4, 'чверть чверті чвертю'],
  ],
  ru: [
    [2, 'половина половины половину половиной пол'],
    [3, 'треть трети третью'],
    [4, 'четверть четверти четвертью'],
  ],
  ar: [
    [2, 'نصف النصف'],
    [3, 'ثلث الثلث'],
    [4, 'ربع الربع'],
  ],
  hi: [
    [2, 'आधा आधे आधी'],
    [3, 'तिहाई'],
    [4, 'चौथाई'],
  ],
};
const DIVISORS_ABROAD = new Map(
  Object.entries(ABROAD).map(([lang, all]) => [
    lang,
    new Map(all.flatMap(([divisor, words]) => words.split(' ').map((word) => [word, divisor] as const))),
  ]),
);

/** The divisor of "third", "quarters", "halves", of "Drittel" in German; null for any other word. */
export function divisorOf(word: string, lang: string): number | null {
  const abroad = DIVISORS_ABROAD.get(lang.split('-')[0] ?? lang)?.get(word);
  return abroad ?? PARTS[word.replace(/^halves$/, 'half').replace(/s$/, '')] ?? null;
}

/** Languages without an article say a part alone: "треть". */
export const saysPartAlone = (lang: string): boolean => /^(?:uk|ru|ar|hi)(?:-|$)/.test(lang);

/** "a dozen", "two score" are counted in these. */
export const PACKS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['hundred', 100],
]);
