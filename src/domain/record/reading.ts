/** One statement printed differently: which printing is adopted, and when none can be. */

import { statedInterval, type Value } from '../figure/value.ts';
import type { Claim } from './claim.ts';
import type { Reading } from './evidence.ts';

/** Voices between the claim's adopted wording and its speaker: the links of its chain that are not the speaker's own. */
export function distanceOf(claim: Claim): number {
  return claim.chain.filter((link) => link.role !== 'speaker' && link.role !== 'channel').length;
}

/** True when a printing gives another figure or another metric than the claim. */
export function differs(claim: Claim, reading: Reading): boolean {
  return reading.metric !== null || (reading.value !== null && !sameFigure(claim.value, reading.value));
}

function sameFigure(a: Value | null, b: Value): boolean {
  if (a === null) return false;
  const [x, y] = [statedInterval(a), statedInterval(b)];
  if (x === null || y === null) return a.stated === b.stated;
  return x.low === y.low && x.high === y.high;
}

/** Printings that contradict the adopted one on figure or metric. */
export function contradictions(claim: Claim): Reading[] {
  return claim.readings.filter((reading) => differs(claim, reading));
}

/** Contradicted by a printing no farther from the speaker than ours: then nobody can tell, and it is no estimate. */
export function isDisputed(claim: Claim): boolean {
  const ours = distanceOf(claim);
  return contradictions(claim).some((reading) => reading.distance !== null && reading.distance <= ours);
}

/** The outlets that printed this statement; several are still one source. */
export function outletsOf(claim: Claim): Set<string> {
  return new Set([
    ...claim.evidence.map((item) => item.outlet),
    ...claim.readings.map((reading) => reading.outlet),
  ]);
}
