/** How often a reader may do a thing: so many times in so many seconds. */

export type PaceSpan = 'tenMinutes' | 'hour' | 'day' | 'thirtyDays';

export interface Pace {
  most: number;
  seconds: number;
  /** The same time by name. */
  span: PaceSpan;
}

export interface Wait {
  /** Seconds. */
  retryAfter: number;
  /** What was reached: so many in so long. */
  most: number;
  span: PaceSpan;
}

/**
 * How long to wait and why, when a thing was done too often; null when not. `done`: instants, in any order.
 */
export function waitOf(done: readonly string[], now: string, paces: readonly Pace[]): Wait | null {
  const ages = done.map((at) => (Date.parse(now) - Date.parse(at)) / 1000).sort((a, b) => a - b);
  for (const { most, seconds, span } of paces) {
    const oldest = ages.filter((age) => age < seconds)[most - 1];
    if (oldest === undefined) continue;
    const retryAfter = Math.max(1, Math.ceil(seconds - oldest));
    return { retryAfter, most, span };
  }
  return null;
}

/** The instant before which nothing counts, for reading what was done. */
export const paceSince = (paces: readonly Pace[], now: string): string =>
  new Date(Date.parse(now) - Math.max(...paces.map(({ seconds }) => seconds)) * 1000).toISOString();

/** One more than any pace allows, so that the count of those read is the count of all. */
export const paceLimit = (paces: readonly Pace[]): number => Math.max(...paces.map(({ most }) => most)) + 1;
