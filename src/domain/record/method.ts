/** How a figure was made: of how many, of whom, on which days, by which way, paid for by whom. */
import { z } from 'zod';
import { label } from '../text.ts';
import { Day } from './date.ts';

/**
 * How the data came in. Of surveys the modes that AAPOR's code asks to disclose (section III.A, April 2021), of all else
 * those that DDI's vocabulary Mode of Collection parts, in a newsroom's words.
 */
export const MODES = [
  'online',
  'telephone',
  'automated-call',
  'text-message',
  'face-to-face',
  'mail',
  'mixed',
  'administrative',
  'count',
  'documents',
  'measurement',
  'images',
  'model',
  'other',
] as const;
export type Mode = (typeof MODES)[number];

const LONGEST_NOTE = 500;
const given = <S extends z.ZodType>(field: S) => field.nullable().default(null);
const size = 'Give how many were asked or counted: a whole number of 1 or more.';
const margin =
  'Give the margin of error as a number above 0, in the unit of the measure (0.028 for 2.8 points).';
const level = 'Give the confidence level as a number between 0 and 1, such as 0.95.';

/** What a source discloses of how it made a figure; nothing at all is null. */
export const Method = z
  .strictObject({
    sampleSize: given(z.int(size).min(1, size)),
    /** In the unit of the measure, to either side. */
    margin: given(z.number(margin).positive(margin)),
    /** Of the margin, 0 to 1 exclusive. */
    level: given(z.number(level).gt(0, level).lt(1, level)),
    fieldFrom: given(Day),
    fieldTo: given(Day),
    mode: given(z.enum(MODES, `Use one of the modes: ${MODES.join(', ')}.`)),
    /** Who paid for it or asked for it: no source of the figure, and no link of its chain. */
    sponsor: given(label(120)),
    /** Of whom or of what: "registered voters". */
    denominator: given(label(120)),
    note: given(label(LONGEST_NOTE, { many: `Keep the note to ${LONGEST_NOTE} characters.` })),
  })
  .transform((method) => (Object.values(method).some((field) => field !== null) ? method : null))
  .nullable();
export type Method = NonNullable<z.output<typeof Method>>;
