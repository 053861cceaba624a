/** What a voice did with a figure: said it, admitted it, denied it, or would not say. */
import { z } from 'zod';

export const STANCES = [
  'states',
  'acknowledges',
  'alleges',
  'cannot-confirm',
  'declines',
  'denies',
  'no-answer',
] as const;
export const Stance = z.enum(STANCES, `Use one of the stances: ${STANCES.join(', ')}.`);
export type Stance = z.output<typeof Stance>;

/** Only these vouch for a figure; the value of any other stance is never the speaker's. */
export function vouches(stance: Stance): boolean {
  return stance === 'states' || stance === 'acknowledges' || stance === 'alleges';
}
