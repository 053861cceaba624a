/** Text that enters anywhere: one rule for what no name, title, quotation or comment may hold, and how each is kept. */
import { z } from 'zod';
import { filled, REFUSALS } from './refusals.ts';

/** A label stands in one line beside other words; a body has lines of its own. */
export type TextShape = 'label' | 'body';

/** C0 and C1 (Unicode, section 23.1), less tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Never assigned, and no character of XML or of an interchange (Unicode, section 23.7). */
const NONCHARACTER = /\p{Noncharacter_Code_Point}/u;
/** What ends a line or leaps within one. */
const BREAK = /[\t\n\r\u2028\u2029]/;
/** Embeddings, overrides and isolates (UAX 9), their deprecated kin, and annotations between lines: they reach past their label. */
const TURNING = /[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/;
/** More marks upon one letter than any living script piles up. */
const PILED = /\p{M}{5}/u;
/** White space and characters that show nothing by themselves. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Mn}\u2800]+/gu;

/** What a text holds that it may not, as a noun phrase ("the control character U+0007"); null when nothing. */
export function unfitPart(text: string, shape: TextShape): string | null {
  if (text.includes('\0')) return REFUSALS.partNull;
  if (!text.isWellFormed()) return REFUSALS.partHalf;
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) return filled(REFUSALS.partControl, { code: codeOf(control) });
  const none = NONCHARACTER.exec(text)?.[0];
  if (none !== undefined) return filled(REFUSALS.partNone, { code: codeOf(none) });
  if (shape === 'body') return null;
  if (BREAK.test(text)) return REFUSALS.partBreak;
  const turning = TURNING.exec(text)?.[0];
  if (turning !== undefined) return filled(REFUSALS.partTurning, { code: codeOf(turning) });
  return PILED.test(text) ? REFUSALS.partPiled : null;
}

/** The same of a reason or an answer: it may have lines of its own, and stands beside other words as a label does. */
export const unfitReason = (text: string): string | null =>
  unfitPart(text, 'body') ?? unfitPart(text.replace(/\s+/g, ' '), 'label');

/** False for a text of blanks, joiners and bare marks. */
export const isSeen = (text: string): boolean => text.replace(UNSEEN, '') !== '';

/** The one spelling of a text (UAX 15, NFC), without blanks around it. */
export const tidied = (text: string): string =>
  text.normalize('NFC').replace(/^[\p{Zs}\t\r\n]+|[\p{Zs}\t\r\n]+$/gu, '');

export interface LabelWords {
  /** Fewest characters; 0 lets a label be empty. */
  least?: number;
  /** Said when it is missing or too short, and when it is too long. */
  few?: string;
  many?: string;
}

/** A label of at most so many characters (UTF-16 units): one line, tidied, with something to see in it. */
export function label(most: number, { least = 1, few, many }: LabelWords = {}) {
  const short = few ?? (least > 1 ? `Give at least ${least} characters.` : 'Give a text.');
  return z
    .string(few)
    .overwrite(tidied)
    .min(least, short)
    .max(most, many ?? `Keep it to ${most.toLocaleString('en')} characters.`)
    .superRefine((text, context) => {
      const unfit = unfitPart(text, 'label');
      if (unfit !== null) context.addIssue({ code: 'custom', message: `It holds ${unfit}: take it out.` });
      else if (text !== '' && least > 0 && !isSeen(text))
        context.addIssue({ code: 'custom', message: 'Nothing of it can be seen: give a text.' });
    });
}

/** A stored text of an older release, without what would be refused today; whatever holds it can then be read. */
export const mended = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out
    .replace(/[\u0000-\u001f\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
