/** The vague words that schemes read, of counts and of shares, and where in a wording of some language one is a figure. */
import { COUNT_FORMS, type CountWord } from './vague-counts.ts';
import { SHARE_FORMS, type ShareWord } from './vague-shares.ts';
import { type ForeignWord, foreignLexicon, sortAbroad } from './vague-words-abroad.ts';
import { USUAL_LANGUAGE } from './value.ts';

/** English words by themselves, those of other languages as "uk:десятки". */
export type VagueWord = CountWord | ShareWord | ForeignWord;
/** What the word is said of: a count is never "most", and no share is "dozens". */
export type VagueSort = 'count' | 'share';

type Lexicon = readonly (readonly [VagueWord, RegExp])[];

const compiled = (forms: Readonly<Partial<Record<VagueWord, string>>>): Lexicon =>
  Object.entries(forms).map(([word, form]) => [word as VagueWord, new RegExp(form as string, 'iu')] as const);

/** Most specific first. Counts before shares: "dozens, most of them children" counts. */
const ENGLISH = compiled({ ...COUNT_FORMS, ...SHARE_FORMS });

/** The words of English, most specific first. */
export const VAGUE_WORDS = ENGLISH.map(([word]) => word) as readonly (CountWord | ShareWord)[];

const lexicons = new Map<string, Lexicon>();

/** The words of a language; none where we have no list of them, since another language's words would be wrong friends. */
function lexiconOf(lang: string): Lexicon {
  const tongue = lang.split('-')[0] ?? lang;
  if (tongue === USUAL_LANGUAGE) return ENGLISH;
  const known = lexicons.get(tongue);
  if (known) return known;
  const words = foreignLexicon(tongue);
  if (words.length > 0) lexicons.set(tongue, words);
  return words;
}

/** The word of the language's lexicon in a wording, or null: then it is a stance with words, not a figure. */
export function vagueWord(wording: string, lang = USUAL_LANGUAGE): VagueWord | null {
  return lexiconOf(lang).find(([, form]) => form.test(wording))?.[0] ?? null;
}

/** Where that word stands in the wording, or null. */
export function vagueSpan(wording: string, lang = USUAL_LANGUAGE): { from: number; to: number } | null {
  for (const [, form] of lexiconOf(lang)) {
    const match = form.exec(wording);
    if (match) return { from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** Whether a word is of another language than English. */
export const isForeign = (word: VagueWord): boolean => word.includes(':');

/** Whether a word is said of a count or of a share. */
export function sortOf(word: VagueWord): VagueSort {
  if (Object.hasOwn(SHARE_FORMS, word)) return 'share';
  return sortAbroad(word) ?? 'count';
}
