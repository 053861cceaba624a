/** Validation of a reader of the digest: the request that a mail must confirm, and the choices behind a signed link. */
import { z } from 'zod';
import { CADENCES } from '../domain/digest/cadence.ts';
import { isZone } from '../domain/digest/subscriber.ts';
import { Id } from '../domain/record/measure.ts';
import { Address } from './address.ts';
import { STRANGER_FIELDS } from './reader.ts';

const MOST_TOPICS = 500;

const Topics = z.union(
  [
    z.literal('*'),
    z
      .array(Id)
      .min(1, 'Choose at least one topic.')
      .max(MOST_TOPICS, `Choose at most ${MOST_TOPICS} topics, or all.`)
      .transform((slugs) => [...new Set(slugs)]),
  ],
  'Give "*" for all topics or a list of their slugs.',
);
const Zone = z
  .string('Give a time zone.')
  .max(64)
  .refine(isZone, 'Give a time zone by its IANA name, such as Europe/Paris.');
const Cadence = z.enum(CADENCES, `Choose ${CADENCES.join(' or ')}.`);

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
  weekday: whole(1, 7, 'Choose a day of the week.'),
  hour: whole(0, 23, 'Choose an hour from 0 to 23.'),
  timezone: Zone,
  lang: z.enum(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[], 'Choose one of the languages listed.'),
  stillQuiet: z.boolean(),
});
export type SubscriptionChoices = z.output<typeof SubscriptionChoices>;
