/** The languages that we speak: a new one is a file beside `en.ts` and a line here. */
import { en, type Words } from './en.ts';

export const CATALOGUES: Readonly<Record<string, Words>> = { en };
