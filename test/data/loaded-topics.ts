// The reviewed files as the record holds them: through the same door as any import, then replayed under both clocks.

import { readData } from '../../src/cli/data-files.ts';
import { DEFAULT_SCHEME, schemeOf } from '../../src/domain/figure/vagueness.ts';
import type { Entry } from '../../src/domain/record/entry.ts';
import { NOW, type TopicRecord } from '../../src/domain/record/record.ts';
import { recordAt } from '../../src/domain/record/replay.ts';
import { Source } from '../../src/domain/record/source.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import type { EstimateView, TopicView } from '../../src/projections/topic-view.ts';
import { withCodebook } from '../../src/validation/codebook.ts';
import { admitImport } from '../../src/validation/import.ts';
import { withSources } from '../../src/validation/sources.ts';
import { CODEBOOK } from '../domain/codebook.ts';

const data = await readData();
export const sources = new Map(
  (data.sources as unknown[]).map((raw) => Source.parse(raw)).map((source) => [source.id, source]),
);
export const slugs = data.topics.map(({ slug }) => slug);
const recorded = '2026-01-01T00:00:00.000Z';

/** A topic's files as the body of an import. */
export function bodyOf(slug: string) {
  const files = data.topics.find((topic) => topic.slug === slug);
  if (!files) throw new Error(`There is no topic "${slug}" in data/.`);
  const claims = files.files.flatMap((file) => file.records as unknown[]);
  return { batch: 'data', topic: Topic.parse(files.topic), claims };
}

/** The log that the files make, in one import. */
export function logOf(slug: string): Entry[] {
  const verdict = admitImport(bodyOf(slug), { held: null, sources, codebook: CODEBOOK, now: recorded });
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  const actions = withCodebook(withSources(verdict.value, null, sources), null, CODEBOOK);
  return actions.map((action) => ({ revision: 1, recorded, batch: 'data', action }));
}

export function recordOf(slug: string, saidBy: string | null = null): TopicRecord {
  return recordAt(logOf(slug), { ...NOW, saidBy }) as TopicRecord;
}

export function viewOf(slug: string, { saidBy = null as string | null, scheme = 'house' } = {}): TopicView {
  return toTopicView(recordOf(slug, saidBy), {
    ...PLAIN,
    saidBy,
    scheme: schemeOf(scheme) ?? DEFAULT_SCHEME,
  });
}

/** The row of one source on one measure, or undefined. */
export function rowIn(view: TopicView, source: string, measure: string): EstimateView | undefined {
  const found = view.sources.find(({ id }) => id === source);
  return found?.estimates.find((row) => row.measure === measure);
}

/** A row's notes of one kind. */
export const notesOf = (row: EstimateView | undefined, kind: string): string[] =>
  (row?.notes ?? []).filter((note) => note.kind === kind).map(({ text }) => text);
