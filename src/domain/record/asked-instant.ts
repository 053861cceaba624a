/** An instant as somebody asks for one: with its zone, or a bare day, which means its first or its last instant (UTC). */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { precisionOf } from './date.ts';

export const INSTANT_SENTENCE =
  'Give a date such as 2025-01-13, or an instant with its zone, such as 2025-01-13T09:00:00Z.';

/** In UTC to the millisecond; a bare day is read from where it begins. Null for what is neither. */
export const firstInstant = (text: string): string | null => instantOf(text, 'T00:00:00.000Z');

/** In UTC to the millisecond; a bare day is read to where it ends. Null for what is neither. */
export const lastInstant = (text: string): string | null => instantOf(text, 'T23:59:59.999Z');

function instantOf(text: string, ofDay: string): string | null {
  switch (precisionOf(text)) {
    case 'day':
      return `${text}${ofDay}`;
    case 'instant':
      return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
    default:
      return null;
  }
}

const asked = (read: (text: string) => string | null) =>
  z.string(INSTANT_SENTENCE).transform((text, context) => {
    const instant = read(text);
    if (instant !== null) return instant;
    context.addIssue({ code: 'custom', message: INSTANT_SENTENCE });
    return z.NEVER;
  });

/** As fields of a body. */
export const FirstInstant = asked(firstInstant);
export const LastInstant = asked(lastInstant);
