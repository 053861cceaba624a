/** A figure in words: as it was said, as we convert it, as a scheme reads it, as it is recorded. */
import type { Hedge } from '../../../domain/figure/value.ts';

export const figures = {
  quoted: (said: string) => `“${said}”`,
  translated: (said: string, gloss: string) => `${said} (${gloss}, our translation)`,
  /** A figure that nobody said in words: the number is worded by us. */
  fromTable: (number: string) => `${number}, from the table`,
  range: (low: string, high: string) => `${low} to ${high}`,
  /** Of an interval the point was said, or its ends. */
  interval: {
    saidPoint: (said: string, level: string, low: string, high: string) =>
      `${said} (${level} interval ${low} to ${high})`,
    /** Both read from a table. */
    read: (point: string, level: string | null, low: string, high: string) =>
      level === null ? `${point} (${low} to ${high})` : `${point} (${level} interval ${low} to ${high})`,
    saidEnds: (point: string, level: string, said: string) => `${point} (${level} interval ${said})`,
  },
  share: {
    of: (said: string, whole: string) => `${said} of ${whole}`,
    /** Where the words go on after the share: “60 to 75 % intercepted”. */
    ofAfterMore: (said: string, whole: string) => `${said}, of ${whole}`,
    /** Where a share is larger or smaller than another figure. */
    than: (said: string, other: string) => `${said} than ${other}`,
  },
  converted: (said: string, ours: string) => `${said} (${ours}, our conversion)`,
  /** A number, or two as a range, with what is counted. */
  counted: (number: string, noun: string) => `${number} ${noun}`,
  /** Money of a date. */
  ofPrices: (currency: string, date: string) => `${currency} of ${date}`,
  inMoney: (label: string, currency: string) => `${label} (${currency})`,
  /** A measure with the unit that its label leaves out. */
  inUnit: (label: string, unit: string) => `${label} (${unit})`,
  otherMoney: (one: string, other: string) =>
    `Money of two kinds, ${one} and ${other}: no rate of ours makes one of the other.`,
  ends: {
    between: (low: string, high: string) => `${low}–${high}`,
    atLeast: (low: string) => `at least ${low}`,
    atMost: (high: string) => `at most ${high}`,
  },
  reading: {
    reads: (scheme: string, range: string) => `${scheme} reads ${range}`,
    readsTranslated: (scheme: string, range: string) => `${scheme} reads our translation as ${range}`,
    none: (scheme: string) => `${scheme} gives no reading`,
    noRule: 'no rule',
    blank: 'left blank',
    /** A figure that a number of ours decided. */
    beside: (said: string, reading: string) => `${said} (${reading})`,
  },
  recorded: {
    as: (said: string, numbers: string) => `${said} (recorded as ${numbers})`,
    none: 'no number',
    hedged: {
      about: (number: string) => `about ${number}`,
      almost: (number: string) => `almost ${number}`,
      'at-least': (number: string) => `at least ${number}`,
      'more-than': (number: string) => `more than ${number}`,
      'at-most': (number: string) => `at most ${number}`,
      'fewer-than': (number: string) => `fewer than ${number}`,
    } satisfies Record<Hedge, (number: string) => string>,
  },
};
