/** The name that a reader is shown by: any script, one line, nothing that hides, turns or piles up. */
import { z } from 'zod';
import { nameRefusal } from './reserved-name.ts';

/** In characters as a reader counts them, less what joins them. */
export const LONGEST_NAME = 60;

/** Controls, line ends, private letters, and whatever shows as nothing or turns the writing around it (UAX #9). */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0\u2800]/u;

/** Joiners that Indic scripts, Persian and Arabic need inside a word. */
const JOINERS = /(?<=\p{L}\p{M}*)[\u200c\u200d](?=\p{L})/gu;

/** More marks on one letter than any orthography writes. */
const PILED = /\p{M}{5,}/u;

export const ReaderName = z
  .string('Give a name.')
  .max(1_000, `Keep the name to ${LONGEST_NAME} characters.`)
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{Zs}\t]+/gu, ' ')
      .trim(),
  )
  .refine(
    (text) => text !== '' && /[\p{L}\p{N}]/u.test(text),
    'Give a name with at least one letter or numeral.',
  )
  .refine((text) => text.length <= LONGEST_NAME, `Keep the name to ${LONGEST_NAME} characters.`)
  .refine(
    (text) => !UNSEEN.test(text.replace(JOINERS, '')),
    'Leave out characters that do not show or that turn the writing round.',
  )
  .refine((text) => !PILED.test(text), 'Leave out marks piled on one letter.')
  .superRefine((text, context) => {
    const message = nameRefusal(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
