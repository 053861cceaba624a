/** The time to come that a figure is about: a forecast's year, quarter, month, day or days from one to another. */
import { z } from 'zod';
import { daysAfter, firstDay, lastDay, precisionOf } from './date.ts';

const PRECISIONS = ['year', 'quarter', 'month', 'day', 'period'] as const;
type TargetPrecision = (typeof PRECISIONS)[number];

const QUARTER = /^(\d{4})-Q([1-4])$/;

const SENTENCE =
  'Give a target as YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD, or as two days with a slash between them (2026-04-01/2027-03-31).';

const TargetText = z.string().refine((text) => targetPrecision(text) !== null, SENTENCE);

/** Accepts `"2026"` or what it holds, `{date, precision}`; the precision is the text's own. */
export const Target = z
  .union([
    TargetText,
    z
      .strictObject({ date: TargetText, precision: z.enum(PRECISIONS).optional() })
      .transform(({ date }) => date),
  ])
  .transform((date) => ({ date, precision: targetPrecision(date) as TargetPrecision }));
export type Target = z.output<typeof Target>;

function targetPrecision(text: string): TargetPrecision | null {
  if (QUARTER.test(text)) return 'quarter';
  const [from, to, more] = text.split('/');
  if (from !== undefined && to !== undefined && more === undefined) {
    const areDays = [from, to].every((day) => precisionOf(day) === 'day');
    return areDays && from <= to ? 'period' : null;
  }
  const precision = precisionOf(text);
  return precision === 'instant' ? null : precision;
}

/** The first and the last day (ISO) of what the figure is about. */
export function targetDays({ date, precision }: Target): { from: string; to: string } {
  if (precision === 'period') return { from: date.slice(0, 10), to: date.slice(11) };
  const [, year, quarter] = QUARTER.exec(date) ?? [];
  if (year === undefined) return { from: firstDay(date), to: lastDay(date) };
  const month = (nth: number) => `${year}-${String(nth).padStart(2, '0')}`;
  const last = Number(quarter) * 3;
  return { from: firstDay(month(last - 2)), to: lastDay(month(last)) };
}

/** The first day on which a figure is no forecast any more. */
export const dayAfterTarget = (target: Target): string => daysAfter(targetDays(target).to, 1);
