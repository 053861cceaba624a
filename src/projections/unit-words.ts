/** Numbers with what they count, and a unit's own name: by the editors' words, or by Intl for what it writes in any language. */
import { EXACT_DIGITS } from '../domain/figure/plain-number.ts';
import { wholeOf } from '../domain/figure/quantity.ts';
import type { StatedDate } from '../domain/record/date.ts';
import { languageFor } from '../domain/record/translated.ts';
import { type Noun, UNITY, type Unit } from '../domain/record/unit.ts';
import { dateWords, numberWords, typeset } from './locale.ts';
import { localeOf, wordsOf } from './words/words.ts';

/** As it was said: never rounded, and zero without a sign. */
const EXACT = { maximumSignificantDigits: EXACT_DIGITS, signDisplay: 'negative' } as const;

/** "12 people", "5 to 8 hectares", "2,000 euros": one number, or two as a range. A share and a bare number stand alone. */
export function countedWords(ends: readonly [number, number?], unit: Unit, lang: string): string {
  const [low, high] = ends;
  const number = (n: number) => numberWords(n, lang, unit.id);
  const { counted, range } = wordsOf(lang).figures;
  const numbers = high === undefined ? number(low) : range(number(low), number(high));
  const noun = ownNoun(unit, high ?? low, lang);
  if (noun !== null) return counted(numbers, noun);
  const format = formatOf(unit, lang);
  if (format === null) return numbers;
  if (high === undefined || high === low) return oneCounted(format.formatToParts(low), number(low), lang);
  // Intl writes a sign once for both ends in some languages.
  const spanned = format.formatRangeToParts(low, high);
  const isCounted = spanned.filter(({ type }) => type === 'integer').length > 1;
  if (low < 0 || !isCounted)
    return range(number(low), oneCounted(format.formatToParts(high), number(high), lang));
  return typeset(spanned);
}

/** Arabic says one and two by the noun alone ("يوم"); a figure keeps its number. */
function oneCounted(parts: Intl.NumberFormatPart[], number: string, lang: string): string {
  if (parts.some(({ type }) => type === 'integer')) return typeset(parts);
  return wordsOf(lang).figures.counted(number, typeset(parts));
}

/** A number in words ("at least 300") with the unit in the form that `n` takes. */
export function withUnit(numbers: string, n: number, unit: Unit, lang: string): string {
  const noun = ownNoun(unit, n, lang) ?? nameByIntl(unit, n, lang);
  return noun === null ? numbers : wordsOf(lang).figures.counted(numbers, noun);
}

/** "people", "hectares", "euros of 2025"; null for a share and a bare number, which are written without. */
export function unitLabel(unit: Unit, prices: StatedDate | null, lang: string): string | null {
  const name = ownNoun(unit, MANY, lang) ?? nameByIntl(unit, MANY, lang);
  return name === null || prices === null
    ? name
    : wordsOf(lang).figures.ofPrices(name, dateWords(prices, lang));
}

/** A number that takes the form for several in most languages. */
const MANY = 5;

/** The number says it all: a share in hundredths, or a bare number. */
const isBare = (unit: Unit): boolean => wholeOf(unit.id) !== null || unit.ucum === UNITY;

/** The editors' noun in the form that `n` takes, or the UCUM code; null for what Intl names, and for a bare number. */
function ownNoun(unit: Unit, n: number, lang: string): string | null {
  return nounFor(unit, n, lang) ?? (isBare(unit) ? null : unit.ucum);
}

/** By the plural rules of the language that the noun is in (CLDR); of a range the upper end decides. */
function nounFor({ singular, plural }: Noun, n: number, lang: string): string | null {
  if (plural === null) return null;
  const spoken = languageFor(plural, lang);
  const forms = plural[spoken];
  if (forms === undefined) return null;
  const category = new Intl.PluralRules(spoken).select(n);
  return (category === 'one' ? singular?.[spoken] : undefined) ?? forms[category] ?? forms.other;
}

function nameByIntl(unit: Unit, n: number, lang: string): string | null {
  const name = (formatOf(unit, lang)?.formatToParts(n) ?? [])
    .filter(({ type }) => type === 'unit' || type === 'currency' || type === 'percentSign')
    .map(({ value }) => value)
    .join(' ');
  return name === '' ? null : name;
}

/** Null for what Intl does not write, and for what the number is printed with. */
function formatOf({ id, intl, currency }: Unit, lang: string): Intl.NumberFormat | null {
  if (wholeOf(id) !== null) return null;
  const locale = localeOf(lang);
  if (currency !== null)
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'name', ...EXACT });
  return intl === null
    ? null
    : new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: intl,
        unitDisplay: intl === 'percent' ? 'short' : 'long',
        ...EXACT,
      });
}
