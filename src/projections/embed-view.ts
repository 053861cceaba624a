/** What `/v1/embed` answers for one widget: a panel or a list without what the widget does not draw. */
import type { ListView } from './list-view.ts';
import type { Panel, PanelAxis, PanelRow } from './panel-shape.ts';
import { spoken, wordsOf } from './words/words.ts';

/** A panel as the components draw it: axis and marks stand in it as labels and strokes only. */
export type DrawnRow = Omit<PanelRow, 'mark' | 'scheme'>;
export type DrawnAxis = Pick<PanelAxis, 'note' | 'labels'>;
export type DrawnGroup = { label: string; axis: DrawnAxis | null; rows: DrawnRow[] };
export type DrawnPanel = Omit<Panel, 'groups' | 'extent'> & { groups: DrawnGroup[] };

/** What every drawing has beside it. */
interface AskedItem {
  /** The item as it was asked for: a slug or a list ("7d:5"), with its own parameters where it had some. */
  of: string;
  /** The language of its words. */
  lang: string;
  /** What a screen reader hears when this takes the place of another drawing. */
  news: string;
}
export type EmbedPanel = DrawnPanel & AskedItem;
export type EmbedList = ListView & AskedItem;

export function toEmbedPanel(
  of: string,
  { groups, extent: _extent, ...panel }: Panel,
  lang: string,
): EmbedPanel {
  return {
    of,
    news: wordsOf(lang).panel.news(panel.title, panel.heading, panel.foot),
    ...panel,
    groups: groups.map(({ label, axis, rows }) => ({
      label,
      axis: axis && { note: axis.note, labels: axis.labels },
      rows: rows.map(({ mark: _mark, scheme: _scheme, ...row }) => row),
    })),
  };
}

export const toEmbedList = (of: string, list: ListView, lang: string): EmbedList => ({
  of,
  lang: spoken(lang),
  news: wordsOf(lang).ranking.news(list.items.length),
  ...list,
});
