/** Every sentence that a reader may see, by language: one catalogue a language, English complete. */
import { en } from './en.ts';

/** What each language must say: a key that a catalogue lacks does not compile. */
export type Words = typeof en;

/** A new language is a file beside `en.ts` and a line here. */
const CATALOGUES: Readonly<Record<string, Words>> = { en };

/** The language in which a reader who asks for `lang` (BCP 47) is answered: theirs, or English. */
export function spoken(lang: string): string {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(CATALOGUES, primary) ? primary : 'en';
}

/** The catalogue for `lang`; English where there is none. */
export const wordsOf = (lang: string): Words => CATALOGUES[spoken(lang)] ?? en;
