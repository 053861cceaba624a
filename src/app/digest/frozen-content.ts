/** What digests show, made once for all who read it: how each topic stands, what is new to its readers, and Most Commented. */

import { CADENCE_RULES, type Cadence } from '../../domain/digest/cadence.ts';
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

/** Of what, as of when and for whom content is made. */
export interface ContentOrder {
  /** For the log. */
  name: string;
  topics: readonly { slug: string; title: string; updated: string }[];
  /** The instants of last digests, newest first, for which a topic is told ahead of time. */
  cursorsOf: (slug: string) => readonly string[];
  /** News is told up to here, or all there is; `past` shows topics as they stood then, too. */
  until: string | null;
  past: boolean;
  cadence: Cadence;
  /** The instant of the list of Most Commented. */
  now: string;
}

/** What digests show, by part, for a run to keep or a draft to show at once. One topic's fault is its own. */
export async function makeContent(
  db: D1Database,
  { name, topics, cursorsOf, until, past, cadence, now }: ContentOrder,
): Promise<{ part: string; body: unknown }[]> {
  const parts: { part: string; body: unknown }[] = [];
  for (const topic of topics) {
    try {
      const body = await freezeTopic(db, topic.slug, cursorsOf(topic.slug), { until, past });
      if (body !== null) parts.push({ part: topic.slug, body });
    } catch (fault) {
      // Everybody else's news goes out.
      console.error(`${name}: ${topic.slug} cannot be drawn`, fault);
      parts.push({ part: LEFT_OUT + topic.slug, body: leftOutFor(topic, fault) });
    }
  }
  return [...parts, { part: MOST_COMMENTED, body: await listOf(db, { name, cadence, now }) }];
}

export async function freezeContent(
  db: D1Database,
  run: DigestRun & { opened?: string },
): Promise<{ part: string; body: unknown }[]> {
  const { id: name, cadence, knownAt } = run;
  const { since, firsts } = await reachOf(db, run);
  // Only a reader who is new needs topics in which nothing happened.
  const topics = since === null && !firsts ? [] : await topicsSince(db, firsts ? null : since, TOPICS);
  const due = since === null ? [] : await dueCursors(db, run);
  const cursorsOf = (slug: string) => [
    ...new Set(due.flatMap(({ topic, cursor }) => (topic === '*' || topic === slug ? cursor : []))),
  ];
  const past = Date.parse(run.opened ?? knownAt) - Date.parse(knownAt) > FRESH;
  return makeContent(db, { name, topics, cursorsOf, until: knownAt, past, cadence, now: knownAt });
}

/** The list adds to a digest and never costs one: where it cannot be made there is none. */
async function listOf(
  db: D1Database,
  { name, cadence, now }: Pick<ContentOrder, 'name' | 'cadence' | 'now'>,
): Promise<MostCommented> {
  const { window } = CADENCE_RULES[cadence];
  try {
    return await readList(db, window, now);
  } catch (fault) {
    console.error(`${name}: Most Commented cannot be made`, fault);
    return { window, computedAt: now, formula: formulaIn(DEFAULT_LANGUAGE), items: [], empty: null };
  }
}

/** One topic as a run shows it, null when there was none then; `cursors` newest first, for which it is told ahead. */
export async function freezeTopic(
  db: D1Database,
  slug: string,
  cursors: readonly string[],
  as: { until: string | null; past: boolean },
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
