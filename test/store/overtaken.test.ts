// What was decided on a state that no longer holds is not written: a door closed meanwhile, an appeal answered meanwhile.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { storeComment, wasOvertaken } from '../../src/store/comment-writes.ts';
import { answerStatements, readAppeal, storePolicy } from '../../src/store/moderation.ts';

const db = env.DB;
const NOW = '2026-11-23T09:00:00.000Z';
const action = { actor: 'a moderator', reason: 'A reason.', now: NOW };

beforeAll(() =>
  db.batch([
    db.prepare(
      "INSERT INTO readers (id, email, name, created) VALUES ('r1', 'r1@example.org', 'R', '2026-01-01')",
    ),
    db.prepare(
      "INSERT INTO appeals (id, comment, reader, at, body) VALUES ('a1', NULL, 'r1', '2026-01-02', 'Look.')",
    ),
  ]),
);

test.for([
  ['open', 'stored'],
  ['held', 'stored'],
  ['closed', 'moved on'],
  ['disabled', 'moved on'],
] as const)('a comment for a topic that is %s meanwhile: %s', async ([policy, outcome]) => {
  await storePolicy(db, 'valley', policy, action);
  const written =
    (await db.prepare("SELECT count(*) AS n FROM comments WHERE reader = 'r1'").first<number>('n')) ?? 0;
  const comment = {
    id: `c-${policy}`,
    topic: 'valley',
    claim: null,
    parent: null,
    reader: 'r1',
    body: 'Words.',
    state: 'pending' as const,
    held: null,
    at: NOW,
  };
  expect(await storeComment(db, comment as never, { since: '2026-01-01', written }, null)).toBe(outcome);
});

test('an appeal is answered once', async () => {
  const appeal = await readAppeal(db, 'a1');
  if (appeal === null) throw new Error('The appeal is not there.');
  await db.batch(answerStatements(db, appeal, 'granted', action));
  const again = await db
    .batch(answerStatements(db, appeal, 'denied', action))
    .catch((cause: unknown) => cause);
  expect(wasOvertaken(again)).toBe(true);
  expect(await readAppeal(db, 'a1')).toMatchObject({ state: 'granted' });
});
