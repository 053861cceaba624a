/** Words that were said, set as a printer sets them: in quotation marks, with a minus where a hyphen was typed for one. */
import { isolated } from './isolated.ts';
import { wordsOf } from './words/words.ts';

/** A hyphen before a number and behind no letter, number or mark: "-0.4" and "(-1.2", never "10-12" or "COVID-19". */
const TYPED_MINUS = /(?<![\p{L}\p{N}\p{Pe}\p{Pf}.,%‰'-])-(?=\p{Nd}|[.,]\p{Nd})/gu;

/** The words as they are printed; what was recorded stays as it was said. */
export const asPrinted = (said: string): string => said.replace(TYPED_MINUS, '−');

/** The same in the quotation marks of a language. */
export const quotation = (said: string, lang: string): string =>
  wordsOf(lang).figures.quoted(isolated(asPrinted(said)));
