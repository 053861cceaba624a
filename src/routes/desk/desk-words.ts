/** How the desk says instants, ages and numbers: short, and to be compared at a glance. */

/** "2026-11-23 07:45", in UTC. */
export const timeWords = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** "3 min", "5 h", "2 d". */
export function ageWords(at: string, now: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(at)) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} d`;
}

/** Where counting stops. */
const MOST_COUNTED = 1_000;

export const countWords = (count: number): string =>
  count >= MOST_COUNTED ? `${MOST_COUNTED.toLocaleString('en')} or more` : count.toLocaleString('en');

/** "1 comment", "3 comments". */
export const plural = (count: number, noun: string): string =>
  `${countWords(count)} ${noun}${count === 1 ? '' : 's'}`;
