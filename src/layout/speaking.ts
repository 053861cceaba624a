/** The language of the page that is being drawn, known in every part of it without being handed down. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DEFAULT_LANGUAGE, type Words, wordsOf } from '../projections/words/words.ts';

/** Set once, by whoever draws a whole page. */
export const Speaking = createContext(DEFAULT_LANGUAGE);

export const useLanguage = (): string => useContext(Speaking);
export const useWords = (): Words => wordsOf(useLanguage());
