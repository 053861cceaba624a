/** In what a metric is counted: a plain noun, a unit of UCUM or of Intl, or money. */
import { z } from 'zod';
import { label } from '../text.ts';
import { inLanguages, type Translated, translated } from './translated.ts';
import { isUcum } from './ucum.ts';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const SIMPLE: ReadonlySet<string> = new Set(Intl.supportedValuesOf('unit'));

/** A code of ISO 4217, as Intl knows them. */
export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** A unit that Intl.NumberFormat writes in any language (ECMA-402, table of sanctioned units), alone or one per another. */
export const isIntlUnit = (id: string): boolean => {
  const parts = id.split('-per-');
  return parts.length <= 2 && parts.every((part) => SIMPLE.has(part));
};

/** The form of a noun for each plural category that its language has beside `other` (CLDR). */
const Forms = z.preprocess(
  (given) => (typeof given === 'string' ? { other: given } : given),
  z.strictObject({
    zero: label(80).optional(),
    one: label(80).optional(),
    two: label(80).optional(),
    few: label(80).optional(),
    many: label(80).optional(),
    other: label(80),
  }),
);
export type PluralForms = z.output<typeof Forms>;

/** Words for one and for several; a language with more forms gives each by its CLDR category. */
export const NOUN_FIELDS = {
  singular: translated(80).nullable().default(null),
  plural: z
    .preprocess((given) => (typeof given === 'string' ? { en: given } : given), inLanguages(Forms))
    .nullable()
    .default(null),
};
export interface Noun {
  singular: Translated | null;
  plural: Translated<PluralForms> | null;
}

/** Versions count from 1; the server gives the next where what is meant has changed. */
export const Version = z.int().min(1).max(100_000);
export const SentVersion = Version.nullable().default(null);

/** What a unit is by; a plain noun has none. */
interface Codes {
  ucum: string | null;
  intl: string | null;
  currency: string | null;
}

const UnitId = z
  .string()
  .max(80, 'Keep an id to 80 characters.')
  .refine(
    (id) => /^[a-z0-9]+([ -][a-z0-9]+)*$/.test(id) || isCurrency(id),
    'Use lower-case letters, digits, and single blanks or hyphens, or an ISO 4217 code such as EUR.',
  );

const FIELDS = {
  ...NOUN_FIELDS,
  ucum: z
    .string()
    .max(60, 'Keep a UCUM code to 60 characters.')
    .refine(isUcum, 'This is no well-formed UCUM code: write it case-sensitive, such as m3/s, mm[Hg] or d.')
    .nullable()
    .default(null),
  intl: z
    .string()
    .max(60)
    .refine(
      isIntlUnit,
      'Intl.NumberFormat has no such unit: give one such as hectare, day or kilometer-per-hour.',
    )
    .nullable()
    .default(null),
  currency: z
    .string()
    .max(3, 'Give the three letters of ISO 4217, such as EUR.')
    .refine(isCurrency, 'ISO 4217 has no such currency: give one such as EUR, USD or JPY.')
    .nullable()
    .default(null),
};

interface UnitForm extends Noun, Codes {
  id: string;
}

function holdToRules(unit: UnitForm, context: z.RefinementCtx): void {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const known = [unit.ucum, unit.intl, unit.currency].filter((code) => code !== null).length;
  if (known > 1) say('ucum', 'A unit is one thing: give one of ucum, intl and currency.');
  if (known === 0 && unit.plural === null)
    say('plural', 'Give the word for several ("villages"), or the unit’s ucum, intl or currency code.');
  if (unit.singular !== null && unit.plural === null)
    say('plural', 'Give the word for several beside the word for one.');
  const own = builtInUnit(unit.id);
  if (own !== null && (own.intl !== unit.intl || own.currency !== unit.currency || own.ucum !== unit.ucum))
    say('id', `"${unit.id}" is there already, by its code: name it as it is, or use another id.`);
}

export const Unit = z
  .strictObject({ id: UnitId, version: Version.default(1), ...FIELDS })
  .superRefine(holdToRules);
export type Unit = z.output<typeof Unit>;

/** As an editor sends it: without a version the server gives one. */
export const SentUnit = z
  .strictObject({ id: UnitId, version: SentVersion, ...FIELDS })
  .superRefine(holdToRules);
export type SentUnit = z.output<typeof SentUnit>;

/** A bare number (UCUM's unity): an index, whose metric names no unit. */
export const UNITY = '1';

/** What needs no posting: each currency, each unit of Intl and the bare number. Null for any other id. */
export function builtInUnit(id: string): Unit | null {
  const bare = { id, version: 1, singular: null, plural: null, ucum: null, intl: null, currency: null };
  if (id === UNITY) return { ...bare, ucum: UNITY };
  if (isCurrency(id)) return { ...bare, currency: id };
  return isIntlUnit(id) ? { ...bare, intl: id } : null;
}

/** A unit that the codebook holds or that is built in; null for one that is neither. */
export const unitIn = (units: ReadonlyMap<string, Unit>, id: string): Unit | null =>
  units.get(id) ?? builtInUnit(id);

/** What a unit is by: while it stays, another word for it is the same unit. */
export const isSameUnit = (a: Codes, b: Codes): boolean =>
  a.ucum === b.ucum && a.intl === b.intl && a.currency === b.currency;
