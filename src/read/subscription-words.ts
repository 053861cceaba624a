/** A subscription's choices in words, the same in mails and on pages. */

export const cadenceWords = (cadence: 'daily' | 'weekly'): string =>
  cadence === 'daily' ? 'every day' : 'every week';

/** "all topics", "3 topics"; a single one by its title. */
export function topicsWords(topics: '*' | readonly string[], titles: ReadonlyMap<string, string>): string {
  if (topics === '*') return 'all topics';
  const [first] = topics;
  if (topics.length === 1 && first !== undefined) return `“${titles.get(first) ?? first}”`;
  return `${topics.length} topics`;
}

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
