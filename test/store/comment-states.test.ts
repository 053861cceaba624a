// States and policies stand in the domain's tables; what the storage itself knows of them is held to those.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { COMMENT_STATES, type CommentState, STATE_RULES } from '../../src/domain/comments/comment-state.ts';
import {
  COMMENTS_POLICIES,
  type CommentsPolicy,
  POLICY_RULES,
} from '../../src/domain/comments/comments-policy.ts';
import { readOwnCounts } from '../../src/store/comment-counts.ts';
import { changeStates, storeComment } from '../../src/store/comment-writes.ts';
import { readReader } from '../../src/store/comments.ts';
import { countWaiting } from '../../src/store/desk-queue.ts';
import { storePolicy } from '../../src/store/moderation.ts';
import { reportedComments } from '../../src/store/moderation-queue.ts';
import { emptying } from '../../src/store/taken-back.ts';
import { signIn } from '../workerd/readers.ts';

const db = env.DB;
const NOW = '2026-11-23T12:00:00.000Z';
const by = { actor: 'a moderator', reason: 'A test.', now: NOW };
const HOURS = { day: '2026-11-22T12', week: '2026-11-16T12', month: '2026-10-24T12' };
let topic = '';
let reader = '';
let runs = 0;

beforeEach(async () => {
  [topic, reader] = [`topic-${runs}`, `reader-${runs}`];
  runs++;
  await signIn(reader);
  await db
    .prepare("INSERT INTO topics (slug, updated, body) VALUES (?1, '2026', json_object('title', ?1))")
    .bind(topic)
    .run();
});

const write = (id: string, state: CommentState, parent: string | null = null) =>
  storeComment(
    db,
    { id, topic, claim: null, parent, reader, body: 'Words.', state, held: null, at: NOW },
    { since: NOW, written: 0 },
    null,
  );

const rowOf = (id: string) =>
  db
    .prepare('SELECT state, blocked FROM comments WHERE id = ?')
    .bind(id)
    .first<{ state: string; blocked: number }>();

/** The words that a table lets into a column, as its definition lists them. */
async function allowed(table: string, column: string): Promise<string[]> {
  const sql = await db
    .prepare('SELECT sql FROM sqlite_master WHERE name = ?')
    .bind(table)
    .first<string>('sql');
  const list = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)`).exec(sql ?? '')?.[1] ?? '';
  return [...list.matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '');
}

test('the storage lets in the states and policies of the tables and no others', async () => {
  expect(await allowed('comments', 'state')).toEqual([...COMMENT_STATES]);
  expect(await allowed('comments_policies', 'state')).toEqual([...COMMENTS_POLICIES]);
});

test.for(COMMENT_STATES)('a comment that is %s is shown, waits and counts as its row says', async (state) => {
  const { shown, waits, counts } = STATE_RULES[state];
  const [before, was] = [await countWaiting(db), await readReader(db, reader)];
  expect(await write(`${topic}-1`, state)).toBe('stored');
  expect(await rowOf(`${topic}-1`)).toEqual({ state, blocked: shown ? 0 : 1 });
  expect((await countWaiting(db)).pending - before.pending).toBe(waits ? 1 : 0);
  expect(await readReader(db, reader)).toMatchObject({
    approved: (was?.approved ?? 0) + (counts === 'approved' ? 1 : 0),
    rejected: (was?.rejected ?? 0) + (counts === 'rejected' ? 1 : 0),
  });
  const report = db
    .prepare("INSERT INTO comment_reports (comment, reader, at, reason) VALUES (?, 'r', ?, 'Rude.')")
    .bind(`${topic}-1`, NOW);
  await report.run();
  const { items } = await reportedComments(db, { cursor: null, limit: 100 });
  expect(items.some(({ id }) => id === `${topic}-1`)).toBe(!waits);
  await db.batch(emptying(db, 'id = ?1', `${topic}-1`, { now: NOW, reason: 'Gone.' }));
  expect((await rowOf(`${topic}-1`))?.state).toBe(waits ? 'removed' : state);
});

test('a change to any state counts it so, and shows or hides what hangs on it', async () => {
  for (const from of COMMENT_STATES) {
    for (const to of COMMENT_STATES) {
      if (from === to) continue;
      const [id, answer] = [`${topic}-${from}-${to}`, `${topic}-${from}-${to}-answer`];
      await db.batch(
        [
          [id, id, null, from, STATE_RULES[from].shown ? 0 : 1],
          [answer, id, id, 'approved', STATE_RULES[from].shown ? 0 : 1],
        ].map(([own, root, parent, state, blocked]) =>
          db
            .prepare(
              `INSERT INTO comments (id, topic, root, parent, reader, body, state, at, blocked)
               VALUES (?, ?, ?, ?, ?, 'x', ?, ?, ?)`,
            )
            .bind(own, topic, root, parent, reader, state, NOW, blocked),
        ),
      );
      const was = await readReader(db, reader);
      await db.batch(changeStates(db, [{ id, topic, version: 1, from, to }], by));
      expect(await rowOf(id)).toEqual({ state: to, blocked: STATE_RULES[to].shown ? 0 : 1 });
      expect((await rowOf(answer))?.blocked).toBe(STATE_RULES[to].shown ? 0 : 1);
      const is = await readReader(db, reader);
      const moved = (as: 'approved' | 'rejected') =>
        Number(STATE_RULES[to].counts === as) - Number(STATE_RULES[from].counts === as);
      expect([
        from,
        to,
        (is?.approved ?? 0) - (was?.approved ?? 0),
        (is?.rejected ?? 0) - (was?.rejected ?? 0),
      ]).toEqual([from, to, moved('approved'), moved('rejected')]);
    }
  }
});

test.for(COMMENTS_POLICIES)(
  'under the policy %s comments are written and counted as its row says',
  async (policy) => {
    const { takes, shows } = POLICY_RULES[policy as CommentsPolicy];
    await db
      .prepare(
        `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
       VALUES (?1, ?2, ?1, 'another', 'x', 'approved', ?3, 0)`,
      )
      .bind(`${topic}-old`, topic, NOW)
      .run();
    await storePolicy(db, topic, policy, by);
    expect(await write(`${topic}-1`, 'approved')).toBe(takes ? 'stored' : 'moved on');
    const counted = await readOwnCounts(db, HOURS, 200);
    expect(counted.some((each) => each.topic === topic)).toBe(shows);
  },
);
