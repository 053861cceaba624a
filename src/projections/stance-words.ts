/** A denial, a refusal or an admission in words: the speaker's own in quotation marks, ours marked as ours. */

import { plainFigures } from '../domain/figure/digits.ts';
import { numbersIn } from '../domain/figure/stated-numbers.ts';
import type { Claim } from '../domain/record/claim.ts';
import type { Stance } from '../domain/record/stance.ts';

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

const WITHOUT_FIGURE: Readonly<Record<Stance, string>> = {
  states: 'gives no figure',
  acknowledges: 'acknowledges, no figure',
  alleges: 'alleges, no figure',
  'cannot-confirm': 'cannot confirm',
  declines: 'declined to answer',
  denies: 'denies',
  'no-answer': 'gave no answer',
};

/** Between a stance and what it is about. */
const ON: Readonly<Record<Stance, string>> = {
  states: ' ',
  acknowledges: ' ',
  alleges: ' ',
  'cannot-confirm': ' ',
  declines: ' on ',
  denies: ' ',
  'no-answer': ' on ',
};

/** Whoever admits or alleges is not made to state. */
const SPOKEN = { states: '', acknowledges: 'acknowledges ', alleges: 'alleges ' } as const;

/** A claim without a figure in one phrase. A stance is a sentence, never a dash. */
export function stanceWords(claim: Claim, parts: StanceParts): string {
  const { stance, measure } = claim;
  switch (stance) {
    case 'states':
    case 'acknowledges':
    case 'alleges':
      if (parts.own === null) return WITHOUT_FIGURE[stance];
      return `${SPOKEN[stance]}${parts.own}${measure === null ? '' : ', no figure'}`;
    case 'denies':
    case 'declines':
    case 'no-answer':
    case 'cannot-confirm':
      return answer(claim, parts);
  }
}

/** "denies 3,000: “3000 people did not die”"; what is denied in our words follows what was said in theirs. */
function answer(claim: Claim, parts: StanceParts): string {
  const stance = WITHOUT_FIGURE[claim.stance];
  const about = subject(claim, parts);
  const own = parts.own === null ? '' : `: ${parts.own}`;
  if (about === null || (about.ours && parts.summarised)) return stance + own;
  if (!about.ours) return `${stance}${ON[claim.stance]}${about.text}${own}`;
  return own === ''
    ? `${stance}${ON[claim.stance]}${about.text} (in our words)`
    : `${stance}${own} (in our words: ${about.text})`;
}

/** What a stance is about: a quotation of whoever is answered, a bare figure, or our own words for it. */
function subject({ about, words }: Claim, parts: StanceParts): { text: string; ours: boolean } | null {
  if (!about?.words) return parts.answered === null ? null : { text: parts.answered, ours: false };
  const text = about.words;
  const said = (whole: string) => whole.toLowerCase().includes(text.toLowerCase());
  if (isFigure(text)) return { text: said(parts.answeredStated) ? `“${text}”` : text, ours: false };
  if (said(words?.stated ?? '')) return null;
  return said(parts.answeredStated) ? { text: `“${text}”`, ours: false } : { text, ours: true };
}

/** A number and nothing else, which cannot be put in other words. */
function isFigure(text: string): boolean {
  const [number] = numbersIn(text, 'en');
  return number !== undefined && number.from === 0 && number.to === plainFigures(text).length;
}
