/** The lines of a family in the order in which every face shows them: newest first, unattributed last, drawn ones before the rest. */
import { lastDay } from '../domain/date.ts';
import type { EstimateView, SourceView, TopicView } from './topic-view.ts';

export interface Line {
  source: SourceView;
  estimate: EstimateView;
}

/** `only` narrows to one measure. */
export function linesOf(view: TopicView, measures: string[], only: string | null): Line[] {
  const wanted = new Set(only === null ? measures : measures.filter((id) => id === only));
  const lines = view.sources.flatMap((source) =>
    source.estimates
      .filter((estimate) => wanted.has(estimate.measure))
      .map((estimate) => ({ source, estimate })),
  );
  return lines.sort(newestFirst);
}

export function newestFirst(a: Line, b: Line): number {
  const last = Number(a.source.kind === 'unattributed') - Number(b.source.kind === 'unattributed');
  if (last !== 0) return last;
  const [x, y] = [a, b].map(({ estimate }) => (estimate.said ? lastDay(estimate.said.date) : '')) as [
    string,
    string,
  ];
  return x < y ? 1 : x > y ? -1 : 0;
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
    const { drawn, rest } = byAxis(linesOf(view, family.measures, null));
    return [...drawn.flatMap(([, own]) => own), ...rest];
  });
  return lines.map(({ source, estimate }) => ({ source: source.id, measure: estimate.measure }));
}
