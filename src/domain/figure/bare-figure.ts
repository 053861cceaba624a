/** Whether words are a number and nothing else, which nobody can put in other words. */
import { plainFigures } from './digits.ts';
import { numbersIn } from './stated-numbers.ts';

/** What is denied or declined is written by editors, in English. */
export function isBareFigure(text: string): boolean {
  const [number] = numbersIn(text, 'en');
  return number !== undefined && number.from === 0 && number.to === plainFigures(text).length;
}
