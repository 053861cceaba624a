// The outbox: a row is taken once, settled once, given back only where nothing can have been sent, and moves its reader along.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { enterReaders, insertRun } from '../../src/store/digest-runs.ts';
import {
  readMailed,
  readSendable,
  type Settlement,
  settleRows,
  skipGone,
  takeRows,
} from '../../src/store/outbox.ts';
import {
  deferRows,
  deferredRows,
  releaseRows,
  staleRows,
  waitingReaders,
} from '../../src/store/outbox-upkeep.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';

const { DB: db } = env;
const AT = '2026-03-02T07:00:00.000Z';
const NEXT = '2026-03-03T07:00:00.000Z';
const minute = (n: number): string => new Date(Date.parse(AT) + n * 60_000).toISOString();
const RUN = { id: 'digest-daily-2026-03-02T0700Z', at: AT };
const [ONE, TWO, THREE] = ['out-000001', 'out-000002', 'out-000003'] as const;
const ALL = [ONE, TWO, THREE];

beforeEach(async () => {
  await clearDigests();
  await addReaders(3, { prefix: 'out', due: AT });
  await insertRun(db, {
    id: RUN.id,
    cadence: 'daily',
    at: AT,
    knownAt: AT,
    opened: AT,
    openedBy: 'a test',
    expires: minute(360),
    state: 'opening',
  });
  await enterReaders(db, RUN.id, ALL, true, AT);
});

const take = (ids: readonly string[], fields: Partial<Parameters<typeof takeRows>[1]> = {}) =>
  takeRows(db, {
    run: RUN.id,
    cadence: 'daily',
    ids,
    provider: 'test',
    again: false,
    lease: minute(-1),
    content: 0,
    now: AT,
    ...fields,
  });
const settled = (id: string, fields: Partial<Settlement> = {}): Settlement => ({
  id,
  state: 'sent',
  why: null,
  providerId: `id-of-${id}`,
  due: NEXT,
  cursor: AT,
  ...fields,
});
const sendable = async (fields: { provider?: string | null; lease?: string } = {}) => {
  const rows = await readSendable(db, {
    run: RUN.id,
    ids: ALL,
    provider: 'test',
    lease: minute(-1),
    ...fields,
  });
  return rows.map(({ reader, state }) => [reader.id, state]);
};
const stateOf = (id: string) =>
  db.prepare('SELECT state, why FROM outbox WHERE subscriber = ?').bind(id).first();
const readerOf = (id: string) =>
  db.prepare('SELECT cursor, next_due_at AS due FROM subscribers WHERE id = ?').bind(id).first();
const change = (id: string, set: string) =>
  db.prepare(`UPDATE subscribers SET ${set} WHERE id = ?`).bind(id).run();

test('a reader entered twice has one row, with their choices as they were then', async () => {
  await change(ONE, `topics = '["flood"]', lang = 'de'`);
  await enterReaders(db, RUN.id, ALL, true, AT);
  const rows = await readSendable(db, { run: RUN.id, ids: ALL, provider: null, lease: AT });
  expect(rows.map(({ reader }) => reader.id)).toEqual(ALL);
  expect(rows[0]?.reader).toMatchObject({ topics: '*', lang: 'en', since: null, stillQuiet: false });
  expect(rows[0]?.schedule).toMatchObject({ cadence: 'daily', hour: 8, zone: 'Europe/Berlin' });
});

test('of two who take a row, one gets it', async () => {
  const taken = await Promise.all([take([ONE, TWO]), take([TWO, THREE])]);
  expect(taken.flatMap((ids) => [...ids]).sort()).toEqual(ALL);
  expect(await take(ALL)).toEqual(new Set());
  expect(await sendable()).toEqual([]);
});

test('none is taken for mails made of what the run no longer shows', async () => {
  await db.prepare('UPDATE digest_runs SET content = 1').run();
  expect(await take(ALL)).toEqual(new Set());
  expect(await take(ALL, { content: 1 })).toEqual(new Set(ALL));
});

test('nor for a reader who left, was suppressed or wants another rhythm; each is said why', async () => {
  await change(ONE, "state = 'unsubscribed'");
  await change(TWO, "state = 'suppressed'");
  await change(THREE, "cadence = 'weekly'");
  expect(await take(ALL)).toEqual(new Set());
  expect(await skipGone(db, { run: RUN.id, cadence: 'daily', ids: ALL, now: AT })).toBe(3);
  expect(await stateOf(ONE)).toEqual({ state: 'skipped', why: 'unsubscribed' });
  expect(await stateOf(TWO)).toEqual({ state: 'suppressed', why: null });
  expect(await stateOf(THREE)).toEqual({ state: 'skipped', why: 'other cadence' });
  expect(await skipGone(db, { run: RUN.id, cadence: 'daily', ids: ALL, now: AT })).toBe(0);
});

