/** What is read of the counters that the tables keep: a topic's numbers, every topic's hours, those on its stored view. */
import type { OwnCount } from '../domain/comments/ranking.ts';
import { HIDDEN } from './rule-lists.ts';

/** Puts the topics' numbers beside their stored view and packed log: any read of a topic stays one row. */
export function countsToTopics(db: D1Database, topics: readonly string[]): D1PreparedStatement[] {
  return [beside('views', "kind = 'topic'"), beside('records', 'part = 0')].map((sql) =>
    db.prepare(sql).bind(JSON.stringify(topics)),
  );
}

/** Writes where the numbers changed, and nowhere else. */
const beside = (table: 'views' | 'records', row: string): string => `
  WITH now (topic, comments, commenters) AS (
    SELECT e.value, coalesce(t.comments, 0), coalesce(t.commenters, 0) FROM json_each(?1) AS e
    LEFT JOIN comment_totals AS t ON t.topic = e.value AND NOT EXISTS
      (SELECT 1 FROM comments_policies AS d WHERE d.topic = e.value AND d.state IN ${HIDDEN}))
  UPDATE ${table} SET comments = now.comments, commenters = now.commenters FROM now
  WHERE ${table}.topic = now.topic AND ${table}.${row}
    AND (${table}.comments <> now.comments OR ${table}.commenters <> now.commenters)`;

type Row = { [field in 'topic' | 'title' | 'firstHour' | 'lastAt']: string } & {
  [field in 'c' | 'p' | 'c1' | 'p1' | 'c7' | 'p7' | 'c30' | 'p30']: number;
};

/**
 * Topics with comments of the last 30 days, and the most commented of all time; `hours` are the first hours of the three
 * windows. Reads the hours of 30 days and one row a topic, however many comments they hold.
 */
export async function readOwnCounts(
  db: D1Database,
  hours: { day: string; week: string; month: string },
  most: number,
): Promise<OwnCount[]> {
  const { results } = await db
    .prepare(
      `WITH recent AS (
         SELECT topic, sum(comments) AS c30, sum(commenters) AS p30,
           sum(iif(hour >= ?2, comments, 0)) AS c7, sum(iif(hour >= ?2, commenters, 0)) AS p7,
           sum(iif(hour >= ?1, comments, 0)) AS c1, sum(iif(hour >= ?1, commenters, 0)) AS p1
         FROM comment_hours WHERE hour >= ?3 GROUP BY topic),
       named AS (
         SELECT topic FROM recent
         UNION SELECT topic FROM (SELECT topic FROM comment_totals ORDER BY commenters DESC, comments DESC, topic LIMIT ?4))
       SELECT n.topic, t.body ->> 'title' AS title, a.comments AS c, a.commenters AS p,
         coalesce(c1, 0) AS c1, coalesce(p1, 0) AS p1, coalesce(c7, 0) AS c7, coalesce(p7, 0) AS p7,
         coalesce(c30, 0) AS c30, coalesce(p30, 0) AS p30,
         (SELECT min(hour) FROM comment_hours AS h WHERE h.topic = n.topic) AS firstHour,
         (SELECT max(last_at) FROM commenters AS k WHERE k.topic = n.topic) AS lastAt
       FROM named AS n JOIN comment_totals AS a ON a.topic = n.topic JOIN topics AS t ON t.slug = n.topic
       LEFT JOIN recent AS r ON r.topic = n.topic
       WHERE NOT EXISTS (SELECT 1 FROM comments_policies AS d WHERE d.topic = n.topic AND d.state IN ${HIDDEN})`,
    )
    .bind(hours.day, hours.week, hours.month, most)
    .all<Row>();
  return results.map(({ topic, title, c, p, c1, p1, c7, p7, c30, p30, firstHour, lastAt }) => ({
    topic,
    title,
    total: { comments: c, people: p },
    day: { comments: c1, people: p1 },
    week: { comments: c7, people: p7 },
    month: { comments: c30, people: p30 },
    firstHour,
    lastAt,
  }));
}

/** The day of the newest statement of each topic. One row a topic. */
export async function newestStatements(
  db: D1Database,
  topics: readonly string[],
): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT e.value AS topic, (SELECT substr(max(sort), 1, 10) FROM claims WHERE topic = e.value) AS day
       FROM json_each(?) AS e`,
    )
    .bind(JSON.stringify(topics))
    .all<{ topic: string; day: string | null }>();
  return new Map(results.flatMap(({ topic, day }) => (day === null ? [] : [[topic, day]])));
}
