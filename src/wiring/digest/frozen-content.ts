/** What a run shows, frozen when it opens: each topic's changes and how it stands, and Most Commented. */
import type { DigestRun } from '../../domain/digest-run.ts';
import type { ChangeView } from '../../read/changes.ts';
import type { DigestTopicContent } from '../../read/digest.ts';
import { BRIEF_NOTES, toPanel } from '../../read/panel.ts';
import { changesWithin, reachOf, topicsSince } from '../../store/digest-content.ts';
import { readList } from '../ranking.ts';
import { readTopic } from '../topic-reads.ts';

/** The part that is no topic: no slug begins with an at sign. */
export const MOST_COMMENTED = '@most-commented';

/** Topics that a run holds, changes of each, rows of a first digest. Three statements a topic of the 1,000 allowed. */
const TOPICS = 250;
const CHANGES = 300;
const ROWS = 12;

/** A run may be opened for the past; below this many milliseconds the present record is that of its instant. */
const FRESH = 120_000;

export async function freezeContent(
  db: D1Database,
  run: DigestRun & { opened?: string },
): Promise<{ part: string; body: unknown }[]> {
  const { since, firsts } = await reachOf(db, run);
  // Only a reader who is new needs topics in which nothing happened.
  const slugs = since === null && !firsts ? [] : await topicsSince(db, firsts ? null : since, TOPICS);
  const past = Date.parse(run.opened ?? run.knownAt) - Date.parse(run.knownAt) > FRESH;
  const topics: { part: string; body: unknown }[] = [];
  for (const slug of slugs) {
    const body = await freezeTopic(db, slug, since, run.knownAt, past);
    if (body !== null) topics.push({ part: slug, body });
  }
  const list = await readList(db, run.cadence === 'daily' ? '24h' : '7d', run.knownAt);
  return [...topics, { part: MOST_COMMENTED, body: list }];
}

async function freezeTopic(
  db: D1Database,
  slug: string,
  since: string | null,
  knownAt: string,
  past: boolean,
): Promise<DigestTopicContent | null> {
  const found = await readTopic(db, slug, new URLSearchParams(past ? { known_at: knownAt } : {}));
  // A topic that did not exist then has nothing to show.
  if (found.kind !== 'view') return null;
  const { view } = found;
  const lead = toPanel(view, { families: [view.topic.lead], limit: ROWS, others: 0, notes: BRIEF_NOTES });
  const changes =
    since === null ? [] : await changesWithin(db, { topic: slug, since, until: knownAt, limit: CHANGES });
  return {
    slug,
    title: view.topic.title,
    lead,
    changes: changes.map((text) => JSON.parse(text) as ChangeView),
  };
}
