/** Readings of vague words as intervals, by scheme and version, as data/schemes.json lists them; never agreed with one another. */
import listed from '../../../data/schemes.json' with { type: 'json' };
import { isForeign, type VagueWord, vagueWord } from './vague-words.ts';
import type { Interval, Value } from './value.ts';

/** Where a rule is from: where its codebook says so, or why we read it so. */
interface Ground {
  source: string;
  address: string | null;
}

export interface Scheme {
  id: string;
  version: number;
  name: string;
  /** How an interval of this scheme is introduced to a reader. */
  reads: string;
  source: string | null;
  rules: Partial<Record<VagueWord, Interval | 'blank'>>;
  /** What `?scheme=` takes for this very version: "house@1". */
  key: string;
  /** The version that the id alone names. */
  newest: boolean;
  /** Where the scheme is published, or null. */
  address: string | null;
  grounds: Partial<Record<VagueWord, Ground>>;
}

type ListedRule = Ground & { word: string } & (Interval | { blank: boolean });

interface ListedScheme extends Pick<Scheme, 'id' | 'version' | 'name' | 'reads' | 'source' | 'address'> {
  rules: readonly ListedRule[];
}

const LISTED: readonly ListedScheme[] = listed.schemes;

/** Every version of every scheme: the newest of each first, the default before all. A changed rule is a new version, never an edit. */
export const SCHEMES: readonly Scheme[] = LISTED.map((scheme) => toScheme(scheme)).sort(
  (a, b) => Number(b.newest) - Number(a.newest),
);

function toScheme({ id, version, name, reads, source, address, rules }: ListedScheme): Scheme {
  const newest = LISTED.every((other) => other.id !== id || other.version <= version);
  return {
    id,
    version,
    name,
    reads,
    source,
    rules: byWord(rules, (rule) => ('blank' in rule ? 'blank' : { low: rule.low, high: rule.high })),
    key: `${id}@${version}`,
    newest,
    address,
    grounds: byWord(rules, ({ source, address }) => ({ source, address })),
  };
}

/** The words are those of the lexicon: `npm run check` holds the file to it. */
function byWord<T>(rules: readonly ListedRule[], of: (rule: ListedRule) => T): Partial<Record<VagueWord, T>> {
  return Object.fromEntries(rules.map((rule) => [rule.word, of(rule)]));
}

/** By which figures are ordered and moved whatever scheme a reader chose: our own, newest. */
export const DEFAULT_SCHEME = SCHEMES[0] as Scheme;

/** The scheme of that id, newest, or of that id and version ("house@1"); null where there is none. */
export function schemeOf(name: string): Scheme | null {
  return SCHEMES.find((scheme) => name === scheme.key || (scheme.newest && name === scheme.id)) ?? null;
}

/** The scheme's interval for a wording; null where the scheme has no rule, or the word is not in the language's lexicon. */
export function readVague(wording: string, scheme: Scheme, lang?: string): Interval | null {
  const word = vagueWord(wording, lang);
  const rule = word === null ? undefined : scheme.rules[word];
  return rule === undefined || rule === 'blank' ? null : rule;
}

type Wording = Pick<Value, 'stated' | 'lang' | 'gloss'>;

/** The scheme's interval for a value's vague words: as said, or as we translate them where no rule is of those. */
export function readFigure(value: Wording, scheme: Scheme): Interval | null {
  return readsTranslation(value, scheme)
    ? readVague(value.gloss ?? '', scheme)
    : readVague(value.stated ?? '', scheme, value.lang);
}

/** Whether it is our translation that the scheme reads: it has rules for English words, and seldom for others. */
export function readsTranslation({ stated, lang, gloss }: Wording, scheme: Scheme): boolean {
  const word = vagueWord(stated ?? '', lang);
  return gloss !== null && (word === null || (isForeign(word) && scheme.rules[word] === undefined));
}

/** The word of a value, as said or as we translate it; null where neither is in the lexicon. */
export function wordOf({ stated, lang, gloss }: Wording): VagueWord | null {
  return vagueWord(stated ?? '', lang) ?? (gloss === null ? null : vagueWord(gloss));
}
