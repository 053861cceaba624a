/** A rule's refusal in the reader's language: the domain's English sentence, found again in the catalogue. */
import { type FormRefusal, filled, REFUSALS } from '../../domain/refusals.ts';
import { wordsOf } from './words.ts';

/** Each sentence as a pattern whose groups are what was filled in. */
const PATTERNS = (Object.keys(REFUSALS) as FormRefusal[]).map((key) => {
  const literal = REFUSALS[key].replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return [key, new RegExp(`^${literal.replace(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 'su')] as const;
});

/** The sentence in `lang`; a message that is no refusal of ours, such as a program's mistake, stays as it is. */
export function refusalIn(lang: string, message: string): string {
  for (const [key, pattern] of PATTERNS) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const parts = Object.entries(match.groups ?? {}).map(([name, part]) => [name, refusalIn(lang, part)]);
    return filled(wordsOf(lang).refusals[key], Object.fromEntries(parts));
  }
  return message;
}
