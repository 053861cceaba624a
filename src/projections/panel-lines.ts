/** The lines of a family in the order in which every face shows them: newest first, unattributed last, drawn ones before the rest. */
import { newestFirst } from '../domain/record/time-order.ts';
import type { EstimateView, SourceView, TopicView } from './topic-view.ts';

export interface Line {
  source: SourceView;
  estimate: EstimateView;
  /** Its place in the order in which a face with less room keeps rows, from 1; where a face has not room for all. */
  rank?: number;
  /** What its source said, without a figure, of the measure that the face shows. */
  aside?: string;
}

export function linesOf(view: TopicView, measures: readonly string[]): Line[] {
  const wanted = new Set(measures);
  const lines = view.sources.flatMap((source) =>
    source.estimates
      .filter((estimate) => wanted.has(estimate.measure))
      .map((estimate) => ({ source, estimate })),
  );
  return inOrder(lines);
}

/** In the order of the topic view among rows of one date; what nobody is named for comes last. */
export function inOrder(lines: Line[]): Line[] {
  const at = new Map(lines.map((line, place) => [line, place]));
  const sorted = newestFirst(
    lines,
    ({ estimate }) => estimate.said,
    (a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0),
  );
  const isNamed = ({ source }: Line) => source.kind !== 'unattributed';
  return [...sorted.filter(isNamed), ...sorted.filter((line) => !isNamed(line))];
}

/** The measures of which several rows lie on an axis, and the rows of all others. */
export function byAxis(lines: Line[]): { drawn: [string, Line[]][]; rest: Line[] } {
  const drawn = [...Map.groupBy(lines, (line) => line.estimate.measure)].filter(
    ([, own]) => own.filter((line) => line.estimate.mark !== null).length > 1,
  );
  const rest = lines.filter((line) => !drawn.some(([id]) => id === line.estimate.measure));
  return { drawn, rest };
}

/** Every row of the topic's page from its top to its foot, as the source and measure it is of. */
export function pageOrder(view: TopicView): { source: string; measure: string }[] {
  const lines = view.families.flatMap((family) => {
    const { drawn, rest } = byAxis(linesOf(view, family.measures));
    return [...drawn.flatMap(([, own]) => own), ...rest];
  });
  return lines.map(({ source, estimate }) => ({ source: source.id, measure: estimate.measure }));
}