test('a row whose answer was lost is taken again after its lease, at a provider that honours the key alone', async () => {
  await take(ALL);
  const later = { now: minute(2), lease: minute(1) };
  expect(await take([ONE], { ...later, again: false })).toEqual(new Set());
  expect(await take([ONE], { ...later, again: true, provider: 'another' })).toEqual(new Set());
  expect(await take([ONE], { ...later, lease: AT, again: true })).toEqual(new Set());
  expect(await sendable({ lease: minute(1) })).toEqual(ALL.map((id) => [id, 'sending']));
  expect(await sendable({ lease: minute(1), provider: 'another' })).toEqual([]);
  expect(await take([ONE], { ...later, again: true })).toEqual(new Set([ONE]));
});

test('an outcome is written once, with the reader’s cursor and next digest', async () => {
  await take(ALL);
  expect(await settleRows(db, RUN, [settled(ONE)], AT)).toBe(1);
  expect(await readerOf(ONE)).toEqual({ cursor: AT, due: NEXT });
  expect(await settleRows(db, RUN, [settled(ONE, { state: 'failed', why: 'x', cursor: null })], AT)).toBe(0);
  expect(await stateOf(ONE)).toEqual({ state: 'sent', why: null });
  expect(await readerOf(TWO)).toEqual({ cursor: null, due: AT });
});

test('only that it was accepted after all follows "uncertain"', async () => {
  await take(ALL);
  const uncertain = settled(ONE, { state: 'uncertain', why: 'no answer', providerId: null, cursor: null });
  await settleRows(db, RUN, [uncertain], AT);
  expect(await readerOf(ONE)).toEqual({ cursor: null, due: NEXT });
  expect(await settleRows(db, RUN, [settled(ONE, { state: 'failed', why: 'x' })], AT)).toBe(0);
  expect(await settleRows(db, RUN, [settled(ONE)], AT)).toBe(1);
  expect(await stateOf(ONE)).toEqual({ state: 'sent', why: null });
});

test('a cursor never goes back, and a due time that the reader moved meanwhile stays', async () => {
  await take(ALL);
  await change(ONE, `cursor = '${minute(5)}', next_due_at = '${minute(90)}'`);
  await settleRows(db, RUN, [settled(ONE)], AT);
  expect(await readerOf(ONE)).toEqual({ cursor: minute(5), due: minute(90) });
});

test('what was not taken is given back; what was settled is not', async () => {
  await take([ONE, TWO]);
  await settleRows(db, RUN, [settled(TWO)], AT);
  await releaseRows(db, RUN.id, ALL, AT);
  expect(await sendable()).toEqual([
    [ONE, 'ready'],
    [THREE, 'ready'],
  ]);
  expect(await waitingReaders(db, RUN.id, ONE, 10)).toEqual([THREE]);
});

test('a mailbox that defers waits by itself until its instant', async () => {
  await take([ONE]);
  await deferRows(db, RUN.id, [{ id: ONE, until: minute(10) }], AT);
  expect(await take([ONE], { now: minute(9) })).toEqual(new Set());
  expect((await deferredRows(db, RUN.id, 10)).map(({ id }) => id)).toEqual([ONE]);
  expect(await take([ONE], { now: minute(10) })).toEqual(new Set([ONE]));
});

test('rows that a crash left and nobody may send again are found, with an erased reader’s too', async () => {
  await take(ALL);
  await db.prepare('DELETE FROM subscribers WHERE id = ?').bind(THREE).run();
  const stale = async (provider: string | null, lease: string) =>
    (await staleRows(db, { run: RUN.id, provider, lease }, 10)).map(({ id, schedule }) => [
      id,
      schedule?.cadence ?? null,
    ]);
  expect(await stale(null, AT)).toEqual([]);
  expect(await stale('test', minute(1))).toEqual([[THREE, null]]);
  expect(await stale(null, minute(1))).toEqual([
    [ONE, 'daily'],
    [TWO, 'daily'],
    [THREE, null],
  ]);
});

test('what a mail was made of is known of those that may have been sent', async () => {
  expect(await readMailed(db, RUN.id, ONE)).toBeNull();
  await take(ALL);
  await settleRows(db, RUN, [settled(ONE), settled(TWO, { state: 'failed', why: 'x', cursor: null })], AT);
  expect(await readMailed(db, RUN.id, ONE)).toMatchObject({ since: null, topics: '*', lang: 'en' });
  expect(await readMailed(db, RUN.id, TWO)).toBeNull();
});
