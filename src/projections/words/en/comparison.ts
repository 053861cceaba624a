/** How two sources' figures lie to each other: where they stand, never who is right. Marks `<name>…</name>` become links. */
import type { NoComparison, Relation } from '../../../domain/record/comparison.ts';
import { plural } from '../plural.ts';

const notTogether = (a: string, b: string) => `${a} and ${b} speak on no measure together`;

export const comparison = {
  /** `a` and `b` with their figures, as `of` makes them. */
  relation: {
    above: (a, b) => `${a} is above ${b}`,
    below: (a, b) => `${a} is below ${b}`,
    within: (a, b) => `${a} lies within ${b}`,
    contains: (a, b) => `${a} contains ${b}`,
    overlaps: (a, b) => `${a} overlaps ${b}`,
    same: (a, b) => `${a} is the same as ${b}`,
    compatible: (a, b) => `${a} is compatible with ${b}`,
  } satisfies Record<Relation, (a: string, b: string) => string>,
  /** Of places in an order, where the smaller number is the one ahead. */
  order: {
    ahead: (a: string, b: string) => `${a} is ahead of ${b}`,
    behind: (a: string, b: string) => `${a} is behind ${b}`,
  },
  of: (name: string, said: string) => `${name}, ${said},`,
  /** At the end of a sentence, where no comma closes it. */
  last: (name: string, said: string) => `${name}, ${said}`,
  apart: (a: string, b: string, days: number) =>
    `${a} and ${b} are apart by ${plural('en', days, { one: '# day', other: '# days' })}: this count moves with time`,
  none: {
    'different measures': notTogether,
    unattributed: (a, b) => `${a} and ${b} stand apart: for one of them nobody is named`,
    'no figure': (a, b) => `${a} and ${b} stand apart: one of them gives no number here`,
    'several figures': (a, b) =>
      `${a} and ${b} stand apart: one gives several figures of one date, and none leads`,
    'no date': (a, b) => `${a} and ${b} stand apart: the date of one is not known`,
    'forecast and outcome': (a, b) => `${a} and ${b} stand apart: one is a forecast, the other an outcome`,
  } satisfies Record<NoComparison, (a: string, b: string) => string>,
  notTogether,
  /** Two whole sentences. */
  because: (said: string, why: string) => `${said} ${why}`,
  /** Added to any of these, in order. */
  dates: (a: string, b: string) => `the figures are of different dates, ${a} and ${b}`,
  undated: 'of one of them the date is not given',
  reading: (scheme: string) => `vague words are read by the ${scheme} scheme`,
  sentence: (parts: readonly string[]) => `${parts.join('; ')}.`,
  form: {
    heading: 'Two sources side by side',
    first: 'One source',
    second: 'and another',
    button: 'Set side by side',
    measured: (label: string, said: string) => `${label}: ${said}`,
  },
  ends: 'The lowest and the highest',
  source: (id: string) => `The topic has no source "${id}".`,
  wayOn: 'Pick two of the sources on the topic’s page',
};
