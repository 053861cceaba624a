/** Validation of a reader of the digest: the request that a mail must confirm, and the choices behind a signed link. */
import { z } from 'zod';
import { CADENCES } from '../domain/digest/cadence.ts';
import { isZone } from '../domain/digest/subscriber.ts';
import { Id } from '../domain/record/measure.ts';
import { filled, REFUSALS } from '../domain/refusals.ts';
import { Address } from './address.ts';
import { STRANGER_FIELDS } from './reader.ts';

const MOST_TOPICS = 500;

const Topics = z.union(
  [
    z.literal('*'),
    z
      .array(Id)
      .min(1, REFUSALS.topicsNone)
      .max(MOST_TOPICS, filled(REFUSALS.topicsMany, { most: MOST_TOPICS }))
      .transform((slugs) => [...new Set(slugs)]),
  ],
  REFUSALS.topicsWrong,
);
const Zone = z.string(REFUSALS.zoneMissing).max(64).refine(isZone, REFUSALS.zoneWrong);
const Cadence = z.enum(CADENCES, filled(REFUSALS.cadenceWrong, { cadences: CADENCES.join(' or ') }));

/** Languages in which dates and numerals can be printed, by their own names. */
export const LANGUAGES = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  es: 'Español',
  fa: 'فارسی',
  fr: 'Français',
  he: 'עברית',
  hi: 'हिन्दी',
  id: 'Bahasa Indonesia',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ru: 'Русский',
  tr: 'Türkçe',
  uk: 'Українська',
  zh: '中文',
} as const;

/** `cadence` and `timezone` left out are daily and UTC, or what a known reader chose before. */
export const SubscriptionRequest = z.strictObject({
  email: Address,
  topics: Topics,
  cadence: Cadence.nullable().default(null),
  timezone: Zone.nullable().default(null),
  ...STRANGER_FIELDS,
});
export type SubscriptionRequest = z.output<typeof SubscriptionRequest>;

const whole = (low: number, high: number, sentence: string) =>
  z.coerce.number(sentence).int(sentence).min(low, sentence).max(high, sentence);

/** The preference form, as its fields come. */
export const SubscriptionChoices = z.strictObject({
  topics: Topics,
  cadence: Cadence,
  weekday: whole(1, 7, REFUSALS.weekdayWrong),
  hour: whole(0, 23, REFUSALS.hourWrong),
  timezone: Zone,
  lang: z.enum(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[], REFUSALS.languageWrong),
  stillQuiet: z.boolean(),
});
export type SubscriptionChoices = z.output<typeof SubscriptionChoices>;
