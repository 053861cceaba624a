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

const dateText = z.string().refine((text) => precisionOf(text) !== null, DATE_SENTENCE);

const datedObject = z.strictObject({
  date: dateText,
  precision: z.enum(PRECISIONS).optional(),
  inferred: z.boolean().default(false),
});

/** Accepts `"2025-01-13"` or `{date, inferred}`; always holds the three fields. An instant is kept in UTC. */
export const StatedDate = z.union([dateText, datedObject]).transform((given) => {
  const { date, inferred } = typeof given === 'string' ? { date: given, inferred: false } : given;
  const precision = precisionOf(date) as Precision;
  return {
    date: precision === 'instant' ? Temporal.Instant.from(date).toString() : date,
    precision,
    inferred,
  };
});
export type StatedDate = z.output<typeof StatedDate>;

/** An exact instant in UTC, the unit of our own clock. */
export const Instant = z
  .string()
  .refine(
    (text) => precisionOf(text) === 'instant',
    'Give an instant with its zone, such as 2025-01-13T09:00:00Z.',
  )
  .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }));

/** The first calendar day (UTC) that a date may mean. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  if (date.length === 7) return `${date}-01`;
  return date.slice(0, 10);
}

/** The last calendar day (UTC) that a date may mean. */
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
