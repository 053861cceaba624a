// Moderation behind the desk and the API: bulk, who and why, appeals, heat, erasure; a failed ranking undoes no write.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { appeal } from '../../src/app/comments/appealing.ts';
import { answerAppeal, liftSpike, moderate, setReaderState } from '../../src/app/comments/moderation.ts';
import { eraseReader, exportComments, readUnseen } from '../../src/app/comments/own-comments.ts';
import { postComment } from '../../src/app/comments/posting.ts';
import { readThreads } from '../../src/app/comments/threads.ts';
import { rankAll, readList } from '../../src/app/outside-counts/ranking.ts';
import type { Reader } from '../../src/domain/comments/comment.ts';
import type { MostCommented } from '../../src/projections/most-commented.ts';
import { logOfComment, readComment, readReader } from '../../src/store/comments.ts';
import { pageOfActions } from '../../src/store/desk-log.ts';
import { appealsOfReader, heatedTopics } from '../../src/store/moderation-queue.ts';
import { openFlood } from '../workerd/flood.ts';
import { signIn } from '../workerd/readers.ts';
import { refusingDb } from '../workerd/refusing-db.ts';

const db = env.DB;
const NOW = '2026-11-23T12:00:00.000Z';
const by = { actor: 'moderator' };

/** Everything of a site where it is always noon; the next id is told. */
const site = (id = 'unused', to: D1Database = db) => ({
  db: to,
  now: () => NOW,
  newId: () => id,
  editorToken: undefined,
  linkSecret: '',
  editors: { access: null, roles: undefined },
});
let topic = '';
let ann: Reader;
let ben: Reader;
let runs = 0;

beforeAll(() => openFlood('flood'));

beforeEach(async () => {
  topic = `topic-${runs++}`;
  await openFlood(topic);
  const come = async (name: string) => {
    await signIn(`${name}-${topic}`);
    return (await readReader(db, `${name}-${topic}`)) as Reader;
  };
  [ann, ben] = [await come('ann'), await come('ben')];
});

async function post(reader: Reader, id: string, fields: object = {}, to: D1Database = db): Promise<string> {
  const order = {
    topic,
    reader,
    credentials: { token: null, assertion: null, session: null, fromOwnPage: true },
    body: { body: `Words of ${id}.`, ...fields },
    idempotency: { key: id, fingerprint: id },
  };
  const posted = await postComment(site(`${topic}-${id}`, to), order);
  if (posted.kind !== 'done') throw new Error(JSON.stringify(posted));
  return posted.value.id;
}

test('a bulk is done whole or not at all, and each change says who and why', async () => {
  const first = await post(ann, '1');
  const second = await post(ben, '2', { parent: first });
  const third = await post(ann, '3', { parent: second });
  const remove = (ids: string[]) =>
    moderate(site(), { ...by, action: 'remove', ids, reason: 'Off the topic.' });
  expect(await remove([first, 'ghost'])).toMatchObject({ kind: 'unknown' });
  expect(await remove([])).toMatchObject({ kind: 'refused' });
  expect(await remove([third])).toMatchObject({ kind: 'done' });
  expect(await remove([first, third])).toMatchObject({ kind: 'conflict' });
  expect((await readComment(db, first))?.state).toBe('approved');
  expect(await remove([second, first, first])).toMatchObject({
    kind: 'done',
    value: [
      { id: second, state: 'removed', visible: false },
      { id: first, state: 'removed', visible: false },
    ],
  });
  expect((await readComment(db, third))?.blocked).toBe(3);
  expect(await logOfComment(db, first)).toEqual([
    { n: 1, at: NOW, actor: 'author', from: null, to: 'approved', reason: 'Written; no rule held it.' },
    { n: 2, at: NOW, actor: 'moderator', from: 'approved', to: 'removed', reason: 'Off the topic.' },
  ]);
  expect((await readUnseen(site(), topic, ben.id, 'en')).map(({ standing }) => standing)).toEqual([
    'A moderator took this down. You may appeal.',
  ]);
});

