// What ranking reads of our own comments: windows by the hour, and the same cost however many comments there are.
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOwnCounts } from '../../src/store/comment-counts.ts';
import { holds } from '../property/holds.ts';
import { countedDb } from '../workerd/counted-db.ts';

const db = env.DB;
const HOURS = { day: '2026-11-22T12', week: '2026-11-16T12', month: '2026-10-24T12' };

const comment = fc.record({
  topic: fc.constantFrom('a', 'b', 'c'),
  reader: fc.constantFrom('r1', 'r2', 'r3'),
  minutes: fc.oneof(fc.nat(3_000), fc.nat(60_000)),
});
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 12, 30) - minutes * 60_000).toISOString();

test('windows hold the comments of their hours, and the people who wrote in them', async () => {
  await db.batch(
    ['a', 'b', 'c'].map((topic) =>
      db
        .prepare("INSERT INTO topics (slug, updated, body) VALUES (?1, '2026', json_object('title', ?1))")
        .bind(topic),
    ),
  );
  await holds(
    fc.asyncProperty(fc.array(comment, { minLength: 1, maxLength: 40 }), async (written) => {
      await db.batch([
        ...['comments', 'commenters', 'comment_hours', 'comment_totals'].map((table) =>
          db.prepare(`DELETE FROM ${table}`),
        ),
        ...written.map(({ topic, reader, minutes }, n) =>
          db
            .prepare(
              `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
               VALUES (?1, ?2, ?1, ?3, 'x', 'approved', ?4, 0)`,
            )
            .bind(`c${n}`, topic, reader, at(minutes)),
        ),
      ]);
      const tally = (topic: string, from: string) => {
        const own = written.filter((each) => each.topic === topic && at(each.minutes).slice(0, 13) >= from);
        return { comments: own.length, people: new Set(own.map(({ reader }) => reader)).size };
      };
      const expected = [...new Set(written.map(({ topic }) => topic))].sort().map((topic) => {
        const instants = written.flatMap((each) => (each.topic === topic ? at(each.minutes) : [])).sort();
        return {
          topic,
          title: topic,
          total: tally(topic, ''),
          day: tally(topic, HOURS.day),
          week: tally(topic, HOURS.week),
          month: tally(topic, HOURS.month),
          firstHour: instants[0]?.slice(0, 13),
          lastAt: instants.at(-1),
        };
      });
      const found = await readOwnCounts(db, HOURS, 10);
      expect(found.sort((a, b) => (a.topic < b.topic ? -1 : 1))).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('a hundred times the comments in the same hours cost no row more', async () => {
  const grow = (many: number) =>
    db
      .prepare(
        `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
         WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
         SELECT 'g' || ?1 || '-' || n, 'a', 'g', 'g' || (n % 97), 'x', 'approved',
           strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-20', '+' || (n % 10) || ' hours'), 0 FROM n`,
      )
      .bind(many)
      .run();
  await grow(200);
  const few = countedDb(db);
  await readOwnCounts(few.db, HOURS, 10);
  await grow(20_000);
  const many = countedDb(db);
  await readOwnCounts(many.db, HOURS, 10);
  expect(many.counts.read).toBe(few.counts.read);
});
