/** Words and signs that make a number hundredths or thousandths: "percent", "‰", "百分之", "basis points", "割". */

/** What one is divided into. */
export type Division = 1 | 100 | 1000 | 10_000;

interface PartAfter {
  per: Division;
  /** What the numeral is multiplied by first: three tenths are thirty percent. */
  times: number;
  /** Of the words that say so. */
  length: number;
}

const AFTER: readonly (readonly [per: Division, times: number, form: RegExp])[] = [
  [
    100,
    1,
    /^ ?(?:%(?:-?(?:пунктів|пунктов))?|(?:per ?cent|pct|percentage points?|p\.?p\.?|pts?|prozent(?:punkte?n?)?|procent|por ?cien(?:to)?|por ?cento|pour ?cent|points? de pourcentage|puntos? porcentual(?:es)?|per ?cento|persen|phần trăm)(?!\p{L})|процент|відсот|[вп]\. ?п\.|퍼센트|프로(?!\p{L})|パーセント|ポイント|प्रतिशत|फ़?ीसदी|फीसदी|بالمئة|بالمائة|في المئة|في المائة|درصد|فیصد)/iu,
  ],
  [100, 10, /^ ?(?:割(?!引)|할(?!인)|成(?=$|[^\p{L}]|的|以|左|多|人|民|受|选|選))/u],
  [1000, 1, /^ ?(?:‰|(?:per ?mill?e?|promille?|por mil|pour mille)(?!\p{L})|промил[ле])/iu],
  [10_000, 1, /^ ?(?:‱|(?:basis points?|bps|basispunkte?n?|points? de base|puntos? básicos?)(?!\p{L}))/iu],
];

/** The part that the words right after a number make of it, or null. */
export function partAfter(words: string): PartAfter | null {
  for (const [per, times, form] of AFTER) {
    const sign = form.exec(words);
    if (sign) return { per, times, length: sign[0].length };
  }
  return null;
}

/** The part that the words right before a number make of it, or null. */
export function partBefore(words: string): Division | null {
  if (/(?:%|yüzde|百分之)\s?[-+]?$/iu.test(words)) return 100;
  return /(?:千分之|‰)\s?$/u.test(words) ? 1000 : null;
}
