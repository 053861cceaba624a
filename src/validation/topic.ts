/** Validation of a topic's own frame: title, summary, families, measures and their dimensions. */

import { partsOf } from '../domain/record/combination.ts';
import type { Action } from '../domain/record/entry.ts';
import type { Measure } from '../domain/record/measure.ts';
import type { Codebook } from '../domain/record/metric.ts';
import { formsOf, type TopicRecord } from '../domain/record/record.ts';
import type { Topic } from '../domain/record/topic.ts';
import { unitChanges, unitProblems } from './measure-unit.ts';
import { admit, type Problem, refuse, type Verdict } from './verdict.ts';

/** A topic that is new or has changed, as an action; none where it already stands so. What claims stand on must stay. */
export function admitTopic(topic: Topic, held: TopicRecord | null, codebook: Codebook): Verdict<Action[]> {
  const unfit = topic.measures.flatMap((measure, at) =>
    unitProblems(measure, codebook).map((problem) => placed(problem, at)),
  );
  if (unfit.length > 0) return refuse(...unfit);
  if (held === null) return admit([{ kind: 'topic', topic }]);
  const used = Map.groupBy(
    new Set(held.claims.flatMap((state) => formsOf(state).flatMap(({ measure }) => measure ?? []))),
    (id) => partsOf(id).base,
  );
  const kept = new Set(topic.measures.map((measure) => measure.id));
  const lost = [...used.keys()].filter((id) => !kept.has(id));
  if (lost.length > 0)
    return refuse({ path: 'measures', message: `Claims stand on these measures: ${lost.join(', ')}.` });
  const problems = topic.measures.flatMap((measure, at) => {
    const was = held.topic.measures.find(({ id }) => id === measure.id);
    const ids = used.get(measure.id);
    if (!was || !ids) return [];
    const lost = [...lostDimensions(was, measure, ids), ...unitChanges(was, measure, held, codebook)];
    return lost.map((problem) => placed(problem, at));
  });
  if (problems.length > 0) return refuse(...problems);
  return admit(JSON.stringify(held.topic) === JSON.stringify(topic) ? [] : [{ kind: 'topic', topic }]);
}

/** A combination's id must go on naming the same: values in use stay, and so does which of them is left out as usual. */
function lostDimensions(was: Measure, now: Measure, ids: readonly string[]): Problem[] {
  const combinations = ids.map((id) => partsOf(id).values);
  const gone = was.dimensions.filter(({ id }) => !now.dimensions.some((dimension) => dimension.id === id));
  return [
    ...gone.map(({ id }) => ({ path: 'dimensions', message: `Claims stand on the dimension "${id}".` })),
    ...now.dimensions.flatMap((dimension, at): Problem[] => {
      const { id, values, default: usual } = dimension;
      const before = was.dimensions.find((each) => each.id === id);
      const path = `dimensions.${at}`;
      if (!before) {
        const message = `Claims stand on this measure without "${id}": say in "default" which value they have.`;
        return usual === null ? [{ path: `${path}.default`, message }] : [];
      }
      if (before.default !== usual) {
        const message =
          before.default === null
            ? 'Claims stand on this measure, each with a value of its own: no default can be added.'
            : `Claims stand on the default "${before.default}": it must stay.`;
        return [{ path: `${path}.default`, message }];
      }
      const known = new Set(values.map((value) => value.id));
      const lost = new Set(
        combinations.flatMap((named) => named[id] ?? []).filter((value) => !known.has(value)),
      );
      if (lost.size === 0) return [];
      return [{ path: `${path}.values`, message: `Claims stand on these values: ${[...lost].join(', ')}.` }];
    }),
  ];
}

const placed = ({ path, message }: Problem, at: number): Problem => ({
  path: `measures.${at}.${path}`,
  message,
});
