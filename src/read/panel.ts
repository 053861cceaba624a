/** The compact drawing of a topic that card, widget, iframe and page share: rows in words with their places on an axis. */
import type { Axis, Mark } from './axis.ts';
import { type Stroke, strokesOf, tickLabels } from './axis-stroke.ts';
import { dayWords } from './locale.ts';
import { byAxis, type Line, linesOf, newestFirst } from './panel-lines.ts';
import type { MeasureView, Note, TopicView } from './topic-view.ts';

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
  /** "8 of 21 sources, newest first", never a silent cut. */
  foot: string;
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
  labels: [string, 'start' | 'middle' | 'end', string][];
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
  /** Rows carry the addresses at which they can be checked. */
  evidence?: boolean;
}

/** What every small face must never leave out of a row. */
export const BRIEF_NOTES: readonly Note['kind'][] = [
  'standing',
  'stance',
  'beside',
  'adopts',
  'as-of',
  'later',
  'corrected',
  'age',
];
export const ALL_NOTES: readonly Note['kind'][] = [
  'standing',
  'stance',
  'beside',
  'adopts',
  'as-of',
  'disclosed',
  'later',
  'previous',
  'printed',
  'outlets',
  'corrected',
  'age',
];

/** Projects a topic view on a panel. Rows keep the view's order: newest first, unattributed last. */
export function toPanel(view: TopicView, options: PanelOptions): Panel {
  const families = options.families.flatMap((id) => view.families.filter((family) => family.id === id));
  const drawn = new Set<string>();
  const [lead, ...others] = families.map((family, at) => {
    const lines = linesOf(view, family.measures, options.measure ?? null);
    return lines.slice(0, at === 0 ? options.limit : options.others);
  });
  const mixed = others.flat().sort(newestFirst);
  for (const { source } of [...(lead ?? []), ...mixed]) drawn.add(source.id);
  const groups = groupsOf(view, lead ?? [], families[0]?.label ?? '', options);
  if (mixed.length > 0)
    groups.push(mixedGroup(view, mixed, 'Other measures, each a count of its own', options));
  const { slug, title, summary, url, language, revision } = view.topic;
  return {
    slug,
    title,
    summary,
    url,
    lang: language,
    heading: families[0]?.label ?? '',
    groups,
    foot: footWords(drawn.size, view.sources.length),
    pinned: pinnedLines(view),
    revision,
  };
}

/** What a view of the past must say before its rows; null for the present. */
function pinnedLines({ since, saidBy, topic }: TopicView): string[] | null {
  const said =
    saidBy === null ? [] : [`What had been said in public by ${dayWords(saidBy, topic.language)}.`];
  return since || said.length > 0 ? [...said, ...(since ? [since.text, ...since.amendments] : [])] : null;
}

/** Says how many sources are shown of how many there are. */
export function footWords(shown: number, all: number): string {
  const sources = all === 1 ? 'source' : 'sources';
  return shown === all ? `${all} ${sources}, newest first` : `${shown} of ${all} ${sources}, newest first`;
}

/** A group for each measure with an axis; the rest of the family in one, each row with its own days or definition. */
function groupsOf(view: TopicView, lines: Line[], family: string, options: PanelOptions): PanelGroup[] {
  const { drawn, rest } = byAxis(lines);
  const groups = drawn.map(([id, own]): PanelGroup => {
    const { label, axis } = measureOf(view, id);
    return { label, axis: axis && toPanelAxis(axis), rows: own.map((line) => toRow(line, options, axis)) };
  });
  const measures = new Set(rest.map((line) => line.estimate.measure));
  if (measures.size === 1)
    return [
      ...groups,
      { ...mixedGroup(view, rest, '', options), label: measureOf(view, [...measures][0] ?? '').label },
    ];
  if (measures.size > 1)
    groups.push(
      mixedGroup(view, rest, groups.length > 0 ? `${family}: other days and definitions` : family, options),
    );
  return groups;
}

/** Rows of several measures in one table: without an axis, since two measures never share one. */
function mixedGroup(view: TopicView, lines: Line[], label: string, options: PanelOptions): PanelGroup {
  const several = new Set(lines.map((line) => line.estimate.measure)).size > 1;
  const rows = lines.map(
    (line): PanelRow => ({
      ...toRow(line, options),
      mark: null,
      strokes: null,
      ...(several ? { of: measureOf(view, line.estimate.measure).label } : {}),
    }),
  );
  return { label, axis: null, rows };
}

const measureOf = (view: TopicView, id: string): MeasureView =>
  view.measures.find((measure) => measure.id === id) as MeasureView;

const toPanelAxis = (axis: Axis): PanelAxis => ({
  ticks: axis.ticks.map(({ at, label }): [number, string] => [at, label]),
  note: axis.scale === 'log' ? 'each step is ten times' : 'share of the whole',
  labels: tickLabels(axis),
});

function toRow(
  { source, estimate }: Line,
  { notes, evidence }: PanelOptions,
  axis: Axis | null = null,
): PanelRow {
  const { mark } = estimate;
  return {
    name: source.name,
    by: estimate.by,
    text: estimate.text,
    when: [
      estimate.when,
      ...estimate.notes.filter((note) => note.kind === 'reading').map((note) => note.text),
    ].join(' · '),
    notes: notes.flatMap((kind) =>
      estimate.notes.filter((note) => note.kind === kind).map((note) => note.text),
    ),
    mark: mark && [mark.kind, mark.at, mark.from, mark.to, mark.open ?? '', mark.hollow ? 1 : 0],
    strokes: mark && axis && strokesOf(mark, axis),
    figure: estimate.value !== null,
    ...(evidence
      ? { links: estimate.evidence.map(({ outlet, url }): [string, string] => [outlet, url]) }
      : {}),
  };
}
