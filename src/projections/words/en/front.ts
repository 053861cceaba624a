/** The front page and Most Commented. */
import { plural } from '../plural.ts';

export const front = {
  title: 'By Source: who said which figure, and when',
  description: 'What each source says about a disputed figure, side by side, as of when it was said.',
  heading: 'Who said which figure, and when',
  standfirst:
    'After a battle, a storm or a march, everybody prints one number. Here is what each source has said, side by side.',
  topics: 'Topics',
  empty: 'No topic is recorded yet.',
  mostCommented: 'Most commented',
  sources: (count: number) => plural('en', count, { one: '# source.', other: '# sources.' }),
  latest: (day: string, text: string) => `Latest change, ${day}: ${text}`,
  list: {
    title: (window: string) => `Most commented ${window}`,
    description: 'The topics on which most people have commented, here and on other sites.',
    formula: (text: string, id: string, version: number, day: string) =>
      `${text} Formula ${id}, version ${version}. Computed ${day}.`,
    changes: 'Changes to the formula',
    change: (version: number, day: string, what: string) => `Version ${version}, ${day}: ${what}`,
  },
};
