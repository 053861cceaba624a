/** Reads one figure from pieces on: numerals and words that add up, scales that multiply, fractions that divide. */
import { exact, type Piece } from './figure-parts.ts';
import { COUNTING, divisorOf, PACKS, saysPartAlone } from './number-words.ts';
import { countAbroad, isAnd } from './number-words-abroad.ts';
import { scaleOf } from './scale-words.ts';

/** "several hundred" is a vague word, not a hundred. */
const UNCOUNTED = /^(few|several|couple|many|some|of|fewer|the)$/;

export class NumberReading {
  readonly #pieces: readonly Piece[];
  readonly #plain: string;
  readonly #lang: string;
  readonly #start: number;
  /** Where the piece to be read stands, and the first one that is not of the figure once all is read. */
  at: number;
  /** What scales have closed ("three thousand"), and what is still being counted ("… four hundred"). */
  #sum: number[] = [0];
  #own: number[] | null = null;
  #scale = 1;
  /** Decimals only come near it. */
  isFraction = false;

  constructor(pieces: readonly Piece[], start: number, plain: string, lang: string) {
    this.#pieces = pieces;
    this.#plain = plain;
    this.#lang = lang;
    this.#start = start;
    this.at = start;
    while (this.at < pieces.length && this.#joins() && this.#step());
  }

  /** The numbers that it can be; null where no figure begins. */
  get can(): number[] | null {
    if (this.#own === null) return this.#scale === 1 ? null : this.#sum;
    return plus(this.#sum, this.#own);
  }

  #word(ahead = 0): string {
    const piece = this.#pieces[this.at + ahead];
    return piece?.kind === 'word' ? piece.text : '';
  }

  /** Parts of one number touch, or have a space, a hyphen, or the point of "12 tys. 300" between them. */
  #joins(): boolean {
    if (this.at === this.#start) return true;
    const between = this.#plain.slice(this.#pieces[this.at - 1]?.to, this.#pieces[this.at]?.from);
    return between === '' || between === ' ';
  }

  /** Takes the next piece where it is of the figure. */
  #step(): boolean {
    const piece = this.#pieces[this.at] as Piece;
    if (piece.kind === 'digits' || piece.kind === 'han') return this.#numeral(piece);
    if (piece.kind === 'word') return this.#spoken(piece.text);
    if (piece.text === '-') return this.#hyphen(piece);
    if (piece.text === '⁄' || piece.text === '/') return this.#over();
    return (
      piece.text === ',' &&
      this.#scale >= 1e3 &&
      COUNTING.has(this.#word(1)) &&
      this.#word(2) === 'hundred' &&
      this.#take(1)
    );
  }

  #take(pieces: number): true {
    this.at += pieces;
    return true;
  }

  #numeral(piece: Piece): boolean {
    if (piece.can.length === 0) return false;
    const [slash, over] = [this.#pieces[this.at + 1], this.#pieces[this.at + 2]];
    if (this.#own !== null) {
      // "3 1⁄2"
      if (!/^[⁄/]$/.test(slash?.text ?? '') || over?.kind !== 'digits') return false;
      const part = (piece.can[0] ?? 0) / (over.can[0] ?? 1);
      this.#own = this.#own.map((n) => n + part);
      return this.#take(3);
    }
    this.#own = piece.can;
    return this.#take(1);
  }

  #over(): boolean {
    const over = this.#pieces[this.at + 1];
    if (this.#own === null || over?.kind !== 'digits' || this.at !== this.#start + 1) return false;
    this.#own = this.#own.flatMap((n) => over.can.map((d) => n / d));
    this.isFraction = true;
    return this.#take(2);
  }

  /** "twenty-five", "four-thousand-100", but not "10-12". */
  #hyphen({ from, to }: Piece): boolean {
    const next = this.#pieces[this.at + 1];
    if (next === undefined || this.at === this.#start || next.from !== to || this.#plain[from - 1] === ' ')
      return false;
    if (next.kind === 'digits') return this.#own === null && this.#take(1);
    const { text } = next;
    const goesOn =
      this.#count(text) !== null ||
      PACKS.has(text) ||
      divisorOf(text, this.#lang) !== null ||
      scaleOf(text, this.#lang) !== null;
    return goesOn && this.#take(1);
  }

  #spoken(text: string): boolean {
    const count = this.#count(text);
    if (count !== null) return this.#add(count, text);
    if (/^an?$/.test(text)) return this.#one();
    if (isAnd(text, this.#lang)) return this.#and();
    if (text === 'point') return this.#decimals();
    const divisor = divisorOf(text, this.#lang);
    if (divisor !== null && (this.#own !== null || divisor === 2 || saysPartAlone(this.#lang)))
      return this.#divide(divisor);
    const factor = PACKS.get(text) ?? scaleOf(text, this.#lang);
    return factor !== null && this.#multiply(factor, text);
  }

  #count(text: string): number | null {
    return COUNTING.get(text) ?? countAbroad(text, this.#lang);
  }

  #add(count: number, text: string): boolean {
    // "quatre-vingts" is four score.
    if (/^vingts?$/.test(text) && this.#own?.every((n) => n % 100 === 4)) {
      this.#own = this.#own.map((n) => n + 76);
      return this.#take(1);
    }
    if (this.#own !== null && !this.#own.every((n) => fits(n, count, this.#lang))) return false;
    this.#own = (this.#own ?? [0]).map((n) => n + count);
    return this.#take(1);
  }

  /** "a hundred", "a third": an article counts one only before what is counted so. */
  #one(): boolean {
    if (this.#own !== null || !this.#opens(this.#word(1))) return false;
    this.#own = [1];
    return this.#take(1);
  }

  #opens(word: string): boolean {
    return (
      PACKS.has(word) ||
      divisorOf(word, this.#lang) !== null ||
      (word.length > 3 && scaleOf(word, this.#lang) !== null)
    );
  }

  /** "three hundred and fifty", "two and a half million", "a million and a half"; not "12 and 15". */
  #and(): boolean {
    if (this.at === this.#start) return false;
    const divisor = /^an?$/.test(this.#word(1)) ? divisorOf(this.#word(2), this.#lang) : null;
    if (divisor !== null) {
      if (this.#own === null) this.#sum = this.#sum.map((n) => exact(n + this.#scale / divisor));
      else this.#own = this.#own.map((n) => n + 1 / divisor);
      return this.#take(3);
    }
    const next = this.#pieces[this.at + 1];
    const added = next?.kind === 'digits' ? next.can[0] : this.#count(next?.text ?? '');
    if (added === undefined || added === null || added >= 100) return false;
    // Elsewhere it also joins tens and units: "treinta y cinco".
    const joins =
      this.#scale > 1 ||
      (!this.#lang.startsWith('en') && this.#own?.every((n) => fits(n, added, this.#lang)) === true);
    return joins && this.#take(1);
  }

  /** "one point two million" */
  #decimals(): boolean {
    let digits = '';
    for (let ahead = 1; (COUNTING.get(this.#word(ahead)) ?? 10) < 10; ahead++)
      digits += COUNTING.get(this.#word(ahead));
    if (this.#own === null || digits === '') return false;
    this.#own = this.#own.map((n) => n + Number(`0.${digits}`));
    return this.#take(1 + digits.length);
  }

  /** "half", "two thirds"; goes on with "of a million" and "a dozen". */
  #divide(divisor: number): boolean {
    this.#own = (this.#own ?? [1]).map((n) => n / divisor);
    this.isFraction = true;
    this.#take(1);
    if (this.#word() === 'of' && /^an?$/.test(this.#word(1)) && scaleOf(this.#word(2), this.#lang))
      return this.#take(2);
    return !/^an?$/.test(this.#word()) || (this.#opens(this.#word(1)) && this.#take(1));
  }

  /** "m3/s", "m²": letters that a digit or a power touches are a unit. */
  #isSymbol(text: string): boolean {
    const end = this.#pieces[this.at]?.to ?? 0;
    return text.length < 3 && /^(?:\d|\^|\/\p{L})/u.test(this.#plain.slice(end));
  }

  #multiply(factor: number, text: string): boolean {
    if (this.#isSymbol(text)) return false;
    const uncounted = this.#own === null && this.#scale === 1;
    const before = this.#pieces[this.at - 1]?.text ?? '';
    if (uncounted && ((text.length < 4 && text !== 'mil') || text === 'score' || UNCOUNTED.test(before)))
      return false;
    if (this.#own !== null) this.isFraction &&= this.#own.some((n) => !Number.isInteger(exact(n * factor)));
    const times = (n: number) => exact(n * factor);
    if (factor <= 100) this.#own = (this.#own ?? [1]).map(times);
    else if (this.#own === null && !uncounted) this.#sum = this.#sum.map(times);
    else {
      // A single letter may be a unit instead: 12 m.
      const bare = /^[kmb]$/.test(text) ? (this.#own ?? []) : [];
      this.#sum = [...plus(this.#sum, (this.#own ?? [1]).map(times)), ...bare];
      this.#own = null;
    }
    this.#scale = factor;
    return this.#take(1);
  }
}

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.flatMap((x) => b.map((y) => exact(x + y)));

/** "twenty" takes "five", "three hundred" takes "fifty"; "five" takes nothing. */
function fits(n: number, count: number, lang: string): boolean {
  if (n === 0) return false;
  // "soixante-dix", "quatre-vingt-quinze": French counts on from sixty and eighty to nineteen.
  const room = lang.startsWith('fr') && (n % 100 === 60 || n % 100 === 80) ? 20 : 10;
  return n % 100 === 0 ? count < 100 : n % 10 === 0 && n % 100 >= 20 && count < room && count > 0;
}
