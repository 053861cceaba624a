/** What the public could know by a date: an instant is compared by the instant, all else by the last day it may mean. */
import { hourOf, lastDay } from './date.ts';

/** Whether something dated `date` was public by `saidBy`: a bare date includes all of itself; null is now. */
export function isPublicBy(date: string, saidBy: string | null): boolean {
  if (saidBy === null) return true;
  const [then, by] = [hourOf(date), hourOf(saidBy)];
  if (then !== null && by !== null) return then <= by;
  return lastDay(date) <= lastDay(saidBy);
}
