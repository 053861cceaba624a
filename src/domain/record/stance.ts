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

export type VouchingStance = Extract<Stance, 'states' | 'acknowledges' | 'alleges'>;

/** Only these vouch for a figure; the value of any other stance is never the speaker's. */
export function vouches(stance: Stance): stance is VouchingStance {
  return stance === 'states' || stance === 'acknowledges' || stance === 'alleges';
}
