/** Validation of a topic's own frame: title, summary, families and measures. */
import type { Action } from '../domain/record/entry.ts';
import type { TopicRecord } from '../domain/record/record.ts';
import type { Topic } from '../domain/record/topic.ts';
import { admit, refuse, type Verdict } from './verdict.ts';

/** A topic that is new or has changed, as an action; none where it already stands so. A measure that claims use must stay. */
export function admitTopic(topic: Topic, held: TopicRecord | null): Verdict<Action[]> {
  if (held === null) return admit([{ kind: 'topic', topic }]);
  const kept = new Set(topic.measures.map((measure) => measure.id));
  const used = new Set(held.claims.map((state) => state.claim.measure));
  const lost = [...used].filter((id) => id !== null && !kept.has(id));
  if (lost.length > 0)
    return refuse({ path: 'measures', message: `Claims stand on these measures: ${lost.join(', ')}.` });
  return admit(JSON.stringify(held.topic) === JSON.stringify(topic) ? [] : [{ kind: 'topic', topic }]);
}
