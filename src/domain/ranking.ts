/** How topics are ranked by what readers say: people first, and never a sum over sites. */

export interface OriginCount {
  name: string;
  kind: 'ours' | 'outside';
  comments: number;
  /** Distinct people, or null when the origin does not say. */
  commenters: number | null;
  countedAt: string;
  stale: boolean;
}

/** Published with every list; a changed rule is a new version. */
export const FORMULA = {
  id: 'people-first',
  version: 1,
  text:
    'The score is the largest number of distinct commenters at any one place with a fresh count, never a sum over places, ' +
    'plus a tenth of the decimal logarithm of one more than their further comments. A place that does not say how many ' +
    'people commented is shown and not ranked. Ties go to the newer activity, then to the topic’s address.',
} as const;

/** The place that ranks a topic: the most commenters among fresh counts; null when none can rank it. */
export function leadingOrigin(origins: readonly OriginCount[]): OriginCount | null {
  const fresh = origins.filter(
    (origin) => !origin.stale && origin.commenters !== null && origin.commenters > 0,
  );
  return fresh.reduce<OriginCount | null>(
    (best, origin) => (best && scoreOf(best) >= scoreOf(origin) ? best : origin),
    null,
  );
}

/** People, then less than one more for their further comments: no number of those outranks a person. */
export function scoreOf({ comments, commenters }: OriginCount): number {
  const people = commenters ?? 0;
  return people + Math.min(0.999, Math.log10(1 + Math.max(0, comments - people)) / 10);
}
