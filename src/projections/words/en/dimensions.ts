/** A measure with dimensions: how many of its combinations are shown, how others are reached, why they stand apart. */
import { plural } from '../plural.ts';

export const dimensions = {
  /** Of one measure's combinations: "2 of 340 combinations". */
  shown: (shown: number, all: number) =>
    `${shown} of ${plural('en', all, { one: '# combination', other: '# combinations' })}`,
  /** One dimension with its value, whole: "Question: How well …?" */
  value: (dimension: string, value: string) => `${dimension}: ${value}`,
  /** A choice with the number of combinations behind it. */
  option: (value: string, count: number) => `${value} (${count})`,
  any: 'any',
  show: 'Show',
  whole: 'All measures of this topic',
  /** Marks `<csv>…</csv>` become a link; `{shown}` is filled in. */
  extent: '{shown} shown; <csv>every claim on this measure</csv>.',
  none: 'No source on record gave a figure for this combination.',
  apart: {
    question: 'Asked in other words: answers to different questions are not set side by side.',
    method: 'Found in another way: figures of different methods are not set side by side.',
  },
};
