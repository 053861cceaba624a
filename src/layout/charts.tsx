/** The history of a measure: one step line a source, its name at its end, vague words as bands, stances as ticks. */
import type { History, Series } from '../projections/history.ts';
import { edgesOf, SeriesLine } from './series-line.tsx';
import { useWords } from './speaking.ts';

const TOP = 14;
const BOTTOM = 34;
const LINE = 17;

/** A chart and, behind it, the same data as a table. */
export const HistoryChart = ({ history }: { history: History }) => {
  const words = useWords().charts;
  const height = Math.max(260, history.series.length * LINE + TOP + BOTTOM);
  const y = (at: number) => TOP + ((100 - at) / 100) * (height - TOP - BOTTOM);
  return (
    <figure class="history">
      <figcaption>
        {history.label}
        <small>
          {[
            words.scale(history.scale),
            words.lines,
            ...(history.clock === null
              ? []
              : [(history.clock.shared ? words.ownClock : words.mostClock)(history.clock.zone)]),
            ...(history.scheme === null ? [] : [words.scheme(history.scheme)]),
          ].join(' ')}
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
    {history.axis.ticks.map(({ at, short }) => (
      <text x="52" y={y(at) + 4} text-anchor="end">
        {short}
      </text>
    ))}
  </svg>
);

const Lines = ({ history, height, y }: DrawnHistory) => {
  const floor = height - BOTTOM;
  const zero = history.axis.zeroLine;
  const words = useWords().charts;
  return (
    <svg height={height} role="img" aria-label={words.described(history.label)}>
      {history.axis.ticks.map(({ at }) => (
        <line class="grid" x2="100%" y1={y(at)} y2={y(at)} />
      ))}
      {zero !== null && <line class="zero" x2="100%" y1={y(zero)} y2={y(zero)} />}
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
          {at > 0 && at < 100 ? <tspan class="middle">{label}</tspan> : label}
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
      <title>{useWords().charts.names}</title>
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

const Hidden = ({ history: { hidden } }: { history: History }) => {
  const { newestSources, newestStatements } = useWords().charts;
  if (hidden.series + hidden.points === 0) return null;
  return <p class="fine">{(hidden.series > 0 ? newestSources : newestStatements)(hidden.series)}</p>;
};

const HistoryTable = ({ history }: { history: History }) => {
  const words = useWords().charts;
  return (
    <details>
      <summary>{words.asTable}</summary>
      <div class="scroll">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.said}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.words}</th>
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
};

function rowsOf({ series, stances }: History) {
  const figures = series.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })));
  return [...figures, ...stances.map((stance) => ({ ...stance, reading: null }))].sort((a, b) => b.at - a.at);
}
