/** Most Commented: how many people commented, where, and why a topic stands where it stands. */
import type { FormulaVersion } from '../../../domain/comments/ranking.ts';
import { plural } from '../plural.ts';

const comments = (count: number) => plural('en', count, { one: '# comment', other: '# comments' });
const readers = (count: number) => plural('en', count, { one: '# reader', other: '# readers' });

export const ranking = {
  /** As part of a sentence; "all" has none that would say more. */
  windows: {
    '24h': 'in the last 24 hours',
    '7d': 'this week',
    '30d': 'in the last 30 days',
    all: 'in all',
  },
  comments,
  people: (people: number, count: number) => `${readers(people)}, ${comments(count)}`,
  peopleWithin: (people: number, count: number, window: string) =>
    `${readers(people)}, ${comments(count)} ${window}`,
  /** An origin and what it counted. */
  origin: (name: string, counted: string) => `${name}: ${counted}`,
  counted: (name: string, counted: string, day: string) => `${name}: ${counted}, counted ${day}`,
  tooOld: (name: string, counted: string, day: string) =>
    `${name}: ${counted}, counted ${day}, too old to rank`,
  inAll: (count: number) => `${comments(count)} in all`,
  empty: 'Nobody has counted comments on these topics yet, so there is nothing to rank.',
  newest: (day: string) => `The newest statement on record here is of ${day}.`,
  why: {
    stale: 'Not ranked: every count is older than its place’s limit.',
    once: (window: string) =>
      `Not ranked: counted once so far; what came ${window} is known from the second count on.`,
    nothingNew: (window: string) => `Not ranked: nothing new was counted ${window}.`,
    unsaid: 'Not ranked: no place says how many people commented.',
    most: (people: string, origin: string) => `${people} at ${origin}, the most at any one place.`,
    mostInPart: (people: string, origin: string) =>
      `${people} at ${origin}, the most at any one place. Part of the last 24 hours does not count yet.`,
  },
  /** What is far above its own past; `usual` null where there was next to nothing. */
  spike: (day: number, usual: number | null, limit: number) =>
    `${comments(day)} in the last 24 hours, where there were ${
      usual === null ? 'fewer than one in ten days' : `about ${usual.toFixed(1)} a day`
    } before; what goes beyond ${limit} does not count until a moderator has looked or the day has passed.`,
  formula: {
    text:
      'The score is the largest number of distinct commenters at any one place with a fresh count, our own readers or one ' +
      'other site, never a sum over places, plus a tenth of the decimal logarithm of one more than their further comments. ' +
      'A place that does not say how many people commented is shown and not ranked. What another site counts first is a ' +
      'baseline: only what it counts beyond that has come within a window, unless the site itself says when. Where the last 24 hours hold more than ' +
      '30 comments and more than ten usual days of the same place (of its 29 days before, of which 7 must be known), what ' +
      'goes beyond does not count until a moderator has looked or the day has passed. Ties go to the newer activity, then ' +
      'to the topic’s address.',
    changes: {
      3: 'The first count of another site’s thread is a baseline, no longer taken for what came within the window.',
      2: 'Our own readers are a place like any other; a spike far above a topic’s own past does not count at once.',
      1: 'People first, at the one place where most commented.',
    } satisfies Record<FormulaVersion, string>,
  },
  /** What a screen reader hears when the list takes the place of another drawing. */
  news: (topics: number) => plural('en', topics, { other: 'Most commented: # topics' }),
};
