/** Words with their numbers set heavier: the words are the figure. */

/** Runs of digits with their separators: odd places of the split are numbers. */
const NUMBERS = /([\p{Nd}.,]*\p{Nd})/u;

export const Words = ({ text }: { text: string }) =>
  text.split(NUMBERS).map((part, at) => (at % 2 ? <b>{part}</b> : part));
