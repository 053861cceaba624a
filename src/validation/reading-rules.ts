/** Validation of the reviewed files by which vague words are read: data/schemes.json and data/vague-words.json. */
import { z } from 'zod';
import { sortOf, VAGUE_WORDS, type VagueWord } from '../domain/figure/vague-words.ts';
import { type Problem, parseWith } from './verdict.ts';

const line = z.string().min(1);
const ground = { word: line, source: line, address: z.url().nullable() };
const Rule = z.union([
  z.strictObject({
    ...ground,
    low: z.number().nonnegative().nullable(),
    high: z.number().nonnegative().nullable(),
  }),
  z.strictObject({ ...ground, blank: z.literal(true) }),
]);
const Schemes = z.strictObject({
  schemes: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+$/),
      version: z.int().positive(),
      name: line,
      reads: line,
      source: line.nullable(),
      address: z.url().nullable(),
      rules: z.array(Rule),
      /** Words of which the published rules say nothing; of the newest version, every word that no rule is of. */
      silent: z.array(line),
    }),
  ),
});
type SchemeFile = z.output<typeof Schemes>['schemes'][number];

const words = z.array(line);
const Languages = z.strictObject({
  languages: z.record(
    z.string().regex(/^[a-z]{2,3}$/),
    z.strictObject({
      notAfter: words,
      notBefore: words,
      singular: z.strictObject({ forms: words, after: words }).optional(),
      attached: z.strictObject({ before: words.optional(), after: words.optional() }).optional(),
      words: z.array(
        z.strictObject({
          word: line,
          forms: words.min(1),
          of: z.enum(['count', 'share']),
          nearest: z.enum(VAGUE_WORDS as readonly [VagueWord, ...VagueWord[]]),
          source: line.nullable(),
          notAfter: words.optional(),
          notBefore: words.optional(),
        }),
      ),
    }),
  ),
});

/** What is wrong with the words of other languages: a form of two words, or a word that is nearest to one of another sort. */
export function checkForeignWords(raw: unknown): Problem[] {
  const parsed = parseWith(Languages, raw);
  if (!parsed.ok) return parsed.problems;
  return Object.entries(parsed.value.languages).flatMap(([lang, { words }]) => {
    const path = `languages.${lang}`;
    const forms = words.flatMap((each) => each.forms);
    return [
      ...repeated(words.map(({ word }) => word)).map((word) => ({
        path,
        message: `${word}: it stands twice.`,
      })),
      ...repeated(forms).map((form) => ({ path, message: `${form}: a form is of one word only.` })),
      ...words
        .filter(({ of, nearest }) => of !== sortOf(nearest))
        .map(({ word, of }) => ({ path, message: `${word}: its nearest word is not of a ${of}.` })),
    ];
  });
}

/** What is wrong with the schemes, given the words of other languages for which a reading is published ("uk:десятки"). */
export function checkSchemes(raw: unknown, published: ReadonlySet<string>): Problem[] {
  const parsed = parseWith(Schemes, raw);
  if (!parsed.ok) return parsed.problems;
  const { schemes } = parsed.value;
  return [
    ...repeated(schemes.map(keyOf)).map((key) => ({ path: key, message: 'This version stands twice.' })),
    ...schemes.flatMap((scheme) => [...checkRules(scheme, published), ...checkVersions(scheme, schemes)]),
  ];
}

const keyOf = ({ id, version }: Pick<SchemeFile, 'id' | 'version'>): string => `${id}@${version}`;

function checkRules(scheme: SchemeFile, published: ReadonlySet<string>): Problem[] {
  const path = keyOf(scheme);
  const spoken = [...scheme.rules.map(({ word }) => word), ...scheme.silent];
  const known = new Set<string>([...VAGUE_WORDS, ...published]);
  return [
    ...repeated(spoken).map((word) => ({ path, message: `${word}: it is spoken of twice.` })),
    ...spoken
      .filter((word) => !known.has(word))
      .map((word) => ({ path, message: `${word}: no lexicon holds it, or no reading of it is published.` })),
    ...scheme.rules.flatMap((rule): Problem[] => {
      if ('blank' in rule) return [];
      const { word, low, high } = rule;
      if (low === null && high === null) return [{ path, message: `${word}: give an end, or say "blank".` }];
      if (low !== null && high !== null && low > high)
        return [{ path, message: `${word}: its ends are the wrong way about.` }];
      const share = known.has(word) && sortOf(word as VagueWord) === 'share';
      if (share && [low, high].some((end) => end !== null && end > 1))
        return [{ path, message: `${word}: a share lies between 0 and 1.` }];
      return [];
    }),
  ];
}

/** Versions count from 1; the newest speaks of every word of English, if only to say that nothing is published. */
function checkVersions(scheme: SchemeFile, schemes: readonly SchemeFile[]): Problem[] {
  const { id, version, rules, silent } = scheme;
  const path = keyOf(scheme);
  const own = schemes.filter((other) => other.id === id);
  if (version > 1 && !own.some((other) => other.version === version - 1))
    return [{ path, message: `There is no version ${version - 1} before it.` }];
  if (own.some((other) => other.version > version)) return [];
  const spoken = new Set([...rules.map(({ word }) => word), ...silent]);
  return VAGUE_WORDS.filter((word) => !spoken.has(word)).map((word) => ({
    path,
    message: `${word}: give its rule, or list it as "silent".`,
  }));
}

const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((each, at) => all.indexOf(each) !== at)),
];
