/** The compact drawing of a topic that card, widget, iframe and page share: rows in words with their places on an axis. */
import type { Axis, Mark } from './axis.ts';
import { type AxisLabel, tickLabels } from './axis-labels.ts';
import { type Stroke, strokesOf } from './axis-stroke.ts';
import { axisWords } from './axis-words.ts';
import { whenWords } from './locale.ts';
import { combinationWords, openingMeasures, ownLabels, sharedLabel, under } from './panel-combinations.ts';
import { type Extent, extentOf, extentWords, type FootRow, footWords } from './panel-foot.ts';
import { byAxis, inOrder, type Line, linesOf } from './panel-lines.ts';
import type { EstimateView, MeasureView, Note, TopicView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

export { ALL_NOTES, BRIEF_NOTES } from './row-notes.ts';
export type PanelStroke = Stroke;

export interface Panel {
  slug: string;
  title: string;
  summary: string;
  url: string;
  lang: string;
  /** The lead family's heading. */
  heading: string;
  groups: PanelGroup[];
  /** "8 of 21 sources, newest first", never a silent cut; the order only where the rows have it. */
  foot: string;
  /** The same without words. */
  extent: Extent;
  /** The words of the link to the whole record. */
  more: string;
  /** What a pinned state says of the present one, in lines; null where nothing is pinned. */
  pinned: string[] | null;
  revision: number;
}

export interface PanelGroup {
  label: string;
  axis: PanelAxis | null;
  rows: PanelRow[];
}

export interface PanelAxis {
  /** [place from 0 to 100, label] */
  ticks: [number, string][];
  note: string;
  /** The same as the panel draws them: [where in the width, on which side, label] */
  labels: AxisLabel[];
  /** A zero stands before a break in the line. */
  broken: boolean;
  /** Where zero lies between figures of either sign, or null. */
  zeroLine: number | null;
}

export interface PanelRow {
  name: string;
  by: string;
  /** What it counts, where the group holds several measures. */
  of?: string;
  text: string;
  /** The date, and the reading of a vague word beside it. */
  when: string;
  notes: string[];
  /** [kind, at, from, to, open, hollow]; null where nothing lies on the axis. */
  mark: PanelMark | null;
  /** The same with its axis as the panel draws it; null as `mark` is. */
  strokes: PanelStroke[] | null;
  /** Whose reading its vague word has, where it has one. */
  scheme?: string;
  /** A figure of its own, not a stance: drawn upright. */
  figure: boolean;
  /** Outlets with their addresses, where the face has room for them. */
  links?: [string, string][];
}
export type PanelMark = [
  Mark['kind'],
  number | null,
  number | null,
  number | null,
  'up' | 'down' | '',
  0 | 1,
];

export interface PanelOptions {
  /** Families to draw, in order. */
  families: string[];
  /** Rows in the first family, and in each other; those stand in one group, each with its own measure. */
  limit: number;
  others: number;
  /** Which notes a row carries. */
  notes: readonly Note['kind'][];
  measure?: string | null;
  /** Every combination of a measure's dimensions that the view holds, not only those that open. */
  combinations?: boolean;
  /** Rows carry the addresses at which they can be checked. */
  evidence?: boolean;
}

/** Projects a topic view on a panel. Rows keep the view's order: newest first, unattributed last. */
export function toPanel(view: TopicView, options: PanelOptions): Panel {
  const families = options.families.flatMap((id) => view.families.filter((family) => family.id === id));
  const drawn = new Set<string>();
  const [lead, ...others] = families.map((family, at) => {
    const measures = options.combinations ? family.measures : openingMeasures(view, family.measures);
    const lines = linesOf(view, measures, options.measure ?? null);
    return lines.slice(0, at === 0 ? options.limit : options.others);
  });
  const mixed = inOrder(others.flat());
  for (const { source } of [...(lead ?? []), ...mixed]) drawn.add(source.id);
  const tables = tablesOf(view, lead ?? [], families[0]?.label ?? '', options);
  if (mixed.length > 0) tables.push(mixedTable(view, mixed, wordsOf(view.lang).panel.otherMeasures, options));
  const { slug, title, summary, url, language, revision } = view.topic;
  const extent = extentOf(
    drawn.size,
    view.topic.sources,
    tables.map(({ lines }) => lines.map(drawnOf)),
  );
  return {
    slug,
    title,
    summary,
    url,
    lang: language,
    heading: families[0]?.label ?? '',
    groups: tables.map(({ group }) => group),
    foot: [extentWords(extent, view.lang), ...combinationWords(view, families, drawnMeasures(tables))].join(
      '; ',
    ),
    extent,
    more: wordsOf(view.lang).panel.more,
    pinned: pinnedLines(view),
    revision,
  };
}

/** How many sources a page of all families shows, a section each, and in what order. */
export function pageFoot(view: TopicView, options: Omit<PanelOptions, 'families'>): string {
  const tables = view.families.flatMap(({ measures, label }) =>
    tablesOf(view, linesOf(view, measures, null), label, { ...options, families: [] }),
  );
  const drawn = tables.map(({ lines }) => lines.map(drawnOf));
  return footWords(view.sources.length, view.topic.sources, drawn, view.lang);
}

/** What a view of the past must say before its rows; null for the present. */
function pinnedLines({ since, saidBy, lang }: TopicView): string[] | null {
  const said = saidBy === null ? [] : [wordsOf(lang).panel.saidBy(whenWords(saidBy, lang))];
  return since || said.length > 0 ? [...said, ...(since ? [since.text, ...since.amendments] : [])] : null;
}

/** A group with the lines that its rows draw. */
interface Table {
  group: PanelGroup;
  lines: Line[];
}

/** A table for each measure with an axis; the rest of the family in one, each row with its own days or definition. */
function tablesOf(view: TopicView, lines: Line[], family: string, options: PanelOptions): Table[] {
  const { drawn, rest } = byAxis(lines);
  const tables = drawn.map(([id, own]): Table => {
    const { label, axis } = measureOf(view, id);
    const rows = own.map((line) => toRow(view, line, options, axis));
    return {
      group: { label: under(family, label), axis: axis && toPanelAxis(axis, view.lang), rows },
      lines: own,
    };
  });
  const measures = [...new Set(rest.map((line) => line.estimate.measure))];
  if (measures.length === 0) return tables;
  const others = tables.length > 0 ? wordsOf(view.lang).panel.otherDays(family) : family;
  const label =
    measures.length === 1
      ? under(family, measureOf(view, measures[0] ?? '').label)
      : (sharedLabel(view, measures) ?? others);
  return [...tables, mixedTable(view, rest, label, options, family)];
}

/** Rows of several measures in one table: without an axis, since two measures never share one. */
function mixedTable(
  view: TopicView,
  lines: Line[],
  label: string,
  options: PanelOptions,
  family: string | null = null,
): Table {
  const measures = [...new Set(lines.map((line) => line.estimate.measure))];
  const labels = family === null ? new Map<string, string>() : ownLabels(view, measures, family);
  const rows = lines.map(
    (line): PanelRow => ({
      ...toRow(view, line, options),
      mark: null,
      strokes: null,
      ...(measures.length > 1
        ? { of: labels.get(line.estimate.measure) ?? measureOf(view, line.estimate.measure).label }
        : {}),
    }),
  );
  return { group: { label, axis: null, rows }, lines };
}

const drawnMeasures = (tables: readonly Table[]): ReadonlySet<string> =>
  new Set(tables.flatMap(({ lines }) => lines.map(({ estimate }) => estimate.measure)));

const drawnOf = ({ source, estimate }: Line): FootRow => ({
  said: estimate.said,
  unnamed: source.kind === 'unattributed',
});

const measureOf = (view: TopicView, id: string): MeasureView =>
  view.measures.find((measure) => measure.id === id) as MeasureView;

const toPanelAxis = (axis: Axis, lang: string): PanelAxis => ({
  ticks: axis.ticks.map(({ at, short }): [number, string] => [at, short]),
  note: axisWords(axis, lang),
  labels: tickLabels(axis.ticks),
  broken: axis.zero,
  zeroLine: axis.zeroLine,
});

function toRow(
  view: TopicView,
  { source, estimate }: Line,
  { notes, evidence }: PanelOptions,
  axis: Axis | null = null,
): PanelRow {
  const { mark } = estimate;
  return {
    name: source.name,
    by: estimate.by,
    text: estimate.text,
    when: whenParts(estimate).join(' · '),
    notes: notes.flatMap((kind) =>
      estimate.notes.filter((note) => note.kind === kind).map((note) => note.text),
    ),
    mark: mark && [mark.kind, mark.at, mark.from, mark.to, mark.open ?? '', mark.hollow ? 1 : 0],
    strokes: mark && axis && strokesOf(mark, axis),
    figure: estimate.value !== null,
    ...(estimate.interval !== null ? { scheme: view.scheme.name } : {}),
    ...(evidence
      ? { links: estimate.evidence.map(({ outlet, url }): [string, string] => [outlet, url]) }
      : {}),
  };
}

/** Whether it is foretold or told, the date where that does not say it, and the reading of a vague word. */
function whenParts({ role, notes, when }: EstimateView): string[] {
  const textsOf = (kind: Note['kind']) => notes.filter((note) => note.kind === kind).map(({ text }) => text);
  return [...textsOf('role'), ...(role === 'outcome' ? [] : [when]), ...textsOf('reading')];
}
