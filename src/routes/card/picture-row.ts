/** One row of the picture as three columns of measured lines: who, the words, and what stands beside the axis. */
import type { PanelRow } from '../../projections/panel.ts';
import type { Note } from '../../projections/topic-view.ts';
import { wordsOf } from '../../projections/words/words.ts';
import type { Face } from './faces.ts';
import { balance, type Style, wrap } from './measure-text.ts';
import { printable } from './printable.ts';

/** Left edges and widths, pixels. */
export const COLUMNS = {
  name: { x: 48, width: 356 },
  words: { x: 430, width: 430 },
  mark: { x: 886, width: 266 },
} as const;

/** The most rows to ask a panel for: as many as a reader takes in at a glance, in a line or two each. */
export const PICTURE_ROWS = 6;
/** The notes for which a picture has room; the dates beside each other show their age. */
export const PICTURE_NOTES: readonly Note['kind'][] = ['standing', 'adopts', 'as-of', 'later', 'corrected'];

export interface PictureLine {
  text: string;
  style: Style;
  tone: 'ink' | 'grey';
  height: number;
}
export interface Cells {
  name: PictureLine[];
  words: PictureLine[];
  mark: PictureLine[];
}

/** How much a row may spread: type sizes in pixels, and what stays when its names are long. */
export interface Density {
  big: number;
  small: number;
  /** The speaker's line stays though it makes the row taller than its name and words need. */
  speaker: boolean;
  /** Lines of date and notes. */
  notes: number;
}
/** From the most generous on. */
export const DENSITIES: readonly [Density, ...Density[]] = [
  { big: 30, small: 22, speaker: true, notes: 2 },
  { big: 30, small: 22, speaker: false, notes: 1 },
  { big: 28, small: 21, speaker: false, notes: 1 },
];

/** `beside` is what the axis's column says of a row without an axis; a row with neither has its words across both. */
export function cellsOf(row: PanelRow, beside: string, density: Density, lang: string): Cells {
  const { undrawable } = wordsOf(lang).panel.picture;
  const bold: Face = 'source-sans-3-600';
  const plain: Face = 'source-sans-3-400';
  const small = (text: string): PictureLine => ({
    text,
    style: { face: plain, size: density.small },
    tone: 'grey',
    height: density.small + 5,
  });
  const big = (text: string, style: Style): PictureLine => ({
    text,
    style,
    tone: 'ink',
    height: density.big + 4,
  });
  const grey = (text: string, room: number, most: number): PictureLine[] =>
    balance(printable(text), small('').style, room, most).map(small);

  const nameStyle: Style = { face: bold, size: density.big };
  const name = balance(printable(row.name, undrawable), nameStyle, COLUMNS.name.width, 2).map((text) =>
    big(text, nameStyle),
  );
  const by = grey(row.by, COLUMNS.name.width, 1);

  const across = COLUMNS.mark.x + COLUMNS.mark.width - COLUMNS.words.x;
  const room = row.mark === null && beside === '' ? across : COLUMNS.words.width;
  const wordStyle: Style = { face: plain, size: density.big, ...(row.figure ? { figures: bold } : {}) };
  const { said, aside } = split(printable(row.text));
  const words = [
    ...balance(said, wordStyle, room, 2).map((text) => big(text, wordStyle)),
    ...grey(aside, room, 2),
    ...notesWithin(row, small('').style, room, density.notes).map(small),
  ];
  const speaks = density.speaker || name.length < 2 || heightOf([...name, ...by]) <= heightOf(words);
  return {
    name: speaks ? [...name, ...by] : name,
    words,
    mark: grey(beside, COLUMNS.mark.width, 3),
  };
}

export const heightOf = (lines: readonly PictureLine[]): number =>
  lines.reduce((sum, { height }) => sum + height, 0);

/** The date first; a note that stands beside the date already is not said again. */
const partsOf = ({ when, notes }: PanelRow): string[] => [...new Set([...when.split(' · '), ...notes])];

/** Fewer letters than this of a note say nothing. */
const STUB = 24;

/** Date and notes in so many lines; a note of which only a stub would fit is left to the other faces. */
function notesWithin(row: PanelRow, style: Style, room: number, most: number): string[] {
  const parts = partsOf(row).map((part) => printable(part));
  for (let count = parts.length; count > 1; count--) {
    const lines = wrap(parts.slice(0, count).join(' · '), style, room, most);
    const whole = lines.join(' ');
    const before = parts.slice(0, count - 1).join(' · ').length;
    if (!/…”?$/u.test(whole) || whole.length - before >= STUB) return lines;
  }
  return wrap(parts[0] ?? '', style, room, most);
}

/** What was said, and the parenthesis after it: an interval, a conversion, a translation. */
function split(text: string): { said: string; aside: string } {
  const [, said, aside] = /^((?:“[^”]*”|[^“(])+?) (\(.+\))$/u.exec(text) ?? [];
  return said === undefined || aside === undefined ? { said: text, aside: '' } : { said, aside };
}
