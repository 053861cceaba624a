/** Reads of a topic: the stored view for the plain question, the packed log for any other. One row either way. */

import type { Problem } from '../../domain/problem.ts';
import { changesBetween } from '../../domain/record/change.ts';
import { partsOf } from '../../domain/record/combination.ts';
import { measureNamed } from '../../domain/record/counted.ts';
import type { Entry } from '../../domain/record/entry.ts';
import { NOW, type TopicRecord } from '../../domain/record/record.ts';
import { recordAt } from '../../domain/record/replay.ts';
import { toldBetween } from '../../domain/record/told.ts';
import type { Topic } from '../../domain/record/topic.ts';
import { resembling } from '../../domain/resemblance.ts';
import { type History, historiesOf } from '../../projections/history.ts';
import { sinceWords } from '../../projections/since.ts';
import type { TopicAnswer } from '../../projections/topic-answer.ts';
import { toTopicView } from '../../projections/topic-projection.ts';
import type { TopicView } from '../../projections/topic-view.ts';
import { DEFAULT_LANGUAGE, wordsOf } from '../../projections/words/words.ts';
import { readLog, readRecord, type StoredRecord } from '../../store/log.ts';
import { readView, type StoredView } from '../../store/views.ts';
import { refreshTopic } from '../../store/write.ts';
import { parseViewQuery, type ViewQuery } from '../../validation/query.ts';
import type { ReadDeps } from '../deps.ts';
import { mustHold, project, SHAPE } from './projection.ts';

/** The topic as the parameters ask for it. */
export async function readTopic(
  { db }: ReadDeps,
  slug: string,
  params: URLSearchParams,
): Promise<TopicAnswer> {
  const query = parseViewQuery(params);
  if (!query.ok) return { kind: 'unreadable', problems: query.problems };
  if (query.value.plain) return readPlain(db, slug);
  const stored = await readRecord(db, slug);
  return stored.entries.length === 0 ? unknown(slug, query.value.lang) : viewOf(stored, slug, query.value);
}

async function readPlain(db: D1Database, slug: string): Promise<TopicAnswer> {
  const stored = await currentView(db, slug, 'topic');
  if (stored === null) return unknown(slug, DEFAULT_LANGUAGE);
  const view = JSON.parse(stored.text) as TopicView;
  if (stored.comments === 0) return { kind: 'view', view, text: stored.text };
  // Comments come and go without the view being made anew: their numbers stand beside it.
  const counted = { ...view, comments: { visible: stored.comments, commenters: stored.commenters } };
  return { kind: 'view', view: counted, text: JSON.stringify(counted) };
}

/** A stored view; one that an older release made is made anew first. */
async function currentView(
  db: D1Database,
  slug: string,
  kind: 'topic' | 'history',
): Promise<StoredView | null> {
  const stored = await readView(db, slug, kind);
  if (stored === null || stored.shape === SHAPE) return stored;
  await refreshTopic(db, slug, project);
  return readView(db, slug, kind);
}

function viewOf({ entries, comments }: StoredRecord, slug: string, query: ViewQuery): TopicAnswer {
  const record = recordAt(entries, query);
  const words = wordsOf(query.lang).problems;
  if (record === null) return { kind: 'unknown', detail: words.notYet(slug, query.knownAt ?? '') };
  const problems = [...unknownPicks(record.topic, query), ...unknownSources(record, query)];
  if (problems.length > 0) return { kind: 'unreadable', problems };
  const view = { ...toTopicView(record, query), comments, ...sinceOf(entries, query) };
  return { kind: 'view', view, text: JSON.stringify(view) };
}

/** A measure or a value that the topic does not have; the values of what it does have may lack figures. */
function unknownPicks(topic: Topic, { measure, dimensions, lang }: ViewQuery): Problem[] {
  const words = wordsOf(lang).problems;
  const declared = topic.measures.filter(({ id }) => measure === null || id === partsOf(measure).base);
  if (measure !== null && !declared.some(({ id }) => id === measure) && measureNamed(topic, measure) === null)
    return [{ path: 'measure', message: words.measure(measure) }];
  return Object.entries(dimensions).flatMap(([id, value]) => {
    const own = declared.flatMap((each) => each.dimensions.filter((dimension) => dimension.id === id));
    if (own.some(({ values }) => values.some((each) => each.id === value))) return [];
    const known = own.length > 0 ? own.flatMap(({ values }) => values.map((each) => each.id)) : null;
    const names = known ?? declared.flatMap((each) => each.dimensions.map((dimension) => dimension.id));
    const near = resembling(known === null ? id : value, names);
    const none = known === null ? words.dimension(id) : words.dimensionValue(id, value);
    return [{ path: 'dimension', message: near === null ? none : words.didYouMean(none, near) }];
  });
}

/** A source to be compared that the topic does not have: it has those that it holds a claim of. */
function unknownSources({ claims }: TopicRecord, { compare, lang }: ViewQuery): Problem[] {
  const own = new Set(claims.map(({ claim }) => claim.source));
  const words = wordsOf(lang);
  return (compare ?? [])
    .filter((id) => !own.has(id))
    .map((id) => {
      const none = words.comparison.source(id.slice(0, 80));
      const near = resembling(id, [...own]);
      return { path: 'compare', message: near === null ? none : words.problems.didYouMean(none, near) };
    });
}

/** A past state says what the record has changed since. */
function sinceOf(entries: readonly Entry[], query: ViewQuery): Pick<TopicView, 'since'> {
  if (query.knownAt === null) return {};
  const past = recordAt(entries, { knownAt: query.knownAt, saidBy: null });
  const now = mustHold(recordAt(entries, NOW));
  const changes = changesBetween(past, now);
  return { since: sinceWords(query.knownAt, changes, now, query.lang, toldBetween(past, now)) };
}

/** The charts of a topic under the same parameters. */
export async function readHistory(
  { db }: ReadDeps,
  slug: string,
  params: URLSearchParams,
): Promise<History[]> {
  const query = parseViewQuery(params);
  if (!query.ok) return [];
  if (query.value.plain)
    return JSON.parse((await currentView(db, slug, 'history'))?.text ?? '[]') as History[];
  const record = recordAt(await readLog(db, slug), query.value);
  return record === null ? [] : historiesOf(record, query.value);
}

const unknown = (slug: string, lang: string): TopicAnswer => ({
  kind: 'unknown',
  detail: wordsOf(lang).problems.topic(slug),
});
