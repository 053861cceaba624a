/** What a panel says of its own extent: how many sources of how many, and in what order, where it is one. */
import type { StatedDate } from '../domain/record/date.ts';
import { newestFirst } from '../domain/record/time-order.ts';
import { type Words, wordsOf } from './words/words.ts';

export interface FootRow {
  said: StatedDate | null;
  /** Nobody is named for it. */
  unnamed: boolean;
}

/** How much of the record is drawn, and the order that its rows have; null where none holds. */
export interface Extent {
  shown: number;
  all: number;
  order: keyof Words['panel']['order'] | null;
}

export const extentOf = (shown: number, all: number, tables: readonly (readonly FootRow[])[]): Extent => ({
  shown,
  all,
  order: orderOf(tables),
});

/** "8 of 21 sources, newest first": never a silent cut, and never an order that the rows do not have. */
export function extentWords({ shown, all, order }: Extent, lang: string): string {
  const words = wordsOf(lang).panel;
  const extent = shown === all ? words.sources(all) : words.shown(shown, all);
  return order === null ? extent : words.ordered(extent, words.order[order]);
}

export const footWords = (
  shown: number,
  all: number,
  tables: readonly (readonly FootRow[])[],
  lang: string,
): string => extentWords(extentOf(shown, all, tables), lang);

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
