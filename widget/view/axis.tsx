/** The measure's one axis: labels at powers of ten, and a row's mark on it. Everything comes computed. */
import type { DrawnAxis } from '../../src/projections/embed-view.ts';
import type { PanelStroke } from '../../src/projections/panel.ts';

export const drawTicks = (axis: DrawnAxis) => (
  <svg aria-hidden="true">
    {axis.labels.map(([x, anchor, label]) => (
      <text x={x} y="1em" text-anchor={anchor}>
        {label}
      </text>
    ))}
  </svg>
);

/** As wide as there is room and 20 high; strokes keep their width (see axis-stroke.ts in read). */
export const drawPlace = (strokes: PanelStroke[]) => (
  <svg aria-hidden="true" viewBox="-3 0 106 20" preserveAspectRatio="none">
    {strokes.map((stroke) => (
      <path {...stroke} />
    ))}
  </svg>
);
