/** Reads of a topic: the stored view for the plain question, the packed log for any other. One row either way. */
import { changesBetween } from '../domain/change.ts';
import type { Entry } from '../domain/entry.ts';
import { NOW, recordAt } from '../domain/record.ts';
import { parseViewQuery, type ViewQuery } from '../intake/query.ts';
import { type History, historiesOf } from '../read/history.ts';
import { sinceWords } from '../read/since.ts';
import type { TopicAnswer } from '../read/topic-answer.ts';
import { toTopicView } from '../read/topic-projection.ts';
import type { TopicView } from '../read/topic-view.ts';
import { readLog } from '../store/log.ts';
import { readView } from '../store/views.ts';
import { refreshTopic } from '../store/write.ts';
import { mustHold, project, SHAPE } from './projection.ts';

/** The topic as the parameters ask for it. */
export async function readTopic(db: D1Database, slug: string, params: URLSearchParams): Promise<TopicAnswer> {
  const query = parseViewQuery(params);
  if (!query.ok) return { kind: 'unreadable', problems: query.problems };
  if (query.value.plain) return readPlain(db, slug);
  const entries = await readLog(db, slug);
  return entries.length === 0 ? unknown(slug) : viewOf(entries, slug, query.value);
}

async function readPlain(db: D1Database, slug: string): Promise<TopicAnswer> {
  const text = await storedText(db, slug, 'topic');
  return text === null ? unknown(slug) : { kind: 'view', view: JSON.parse(text) as TopicView, text };
}

/** A stored view's text; one that an older release made is made anew first. */
async function storedText(db: D1Database, slug: string, kind: 'topic' | 'history'): Promise<string | null> {
  const stored = await readView(db, slug, kind);
  if (stored === null) return null;
  if (stored.shape === SHAPE) return stored.text;
  await refreshTopic(db, slug, project);
  return (await readView(db, slug, kind))?.text ?? null;
}

function viewOf(entries: readonly Entry[], slug: string, query: ViewQuery): TopicAnswer {
  const record = recordAt(entries, query);
  if (record === null)
    return { kind: 'unknown', detail: `The record held nothing of "${slug}" at ${query.knownAt}.` };
  if (query.measure !== null && !record.topic.measures.some((measure) => measure.id === query.measure)) {
    return {
      kind: 'unreadable',
      problems: [{ path: 'measure', message: `The topic has no measure "${query.measure}".` }],
    };
  }
  const view = { ...toTopicView(record, query), ...sinceOf(entries, query) };
  return { kind: 'view', view, text: JSON.stringify(view) };
}

/** A past state says what the record has changed since. */
function sinceOf(entries: readonly Entry[], query: ViewQuery): Pick<TopicView, 'since'> {
  if (query.knownAt === null) return {};
  const past = recordAt(entries, { knownAt: query.knownAt, saidBy: null });
  const now = mustHold(recordAt(entries, NOW));
  return { since: sinceWords(query.knownAt, changesBetween(past, now), now, query.lang) };
}

/** The charts of a topic under the same parameters. */
export async function readHistory(db: D1Database, slug: string, params: URLSearchParams): Promise<History[]> {
  const query = parseViewQuery(params);
  if (!query.ok) return [];
  if (query.value.plain) return JSON.parse((await storedText(db, slug, 'history')) ?? '[]') as History[];
  const record = recordAt(await readLog(db, slug), query.value);
  return record === null ? [] : historiesOf(record, query.value);
}

const unknown = (slug: string): TopicAnswer => ({ kind: 'unknown', detail: `There is no topic "${slug}".` });
