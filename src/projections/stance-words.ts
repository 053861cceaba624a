/** A denial, a refusal or an admission in words: the speaker's own in quotation marks, ours marked as ours. */

import { isBareFigure } from '../domain/figure/bare-figure.ts';
import type { Claim } from '../domain/record/claim.ts';
import type { Stance, VouchingStance } from '../domain/record/stance.ts';
import { quotation } from './quotation.ts';
import { wordsOf } from './words/words.ts';

/** What a phrase is made of; each null where the record holds none. */
export interface StanceParts {
  /** The speaker's own words, quoted, with their translation. */
  own: string | null;
  /** The figure answered, in its source's own words, quoted. */
  answered: string | null;
  /** The bare words of the claim answered. */
  answeredStated: string;
  /** Our summary follows, so that nothing else need be put in our words. */
  summarised: boolean;
}

/** A claim without a figure in one phrase. A stance is a sentence, never a dash. */
export function stanceWords(claim: Claim, lang: string, parts: StanceParts): string {
  const { stance, measure } = claim;
  switch (stance) {
    case 'states':
    case 'acknowledges':
    case 'alleges': {
      const words = wordsOf(lang).statements;
      if (parts.own === null) return words.silent[stance];
      const said = words.said[stance](parts.own);
      return measure === null ? said : words.withoutFigure(said);
    }
    case 'denies':
    case 'declines':
    case 'no-answer':
    case 'cannot-confirm':
      return answer(claim, stance, lang, parts);
  }
}

/** "denies 3,000: “3000 people did not die”"; what is denied in our words follows what was said in theirs. */
function answer(
  claim: Claim,
  stance: Exclude<Stance, VouchingStance>,
  lang: string,
  parts: StanceParts,
): string {
  const words = wordsOf(lang).statements;
  const stanceOf = words.answers[stance];
  const withOwn = (text: string) => (parts.own === null ? text : words.inOwnWords(text, parts.own));
  const about = subject(claim, parts, (said) => quotation(said, lang));
  if (about === null || (about.ours && parts.summarised)) return withOwn(stanceOf.alone);
  if (!about.ours) return withOwn(stanceOf.about(about.text));
  return parts.own === null
    ? words.inOurWords(stanceOf.about(about.text))
    : words.aboutInOurWords(withOwn(stanceOf.alone), about.text);
}

/** What a stance is about: a quotation of whoever is answered, a bare figure, or our own words for it. */
function subject(
  { about, words }: Claim,
  parts: StanceParts,
  quoted: (said: string) => string,
): { text: string; ours: boolean } | null {
  if (!about?.words) return parts.answered === null ? null : { text: parts.answered, ours: false };
  const text = about.words;
  const said = (whole: string) => whole.toLowerCase().includes(text.toLowerCase());
  if (isBareFigure(text)) return { text: said(parts.answeredStated) ? quoted(text) : text, ours: false };
  if (said(words?.stated ?? '')) return null;
  return said(parts.answeredStated) ? { text: quoted(text), ours: false } : { text, ours: true };
}
