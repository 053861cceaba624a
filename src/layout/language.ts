/** In which language a page answers. */
import { spoken } from '../projections/words/words.ts';

/** The language that the address asks for (`?lang=`), where we have its words; else English. */
export const languageOf = (request: Request): string =>
  spoken(new URL(request.url).searchParams.get('lang') ?? '');
