/** A text in as many languages as an editor gave, and the one of them that a reader is shown. */
import { z } from 'zod';
import { Lang, USUAL_LANGUAGE } from '../figure/value.ts';
import { label } from '../text.ts';

/** By BCP 47 tag; at least one, and none of them has to be English. */
export type Translated<T = string> = Readonly<Record<string, T>>;

const MOST_LANGUAGES = 100;

/** One label of at most so many characters in each language; a bare text is taken to be English. */
export const translated = (most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? { [USUAL_LANGUAGE]: given } : given),
    inLanguages(label(most)),
  );

/** Something in each of several languages, by their tags. */
export const inLanguages = <S extends z.ZodType>(each: S) =>
  z.record(z.string(), each).superRefine((texts, context) => {
    const tags = Object.keys(texts);
    const say = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (tags.length === 0) say([], 'Give a text, or one for each language: {"en": "…", "uk": "…"}.');
    if (tags.length > MOST_LANGUAGES) say([], `Keep to ${MOST_LANGUAGES} languages.`);
    for (const tag of tags.slice(0, MOST_LANGUAGES)) {
      const language = Lang.safeParse(tag);
      if (!language.success) say([tag], language.error.issues[0]?.message ?? 'This is no language tag.');
    }
  });

/** The language of those given in which a reader is answered: theirs, its base, English, else the first given. */
export function languageFor<T>(texts: Translated<T>, lang: string): string {
  const base = lang.split('-')[0] ?? lang;
  const wanted = [lang, base, USUAL_LANGUAGE].find((tag) => Object.hasOwn(texts, tag));
  return wanted ?? Object.keys(texts)[0] ?? USUAL_LANGUAGE;
}

/** What a reader of `lang` is shown; empty only of a text in no language, which no schema admits. */
export const textFor = (texts: Translated, lang: string): string => texts[languageFor(texts, lang)] ?? '';
