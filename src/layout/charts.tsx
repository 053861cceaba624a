/** The history of a measure: one step line a source, its name at its end, vague words as bands, stances as ticks. */
import type { History, Series } from '../projections/history.ts';
import { edgesOf, SeriesLine } from './series-line.tsx';

const TOP = 14;
const BOTTOM = 34;
const LINE = 17;

/** A chart and, behind it, the same data as a table. */
export const HistoryChart = ({ history }: { history: History }) => {
  const height = Math.max(260, history.series.length * LINE + TOP + BOTTOM);
  const y = (at: number) => TOP + ((100 - at) / 100) * (height - TOP - BOTTOM);
  return (
    <figure class="history">
      <figcaption>
        {history.label}
        <small>
          {history.axis.scale === 'log' ? 'Each step up is ten times. ' : ''}A line holds from one statement
          to the source’s next. A range or a vague word is an area, a bound fades out to its open side.
          {history.scheme !== null && ` Vague words as the ${history.scheme} scheme reads them.`}
        </small>
      </figcaption>
      <div class="plot">
        <Scale history={history} height={height} y={y} />
        <Lines history={history} height={height} y={y} />
        <Names history={history} height={height} y={y} />
      </div>
      <Hidden history={history} />
      <HistoryTable history={history} />
    </figure>
  );
};

interface DrawnHistory {
  history: History;
  height: number;
  y: (at: number) => number;
}

const Scale = ({ history, height, y }: DrawnHistory) => (
  <svg height={height} aria-hidden="true">
    {history.axis.ticks.map(({ at, label }) => (
      <text x="44" y={y(at) + 4} text-anchor="end">
        {label.length > 6 ? short(label) : label}
      </text>
    ))}
  </svg>
);

/** "1,000,000" as "1m": the scale's column is narrow. */
const short = (label: string): string => label.replace(/,000,000$/, 'm').replace(/,000$/, 'k');

const Lines = ({ history, height, y }: DrawnHistory) => {
  const floor = height - BOTTOM;
  return (
    <svg
      height={height}
      role="img"
      aria-label={`${history.label}, by source over time; the table below holds the same data`}
    >
      {history.axis.ticks.map(({ at }) => (
        <line class="grid" x2="100%" y1={y(at)} y2={y(at)} />
      ))}
      {history.stances.map(({ at }) => (
        <line class="stance" x1={`${at}%`} x2={`${at}%`} y1={floor - 1} y2={floor - 8} />
      ))}
      {history.series.map((series, n) => (
        <g class={`s${n}`}>
          <SeriesLine series={series} y={y} roof={TOP} floor={floor} />
        </g>
      ))}
      {history.ticks.map(({ at, label }) => (
        <text x={`${at}%`} y={height - 8} text-anchor={at === 0 ? 'start' : at === 100 ? 'end' : 'middle'}>
          {at === 50 ? <tspan class="middle">{label}</tspan> : label}
        </text>
      ))}
    </svg>
  );
};

/** Names at the line ends, moved apart where they would touch, each tied to its end by a hairline. */
const Names = ({ history, height, y }: DrawnHistory) => {
  const ends = history.series.map((series, n) => ({
    n,
    name: series.name,
    ...endsOf(series, y),
  }));
  const places = apart(
    [...ends].sort((a, b) => a.at - b.at),
    height - BOTTOM,
  );
  return (
    <svg class="names" height={height}>
      <title>Sources, each at the end of its line</title>
      {places.map(({ n, name, high, low, place }) => (
        <g class={`s${n}`} tabindex={0}>
          <line class="grid" x1="2" x2="14" y1={place - high > low - place ? low : high} y2={place} />
          <text x="18" y={place + 4}>
            <title>{name}</title>
            {shortened(name)}
          </text>
        </g>
      ))}
    </svg>
  );
};

/** Where a series ends: at its number, or between the two ends of an area, to whose nearer one its name is tied. */
function endsOf({ points }: Series, y: DrawnHistory['y']): { at: number; high: number; low: number } {
  const last = points.at(-1) as Series['points'][number];
  const { from, to } = edgesOf(last.mark);
  return { at: y(to), high: y(to), low: y(from) };
}

/** Names longer than their column are cut with an ellipsis; the whole name is the group's label and title. */
const shortened = (name: string): string => (name.length > 23 ? `${name.slice(0, 22).trimEnd()}…` : name);

/** Pushes labels down, then back up from the floor, so that none is nearer than a line to the next. */
function apart<T extends { at: number }>(ends: T[], floor: number): (T & { place: number })[] {
  const placed = ends.map((end) => ({ ...end, place: end.at }));
  placed.forEach((each, n) => {
    const above = placed[n - 1];
    if (above) each.place = Math.max(each.place, above.place + LINE);
  });
  for (let n = placed.length - 1, limit = floor; n >= 0; n--) {
    const each = placed[n] as (typeof placed)[number];
    each.place = Math.min(each.place, limit);
    limit = each.place - LINE;
  }
  return placed;
}

const Hidden = ({ history: { hidden } }: { history: History }) =>
  hidden.series + hidden.points === 0 ? null : (
    <p class="fine">
      Drawn: the {hidden.series > 0 ? 'newest sources' : 'newest statements'}; {hidden.series} more sources
      are in the record.
    </p>
  );

const HistoryTable = ({ history }: { history: History }) => (
  <details>
    <summary>The same as a table</summary>
    <div class="scroll">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">Said</th>
            <th scope="col">Source</th>
            <th scope="col">Words</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(history).map((row) => (
            <tr>
              <td>{row.when}</td>
              <th scope="row">{row.name}</th>
              <td>
                {row.text}
                {row.reading && <div class="fine">{row.reading}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);

function rowsOf({ series, stances }: History) {
  const figures = series.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })));
  return [...figures, ...stances.map((stance) => ({ ...stance, reading: null }))].sort((a, b) => b.at - a.at);
}
