/** Every sentence that a reader may see, by language: one catalogue a language, English complete. */
import { CATALOGUES } from './catalogues.ts';
import { en, type Words } from './en.ts';

export type { Words };

/** In which language we speak to whoever asked for none. */
export const DEFAULT_LANGUAGE = 'en';

/** The language in which a reader who asks for `lang` (BCP 47) is answered: theirs, or English. */
export function spoken(lang: string): string {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(CATALOGUES, primary) ? primary : DEFAULT_LANGUAGE;
}

/** The catalogue for `lang`; English where there is none. */
export const wordsOf = (lang: string): Words => CATALOGUES[spoken(lang)] ?? en;

/** The locale by which dates and numerals of `lang` are written (BCP 47): its catalogue's, else the language's own. */
export const localeOf = (lang: string): string =>
  (Object.hasOwn(CATALOGUES, lang) ? CATALOGUES[lang]?.locale : undefined) ?? lang;

/** Those that we speak, by their tags. */
export const languages = (): string[] => Object.keys(CATALOGUES);
