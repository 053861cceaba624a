/** The summary of a topic: who says what, as of when, and where it lies on the axis. The same on page, frame and widget. */
import type { ComponentChild } from 'preact';
import type { Panel, PanelGroup, PanelRow } from '../../src/read/panel.ts';
import { Place, Ticks } from './axis.tsx';
import { Words } from './words.tsx';

/** What a face with more room adds to a row. */
type Extra = ((row: PanelRow) => ComponentChild) | undefined;

/** Explicit roles keep the table a table where narrow columns stack its cells. */
export const Groups = ({
  caption,
  groups,
  extra,
}: {
  caption: string;
  groups: PanelGroup[];
  extra?: Extra;
}) => (
  <table role="table">
    <caption>{caption}</caption>
    {groups.map((group) => (
      <Group group={group} extra={extra} />
    ))}
  </table>
);

const Group = ({ group, extra }: { group: PanelGroup; extra: Extra }) => {
  const { label, axis, rows } = group;
  return (
    <tbody role="rowgroup" class={axis ? 'x' : ''}>
      {label && (
        <tr role="row">
          <th role="columnheader" scope="col">
            {label}
          </th>
          {axis && (
            <td role="cell">
              <small>{axis.note}</small>
              <Ticks axis={axis} />
            </td>
          )}
        </tr>
      )}
      {rows.map((row) => (
        <Row row={row} axis={axis} extra={extra} />
      ))}
    </tbody>
  );
};

const Row = ({ row, axis, extra }: { row: PanelRow; axis: PanelGroup['axis']; extra: Extra }) => (
  <tr role="row">
    <th role="rowheader" scope="row">
      {row.name}
      {row.by && <small>{row.by}</small>}
    </th>
    <td role="cell" class={row.figure ? '' : 's'}>
      {row.of && <small>{row.of}</small>}
      <Words text={row.text} />
      <small>{row.when}</small>
    </td>
    {axis && row.mark && (
      <td role="cell" class="p">
        <Place axis={axis} mark={row.mark} />
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

/** Title, summary, rows and foot; `base` is the site's own origin, for links from elsewhere. */
export const PanelView = ({ panel, base = '' }: { panel: Panel; base?: string }) => (
  <>
    <h2>
      <a href={base + panel.url}>{panel.title}</a>
    </h2>
    <p>{panel.summary}</p>
    {panel.pinned?.map((line) => (
      <p>{line}</p>
    ))}
    <Groups caption={panel.heading} groups={panel.groups} />
    <p class="z">
      <span>{panel.foot}</span>
      <a href={base + panel.url}>By Source</a>
    </p>
  </>
);
