/** The summary of a topic: who says what, as of when, and where it lies on the axis. The same on page, frame and widget. */
import type { ComponentChild } from 'preact';
import type { DrawnGroup, DrawnPanel, DrawnRow } from '../../src/projections/embed-view.ts';
import { drawPlace, drawTicks } from './axis.tsx';
import { Foot } from './foot.tsx';
import { Words } from './words.tsx';

/** What a face with more room adds to a row. */
type Extra = ((row: DrawnRow) => ComponentChild) | undefined;

/** Explicit roles keep the table a table where narrow columns stack its cells. */
export const Groups = ({
  caption,
  groups,
  extra,
}: {
  caption: string;
  groups: DrawnGroup[];
  extra?: Extra;
}) => (
  <table role="table">
    <caption>{caption}</caption>
    {groups.map((group) => drawGroup(group, extra))}
  </table>
);

// Plain functions, not components: many to a page, and a component each would cost its keeping.
const drawGroup = ({ label, axis, rows }: DrawnGroup, extra: Extra) => (
  <tbody role="rowgroup">
    {label && (
      <tr role="row">
        <th role="columnheader" scope="col">
          {label}
        </th>
        {axis && (
          <td role="cell">
            <small>
              {axis.note}
              {drawTicks(axis)}
            </small>
          </td>
        )}
      </tr>
    )}
    {rows.map((row) => drawRow(row, extra))}
  </tbody>
);

/** A stance is a sentence in its own slant; words without a mark take its room. */
const drawRow = (row: DrawnRow, extra: Extra) => {
  const words = <Words text={row.text} />;
  return (
    <tr role="row" {...(row.rank && { 'data-rank': row.rank, 'data-sources': row.sources ?? 1 })}>
      <th role="rowheader" scope="row">
        {row.name}
        <small>{row.by}</small>
      </th>
      <td role="cell" class={row.strokes ? '' : 'w'}>
        {row.of && <small>{row.of}</small>}
        {row.figure ? words : <i>{words}</i>}
        <small>{row.when}</small>
      </td>
      {row.strokes && (
        <td role="cell" class="p">
          {drawPlace(row.strokes)}
        </td>
      )}
      {(row.notes[0] || extra) && (
        <td role="cell" class="w">
          {row.notes.map((note) => (
            <small>{note}</small>
          ))}
          {extra?.(row)}
        </td>
      )}
    </tr>
  );
};

/** Title, summary, rows and foot; `base` is the site's own origin, for links from elsewhere. */
export const PanelView = ({ panel, base = '' }: { panel: DrawnPanel; base?: string }) => (
  <>
    <h2>
      <a href={base + panel.url}>{panel.title}</a>
    </h2>
    <p>{panel.summary}</p>
    {panel.pinned?.map((line) => (
      <p>{line}</p>
    ))}
    <Groups caption={panel.heading} groups={panel.groups} />
    <Foot words={panel.foot} more={panel.more} href={base + panel.url} fewer={panel.fewer} />
  </>
);
