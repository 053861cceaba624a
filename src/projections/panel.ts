/** The compact drawing of a topic that card, picture, widget, frame, front page and mail share: rows in words with their places on an axis. */

import { type Axis, axisFor, type Mark, markAt } from './axis.ts';
import { whenWords } from './locale.ts';
import { combinationWords, sharedLabel, under } from './panel-combinations.ts';
import { extentOf, extentWords, fewerWords } from './panel-foot.ts';
import type { Line } from './panel-lines.ts';
import type { Panel } from './panel-shape.ts';
import { axisTable, footRowOf, measureIn, mixedTable, type RowOptions, type Table } from './panel-table.ts';
import { type ShownLines, shownLines, spanIn } from './shown-lines.ts';
import { silentRow } from './silent-row.ts';
import type { MeasureView, TopicView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

export type { Panel, PanelAxis, PanelGroup, PanelMark, PanelRow, PanelStroke } from './panel-shape.ts';
export { ALL_NOTES, BRIEF_NOTES } from './row-notes.ts';

export interface PanelOptions extends RowOptions {
  /** The family whose dispute is shown; the lead one if null. */
  family: string | null;
  /** Most rows, beside the line of those who gave no figure. */
  limit: number;
}

/** Projects a topic view on a panel: the rows that a face with room for `limit` shows, newest first, unattributed last. */
export function toPanel(view: TopicView, options: PanelOptions): Panel {
  const family = view.families.find(({ id }) => id === (options.family ?? view.topic.lead));
  const shown = shownLines(view, family?.id ?? '', options.limit);
  const tables = tablesOf(view, shown, family?.label ?? '', options);
  const silent = silentRow(view, shown);
  const { slug, title, summary, url, language, revision } = view.topic;
  const drawn = new Set([...shown.rows, ...shown.silent].map(({ source }) => source.id));
  const extent = extentOf(
    drawn.size,
    view.topic.sources,
    tables.map(({ lines }) => lines.map(footRowOf)),
    shown,
  );
  const drawnMeasures = new Set(shown.rows.map(({ estimate }) => estimate.measure));
  const combinations = family ? combinationWords(view, [family], drawnMeasures) : [];
  return {
    slug,
    title,
    summary,
    url,
    lang: language,
    heading: family?.label ?? '',
    groups: [
      ...tables.map(({ group }) => group),
      ...(silent === null ? [] : [{ label: '', axis: null, rows: [silent] }]),
    ],
    foot: [extentWords(extent, view.lang), ...combinations].join('; '),
    extent,
    fewer: fewerWords(extent, shown, view.lang),
    more: wordsOf(view.lang).panel.more,
    pinned: pinnedLines(view),
    revision,
  };
}

/** What a view of the past must say before its rows; null for the present. */
function pinnedLines({ since, saidBy, lang }: TopicView): string[] | null {
  const said = saidBy === null ? [] : [wordsOf(lang).panel.saidBy(whenWords(saidBy, lang))];
  return since || said.length > 0 ? [...said, ...(since ? [since.text, ...since.amendments] : [])] : null;
}

/**
 * The lead measure on its axis, then further measures of the family on axes of their own, and all others in one table:
 * no row of another measure lies on an axis. All in one where nothing is to be set side by side.
 */
function tablesOf(
  view: TopicView,
  { lead, rows }: ShownLines,
  family: string,
  options: PanelOptions,
): Table[] {
  if (rows.length === 0) return [];
  const measure = lead === null ? null : measureIn(view, lead);
  const labelOf = (id: string) => under(family, measureIn(view, id).label);
  const isOn = (id: string | null) => (line: Line) => line.estimate.measure === id;
  const lines = rows.map((line) => (isOn(lead)(line) ? line : withAside(view, line, measure)));
  const ids = new Set(lines.map(({ estimate }) => estimate.measure));
  const ordered = [...ids].sort((a, b) => Number(b === lead) - Number(a === lead));
  const drawn = ordered.flatMap((id): Table[] => {
    const own = lines.filter(isOn(id));
    const found = measureIn(view, id);
    const axis = found.family === measure?.family ? axisOf(view, found, own) : null;
    return axis ? [axisTable(view, own, { label: labelOf(id), axis, markOf: markOn(axis) }, options)] : [];
  });
  const placed = new Set(drawn.flatMap((table) => table.lines));
  const rest = lines.filter((line) => !placed.has(line));
  const [first, ...more] = new Set(rest.map(({ estimate }) => estimate.measure));
  if (first === undefined) return drawn;
  const { otherMeasures, eachItsOwn } = wordsOf(view.lang).panel;
  const mixed = sharedLabel(view, [first, ...more]) ?? (drawn.length > 0 ? otherMeasures : eachItsOwn);
  const label = more.length === 0 ? labelOf(first) : mixed;
  return [...drawn, mixedTable(view, rest, { label, family }, options)];
}

/** A source that counts otherwise may have said why it gives no figure here. */
function withAside(view: TopicView, line: Line, lead: MeasureView | null): Line {
  const said = line.source.estimates.find(({ measure, value }) => measure === lead?.id && value === null);
  return lead && said ? { ...line, aside: wordsOf(view.lang).panel.onLead(lead.label, said.text) } : line;
}

/** An axis of the rows drawn: it starts for no mark that is not there. Null with fewer than two. */
function axisOf(view: TopicView, { unit, quantity }: MeasureView, lines: readonly Line[]): Axis | null {
  const spans = lines.flatMap(({ estimate }) => spanIn(estimate) ?? []);
  return spans.length < 2 ? null : axisFor(spans, { unit, quantity: quantity ?? 'count' }, view.lang);
}

const markOn =
  (axis: Axis) =>
  ({ estimate }: Line): Mark | null =>
    estimate.value && markAt(estimate.value, spanIn(estimate), estimate.adopts !== null, axis);
