/** Published readings of vague words as intervals: named, versioned, and never agreed with one another. */

import { VAGUE_WORDS, type VagueWord, vagueWord } from './vague-words.ts';
import type { Interval, Value } from './value.ts';

export interface Scheme {
  id: string;
  version: number;
  name: string;
  /** How an interval of this scheme is introduced to a reader. */
  reads: string;
  source: string | null;
  rules: Partial<Record<VagueWord, Interval | 'blank'>>;
}

const minimum = (low: number): Interval => ({ low, high: null });
const between = (low: number, high: number): Interval => ({ low, high });

/** The four schemes; the first is the default. A changed rule is a new version, never an edit. */
export const SCHEMES: readonly Scheme[] = [
  {
    id: 'house',
    version: 1,
    name: 'By Source',
    reads: 'read as',
    source: null,
    rules: {
      'a handful': between(3, 9),
      tens: between(20, 99),
      dozens: between(24, 99),
      scores: between(40, 199),
      hundreds: between(200, 999),
      'a couple hundred': between(150, 300),
      'a few hundred': between(200, 500),
      'several hundred': between(300, 900),
      thousands: between(2_000, 9_999),
      'tens of thousands': between(20_000, 99_999),
    },
  },
  {
    id: 'acled',
    version: 1,
    name: 'ACLED',
    reads: 'ACLED reads as at least',
    source: 'Armed Conflict Location and Event Data, codebook: the lowest number the word allows',
    rules: { tens: minimum(10), dozens: minimum(12), hundreds: minimum(100), thousands: minimum(1_000) },
  },
  {
    id: 'ccc',
    version: 1,
    name: 'Crowd Counting Consortium',
    reads: 'the Crowd Counting Consortium reads as at least',
    source: 'Crowd Counting Consortium, coding rules: the lowest plural of the word',
    rules: { hundreds: minimum(200), thousands: minimum(2_000), 'tens of thousands': minimum(20_000) },
  },
  {
    id: 'gtd',
    version: 1,
    name: 'Global Terrorism Database',
    reads: 'the Global Terrorism Database leaves blank',
    source: 'Global Terrorism Database, codebook: a vague number is left blank',
    rules: Object.fromEntries(VAGUE_WORDS.map((word) => [word, 'blank' as const])),
  },
];

export const DEFAULT_SCHEME = SCHEMES[0] as Scheme;

/** The scheme of that id, or null. */
export function schemeOf(id: string): Scheme | null {
  return SCHEMES.find((scheme) => scheme.id === id) ?? null;
}

/** The scheme's interval for a wording; null where the scheme has no rule, or the word is not in the lexicon. */
export function readVague(wording: string, scheme: Scheme): Interval | null {
  const word = vagueWord(wording);
  const rule = word === null ? undefined : scheme.rules[word];
  return rule === undefined || rule === 'blank' ? null : rule;
}

/** The scheme's interval for a value's vague words, as said or as we translate them. */
export function readFigure(
  { stated, gloss }: Pick<Value, 'stated' | 'gloss'>,
  scheme: Scheme,
): Interval | null {
  return readVague(vagueWord(stated) === null ? (gloss ?? '') : stated, scheme);
}
