/** What a source did with a figure, when it spoke, and the way to the page read. */
import type { Stance, VouchingStance } from '../../../domain/record/stance.ts';

export const statements = {
  /** Whoever admits or alleges is not made to state. */
  said: {
    states: (said: string) => said,
    acknowledges: (said: string) => `acknowledges ${said}`,
    alleges: (said: string) => `alleges ${said}`,
  } satisfies Record<VouchingStance, (said: string) => string>,
  silent: {
    states: 'gives no figure',
    acknowledges: 'acknowledges, no figure',
    alleges: 'alleges, no figure',
  } satisfies Record<VouchingStance, string>,
  withoutFigure: (said: string) => `${said}, no figure`,
  relayed: (of: string, figure: string) => `says ${of} said ${figure}`,
  /** A stance alone, and with what it is about: a figure, or words. */
  answers: {
    'cannot-confirm': { alone: 'cannot confirm', about: (what: string) => `cannot confirm ${what}` },
    declines: { alone: 'declined to answer', about: (what: string) => `declined to answer on ${what}` },
    denies: { alone: 'denies', about: (what: string) => `denies ${what}` },
    'no-answer': { alone: 'gave no answer', about: (what: string) => `gave no answer on ${what}` },
  } satisfies Record<Exclude<Stance, VouchingStance>, { alone: string; about: (what: string) => string }>,
  inOwnWords: (answer: string, said: string) => `${answer}: ${said}`,
  inOurWords: (answer: string) => `${answer} (in our words)`,
  aboutInOurWords: (answer: string, what: string) => `${answer} (in our words: ${what})`,
  summary: (ours: string) => `In our words: ${ours}`,
  saidThenSummary: (said: string, summary: string) => `${said}. ${summary}`,
  dateNotGiven: {
    alone: 'date not given',
    by: (day: string) => `date not given, by ${day}`,
    /** Where no more than a month or a year bounds it. */
    byEndOf: (period: string) => `date not given, by the end of ${period}`,
    orLater: (day: string) => `date not given, ${day} or later`,
  },
  via: (names: readonly string[]) => `via ${names.join(', ')}`,
  withdrew: (what: string, day: string) => `withdrew ${what} on ${day}`,
  itsStatement: 'its statement',
  withheld: 'withheld',
  withheldOn: (day: string) => `withheld on ${day}`,
  disputed: 'disputed: outlets print this statement differently',
  /** Several figures of one date, of which none leads. */
  labelled: (figure: string, label: string) => `${figure} (${label})`,
  all: (figures: readonly string[]) => `${figures.slice(0, -1).join(', ')} and ${figures.at(-1)}`,
  attributedTo: (name: string) => `attributed to ${name}`,
  also: 'also',
};
