/** Words cut into the pieces from which figures are read: numerals, numbers in Han signs, words, and other signs. */
import { DIGITS, readingsOf } from './digits.ts';
import { HAN_NUMBER, hanNumber } from './scale-words.ts';

export interface Piece {
  kind: 'digits' | 'han' | 'word' | 'sign';
  /** Lower case. */
  text: string;
  /** Places in the words as `plainFigures` leaves them. */
  from: number;
  to: number;
  /** The numbers that a piece of digits can be. */
  can: number[];
}

/** Digits that are part of a name or an order are no number: F-16, COVID-19, 3rd. */
const IN_A_NAME = /\p{Lu}[\p{L}\d]*-?$/u;
const ORDINAL = /^(?:st|nd|rd|th)(?!\p{L})/iu;
/** An apostrophe within a word is a letter's sign in Ukrainian: п'ять. */
const WORD = /\p{L}(?:[\p{L}\p{M}]|(?<=\p{Script=Cyrillic})'(?=\p{Script=Cyrillic}))*/uy;

/** The pieces of plain words in order, white space left out. */
export function piecesOf(plain: string, lang: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < plain.length; ) {
    const piece = pieceAt(plain, at, lang);
    if (!/^\s*$/.test(piece.text)) pieces.push(piece);
    at = piece.to;
  }
  return pieces;
}

function pieceAt(plain: string, at: number, lang: string): Piece {
  const make = (kind: Piece['kind'], text: string, can: number[] = []): Piece => ({
    kind,
    text: text.toLowerCase(),
    from: at,
    to: at + text.length,
    can,
  });
  const han = matchAt(HAN_NUMBER, plain, at);
  if (han) return make('han', han, [hanNumber(han)]);
  const digits = matchAt(DIGITS, plain, at);
  if (digits) {
    const after = plain.slice(at + digits.length);
    if (IN_A_NAME.test(plain.slice(0, at))) return make('sign', /^\d*/.exec(digits)?.[0] || digits);
    if (ORDINAL.test(after)) return make('sign', digits);
    const power = /^(?: ?[x×*·] ?10\^(-?\d+)|e\+?(-?\d+)(?!\d))/i.exec(after);
    if (!power) return make('digits', digits, readingsOf(digits, lang));
    const factor = 10 ** Number(power[1] ?? power[2]);
    return make(
      'digits',
      digits + power[0],
      readingsOf(digits, lang).map((n) => exact(n * factor)),
    );
  }
  const word = matchAt(WORD, plain, at);
  // Where words run together, what a number is a part of ends before it: 三分之一.
  const part = word === null ? -1 : word.indexOf('分之');
  if (word !== null && part >= 0) return make('word', word.slice(0, part + 2));
  return word ? make('word', word) : make('sign', String.fromCodePoint(plain.codePointAt(at) ?? 32));
}

function matchAt(form: RegExp, text: string, at: number): string | null {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? null;
}

/** Without the dust of binary fractions: 1.1 x 1,000,000 is 1,100,000. */
export const exact = (n: number): number => Number(n.toPrecision(12));
