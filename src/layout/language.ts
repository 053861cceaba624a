/** In which language a page answers. */
import { spoken, type Words, wordsOf } from '../projections/words/words.ts';

/** The language that the address asks for (`?lang=`), where we have its words; else English. */
export const languageOf = (request: Request): string =>
  spoken(new URL(request.url).searchParams.get('lang') ?? '');

/** What is said to whoever sent a request that cannot be done, in their language. */
export const problemWords = (request: Request): Words['problems'] => wordsOf(languageOf(request)).problems;
