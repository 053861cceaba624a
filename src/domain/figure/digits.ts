/** Digits of every writing system as 0 to 9, and what a run of them with its separators can mean in a language. */

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The words with their figures in one form: digits of any script as ASCII, wide and narrow signs as plain ones, every
 * dash a hyphen (a minus right before its number), every apostrophe straight, a power as `^4`, a vulgar fraction as
 * ` 1⁄2`. Places in it are its own.
 */
export function plainFigures(words: string): string {
  return words
    .replace(
      /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
      (raised) => `^${[...raised].map((sign) => (sign === '⁻' ? '-' : SUPERSCRIPT.indexOf(sign))).join('')}`,
    )
    .replace(/[¼-¾⅐-⅞]/gu, ' $&')
    .normalize('NFKC')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/[٫⎖]/gu, '.')
    .replace(/٬/gu, ',')
    .replace(/٪/gu, '%')
    .replace(/[‘’ʼ′`´]/gu, "'")
    .replace(/−\s?(?=[.\d])/gu, '-')
    .replace(/[‐-―−]/gu, '-')
    .replace(/[〜～]/gu, '~')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');
}

/** The digits of a script stand together, from its zero on (Unicode, chapter 4.6): the place in the run is the value. */
function digitOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (point - zero) % 10;
}

interface Separators {
  group: string;
  decimal: string;
  /** Countries of the language differ, so that one separator before three digits can be either. */
  either: boolean;
}

/** Languages whose countries write 12.345 differently, where the tag names no country. */
const DIVIDED = new Set(['ar', 'es']);
const known = new Map<string, Separators>();

function separatorsOf(lang: string): Separators {
  const tag = /^[a-z]{2,3}(?:-[A-Z]{2}\b)?/.exec(lang)?.[0] ?? 'en';
  const held = known.get(tag);
  if (held) return held;
  const parts = new Intl.NumberFormat(tag).formatToParts(1_234_567.8);
  const sign = (type: string) => plainFigures(parts.find((part) => part.type === type)?.value ?? '');
  const made = { group: sign('group'), decimal: sign('decimal'), either: DIVIDED.has(tag) };
  if (known.size > 200) known.clear(); // a caller may name any language
  known.set(tag, made);
  return made;
}

/** A run of digits, as `plainFigures` leaves it, with separators inside it. */
export const DIGITS = /(?:(?<![\d\p{L}.])\.)?\d+(?:[.,'_]\d+|(?<!\d{4}) \d{3}(?!\d))*/uy;

/** In groups of three, or as in South Asia: the last of three, those before it of two. */
const WESTERN = /^\d{1,3}(?:S\d{3})+$/.source;
const INDIAN = /^\d{1,2}(?:S\d{2})+S\d{3}$/.source;
const isGrouped = (run: string, sign: string): boolean =>
  [WESTERN, INDIAN].some((form) => new RegExp(form.replaceAll('S', `[${sign}]`)).test(run));

/** Every number that the run can be in the language; none for a date or a version ("12.12.2024"). */
export function readingsOf(run: string, lang: string): number[] {
  if (run.startsWith('.')) return /^\.\d+$/.test(run) ? [Number(run)] : [];
  const signs = [...run.replace(/\d/g, '')];
  const last = signs.at(-1);
  if (last === undefined) return [Number(run)];
  if (new Set(signs).size > 1) return mixed(run, last);
  const whole = isGrouped(run, last) ? [Number(run.replace(/\D/g, ''))] : [];
  if (signs.length > 1 || !/[.,]/.test(last)) return whole;
  const decimal = [Number(run.replace(last, '.'))];
  if (whole.length === 0 || run.startsWith('0')) return decimal;
  const { group, decimal: point, either } = separatorsOf(lang);
  if (either) return [...whole, ...decimal];
  if (last === group) return whole;
  return last === point ? decimal : [...whole, ...decimal];
}

/** "1.234.567,89": the last separator is the decimal one, where it stands once and those before it make groups. */
function mixed(run: string, last: string): number[] {
  const at = run.lastIndexOf(last);
  const before = run.slice(0, at);
  const sign = before.replace(/\d/g, '')[0] ?? '';
  if (!/[.,]/.test(last) || before.includes(last) || !isGrouped(before, sign)) return [];
  return [Number(`${before.replace(/\D/g, '')}.${run.slice(at + 1)}`)];
}
