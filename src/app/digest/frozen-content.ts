/** What a run shows, frozen when it opens: how each topic stands, what is new to its readers, and Most Commented. */

import { CADENCE_RULES } from '../../domain/digest/cadence.ts';
import type { DigestRun } from '../../domain/digest/digest-run.ts';
import { frozenTold } from '../../projections/digest-frozen.ts';
import type { KeptPart } from '../../projections/digest-told.ts';
import { formulaIn } from '../../projections/formula.ts';
import type { MostCommented } from '../../projections/most-commented.ts';
import { DEFAULT_LANGUAGE } from '../../projections/words/words.ts';
import { dueCursors, LEFT_OUT, reachOf, topicsSince } from '../../store/digest-content.ts';
import { readList } from '../outside-counts/ranking.ts';
import { leftOutFor, tellingOf } from './topic-telling.ts';

/** The part that is no topic: no slug begins with an at sign. */
export const MOST_COMMENTED = '@most-commented';

/** Topics that a run holds; a view and a log of each. */
const TOPICS = 250;
/** Instants of last digests for which a topic is told ahead of time; for others it is told when their reader comes up. */
const CURSORS = 50;

/** A run may be opened for the past; below this many milliseconds the present record is that of its instant. */
const FRESH = 120_000;

export async function freezeContent(
  db: D1Database,
  run: DigestRun & { opened?: string },
): Promise<{ part: string; body: unknown }[]> {
  const { since, firsts } = await reachOf(db, run);
  // Only a reader who is new needs topics in which nothing happened.
  const found = since === null && !firsts ? [] : await topicsSince(db, firsts ? null : since, TOPICS);
  const cursors = since === null ? [] : await dueCursors(db, run);
  const past = Date.parse(run.opened ?? run.knownAt) - Date.parse(run.knownAt) > FRESH;
  const parts: { part: string; body: unknown }[] = [];
  for (const topic of found) {
    const own = cursors.flatMap((due) => (due.topic === '*' || due.topic === topic.slug ? due.cursor : []));
    try {
      const body = await freezeTopic(db, topic.slug, [...new Set(own)], { until: run.knownAt, past });
      if (body !== null) parts.push({ part: topic.slug, body });
    } catch (fault) {
      // One topic's fault is its own: everybody else's news goes out.
      console.error(`${run.id}: ${topic.slug} cannot be drawn`, fault);
      parts.push({ part: LEFT_OUT + topic.slug, body: leftOutFor(topic, fault) });
    }
  }
  return [...parts, { part: MOST_COMMENTED, body: await listOf(db, run) }];
}

/** The list adds to a digest and never costs one: where it cannot be made there is none. */
async function listOf(db: D1Database, run: DigestRun): Promise<MostCommented> {
  const { window } = CADENCE_RULES[run.cadence];
  try {
    return await readList(db, window, run.knownAt);
  } catch (fault) {
    console.error(`${run.id}: Most Commented cannot be made`, fault);
    return { window, computedAt: run.knownAt, formula: formulaIn(DEFAULT_LANGUAGE), items: [], empty: null };
  }
}

/** One topic as a run shows it, null when there was none then; `cursors` newest first, for which it is told ahead. */
export async function freezeTopic(
  db: D1Database,
  slug: string,
  cursors: readonly string[],
  as: { until: string; past: boolean },
): Promise<unknown> {
  const telling = await tellingOf(db, slug, as);
  // A topic that did not exist then has nothing to show.
  if (telling === null) return null;
  const { since, ...topic } = telling;
  const behind = cursors.filter((cursor) => cursor < topic.updated).slice(0, CURSORS);
  const told: [string, KeptPart[]][] = [];
  for (const cursor of behind) told.push([cursor, await since(cursor)]);
  return { ...topic, ...frozenTold(told) };
}
