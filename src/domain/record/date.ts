/** A date as a source or page gives it: a year, a month, a day or an instant, and whether we inferred it. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export const PRECISIONS = ['year', 'month', 'day', 'instant'] as const;
export type Precision = (typeof PRECISIONS)[number];

const SHAPES: ReadonlyArray<[Precision, RegExp]> = [
  ['year', /^\d{4}$/],
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['day', /^\d{4}-\d{2}-\d{2}$/],
  ['instant', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/],
];

/** The precision of an ISO 8601 calendar date or instant, or null when it is neither. */
export function precisionOf(iso: string): Precision | null {
  const shape = SHAPES.find(([, pattern]) => pattern.test(iso));
  if (!shape) return null;
  try {
    if (shape[0] === 'day') Temporal.PlainDate.from(iso, { overflow: 'reject' });
    if (shape[0] === 'instant') Temporal.Instant.from(iso);
    return shape[0];
  } catch {
    return null; // the shape is right and the day does not exist, as in 2025-02-30
  }
}

const DATE_SENTENCE =
  'Give a date as YYYY, YYYY-MM, YYYY-MM-DD or an instant with its zone, such as 2025-01-13T09:00:00Z.';

/** A calendar day, and nothing coarser or finer. */
export const Day = z
  .string('Give a day as YYYY-MM-DD.')
  .refine((text) => precisionOf(text) === 'day', 'Give a day as YYYY-MM-DD.');

const dateText = z.string().refine((text) => precisionOf(text) !== null, DATE_SENTENCE);

const datedObject = z.strictObject({
  date: dateText,
  precision: z.enum(PRECISIONS).optional(),
  inferred: z.boolean().default(false),
});

/**
 * Accepts `"2025-01-13"` or `{date, precision?, inferred?}`; always holds the three fields. A coarser precision than
 * the text's own cuts the text; a finer one is refused. An instant keeps the offset it was given with, so that its day
 * is the speaker's own.
 */
export const StatedDate = z.union([dateText, datedObject]).transform((given, context) => {
  const { date, inferred, precision: asked } = typeof given === 'string' ? plainly(given) : given;
  const own = precisionOf(date) as Precision;
  const precision = asked ?? own;
  if (PRECISIONS.indexOf(precision) > PRECISIONS.indexOf(own)) {
    const message = `The date ${date} is a ${own}, not a${precision === 'instant' ? 'n' : ''} ${precision}.`;
    context.addIssue({ code: 'custom', path: ['precision'], message });
    return z.NEVER;
  }
  return { date: cut(date, precision), precision, inferred };
});

const plainly = (date: string) => ({ date, inferred: false, precision: undefined });

function cut(date: string, precision: Precision): string {
  switch (precision) {
    case 'year':
      return date.slice(0, 4);
    case 'month':
      return date.slice(0, 7);
    case 'day':
      return date.slice(0, 10);
    case 'instant':
      return inOwnZone(date);
  }
}

/** The instant in one spelling, under the offset it was given with. */
function inOwnZone(date: string): string {
  const instant = Temporal.Instant.from(date);
  const offset = /[+-]\d{2}:\d{2}$/.exec(date)?.[0];
  return offset ? instant.toString({ timeZone: offset }) : instant.toString();
}

export type StatedDate = z.output<typeof StatedDate>;

/** Milliseconds since 1970 of an instant in the form kept by `StatedDate`; null for a date without an hour. */
export function hourOf(date: string): number | null {
  return date.length > 10 ? Date.parse(date) : null;
}

/** The offset that an instant was given with, "+02:00"; that of UTC where it has none. */
export const offsetOf = (instant: string): string => /[+-]\d{2}:\d{2}$/.exec(instant)?.[0] ?? '+00:00';

/** Milliseconds since 1970 as an ISO instant on the clock of an offset, to the second. */
export const clockAt = (instant: number, offset: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone: offset, smallestUnit: 'second' });

/** An exact instant in UTC, the unit of our own clock. */
export const Instant = z
  .string()
  .refine(
    (text) => precisionOf(text) === 'instant',
    'Give an instant with its zone, such as 2025-01-13T09:00:00Z.',
  )
  .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }));

/** The same instant in UTC. Throws for a text that is none. */
export const inUtc = (instant: string): string => Temporal.Instant.from(instant).toString();

/** The first calendar day that a date may mean; an instant's is the speaker's own. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date.slice(0, 10);
}

/** The last calendar day that a date may mean; an instant's is the speaker's own. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const month = Temporal.PlainYearMonth.from(date);
    return month.toPlainDate({ day: month.daysInMonth }).toString();
  }
  return date.slice(0, 10);
}

/** The ISO day so many days after another; before it when negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