test('an appeal that is granted puts the comment back, once; one denied leaves it', async () => {
  const ids = [await post(ann, '1'), await post(ann, '2')];
  await moderate(site(), { ...by, action: 'remove', ids, reason: 'Rude.' });
  for (const [n, comment] of ids.entries())
    await appeal(site(`${topic}-appeal-${n}`), { comment, reader: ann, body: { body: 'Please.' } });
  const answer = (n: number, granted: boolean) =>
    answerAppeal(site(), `${topic}-appeal-${n}`, { ...by, granted, reason: 'Read again.' });
  const both = await Promise.all([answer(0, true), answer(0, true)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done']);
  expect(await answer(1, false)).toEqual({
    kind: 'done',
    value: { id: `${topic}-appeal-1`, state: 'denied' },
  });
  expect(await answer(7, true)).toMatchObject({ kind: 'unknown' });
  const states = await Promise.all(ids.map(async (id) => (await readComment(db, id))?.state));
  expect(states).toEqual(['approved', 'removed']);
  expect((await appealsOfReader(db, ann.id)).map(({ state, answer: said }) => [state, said])).toEqual([
    ['granted', 'Read again.'],
    ['denied', 'Read again.'],
  ]);
});

test('a suspended reader appeals and is let in again', async () => {
  const order = { comment: null, body: { body: 'Please.' } };
  const deps = site(`${topic}-appeal`);
  expect(await appeal(deps, { ...order, reader: ann })).toMatchObject({ kind: 'conflict' });
  await setReaderState(site(), ann.id, 'suspended', { ...by, reason: 'Insults.' });
  await expect(post(ann, '1')).rejects.toThrow(/suspended/);
  const suspended = (await readReader(db, ann.id)) as Reader;
  expect(await appeal(deps, { ...order, reader: suspended })).toMatchObject({ kind: 'done' });
  await answerAppeal(deps, `${topic}-appeal`, { ...by, granted: true, reason: 'Welcome back.' });
  await post(ann, '1');
  expect(
    (await pageOfActions(db, null, 3)).items.map(({ kind, action, reason }) => [kind, action, reason]),
  ).toEqual([
    ['reader', 'active', 'Welcome back.'],
    ['appeal', 'granted', 'Welcome back.'],
    ['reader', 'suspended', 'Insults.'],
  ]);
});

test('an erased reader leaves places and no words; answers to them stay', async () => {
  const first = await post(ann, '1');
  await post(ben, '2', { parent: first });
  const held = await post(ann, '3', { body: 'https://a.example https://b.example' });
  expect((await exportComments(site(), ann.id)).comments.map(({ id, state }) => [id, state])).toEqual([
    [first, 'approved'],
    [held, 'pending'],
  ]);
  await eraseReader(site(), ann.id);
  expect((await readThreads(site(), topic, { cursor: null, limit: 10 }))?.threads).toMatchObject([
    { id: first, name: null, body: null, gone: 'Removed by its author.', replies: [{ body: 'Words of 2.' }] },
  ]);
  const rows = await db.prepare('SELECT * FROM comments WHERE topic = ?').bind(topic).all();
  const kept = await db
    .prepare("SELECT * FROM idempotency WHERE key LIKE 'reader:' || ? || '%'")
    .bind(ann.id)
    .all();
  expect(JSON.stringify([rows.results, kept.results])).not.toMatch(/Words of 1|a\.example|ann/);
  expect((await readComment(db, held))?.state).toBe('removed');
  expect(await moderate(site(), { ...by, action: 'restore', ids: [held], reason: null })).toMatchObject({
    kind: 'conflict',
    detail: expect.stringMatching(/author removed/),
  });
  expect(await moderate(site(), { ...by, action: 'remove', ids: [first], reason: null })).toMatchObject({
    kind: 'done',
  });
});

test('a heated topic is marked until it cools, and ranks freely once a moderator looked', async () => {
  const at = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString();
  const crowd = [300, ...Array.from({ length: 50 }, (_, n) => n / 10)];
  await db.batch(
    crowd.map((hours, n) =>
      db
        .prepare(
          `INSERT INTO comments (id, topic, root, reader, body, state, at, blocked)
           VALUES (?1, ?2, ?1, ?1, 'x', 'approved', ?3, 0)`,
        )
        .bind(`${topic}-crowd-${n}`, topic, at(hours)),
    ),
  );
  const item = async () => {
    const list: MostCommented = await readList(db, '7d', NOW);
    return list.items.find((each) => each.topic.slug === topic);
  };
  const marks = async () => (await heatedTopics(db)).filter((spike) => spike.topic === topic);
  await rankAll(db, NOW);
  expect(await item()).toMatchObject({ score: 30, commenters: 50, heated: { frozen: true } });
  expect(await marks()).toMatchObject([{ lifted: null, reason: (await item())?.heated?.reason }]);
  const lift = () => liftSpike(site(), topic, { ...by, reason: 'A real crowd.' });
  expect((await lift()).kind).toBe('done');
  expect((await lift()).kind).toBe('conflict');
  expect(await item()).toMatchObject({ score: 50, heated: { frozen: false } });
  await rankAll(db, '2026-11-25T12:00:00.000Z');
  expect(await item()).toMatchObject({ heated: null });
  expect(await marks()).toEqual([]);
  expect((await lift()).kind).toBe('unknown');
});

test('a comment stands although the lists could not be ranked', async () => {
  const refusing = refusingDb(db, (sql) => /INSERT OR REPLACE INTO documents/.test(sql));
  const id = await post(ann, '1', {}, refusing.db);
  expect((await readComment(db, id))?.blocked).toBe(0);
});
