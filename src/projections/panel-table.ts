/** One table of a panel: lines as rows in words, with their places on one axis, or each with the measure that it is of. */
import type { Axis, Mark } from './axis.ts';
import { tickLabels } from './axis-labels.ts';
import { strokesOf } from './axis-stroke.ts';
import { axisWords } from './axis-words.ts';
import { ownLabels } from './panel-combinations.ts';
import type { FootRow } from './panel-foot.ts';
import type { Line } from './panel-lines.ts';
import type { PanelAxis, PanelGroup, PanelRow } from './panel-shape.ts';
import type { MeasureView, Note, TopicView } from './topic-view.ts';

/** What stands in each row. */
export interface RowOptions {
  /** Which notes a row carries. */
  notes: readonly Note['kind'][];
  /** Rows carry the addresses at which they can be checked. */
  evidence?: boolean;
}

/** A group with the lines that its rows draw. */
export interface Table {
  group: PanelGroup;
  lines: readonly Line[];
}

/** Rows of one measure on its axis; `placeOf` says where each lies on it. */
export function axisTable(
  view: TopicView,
  lines: readonly Line[],
  { label, axis, markOf }: { label: string; axis: Axis | null; markOf: (line: Line) => Mark | null },
  options: RowOptions,
): Table {
  const rows = lines.map((line) => toRow(view, line, options, { axis, mark: markOf(line) }));
  return { group: { label, axis: axis && toPanelAxis(axis, view.lang), rows }, lines };
}

/** Rows of several measures in one table under `family`'s heading: without an axis, since two measures never share one. */
export function mixedTable(
  view: TopicView,
  lines: readonly Line[],
  { label, family }: { label: string; family: string },
  options: RowOptions,
): Table {
  const measures = [...new Set(lines.map((line) => line.estimate.measure))];
  const labels = ownLabels(view, measures, family);
  const rows = lines.map((line): PanelRow => {
    const { measure } = line.estimate;
    return {
      ...toRow(view, line, options, { axis: null, mark: null }),
      ...(measures.length > 1 ? { of: labels.get(measure) ?? measureIn(view, measure).label } : {}),
    };
  });
  return { group: { label, axis: null, rows }, lines };
}

export const footRowOf = ({ source, estimate }: Line): FootRow => ({
  said: estimate.said,
  unnamed: source.kind === 'unattributed',
});

export function measureIn(view: TopicView, id: string): MeasureView {
  const found = view.measures.find((measure) => measure.id === id);
  if (!found)
    throw new Error(`The view of ${view.topic.slug} has rows of the measure "${id}" and not the measure.`);
  return found;
}

const toPanelAxis = (axis: Axis, lang: string): PanelAxis => ({
  ticks: axis.ticks.map(({ at, short }): [number, string] => [at, short]),
  note: axisWords(axis, lang),
  labels: tickLabels(axis.ticks),
  broken: axis.zero,
  zeroLine: axis.zeroLine,
});

function toRow(
  view: TopicView,
  { source, estimate, rank, aside }: Line,
  { notes, evidence }: RowOptions,
  { axis, mark }: { axis: Axis | null; mark: Mark | null },
): PanelRow {
  const textsOf = (kind: Note['kind']) =>
    estimate.notes.filter((note) => note.kind === kind).map((note) => note.text);
  return {
    name: source.name,
    by: estimate.by,
    text: estimate.text,
    // Whether it is foretold or told, the date where that does not say it, and the reading of a vague word.
    when: [
      ...textsOf('role'),
      ...(estimate.role === 'outcome' ? [] : [estimate.when]),
      ...textsOf('reading'),
    ].join(' · '),
    notes: [...(aside === undefined ? [] : [aside]), ...notes.flatMap(textsOf)],
    mark: mark && [mark.kind, mark.at, mark.from, mark.to, mark.open ?? '', mark.hollow ? 1 : 0],
    strokes: mark && axis && strokesOf(mark, axis),
    figure: estimate.value !== null,
    ...(estimate.interval !== null ? { scheme: view.scheme.name } : {}),
    ...(evidence
      ? { links: estimate.evidence.map(({ outlet, url }): [string, string] => [outlet, url]) }
      : {}),
    ...(rank === undefined ? {} : { rank }),
  };
}
