/** The measure's one axis: ticks at powers of ten, and a row's mark on it. Positions come computed, 0 to 100. */
import type { PanelGroup, PanelMark } from '../../src/read/panel.ts';

type PanelAxis = NonNullable<PanelGroup['axis']>;

const percent = (n: number): string => `${n}%`;

/** Tick labels; those at the ends keep inside the line. */
export const Ticks = ({ axis }: { axis: PanelAxis }) => (
  <svg aria-hidden="true">
    {axis.ticks.map(([at, label]) => (
      <text x={percent(at)} y="1em" text-anchor={at < 5 ? 'start' : at > 95 ? 'end' : 'middle'}>
        {label}
      </text>
    ))}
  </svg>
);

/** A dot, a bar or a soft band; an open side fades out in three steps. The stylesheet holds heights and tones. */
export const Place = ({ axis, mark }: { axis: PanelAxis; mark: PanelMark }) => {
  const [kind, at, from, to, open, hollow] = mark;
  const near = (open === 'down' ? to : from) ?? at ?? 0;
  const far = open ? (open === 'up' ? 100 : 0) : (to ?? near);
  return (
    <svg aria-hidden="true">
      <rect class="h" />
      {axis.ticks.map(([tick]) => (
        <rect class="t" x={percent(tick)} />
      ))}
      {near !== far &&
        (open ? [1, 2, 3] : [3]).map((part) => {
          const end = near + ((far - near) * part) / 3;
          return <rect class={kind} x={percent(Math.min(near, end))} width={percent(Math.abs(end - near))} />;
        })}
      {at !== null && <circle cx={percent(at)} class={hollow ? 'e' : ''} />}
    </svg>
  );
};
