/** Whether a figure foretells or tells: of a measure with a target, what was said until its end, and what was said after. */
import { bearsFigure } from './claim.ts';
import { firstDay } from './date.ts';
import type { Measure } from './measure.ts';
import { type ClaimState, saidOf } from './record.ts';
import { dayAfterTarget } from './target.ts';

export type FigureRole = 'forecast' | 'outcome';

/** Null for a stance, and on a measure without a target. */
export function figureRole(state: ClaimState, measure: Measure | undefined): FigureRole | null {
  return bearsFigure(state.claim) ? roleInTime(state, measure) : null;
}

/**
 * What a figure said then would be. An outcome's is no day of the target or before it: a year or a month that still holds
 * one of those days is a forecast's. Depends on what the log holds alone, never on today.
 */
export function roleInTime(state: ClaimState, measure: Measure | undefined): FigureRole | null {
  if (!measure?.target) return null;
  const said = saidOf(state);
  return said !== null && firstDay(said.date) >= dayAfterTarget(measure.target) ? 'outcome' : 'forecast';
}
