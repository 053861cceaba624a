/** What stands around the rows of a panel, on card, picture, widget, frame and page alike. */
import type { Stance, VouchingStance } from '../../../domain/record/stance.ts';
import { plural } from '../plural.ts';

const sources = (count: number) => plural('en', count, { one: '# source', other: '# sources' });

export const panel = {
  otherMeasures: 'Other measures, each by itself',
  /** Over rows of several measures, of which none is set beside another. */
  eachItsOwn: 'Each row says what it measures',
  otherDays: (family: string) => `${family}: other days and definitions`,
  /** Of a family that holds several metrics. */
  furtherMeasures: (family: string) => `${family}: other measures`,
  axis: {
    log: 'log scale, each step is ten times',
    logBy: (times: string) => `log scale, each step is ${times} times`,
    linear: 'linear scale',
    cut: 'linear scale, not from zero',
    share: 'linear scale, share of the whole',
    /** Where the numbers would not have room. */
    counted: (scale: string, by: string) => `${scale}, ${by}`,
    thousands: 'in thousands',
    millions: 'in millions',
    billions: 'in billions',
    trillions: 'in trillions',
  },
  saidBy: (day: string) => `What had been said in public by ${day}.`,
  /** How many sources are shown of how many. */
  sources,
  shown: (shown: number | string, all: number) => `${shown} of ${sources(all)}`,
  ordered: (extent: string, order: string) => `${extent}, ${order}`,
  order: {
    newest: 'newest first',
    newestInEach: 'newest first in each table',
    unattributedLast: 'newest first, unattributed last',
    inEachUnattributedLast: 'newest first in each table, unattributed last',
  },
  /** By which rule the rows were chosen, where they are not the newest. */
  chosen: (extent: string, ends: readonly string[]) =>
    `${extent}: ${new Intl.ListFormat('en-GB').format(ends)}`,
  ends: {
    newest: 'the newest',
    lowest: 'the lowest',
    highest: 'the highest',
    sides: { 'every-party': 'each known party', each: 'a voice of each known side' },
  },
  /** Those who gave no figure, in one line. */
  silent: {
    noFigure: 'No figure',
    inOneLine: (each: readonly string[]) => each.join('; '),
    answered: {
      declines: (name: string) => `${name} declined to answer`,
      'no-answer': (name: string) => `${name} gave no answer`,
      'cannot-confirm': (name: string) => `${name} cannot confirm`,
    } satisfies Record<Exclude<Stance, VouchingStance | 'denies'>, (name: string) => string>,
    spoke: (name: string, said: string) => `${name}: ${said}`,
  },
  /** What a source said of the measure shown, beside its figure on another. */
  onLead: (measure: string, said: string) => `${measure}: ${said}`,
  since: {
    nothing: (instant: string) => `The record as it stood on ${instant}; nothing has changed since.`,
    changes: (instant: string, count: number) =>
      `The record as it stood on ${instant}; ${plural('en', count, { one: '# change', other: '# changes' })} since.`,
  },
  /** What a screen reader hears when this takes the place of another drawing. */
  news: (title: string, heading: string, foot: string) => `${title}: ${heading}, ${foot}`,
  /** The link to the whole record or list. */
  more: 'All at By Source',
  picture: {
    site: 'By Source',
    readings: (scheme: string) => `vague words read by the ${scheme} scheme`,
    empty: 'No source is on record here yet.',
    /** For a name of which no letter can be drawn. */
    undrawable: '(not in Latin letters)',
  },
  licence: 'CC BY 4.0: name By Source and each source, and link the topic’s page.',
};
