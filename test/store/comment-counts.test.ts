// The counters equal a fresh recount after any sequence of writing, moderating and erasing, in the database itself.
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../property/holds.ts';
import { actions, readCounters, recount, statementsOf } from '../workerd/comment-actions.ts';

const db = env.DB;

const TABLES = ['comments', 'readers', 'commenters', 'comment_hours', 'comment_totals'];

/** The log is never deleted; names differ from run to run. */
async function clear(): Promise<void> {
  await db.batch([
    ...TABLES.map((table) => db.prepare(`DELETE FROM ${table}`)),
    db.prepare('DROP TRIGGER IF EXISTS comment_log_is_never_deleted'),
    db.prepare('DELETE FROM comment_log'),
  ]);
}

/** Sequences in one comparison: each has readers and topics of its own. */
const TOGETHER = 20;

test('counters equal a recount: 2,000 random sequences', async () => {
  await holds(
    fc.asyncProperty(fc.array(actions, { minLength: TOGETHER, maxLength: TOGETHER }), async (sequences) => {
      await clear();
      for (const [n, sequence] of sequences.entries()) await db.batch(statementsOf(db, `s${n}`, sequence));
      expect(await readCounters(db)).toEqual(await recount(db));
    }),
    { numRuns: 100, endOnFailure: true },
  );
});

test('a count below zero fails the statement instead of being kept', async () => {
  await expect(
    db.batch([
      db.prepare("INSERT INTO comment_totals (topic, comments, commenters) VALUES ('broken', 1, 1)"),
      db.prepare("UPDATE comment_totals SET comments = -1 WHERE topic = 'broken'"),
    ]),
  ).rejects.toThrow(/CHECK/);
});

test('the log of what befell a comment cannot be rewritten', async () => {
  await db
    .prepare(
      `INSERT INTO comment_log (comment, n, at, actor, to_state, reason) VALUES ('kept', 1, '2026', 'author', 'approved', '')`,
    )
    .run();
  await expect(db.prepare("UPDATE comment_log SET reason = 'x'").run()).rejects.toThrow(/append-only/);
});
