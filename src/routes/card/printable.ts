/** Makes a text drawable with the fonts at hand: never an empty box where a letter should be. */
import { isDrawable } from './measure-text.ts';

/** Letters that do not come apart into a plain one and its mark. */
const NEAREST: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  ə: 'e',
  '‐': '-',
  '‑': '-',
  '‒': '–',
  '―': '—',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '≠': '=/=',
  '→': '->',
};

/** “13명” (13 people, our translation) */
const TRANSLATED = /“([^”]*)” \((.+?), our translation\)/gu;

/**
 * The text as the picture prints it: words in a script that the fonts lack give way to their translation, accents
 * they lack to the bare letter, and anything else they lack to an ellipsis. A text of which nothing can be drawn is
 * `otherwise`.
 */
export function printable(text: string, otherwise = ''): string {
  const tidy = withoutControls(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const read = tidy.replace(TRANSLATED, (whole, said: string, gloss: string) =>
    [...said].every((letter) => isDrawable(letter) || nearest(letter) !== '')
      ? whole
      : `${gloss} (our translation)`,
  );
  const drawn = [...read].map((letter) => (isDrawable(letter) ? letter : nearest(letter) || '…')).join('');
  return /[\p{L}\p{N}]/u.test(drawn) ? drawn.replace(/…(?:[\s…]*…)+/gu, '…') : otherwise;
}

/** Without what is not seen or half a letter: controls, direction marks, private letters. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r])\p{Cc}/gu, '');

/** What may stand between the tags of XML (XML 1.0, 2.2 and 2.4); `<` and `&` are escaped where it is rendered. */
export const characterData = (text: string): string => withoutControls(text).replaceAll(']]>', ']] >');

/** What can stand for a letter that the fonts lack; empty where nothing can. */
function nearest(letter: string): string {
  const known = NEAREST[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== letter && [...bare].every(isDrawable) ? bare : '';
}
