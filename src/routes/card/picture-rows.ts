/** How many rows a picture has room for: all that its panel chose, so that no end of the dispute is cut off. */
import type { Panel } from '../../projections/panel.ts';
import { layOut } from './picture-layout.ts';
import { PICTURE_ROWS } from './picture-row.ts';

/**
 * The panel with the most rows that all fit; the line of those who gave no figure goes before an end or a side does.
 * `panelOf` makes it for a number of rows, `record` is what the foot says of its date.
 */
export function fittingPanel(panelOf: (limit: number) => Panel, record: string, lang: string): Panel {
  for (let limit = PICTURE_ROWS; limit > 1; limit--) {
    const panel = panelOf(limit);
    const drawn = new Set(layOut(panel, record, lang).rows);
    const left = panel.groups.flatMap(({ rows }) => rows.filter((row) => !drawn.has(row)));
    const isEnds = limit < panel.fewer.least;
    if (left.length === 0 || (isEnds && left.every(({ sources }) => sources !== undefined))) return panel;
  }
  return panelOf(1);
}
