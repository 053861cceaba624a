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

/** Published with every list; a changed rule is a new version with its line in the log of changes. */
export const FORMULA = {
  id: 'people-first',
  version: 3,
  text:
    'The score is the largest number of distinct commenters at any one place with a fresh count, our own readers or one ' +
    'other site, never a sum over places, plus a tenth of the decimal logarithm of one more than their further comments. ' +
    'A place that does not say how many people commented is shown and not ranked. What another site counts first is a ' +
    'baseline: only what it counts beyond that has come within a window, unless the site itself says when. Where the last 24 hours hold more than ' +
    '30 comments and more than ten usual days of the same place (of its 29 days before, of which 7 must be known), what ' +
    'goes beyond does not count until a moderator has looked or the day has passed. Ties go to the newer activity, then ' +
    'to the topic’s address.',
  changes: [
    {
      version: 3,
      on: '2026-11-25',
      what: 'The first count of another site’s thread is a baseline, no longer taken for what came within the window.',
    },
    {
      version: 2,
      on: '2026-11-23',
      what: 'Our own readers are a place like any other; a spike far above a topic’s own past does not count at once.',
    },
    { version: 1, on: '2026-11-23', what: 'People first, at the one place where most commented.' },
  ],
} as const;

export interface Tally {
  comments: number;
  /** Distinct people, or null when the place does not say. */
  people: number | null;
}

/** What a site itself says came within the last `hours` before its count. */
export interface Late extends Tally {
  hours: number;
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
