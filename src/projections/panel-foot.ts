/** What a panel says of its own extent: how many sources of how many, and in what order, where it is one. */
import type { StatedDate } from '../domain/record/date.ts';
import { newestFirst } from '../domain/record/time-order.ts';
import { type Words, wordsOf } from './words/words.ts';

export interface FootRow {
  said: StatedDate | null;
  /** Nobody is named for it. */
  unnamed: boolean;
}

/** Which rows stand for those that are left out. */
export interface ChosenRows {
  has: {
    newest: boolean;
    lowest: boolean;
    highest: boolean;
    sides: keyof Words['panel']['ends']['sides'] | null;
  };
  /** The rows that all of this takes, first in rank. */
  least: number;
  /** They are the newest anyhow. */
  isNewest: boolean;
}

/** How much of the record is drawn, and the order that its rows have; null where none holds. */
export interface Extent {
  shown: number;
  all: number;
  order: keyof Words['panel']['order'] | null;
  /** By which rule they were chosen; null where nothing is left out. */
  has: ChosenRows['has'] | null;
}

/** The foot of a face that has room for fewer rows: "#" stands for how many sources they are of. */
export interface Fewer {
  /** With at least so many rows, in order of rank, the ends and the sides are among them. */
  least: number;
  chosen: string;
  plain: string;
}

export function extentOf(
  shown: number,
  all: number,
  tables: readonly (readonly FootRow[])[],
  chosen: ChosenRows | null = null,
): Extent {
  const order = orderOf(tables);
  if (chosen === null || shown === all) return { shown, all, order, has: null };
  return { shown, all, order: chosen.isNewest ? order : null, has: chosen.has };
}

/**
 * "8 of 21 sources, newest first", or by which rule they were chosen: never a silent cut, never an order that the rows
 * do not have, and never "newest first" where something newer is left out.
 */
export function extentWords({ shown, all, order, has }: Extent, lang: string): string {
  const words = wordsOf(lang).panel;
  const extent = shown === all ? words.sources(all) : words.shown(shown, all);
  if (order !== null) return words.ordered(extent, words.order[order]);
  return has === null ? extent : chosenWords(extent, has, lang);
}

/** `least` rows hold a voice of each side, though not of each party. */
export function fewerWords({ all }: Extent, { has, least }: ChosenRows, lang: string): Fewer {
  const plain = wordsOf(lang).panel.shown('#', all);
  const sides = has.sides === null ? null : 'each';
  return { least, chosen: chosenWords(plain, { ...has, sides }, lang), plain };
}

function chosenWords(extent: string, has: ChosenRows['has'], lang: string): string {
  const { ends, chosen } = wordsOf(lang).panel;
  const parts = [
    ...(['newest', 'lowest', 'highest'] as const).filter((end) => has[end]).map((end) => ends[end]),
    ...(has.sides === null ? [] : [ends.sides[has.sides]]),
  ];
  return parts.length === 0 ? extent : chosen(extent, parts);
}

/** Null where no order holds for every table; rows that nobody is named for may stand after all others. */
function orderOf(tables: readonly (readonly FootRow[])[]): Extent['order'] {
  if (isNewestFirst(tables.flat())) return 'newest';
  if (tables.every(isNewestFirst)) return 'newestInEach';
  const named = tables.map((rows) => rows.filter(({ unnamed }) => !unnamed));
  const isLast = tables.every((rows, at) => rows.slice(named[at]?.length).every(({ unnamed }) => unnamed));
  if (!isLast || !named.every(isNewestFirst)) return null;
  return tables.length > 1 ? 'inEachUnattributedLast' : 'unattributedLast';
}

function isNewestFirst(rows: readonly FootRow[]): boolean {
  const place = new Map(rows.map((row, at) => [row, at]));
  const sorted = newestFirst(
    rows,
    ({ said }) => said,
    (a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0),
  );
  return rows.every((row, at) => row === sorted[at]);
}
