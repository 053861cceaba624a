/** Places a panel on the picture: which rows fit, and where each text, rule and mark stands. Pixels, 1200 by 630. */
import type { Panel, PanelGroup, PanelMark, PanelRow } from '../../projections/panel.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { oneLine, type Style, widthOf } from './measure-text.ts';
import { FOOT, footOf, headOf, LABEL, MARGIN, NOTE, type Text, textAt } from './picture-head.ts';
import {
  type Cells,
  COLUMNS,
  cellsOf,
  DENSITIES,
  type Density,
  heightOf,
  type PictureLine,
} from './picture-row.ts';
import { printable } from './printable.ts';

export interface Rule {
  y: number;
  strong: boolean;
}
/** One row's part of an axis. */
export interface AxisPart {
  mark: PanelMark;
  /** The line; then the row's upper and lower edge. */
  y: number;
  from: number;
  to: number;
  ticks: number[];
  /** Zero stands before a break in the line. */
  broken: boolean;
  /** Where zero lies between figures of either sign, or null. */
  zeroLine: number | null;
}
export interface Layout {
  texts: Text[];
  rules: Rule[];
  parts: AxisPart[];
  rows: PanelRow[];
}

/** The line of an axis's numbers: right under the picture's own head, or after other rows with a rule above it. */
const HEAD = { first: 29, later: 38 };
const PADDING = 6;
const MOST_PADDING = 15;
/** As many rows as a reader takes in at a glance; type is made smaller for more only where all then fit. */
const ENOUGH = 5;
/** More of one measure never fit, so they are not measured. */
const MOST = 8;
const EMPTY: Style = { face: 'source-sans-3-400', size: 30 };
/** Room at both ends of the axis for half a dot and for a line that fades out. */
const INSET = 16;

interface Chosen {
  row: PanelRow;
  group: PanelGroup;
  cells: Cells;
  /** Room for the axis's numbers above its first row, beside the measure's name where there are several. */
  head: number;
  label: string;
  /** With its head. */
  height: number;
}

/** The horizontal place of an axis position from 0 to 100. */
export const placeOf = (at: number): number =>
  COLUMNS.mark.x + INSET + (at / 100) * (COLUMNS.mark.width - 2 * INSET);

/** `record` is what the foot says of the record's date; it may be empty. */
export function layOut(panel: Panel, record: string, lang = DEFAULT_LANGUAGE): Layout {
  const { head, rows } = bestOf(panel, lang);
  const body = placeRows(rows, head.bottom, lang);
  const drawn = {
    sources: sourcesIn(rows),
    mixed: several(rows),
    scheme: rows.flatMap(({ row }) => row.scheme ?? []).at(0) ?? null,
  };
  return {
    texts: [...head.texts, ...body.texts, ...footOf(panel, drawn, record, lang)],
    rules: [...body.rules, { y: FOOT, strong: false }],
    parts: body.parts,
    rows: rows.map(({ row }) => row),
  };
}

/** The most generous setting that shows enough rows, with the summary where all of them leave room for it. */
function bestOf(panel: Panel, lang: string) {
  const all = panel.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const summed = attempt(panel, DENSITIES[0], true, lang);
  if (summed.rows.length === all) return summed;
  const tries = DENSITIES.map((density) => attempt(panel, density, false, lang));
  const most = Math.max(...tries.map(({ rows }) => rows.length));
  const enough = tries.find(({ rows }) => rows.length >= Math.min(most, ENOUGH));
  return tries.find(({ rows }) => rows.length === all) ?? enough ?? summed;
}

function attempt(panel: Panel, density: Density, summary: boolean, lang: string) {
  const [lead] = panel.groups;
  const scale = panel.groups.find(({ axis }) => axis !== null)?.axis?.note ?? null;
  const head = headOf(panel, panel.heading, scale, summary);
  const rows = choose(panel.groups, panel.heading, FOOT - head.bottom, density, lang);
  if (lead === undefined || several(rows)) return { head, rows };
  // One measure alone is named in full, once, above its rows.
  const own = headOf(panel, lead.label, lead.axis?.note ?? null, summary);
  const shared = panel.groups.filter((group) => group !== lead && group.rows.every(isShared));
  // Under another heading than the family's a row names all of its measure.
  const within = lead.label === wordsOf(lang).panel.eachItsOwn ? '' : panel.heading;
  return {
    head: own,
    rows: choose([{ ...lead, label: '' }, ...shared], within, FOOT - own.bottom, density, lang),
  };
}

/** A row of those who gave no figure speaks of several sources and is of no measure. */
const isShared = ({ sources }: PanelRow): boolean => sources !== undefined;

function sourcesIn(rows: readonly Chosen[]): number {
  const named = rows.filter(({ row }) => !isShared(row)).map(({ row }) => row.name);
  return rows.reduce((sum, { row }) => sum + (row.sources ?? 0), new Set(named).size);
}

