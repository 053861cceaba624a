/** What stands right before a figure and changes it: a sign, a word for one, or the sign of a margin. */
import { CURRENCY, MARGIN_SIGN, MARGIN_WORDS, MINUS_AFTER, MINUS_BEFORE } from './direction-words.ts';

export interface NumberSign {
  /** Where the figure begins and ends with its sign, in the words as `plainFigures` leaves them. */
  from: number;
  to: number;
  sign: '-' | '+' | null;
  /** Half the width of an interval around another figure, not a figure of its own. */
  isMargin: boolean;
}

/**
 * A hyphen after a letter, a digit or what closes a figure joins or spans: "COVID-19", "5-6", "5 %-6 %". Where words are
 * written without spaces a letter may stand right before a sign.
 */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const SIGN = new RegExp(
  `(?<!(?!${UNSPACED})\\p{L}|[\\p{M}\\d.,)%‰°$€£¥])([-+])${CURRENCY}?$|[$€£¥] ?([-+])$`,
  'iu',
);
/** From one figure to the next, with a counting word between: "5人-6人". */
const SPAN = new RegExp(`^${UNSPACED}{0,3} ?[-+]$`, 'u');

/** The sign of the figure from `from` to `to`; `last` is where the figure before it ends, or null. */
export function signOf(
  plain: string,
  from: number,
  to: number,
  last: number | null,
  lang: string,
): NumberSign {
  const ahead = plain.slice(last ?? 0, from);
  const margin = MARGIN_SIGN.exec(ahead) ?? (last === null ? null : MARGIN_WORDS.exec(ahead));
  if (margin) return { from, to, sign: null, isMargin: true };
  const words = MINUS_BEFORE.exec(ahead);
  if (words) return { from: from - words[0].length, to, sign: '-', isMargin: false };
  const below = MINUS_AFTER.exec(plain.slice(to));
  if (below) return { from, to: to + below[0].length, sign: '-', isMargin: false };
  // Japanese accounts mark what is below zero by a triangle; elsewhere it may mean either direction.
  const triangle = lang.startsWith('ja') ? /[▲△] ?$/u.exec(ahead) : null;
  if (triangle) return { from: from - triangle[0].length, to, sign: '-', isMargin: false };
  const sign = SIGN.exec(plain.slice(0, from));
  // "300 -400" spans, whatever its spaces.
  const between = plain.slice(last ?? from, from).trim();
  if (!sign || (last !== null && (between === sign[0] || SPAN.test(between))))
    return { from, to, sign: null, isMargin: false };
  return {
    from: from - sign[0].length,
    to,
    sign: sign[1] === '+' || sign[2] === '+' ? '+' : '-',
    isMargin: false,
  };
}
