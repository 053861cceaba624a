/** One figure, or one stance without a figure, by one source: what was said, when, and by which way it reached us. */
import { z } from 'zod';
import { Lang, Value, Words } from '../figure/value.ts';
import { label } from '../text.ts';
import { CombinationId } from './combination.ts';
import { StatedDate } from './date.ts';
import { DimensionValues } from './dimension.ts';
import { Evidence, Link, Reading } from './evidence.ts';
import { Id } from './measure.ts';
import { Method } from './method.ts';
import { Stance, vouches } from './stance.ts';

export const BASES = ['own count', 'visual', 'intelligence', 'model', 'hearsay', 'unknown'] as const;

export const ClaimId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens.')
  .max(120);

/** The claim, the words or the voice that a denial, a refusal or a relayed figure is about. */
export const About = z
  .strictObject({
    claim: ClaimId.nullable().default(null),
    source: Id.nullable().default(null),
    words: label(120).nullable().default(null),
  })
  .refine(
    (about) => about.claim ?? about.source ?? about.words,
    'Name the claim, the source or the words answered.',
  );

/** A figure given beside the main one in the same statement: a scenario or a method. */
export const Alternative = z.strictObject({
  label: label(80),
  value: Value,
});

/** Words of a stance without a figure; a plain string is read as English. */
const Saying = z
  .union([
    Words,
    z.strictObject({ stated: Words, lang: Lang.default('en'), gloss: Words.nullable().default(null) }),
  ])
  .transform((given) => (typeof given === 'string' ? { stated: given, lang: 'en', gloss: null } : given));

/** What an editor states of a claim; the shape of a record file and of `POST /v1/claims`. */
export const ClaimFields = z.strictObject({
  topic: Id,
  /** A declared measure or, as recorded, the one combination of its dimensions that is counted. */
  measure: CombinationId.nullable().default(null),
  /** A value for each dimension of the measure. */
  dimensions: DimensionValues.default({}),
  source: Id,
  stance: Stance,
  value: Value.nullable().default(null),
  words: Saying.nullable().default(null),
  /** Our own sentence on a statement that holds no figure. */
  summary: label(240, { least: 3 }).nullable().default(null),
  said: StatedDate.nullable().default(null),
  asOf: StatedDate.nullable().default(null),
  published: StatedDate.nullable().default(null),
  disclosed: StatedDate.nullable().default(null),
  chain: z.array(Link).max(12).default([]),
  about: About.nullable().default(null),
  adopts: ClaimId.nullable().default(null),
  /** The same source's claim that this one took the place of, where the hours do not tell. */
  replaces: ClaimId.nullable().default(null),
  alternatives: z.array(Alternative).max(12).default([]),
  /** The source's own choice among several figures of one day, and what this one is called among them. */
  preferred: z.boolean().default(false),
  label: label(80).nullable().default(null),
  basis: z.enum(BASES).default('unknown'),
  method: Method.default(null),
  evidence: z.array(Evidence).max(24).default([]),
  readings: z.array(Reading).max(24).default([]),
});
export type ClaimFields = z.output<typeof ClaimFields>;

export type Claim = ClaimFields & { id: string };

/** True when the source vouches for a figure here; a denied figure is never the denier's. */
export function bearsFigure(claim: Claim): boolean {
  return claim.value !== null && vouches(claim.stance);
}

/** A relays what B said: it stands beside A's own figure and never takes its place. */
export function isRelay(claim: Claim): boolean {
  return claim.stance === 'alleges' && claim.about?.source != null && claim.about.source !== claim.source;
}
