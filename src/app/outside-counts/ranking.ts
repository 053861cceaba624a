/** Most Commented kept: one ranked document a window, made anew when a count changed and by the clock. */

import {
  type CommentOrigin,
  STALE_AFTER,
  type ThreadCount,
  toOutsideOrigins,
  toOwnOrigin,
} from '../../projections/comment-origins.ts';
import { isWindow, WINDOWS, type Window, windowStart } from '../../projections/list-window.ts';
import { type MostCommented, toMostCommented } from '../../projections/most-commented.ts';
import { newestStatements, readOwnCounts } from '../../store/comment-counts.ts';
import { documentStatement, readDocument } from '../../store/listings.ts';
import { spikeStatements } from '../../store/moderation.ts';
import { heatedTopics } from '../../store/moderation-queue.ts';
import { readCounts } from '../../store/outside-counts.ts';

/** Topics of all time that are looked at beside those of the last 30 days. */
const MOST = 200;

/** A ranked list by its window; an empty one, plainly so, before the first count. One row. */
export async function readList(db: D1Database, window: string, now: string): Promise<MostCommented> {
  const known: Window = isWindow(window) ? window : '7d';
  const stored = await readDocument(db, nameOf(known));
  if (stored) return JSON.parse(stored.body) as MostCommented;
  // To the hour, so that an empty list keeps its validator.
  const hour = `${now.slice(0, 13)}:00:00.000Z`;
  return toMostCommented(known, [], { now: hour, newest: new Map(), lifted: new Set() });
}

/** Ranks every window anew and marks the topics that are heated, in one batch. */
export async function rankAll(db: D1Database, now: string): Promise<void> {
  const places = await readOrigins(db, now);
  if (places.length === 0 && (await readDocument(db, nameOf('7d'))) === null) return;
  const marked = await heatedTopics(db);
  const circumstances = {
    now,
    newest: await newestStatements(db, [...new Set(places.map((place) => place.topic))]),
    lifted: new Set(marked.filter((spike) => spike.lifted !== null).map((spike) => spike.topic)),
  };
  const lists = WINDOWS.map((window) => toMostCommented(window, places, circumstances));
  const heated = new Map(
    lists.flatMap(({ items }) =>
      items.flatMap(({ topic, heated }) => (heated ? [[topic.slug, heated.reason] as const] : [])),
    ),
  );
  await db.batch([
    ...lists.map((list) => documentStatement(db, nameOf(list.window), now, list)),
    ...spikeStatements(
      db,
      [...heated].map(([topic, reason]) => ({ topic, reason })),
      now,
    ),
  ]);
}

/** After a write, which stands whatever becomes of the lists: the clock ranks again within a minute. */
export async function rankAfter(db: D1Database, now: string): Promise<void> {
  try {
    await rankAll(db, now);
  } catch (cause) {
    console.error('The lists could not be ranked after a write; the clock ranks them again.', cause);
  }
}

/** Our own counts and those of other sites; counts older than the window and long stale are left out. */
async function readOrigins(db: D1Database, now: string): Promise<CommentOrigin[]> {
  const staleStart = new Date(Date.parse(now) - 2 * STALE_AFTER * 3_600_000).toISOString();
  const outside = async (window: Window): Promise<[Window, ThreadCount[]]> => {
    const start = windowStart(window, now);
    const since = start < staleStart ? start : staleStart;
    return [window, await readCounts(db, { windowStart: start, since, freshHours: STALE_AFTER, now })];
  };
  const hourOf = (window: Window) => windowStart(window, now).slice(0, 13);
  const hours = { day: hourOf('24h'), week: hourOf('7d'), month: hourOf('30d') };
  const own = await readOwnCounts(db, hours, MOST);
  const counts = Object.fromEntries(await Promise.all(WINDOWS.map(outside))) as Record<Window, ThreadCount[]>;
  return [...own.map((count) => toOwnOrigin(count, now)), ...toOutsideOrigins(counts, now)];
}

const nameOf = (window: string): string => `most-commented:${window}`;
