/** Words of a script that runs from right to left, kept in their own order among words that do not, and apart from them. */

/** Letters of Hebrew, Arabic and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** First strong isolate and pop directional isolate (Unicode UAX 9): not seen, and no part of what was said. */
const [ISOLATE, POP] = ['\u2068', '\u2069'];

/** The text as it is, or isolated where it holds such letters. */
export const isolated = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${POP}` : text;

/** Without the marks that `isolated` adds. */
export const unisolated = (text: string): string => text.replaceAll(ISOLATE, '').replaceAll(POP, '');
