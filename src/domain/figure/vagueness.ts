/** Published readings of vague words as intervals: named, versioned, and never agreed with one another. */

import { type VagueWord, vagueWord } from './vague-words.ts';
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

const SCHEME_IDS = ['house', 'acled', 'ccc', 'gtd'] as const;
type SchemeId = (typeof SCHEME_IDS)[number];
/** An interval; left blank on purpose; or no rule at all. */
type WordRule = Interval | 'blank' | 'none';

/**
 * Each word as each published rule reads it, in the order of the method's table. A word that is added to the lexicon
 * does not compile until every scheme says what it makes of it.
 */
const READINGS: Readonly<Record<VagueWord, Readonly<Record<SchemeId, WordRule>>>> = {
  'a handful': { house: between(3, 9), acled: 'none', ccc: 'none', gtd: 'blank' },
  tens: { house: between(20, 99), acled: minimum(10), ccc: 'none', gtd: 'blank' },
  dozens: { house: between(24, 99), acled: minimum(12), ccc: 'none', gtd: 'blank' },
  scores: { house: between(40, 199), acled: 'none', ccc: 'none', gtd: 'blank' },
  hundreds: { house: between(200, 999), acled: minimum(100), ccc: minimum(200), gtd: 'blank' },
  'a couple hundred': { house: between(150, 300), acled: 'none', ccc: 'none', gtd: 'blank' },
  'a few hundred': { house: between(200, 500), acled: 'none', ccc: 'none', gtd: 'blank' },
  'several hundred': { house: between(300, 900), acled: 'none', ccc: 'none', gtd: 'blank' },
  thousands: { house: between(2_000, 9_999), acled: minimum(1_000), ccc: minimum(2_000), gtd: 'blank' },
  'tens of thousands': { house: between(20_000, 99_999), acled: 'none', ccc: minimum(20_000), gtd: 'blank' },
};

/** What a scheme has a rule for. */
function rulesOf(id: SchemeId): Scheme['rules'] {
  const rules: Scheme['rules'] = {};
  for (const word of Object.keys(READINGS) as VagueWord[]) {
    const reading = READINGS[word][id];
    if (reading !== 'none') rules[word] = reading;
  }
  return rules;
}

const NAMES: Readonly<Record<SchemeId, Omit<Scheme, 'id' | 'rules'>>> = {
  house: { version: 1, name: 'By Source', reads: 'read as', source: null },
  acled: {
    version: 1,
    name: 'ACLED',
    reads: 'ACLED reads as at least',
    source: 'Armed Conflict Location and Event Data, codebook: the lowest number the word allows',
  },
  ccc: {
    version: 1,
    name: 'Crowd Counting Consortium',
    reads: 'the Crowd Counting Consortium reads as at least',
    source: 'Crowd Counting Consortium, coding rules: the lowest plural of the word',
  },
  gtd: {
    version: 1,
    name: 'Global Terrorism Database',
    reads: 'the Global Terrorism Database leaves blank',
    source: 'Global Terrorism Database, codebook: a vague number is left blank',
  },
};

/** The four schemes; the first is the default. A changed rule is a new version, never an edit. */
export const SCHEMES: readonly Scheme[] = SCHEME_IDS.map((id) => ({ id, ...NAMES[id], rules: rulesOf(id) }));

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
  const said = stated ?? '';
  return readVague(vagueWord(said) === null ? (gloss ?? '') : said, scheme);
}
