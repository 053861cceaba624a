/** The check on the date of a voiding, a withdrawal or a withholding: after the claim, and not to come. */

import type { Problem } from '../problem.ts';
import { daysAfter, firstDay, hourOf, lastDay, type StatedDate } from './date.ts';
import { type ClaimState, saidOf } from './record.ts';

const ACTIONS = { void: 'voided', retract: 'withdrawn', withhold: 'withheld' } as const;

/** `now` is an instant of our clock, or a day of it. A day that has begun anywhere (14 hours ahead of UTC) is not to come. */
export function checkRemoval(
  kind: keyof typeof ACTIONS,
  state: ClaimState,
  on: StatedDate | null,
  now: string,
): Problem[] {
  if (on === null) return [];
  const said = saidOf(state);
  if (said !== null && !said.inferred && isEarlier(on.date, said.date)) {
    const message = `This claim was said on ${said.date}: it cannot have been ${ACTIONS[kind]} before, on ${on.date}.`;
    return [{ path: 'on', message }];
  }
  return isToCome(on.date, now) ? [{ path: 'on', message: `The date ${on.date} is in the future.` }] : [];
}

function isEarlier(on: string, said: string): boolean {
  const [then, spoken] = [hourOf(on), hourOf(said)];
  return then !== null && spoken !== null ? then < spoken : lastDay(on) < firstDay(said);
}

function isToCome(on: string, now: string): boolean {
  const [then, clock] = [hourOf(on), hourOf(now)];
  if (then !== null && clock !== null) return then > clock;
  return firstDay(on) > daysAfter(now.slice(0, 10), 1);
}
