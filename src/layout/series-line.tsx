/** One source's line in the history: it runs only at numbers that were said. A range or a vague word is an area. */
import type { Mark } from '../projections/axis.ts';
import type { Series } from '../projections/history.ts';

interface DrawnSeries {
  series: Series;
  /** From a place on the axis (0 to 100) to pixels from the top. */
  y: (at: number) => number;
  /** The drawing's upper and lower end, pixels. */
  roof: number;
  floor: number;
}

/** How far a bound fades out to its open side, pixels, in steps one on another. */
const FADE = [27, 18, 9];

/** The outer ends of a mark on the axis; one number is both. */
export function edgesOf({ at, from, to }: Mark): { from: number; to: number } {
  const one = at ?? from ?? to ?? 0;
  return { from: from ?? one, to: to ?? one };
}

export const SeriesLine = ({ series, ...drawn }: DrawnSeries) => (
  <>
    {series.points.map((point, n) => {
      const next = series.points[n + 1];
      return <Point point={point} next={next} {...drawn} />;
    })}
  </>
);

type PointMark = Series['points'][number];

const Point = ({
  point,
  next,
  y,
  ...ends
}: Omit<DrawnSeries, 'series'> & { point: PointMark; next: PointMark | undefined }) => {
  const { at: x, mark } = point;
  const until = next?.at ?? 100;
  const { at, open } = mark;
  return (
    <>
      {mark.from !== null && mark.to !== null && <Area x={x} until={until} mark={mark} y={y} />}
      {open !== null && <Fade x={x} until={until} mark={mark} open={open} y={y} {...ends} />}
      {at !== null && (
        <line class={next ? 'step' : 'rest'} x1={`${x}%`} x2={`${until}%`} y1={y(at)} y2={y(at)} />
      )}
      {at !== null && next && next.mark.at !== null && (
        <line class="step" x1={`${until}%`} x2={`${until}%`} y1={y(at)} y2={y(next.mark.at)} />
      )}
      {at !== null && <circle class={mark.hollow ? 'hollow' : 'dot'} cx={`${x}%`} cy={y(at)} r="3.5" />}
    </>
  );
};

interface LinePart {
  x: number;
  until: number;
  mark: Mark;
  y: DrawnSeries['y'];
}

/** Between both ends; those that were said have a line each, those of a scheme have none. */
const Area = ({ x, until, mark, y }: LinePart) => {
  const { from, to } = edgesOf(mark);
  const length = `${Math.max(until - x, 1)}%`;
  return (
    <>
      <rect class="soft" x={`${x}%`} width={length} y={y(to)} height={y(from) - y(to)} />
      {mark.kind === 'bar' && (
        <>
          <rect class="span" x={`${x}%`} width="3" y={y(to)} height={y(from) - y(to)} />
          {[to, from].map((end) => (
            <line class="edge" x1={`${x}%`} x2={`${until}%`} y1={y(end)} y2={y(end)} />
          ))}
        </>
      )}
    </>
  );
};

/** "At most 300" goes down from its line, "at least 300" up: nobody gave the other end. */
const Fade = ({
  x,
  until,
  mark,
  open,
  y,
  roof,
  floor,
}: LinePart & { open: 'up' | 'down'; roof: number; floor: number }) => {
  const { from, to } = edgesOf(mark);
  const level = y(open === 'up' ? from : to);
  const length = `${Math.max(until - x, 1)}%`;
  return (
    <>
      {FADE.map((depth) => {
        const height = Math.max(0, Math.min(depth, open === 'up' ? level - roof : floor - level));
        const top = open === 'up' ? level - height : level;
        return <rect class={`soft ${open}`} x={`${x}%`} width={length} y={top} height={height} />;
      })}
    </>
  );
};
