/** The figure as stated: its kind, its numbers, its hedge and the few words said. */
import { z } from 'zod';
import { label } from '../text.ts';
import { plainNumber } from './plain-number.ts';

export const KINDS = ['point', 'range', 'interval', 'vague', 'share'] as const;
export const HEDGES = ['about', 'almost', 'at-least', 'more-than', 'at-most', 'fewer-than'] as const;
export type Hedge = (typeof HEDGES)[number];

/** The longest wording a claim may carry, in characters: a figure's own words, not a quotation of the article. */
export const LONGEST_STATED = 120;

/** Any finite number; which may lie below zero is the measure's quantity. Zero has no sign. */
const amount = z
  .number('Give a number.')
  .refine((n) => Number.isFinite(n), 'Give a finite number.')
  .overwrite((n) => n + 0)
  .nullable()
  .default(null);

const TOO_LONG = `Keep to the few words of the figure: at most ${LONGEST_STATED} characters.`;

export const Words = label(LONGEST_STATED, {
  few: 'Give the words that were said.',
  many: TOO_LONG,
});

const Stated = label(LONGEST_STATED, {
  few: 'Give the words that were said, or null where the figure was read from a table.',
  many: TOO_LONG,
});

/** In which a text is taken to be where nobody says: the language of most outlets read, and of the editors. */
export const USUAL_LANGUAGE = 'en';

/** A BCP 47 language tag. */
export const Lang = z
  .string()
  .max(35, 'Keep a language tag to 35 characters.')
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give a language tag such as en or ko.');

/** Which numbers are our conversion of what was said, and how it was made ("gallons at 42 to the barrel"). */
export const Derived = z.strictObject({
  ends: z.array(z.enum(['low', 'point', 'high'])).min(1, 'Name which of low, point and high were converted.'),
  how: label(160, { least: 3, few: 'Say how the figure was converted.' }),
});

export const Value = z.strictObject({
  kind: z.enum(KINDS, `Use one of the kinds: ${KINDS.join(', ')}.`),
  low: amount,
  point: amount,
  high: amount,
  hedge: z
    .enum(HEDGES, `Use one of the hedges: ${HEDGES.join(', ')}.`)
    .nullable()
    .default(null),
  /** The few words said; null where the figure was read from a table or a chart, and nobody is quoted. */
  stated: Stated.nullable(),
  lang: Lang.default(USUAL_LANGUAGE),
  gloss: Words.nullable().default(null),
  /** Coverage of a stated interval, 0 to 1 exclusive (0.95); null where only a margin is known. */
  level: z.number().gt(0).lt(1).nullable().default(null),
  /** What a share is a share of, in words ("4,000 casualties"). */
  of: label(LONGEST_STATED).nullable().default(null),
  derived: Derived.nullable().default(null),
});
export type Value = z.output<typeof Value>;

/** A figure that was said in words, and not read from a table. */
export type Worded = Value & { stated: string };

export const isWorded = (value: Value): value is Worded => value.stated !== null;

/** The figure as a message to editors names it: the words said, else the numbers read from a table. */
export function namedFigure({ stated, low, point, high }: Value): string {
  if (stated !== null) return `“${stated}”`;
  return [...new Set([low, point, high])].flatMap((n) => (n === null ? [] : [plainNumber(n)])).join(', ');
}

/** A pair of ends in the measure's unit; an end nobody stated is null. */
export interface Interval {
  low: number | null;
  high: number | null;
}

/** True when nobody stated a number: the words alone are the figure. */
export function isVague(value: Value): boolean {
  return value.kind === 'vague';
}

/** True when there is a figure and an interval or a margin around it, of a share too. */
export function hasInterval({ low, point, high }: Value): boolean {
  return low !== null && point !== null && high !== null;
}

/** True of a figure that is an interval, or a share with one. */
export const holdsInterval = (value: Value): boolean =>
  hasInterval(value) && (value.kind === 'interval' || value.kind === 'share');

/** The ends of what was stated, hedges read as bounds (at least 300: 300 and up); vague words have none. */
export function statedInterval(value: Value): Interval | null {
  if (isVague(value)) return null;
  const low = value.low ?? value.point;
  const high = value.high ?? value.point;
  if (value.hedge === 'at-least' || value.hedge === 'more-than')
    return { low, high: value.low === null ? null : value.high };
  if (value.hedge === 'at-most' || value.hedge === 'fewer-than')
    return { low: value.high === null ? null : value.low, high };
  return { low, high };
}
