/** Which scale an axis has, in words: a reader is always told. */
import type { Axis } from './axis.ts';
import { numberWords } from './locale.ts';
import { wordsOf } from './words/words.ts';

/** "log scale, each step is ten times", "linear scale, not from zero, in millions". */
export function axisWords(axis: Axis, lang: string): string {
  const { axis: words } = wordsOf(lang).panel;
  const scale = scaleWords(axis, lang);
  switch (axis.countedIn) {
    case 1e3:
      return words.counted(scale, words.thousands);
    case 1e6:
      return words.counted(scale, words.millions);
    case 1e9:
      return words.counted(scale, words.billions);
    case 1e12:
      return words.counted(scale, words.trillions);
    default:
      return scale;
  }
}

function scaleWords({ step, share, low }: Axis, lang: string): string {
  const { axis: words } = wordsOf(lang).panel;
  if (step !== null) return step === 10 ? words.log : words.logBy(numberWords(step, lang, ''));
  if (share) return words.share;
  return low > 0 ? words.cut : words.linear;
}
