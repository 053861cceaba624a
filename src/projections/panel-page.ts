/** A family as the topic's own page draws it: every row, a table for each measure with an axis. */

import { sharedLabel, under } from './panel-combinations.ts';
import { extentOf, extentWords } from './panel-foot.ts';
import { byAxis, type Line, linesOf } from './panel-lines.ts';
import type { PanelGroup } from './panel-shape.ts';
import { axisTable, footRowOf, measureIn, mixedTable, type RowOptions, type Table } from './panel-table.ts';
import type { TopicView } from './topic-view.ts';
import { wordsOf } from './words/words.ts';

export const familyGroups = (
  view: TopicView,
  family: TopicView['families'][number],
  options: RowOptions,
): PanelGroup[] => tablesOf(view, family, options).map(({ group }) => group);

/** How many sources the page shows, a section each family, and in what order. */
export function pageFoot(view: TopicView): string {
  const tables = view.families.flatMap((family) => tablesOf(view, family, { notes: [] }));
  const rows = tables.map(({ lines }) => lines.map(footRowOf));
  return extentWords(extentOf(view.sources.length, view.topic.sources, rows), view.lang);
}

/** A table for each measure with an axis; the rest of the family in one, each row with its own days or definition. */
function tablesOf(view: TopicView, family: TopicView['families'][number], options: RowOptions): Table[] {
  const labelOf = (id: string) => under(family.label, measureIn(view, id).label);
  const { drawn, rest } = byAxis(linesOf(view, family.measures));
  const tables = drawn.map(([id, lines]): Table => {
    const markOf = ({ estimate }: Line) => estimate.mark;
    return axisTable(view, lines, { label: labelOf(id), axis: measureIn(view, id).axis, markOf }, options);
  });
  const [first, ...more] = new Set(rest.map((line) => line.estimate.measure));
  if (first === undefined) return tables;
  const { otherDays, furtherMeasures } = wordsOf(view.lang).panel;
  const metrics = new Set(family.measures.map((id) => measureIn(view, id).metric));
  const further = metrics.size > 1 ? furtherMeasures : otherDays;
  const others = tables.length > 0 ? further(family.label) : family.label;
  const label = more.length === 0 ? labelOf(first) : (sharedLabel(view, [first, ...more]) ?? others);
  return [...tables, mixedTable(view, rest, { label, family: family.label }, options)];
}
