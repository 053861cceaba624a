/** Vague words of other languages, as data/vague-words.json lists them, and where in a wording they are figures. */
import listed from '../../../data/vague-words.json' with { type: 'json' };

/** A word of another language by its tag: "uk:десятки". */
export type ForeignWord = `${string}:${string}`;

interface Neighbours {
  /** Words right before one with which it is a number ("дві сотні"), something else, or denied. */
  notAfter: readonly string[];
  /** Words right after one with which it is another number, how often, or something else. */
  notBefore: readonly string[];
}

/** Its neighbours are beside those of the language. */
interface ListedWord extends Partial<Neighbours> {
  word: string;
  /** As it is written where it is a figure: every case, and the plural alone where one of them would be a number. */
  forms: readonly string[];
  of: string;
  /** The English word that a translation would use. It lends no reading: ours would be of our own words. */
  nearest: string;
  /** Where a reading of this very word is published, or null. */
  source: string | null;
}

interface ListedLanguage extends Neighbours {
  /** Forms that are also the singular in some case, and the words that take it: "более тысячи" is more than one thousand. */
  singular?: { forms: readonly string[]; after: readonly string[] };
  /** What is written onto the word without a space. */
  attached?: { before?: readonly string[]; after?: readonly string[] };
  words: readonly ListedWord[];
}

const LANGUAGES: Readonly<Record<string, ListedLanguage>> = listed.languages;

/** No letter, mark or numeral on that side. */
const EDGE = '[\\p{L}\\p{M}\\p{N}]';
/** Vowel signs and the stroke that lengthens a word, which Arabic may be written with or without. */
const SIGNS = '[\\u064b-\\u065f\\u0670\\u0640]*';

const any = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(written)
    .join('|');

/** As it may be written: any space and apostrophe, each alef, and Arabic vowels or none. */
function written(form: string): string {
  return [...form]
    .map((letter) => {
      if (letter === ' ') return '\\s+';
      if (/['’ʼ]/.test(letter)) return "['’ʼ]";
      const plain = /[اأإآ]/.test(letter) ? '[اأإآ]' : letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return /[\u0620-\u064a]/.test(letter) ? plain + SIGNS : plain;
    })
    .join('');
}

function patternOf(language: ListedLanguage, { forms, ...own }: ListedWord): string {
  const { singular, attached } = language;
  const notAfter = [...language.notAfter, ...(own.notAfter ?? [])];
  const notBefore = [...language.notBefore, ...(own.notBefore ?? [])];
  const prefix = attached?.before ? `(?:${any(attached.before)})?` : '';
  // All that is attached, or none of it: given back letter by letter, it would hide a denial after it.
  const suffix = attached?.after
    ? `(?=(?<attached>(?:\\s?(?:${any(attached.after)})){0,3}))\\k<attached>`
    : '';
  const before = `(?<!${EDGE}|\\p{N}[\\p{N}.,]*\\s+|(?<!${EDGE})(?:${any(notAfter)})[\\s-]+)`;
  const after = `(?!${EDGE}|-\\p{L})(?!\\s+(?:${any(notBefore)})(?!${EDGE}))`;
  const one = forms.filter((form) => singular?.forms.includes(form));
  const many = forms.filter((form) => !one.includes(form));
  const plural = `(?<!(?<!${EDGE})(?:${any(singular?.after ?? [])})\\s+)(?:${any(one)})`;
  const each = [...(many.length > 0 ? [any(many)] : []), ...(one.length > 0 ? [plural] : [])].join('|');
  return `${before}${prefix}(?:${each})${suffix}${after}`;
}

/** The words of a language, longest forms first, so that tens of thousands are not read as thousands; none where none are listed. */
export function foreignLexicon(tongue: string): (readonly [ForeignWord, RegExp])[] {
  const language = Object.hasOwn(LANGUAGES, tongue) ? LANGUAGES[tongue] : undefined;
  if (language === undefined) return [];
  return [...language.words]
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .map((word) => [`${tongue}:${word.word}` as const, new RegExp(patternOf(language, word), 'iu')] as const);
}

const lengthOf = ({ forms }: ListedWord): number => Math.max(...forms.map((form) => form.length));

/** Every word listed, for the page that explains the method. */
export function wordsAbroad(): { lang: string; word: string; nearest: string; source: string | null }[] {
  return Object.entries(LANGUAGES).flatMap(([lang, { words }]) =>
    words.map(({ word, nearest, source }) => ({ lang, word, nearest, source })),
  );
}

/** Of what a listed word is said; null for any other word. */
export function sortAbroad(word: string): 'count' | 'share' | null {
  const [tongue = '', name = ''] = word.split(':');
  const language = Object.hasOwn(LANGUAGES, tongue) ? LANGUAGES[tongue] : undefined;
  const found = language?.words.find((each) => each.word === name);
  return found === undefined ? null : found.of === 'share' ? 'share' : 'count';
}
