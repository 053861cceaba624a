/** How topics are ranked by what readers say: people first, and never a sum over places. */

export interface OriginCount {
  name: string;
  /** Our own readers, or another site that counts its own comments. */
  kind: 'ours' | 'outside';
  comments: number;
  /** Distinct people, or null when the origin does not say. */
  commenters: number | null;
  /** What it counted in all. */
  total: number;
  /** Counted once so far: a baseline, so that what came within the window is not known yet. */
  baseline: boolean;
  countedAt: string;
  stale: boolean;
}

/** Published with every list, in words of the catalogue; a changed rule is a new version with its line in the log of changes. */
export const FORMULA = {
  id: 'people-first',
  version: 3,
  changes: [
    { version: 3, on: '2026-11-25' },
    { version: 2, on: '2026-11-23' },
    { version: 1, on: '2026-11-23' },
  ],
} as const;
export type FormulaVersion = (typeof FORMULA)['changes'][number]['version'];

export interface Tally {
  comments: number;
  /** Distinct people, or null when the place does not say. */
  people: number | null;
}

/** What a site itself says came within the last `hours` before its count. */
export interface Late extends Tally {
  hours: number;
}

/** What ranking needs of our own comments on one topic. */
export interface OwnCount {
  topic: string;
  title: string;
  total: Tally;
  /** Within the last 24 hours, 7 and 30 days. */
  day: Tally;
  week: Tally;
  month: Tally;
  /** The hour of the first comment, and the instant of the newest. */
  firstHour: string;
  lastAt: string;
}

/** People, then less than one more for their further comments: no number of those outranks a person. */
export function scoreOf({ comments, people }: Tally): number {
  const many = people ?? 0;
  return many + Math.min(0.999, Math.log10(1 + Math.max(0, comments - many)) / 10);
}

export interface Ranked {
  score: number;
  /** The newest activity, an instant. */
  activity: string;
  slug: string;
}

/** The order of the list: score, then newer activity, then the topic's address. */
export function byRank(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    (a.activity < b.activity
      ? 1
      : a.activity > b.activity
        ? -1
        : a.slug < b.slug
          ? -1
          : a.slug > b.slug
            ? 1
            : 0)
  );
}
