/** How often a reader is sent a digest: one row a cadence says all that depends on it; its words are in the catalogue. */

export const CADENCES = ['daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

export interface CadenceRule {
  /** Days between two digests, at most. */
  days: number;
  /** Whether a digest may fall on a day of the week, 1 to 7 from Monday, for a reader who chose one. */
  mayFallOn(day: number, chosen: number): boolean;
  /** The time up to now that Most Commented in its mails is about. */
  window: '24h' | '7d';
}

/** A cadence without a row here does not compile. */
export const CADENCE_RULES: Readonly<Record<Cadence, CadenceRule>> = {
  daily: { days: 1, mayFallOn: () => true, window: '24h' },
  weekly: { days: 7, mayFallOn: (day, chosen) => day === chosen, window: '7d' },
};

/** For who says nothing else. */
export const USUAL_CADENCE: Cadence = 'daily';

export const LONGEST_CADENCE = Math.max(...Object.values(CADENCE_RULES).map(({ days }) => days));

export const isCadence = (text: string): text is Cadence => (CADENCES as readonly string[]).includes(text);
