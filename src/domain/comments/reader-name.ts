/** The name that a reader is shown by: any script, one line, nothing that hides, turns or piles up. */
import { z } from 'zod';
import { filled, REFUSALS } from '../refusals.ts';
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

const TOO_LONG = filled(REFUSALS.nameLong, { most: LONGEST_NAME });

export const ReaderName = z
  .string(REFUSALS.nameMissing)
  .max(1_000, TOO_LONG)
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/[\p{Zs}\t]+/gu, ' ')
      .trim(),
  )
  .refine((text) => text !== '' && /[\p{L}\p{N}]/u.test(text), REFUSALS.nameUnreadable)
  .refine((text) => text.length <= LONGEST_NAME, TOO_LONG)
  .refine((text) => !UNSEEN.test(text.replace(JOINERS, '')), REFUSALS.nameUnseen)
  .refine((text) => !PILED.test(text), REFUSALS.namePiled)
  .superRefine((text, context) => {
    const message = nameRefusal(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