function several(rows: readonly Chosen[]): boolean {
  const [first, ...others] = rows.filter(({ row }) => !isShared(row));
  return others.some(({ group }) => group !== first?.group);
}

/** The first rows that fit, in the panel's order: none is skipped for a shorter one, and none is alone on an axis. */
function choose(
  groups: readonly PanelGroup[],
  heading: string,
  room: number,
  density: Density,
  lang: string,
): Chosen[] {
  const chosen: Chosen[] = [];
  let left = room;
  for (const group of groups) {
    const rows = rowsOf(group, heading, density, chosen.length > 0 ? HEAD.later : HEAD.first, lang);
    const fitting = rows.filter(({ height }) => {
      left -= height;
      return left >= 0;
    });
    const alone = chosen.length > 0 && group.axis !== null && fitting.length < Math.min(rows.length, 2);
    if (!alone) chosen.push(...fitting);
    if (fitting.length < rows.length) break;
  }
  return chosen;
}

function rowsOf(
  group: PanelGroup,
  heading: string,
  density: Density,
  headHeight: number,
  lang: string,
): Chosen[] {
  const label = labelWithin(heading, group.label);
  return group.rows.slice(0, MOST).map((row, at) => {
    const beside = group.axis === null ? labelWithin(heading, row.of ?? group.label) : '';
    const cells = cellsOf(row, beside, density, lang);
    const head = group.axis !== null && at === 0 ? headHeight : 0;
    const tallest = Math.max(heightOf(cells.name), heightOf(cells.words), heightOf(cells.mark));
    return { row, group, cells, head, label, height: tallest + 2 * PADDING + head };
  });
}

/** "Excess deaths, September 2017" under the heading "Excess deaths" is "September 2017", and the heading alone nothing. */
function labelWithin(heading: string, label: string): string {
  if (label === heading) return '';
  const rest = label.startsWith(`${heading}, `) ? label.slice(heading.length + 2) : label;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function placeRows(rows: readonly Chosen[], top: number, lang: string) {
  const texts: Text[] = [];
  const rules: Rule[] = [];
  const parts: AxisPart[] = [];
  if (rows.length === 0) {
    texts.push(textAt(wordsOf(lang).panel.picture.empty, MARGIN, top + 44, EMPTY));
    rules.push({ y: top, strong: true });
  }
  const spare = FOOT - top - rows.reduce((sum, { height }) => sum + height, 0);
  const padding = Math.floor(Math.min(MOST_PADDING, PADDING + spare / (2 * Math.max(rows.length, 1))));
  let y = top;
  for (const [at, { row, group, cells, head, label, height }] of rows.entries()) {
    const { axis } = group;
    if (head > 0 && axis) {
      y += head;
      if (at > 0) rules.push({ y: y - head, strong: false });
      texts.push(...tickTexts(axis.ticks, y - 8));
      if (label !== '') texts.push(textAt(oneLine(printable(label), LABEL, 780), MARGIN, y - 8, LABEL));
    }
    rules.push({ y, strong: at === 0 });
    const bottom = y + height - head + 2 * (padding - PADDING);
    for (const column of ['name', 'words', 'mark'] as const) {
      texts.push(...stack(cells[column], COLUMNS[column].x, y + padding));
    }
    if (row.mark && axis) {
      const ticks = axis.ticks.map(([place]) => place);
      const { broken, zeroLine } = axis;
      parts.push({ mark: row.mark, y: y + padding + 19, from: y, to: bottom, ticks, broken, zeroLine });
    }
    y = bottom;
  }
  return { texts, rules, parts };
}

function stack(lines: readonly PictureLine[], x: number, top: number): Text[] {
  let y = top;
  return lines.map(({ text, style, tone, height }) => {
    y += height;
    return textAt(text, x, Math.round(y - height * 0.24), style, tone);
  });
}

/** Each number over its line, as far as the column goes; both ends always, one between them where it has room. */
function tickTexts(ticks: readonly [number, string][], y: number): Text[] {
  const { x, width: room } = COLUMNS.mark;
  const placed = ticks.map(([at, label]) => {
    const text = printable(label);
    const width = widthOf(text, NOTE);
    const left = Math.max(x, Math.min(placeOf(at) - width / 2, x + room - width));
    return { text, left, right: left + width };
  });
  const end = placed.at(-1);
  let free = Number.NEGATIVE_INFINITY;
  const shown = placed.filter((tick) => {
    if (tick !== end && (tick.left < free || tick.right + 12 > (end?.left ?? 0))) return false;
    free = tick.right + 12;
    return true;
  });
  return shown.map(({ text, left }) => textAt(text, left, y, NOTE));
}
