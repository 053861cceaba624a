// A whole second language made from the first by machine: its letters are of another block, so that a word of English shows.
import { VAGUE_WORDS } from '../../src/domain/figure/vague-words.ts';
import { wordsAbroad } from '../../src/domain/figure/vague-words-abroad.ts';
import { SCHEMES } from '../../src/domain/figure/vagueness.ts';
import { CATALOGUES } from '../../src/projections/words/catalogues.ts';
import { en, type Words } from '../../src/projections/words/en.ts';

/** A tag that Intl knows, whose dates hold no Latin letter. */
export const MADE_UP = 'el';

/** From here on the site speaks it. */
export function speakMadeUp(): void {
  const spoken = { ...(foreign(en) as Words), locale: MADE_UP };
  (CATALOGUES as Record<string, Words>)[MADE_UP] = spoken;
}

/** Every text of a catalogue in the made-up language, functions by what they give. */
function foreign(part: unknown): unknown {
  if (typeof part === 'string') return abroad(part);
  if (typeof part === 'function') return (...given: unknown[]) => foreign(part(...given));
  if (Array.isArray(part)) return part.map(foreign);
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, foreign(each)]));
}

/** Words backwards in wide letters, which no other program writes; marks, and addresses that are filled in, stay. */
function abroad(text: string): string {
  return text.replace(
    /(<\/?\w+>|\{\w+\}|\w+:\/\/\S+|[\w.…]+@[\w.]+)|[A-Za-z]+/g,
    (word, kept?: string) => kept ?? [...word].reverse().map(wide).join(''),
  );
}

const wide = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);

/** Attributes that are read out or shown. */
const SHOWN = /\b(?:title|alt|aria-label|placeholder)="([^"]*)"/g;

/** The same in every language: what schemes are called, our own among them, and the words that they read. */
const NAMES = [
  ...SCHEMES.map(({ name }) => name),
  ...VAGUE_WORDS,
  ...wordsAbroad().map(({ word }) => word),
].sort((a, b) => b.length - a.length);

/** Runs of two Latin words in what a page or a text shows; what is typed as it stands is left out. */
export function latinWords(shown: string): string[] {
  const bare = shown
    .replace(/<(script|style|pre|code|select)\b[\s\S]*?<\/\1>/g, '\n')
    .replace(/<meta name="description" content="([^"]*)"/g, '\n$1\n');
  const attributes = [...bare.matchAll(SHOWN)].map(([, words]) => words ?? '');
  const text = [bare.replace(/<[^>]*>/g, '\n'), ...attributes].join('\n').replace(/\S+:\/\/\S+/g, ' ');
  return (
    NAMES.reduce((left, name) => left.replaceAll(name, ''), text).match(/[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}/g) ??
    []
  );
}
