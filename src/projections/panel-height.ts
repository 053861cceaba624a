/** How tall a panel will stand at a width, so that a page can keep room for it before it arrives. */
import type { Panel, PanelGroup, PanelRow } from './panel-shape.ts';

/** Average advance of a letter and the height of a line at the host's usual 16 px, in pixels; a little generous. */
const LETTER = 9;
const LINE = 22.4;
/** What the end of a line leaves empty on average, where the next word would not fit. */
const RAGGED = 12;
const SMALL = 0.85;
const THREE_COLUMNS = 620;
const GAP = 24;

/** Pixels, rounded up to a multiple of 10. Host fonts differ: rows that then do not fit are left out whole. */
export function panelHeight(panel: Panel, width: number): number {
  const head =
    15 + lines(panel.title, width, 1.4) * LINE * 1.2 + 20 + lines(panel.summary, Math.min(width, 480)) * LINE;
  const pinned = (panel.pinned ?? []).reduce(
    (sum, line) => sum + 20 + lines(line, Math.min(width, 480)) * LINE,
    0,
  );
  const groups = panel.groups.reduce((sum, group) => {
    const rows = group.rows.reduce((rowSum, row) => rowSum + rowHeight(row, width, group.axis !== null), 0);
    return sum + headingHeight(group, width) + rows + 16;
  }, 0);
  const foot = 8 + lines(`${panel.foot} ${panel.more}`, width, SMALL) * LINE * SMALL;
  return Math.ceil((head + pinned + groups + foot + 16) / 10) * 10;
}

/** White space around the panel in a frame, at each side. */
const FRAMED = 8;

/** The same of the panel's page in a frame of this width. */
export const frameHeight = (panel: Panel, width: number): number =>
  panelHeight(panel, width - 2 * FRAMED) + 2 * FRAMED;

/** The group's own measure, and the labels of its axis: beside it, or under it where cells are stacked. */
function headingHeight({ label, axis }: PanelGroup, width: number): number {
  if (!label) return 0;
  const labels = axis ? LINE * SMALL + 20 : 0;
  if (width >= THREE_COLUMNS) return 17 + Math.max(stack([label], (width * 2) / 3), labels);
  return 17 + stack([label], width) + labels;
}

function rowHeight(row: PanelRow, width: number, hasAxis: boolean): number {
  const wide = width >= THREE_COLUMNS;
  const first = wide ? ((width - 2 * GAP) * 15) / 46 : width;
  const second = wide ? ((width - 2 * GAP) * (hasAxis ? 14 : 31)) / 46 : width;
  const rest = wide ? width - first - GAP : width;
  const name = stack([row.name], first) + stack(row.by ? [row.by] : [], first, SMALL);
  const words =
    stack(row.of ? [row.of] : [], second, SMALL) +
    stack([row.text], second) +
    stack([row.when], second, SMALL);
  const notes = stack(row.notes, rest, SMALL);
  const mark = row.mark === null ? 0 : 20;
  return 17 + (wide ? Math.max(name, Math.max(words, mark) + notes) : name + words + mark + notes);
}

const stack = (texts: readonly string[], width: number, size = 1): number =>
  texts.reduce((sum, text) => sum + lines(text, width, size) * LINE * size, 0);

const lines = (text: string, width: number, size = 1): number =>
  Math.max(1, Math.ceil((text.length * LETTER * size) / Math.max(width - RAGGED, 80)));
