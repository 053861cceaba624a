/** Words with their numbers set heavier: the words are the figure. */

/** Runs of digits with their sign and separators, a hyphen left out since it may span: odd places of the split are numbers. */
const NUMBERS = /([−±+]?[\p{Nd}.,]*\p{Nd})/u;

export const Words = ({ text }: { text: string }) =>
  text.split(NUMBERS).map((part, at) => (at % 2 ? <b>{part}</b> : part));
