// One mailbox, one provider, one stopped process: none holds up other readers or other runs for longer than it must.
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRun } from '../../src/app/digest/open-run.ts';
import { tickDigests } from '../../src/app/digest/recover.ts';
import type { Sent } from '../../src/platform/mail/mailer.ts';
import { readRun } from '../../src/store/digest-runs.ts';
import { wakeRuns } from '../../src/store/run-upkeep.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';
import { refusingDb } from '../workerd/refusing-db.ts';

const AT = '2026-03-02T07:00:00.000Z';
const NEXT = '2026-03-02T08:00:00.000Z';
const order = { cadence: 'daily', at: AT, by: 'a test' } as const;
const RUN = 'digest-daily-2026-03-02T0700Z';
const NEXT_RUN = 'digest-daily-2026-03-02T0800Z';
const MINUTE = 60_000;

const deferred: Sent = { kind: 'later', reason: '450 4.7.1 greylisted', retryAfter: null, recipient: true };
const resting: Sent = { kind: 'later', reason: '421 too busy', retryAfter: null };

beforeEach(clearDigests);

let open: { office: PostOffice; provider: TestProvider } | null = null;
function openOffice(provider: TestProvider, db?: D1Database): PostOffice {
  const office = new PostOffice(provider, AT, db);
  open = { office, provider };
  return office;
}

afterEach(async () => {
  const { office, provider } = open ?? {};
  open = null;
  const { results } = await env.DB.prepare('SELECT id, closed FROM digest_runs').all<{
    id: string;
    closed: string | null;
  }>();
  for (const { id, closed } of results) {
    expect(await office?.ledger(id)).toMatchObject({ balanced: true, waiting: 0 });
    expect(closed).not.toBeNull();
  }
  expect(provider?.mailedTwice).toEqual([]);
});

const isOf = (id: string) => (mail: { to: string }) => mail.to.startsWith(`${id}@`);
const timesOf = (calls: { to: string; at: number }[], id: string) =>
  calls.filter(isOf(id)).map(({ at }) => at);

/** Notes when each mail was tried. */
function watched(
  provider: TestProvider,
  office: PostOffice,
  before: (to: string, times: number) => Sent | null,
) {
  const calls: { to: string; at: number }[] = [];
  provider.before = ({ to }) => {
    calls.push({ to, at: office.clock });
    return before(to, calls.filter((call) => call.to === to).length);
  };
  return calls;
}

test.for([
  { honoursKey: true, atOnce: 10 },
  { honoursKey: false, atOnce: 1 },
] as const)(
  'a mailbox that defers is tried again with growing waits, and the nine others get theirs at once (%j)',
  async (options) => {
    await addReaders(10, { prefix: 'grey', due: AT });
    const provider = new TestProvider(options);
    const office = openOffice(provider);
    const calls = watched(provider, office, (to, times) =>
      isOf('grey-000003')({ to }) && times <= 4 ? deferred : null,
    );
    await openRun(office.deps, order);
    await office.deliverOne();
    await office.deliverOne();
    expect(provider.taken).toHaveLength(9);
    expect(office.clock).toBe(Date.parse(AT));
    await office.deliverAll();
    expect(await office.ledger(RUN)).toMatchObject({ sent: 10 });
    const times = timesOf(calls, 'grey-000003');
    const waits = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(calls).toHaveLength(14);
  },
);

test('deferred until the run is over: skipped as that, due the next day and not at once again', async () => {
  await addReaders(10, { prefix: 'full', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider);
  watched(provider, office, (to) => (isOf('full-000003')({ to }) ? deferred : null));
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 9, skipped: 1, reasons: { deferred: 1 } });
  const reader = await env.DB.prepare(
    "SELECT state, cursor, next_due_at AS due FROM subscribers WHERE id = 'full-000003'",
  ).first();
  expect(reader).toEqual({ state: 'active', cursor: null, due: '2026-03-03T07:00:00.000Z' });
});

test('a run that waits for one mailbox answers no other run with a conflict; the reader gets the next', async () => {
  await addReaders(10, { prefix: 'room', due: AT });
  const provider = new TestProvider({ honoursKey: false, atOnce: 1 });
  const office = openOffice(provider);
  let ready = false;
  watched(provider, office, (to) => (isOf('room-000003')({ to }) && !ready ? deferred : null));
  await openRun(office.deps, order);
  expect((await openRun(office.deps, { ...order, at: NEXT })).kind).toBe('busy');
  await office.deliverOne();
  await office.deliverOne();
  expect((await openRun(office.deps, { ...order, at: NEXT })).kind).toBe('opened');
  expect(await office.ledger(RUN)).toMatchObject({ sent: 9, skipped: 1, reasons: { 'next run': 1 } });
  ready = true;
  await office.deliverAll();
  expect(await office.ledger(NEXT_RUN)).toMatchObject({ candidates: 1, sent: 1 });
  expect(provider.taken).toHaveLength(10);
});

test('the clock opens no run for a reader who waits in one, and one for readers who fell due since', async () => {
  await addReaders(3, { prefix: 'seven', due: AT });
  await addReaders(2, { prefix: 'eight', due: NEXT });
  const provider = new TestProvider();
  const office = openOffice(provider);
  watched(provider, office, (to) => (isOf('seven-000002')({ to }) ? deferred : null));
  await tickDigests(office.deps, AT);
  const runs = () => env.DB.prepare('SELECT count(*) AS n FROM digest_runs').first<number>('n');
  for (let minute = 1; minute < 60; minute++) {
    while ((office.queue[0]?.due ?? Infinity) <= office.clock) await office.deliverOne();
    office.clock += MINUTE;
    await tickDigests(office.deps, office.deps.now());
    expect(await runs()).toBe(1);
  }
  provider.before = () => null;
  office.clock = Date.parse(NEXT);
  await tickDigests(office.deps, NEXT);
  expect(await runs()).toBe(2);
  await office.deliverAll();
  expect(await office.ledger(NEXT_RUN)).toMatchObject({ candidates: 3, sent: 3 });
});

test('a provider that wants rest for long holds up its own mails, not the next run', async () => {
  await addReaders(10, { prefix: 'rest', due: AT });
  const provider = new TestProvider({ honoursKey: false, atOnce: 1 });
  const office = openOffice(provider);
  provider.before = (_, call) => (call > 4 ? resting : null);
  await openRun(office.deps, order);
  for (let turn = 0; turn < 5; turn++) await office.deliverOne();
  expect(provider.taken).toHaveLength(4);
  office.clock += 30_000;
  provider.before = () => null;
  expect((await openRun(office.deps, { ...order, at: NEXT })).kind).toBe('opened');
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 4, skipped: 6 });
  expect(await office.ledger(NEXT_RUN)).toMatchObject({ candidates: 6, sent: 6 });
});

test('killed in the middle: within two minutes the rest goes out, and the row closes with the ledger', async () => {
  await addReaders(30, { prefix: 'kill', due: AT });
  const provider = new TestProvider({ honoursKey: true, atOnce: 10 });
  // The kill comes after a slice was settled and before it was counted.
  const db = refusingDb(env.DB, (sql) => provider.calls > 10 && /SET touched = max/.test(sql));
  const office = openOffice(provider, db.db);
  provider.before = (_, call) => {
    if (call === 11) throw new Error('killed');
    return null;
  };
  await openRun(office.deps, order);
  await office.deliverOne();
  await office.deliverOne();
  office.queue.length = 0;
  db.mend();
  provider.before = () => null;
  await env.DB.prepare("UPDATE outbox SET state = 'ready' WHERE state = 'sending'").run();
  for (let minute = 0; minute < 2; minute++) {
    office.clock += MINUTE;
    await tickDigests(office.deps, office.deps.now());
    await office.deliverAll();
  }
  expect(office.clock - Date.parse(AT)).toBeLessThanOrEqual(2 * MINUTE);
  expect(provider.taken).toHaveLength(30);
  expect((await readRun(env.DB, RUN))?.state).toBe('done');
});

test('killed in a long rest and started anew: nobody waits for the rest to end', async () => {
  await addReaders(10, { prefix: 'wake', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider);
  provider.before = () => ({ ...resting, retryAfter: 3_600 });
  await openRun(office.deps, order);
  await office.deliverOne();
  await office.deliverOne();
  office.queue.length = 0;
  provider.before = () => null;
  office.clock += 5 * MINUTE;
  await tickDigests(office.deps, office.deps.now());
  expect(office.queue).toHaveLength(0);
  await wakeRuns(env.DB);
  await tickDigests(office.deps, office.deps.now());
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 10 });
});

test('one run that cannot go on stops no other from opening', async () => {
  await addReaders(2, { prefix: 'stuck', due: AT });
  await addReaders(2, { prefix: 'week', due: NEXT, cadence: 'weekly' });
  const provider = new TestProvider();
  const office = openOffice(provider);
  await openRun(office.deps, order);
  await office.deliverOne();
  office.queue.length = 0;
  office.clock = Date.parse(NEXT);
  const broken = {
    ...office.deps,
    mailer: () => {
      throw new Error('MAILER needs SMTP_HOST, which is not set.');
    },
  };
  await expect(tickDigests(broken, NEXT)).rejects.toThrow('SMTP_HOST');
  expect(await readRun(env.DB, 'digest-weekly-2026-03-02T0800Z')).toMatchObject({ state: 'open' });
  await office.deliverAll();
  await office.minutes(2);
});

test('a refusal that is ours suppresses nobody; one that is likely the mailbox’s does after three', async () => {
  await addReaders(2, { prefix: 'ours', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider);
  const state = (id: string) =>
    env.DB.prepare('SELECT state FROM subscribers WHERE id = ?').bind(id).first<string>('state');
  watched(provider, office, (to) =>
    isOf('ours-000001')({ to })
      ? { kind: 'refused', reason: '550 5.7.1 blocked', recipient: false }
      : { kind: 'refused', reason: '552 5.2.2 full', recipient: false, soft: true },
  );
  for (let day = 2; day <= 4; day++) {
    expect(await state('ours-000002')).toBe('active');
    office.clock = Date.parse(`2026-03-0${day}T07:00:00.000Z`);
    await openRun(office.deps, { ...order, at: office.deps.now() });
    await office.deliverAll();
  }
  expect(await state('ours-000001')).toBe('active');
  expect(await state('ours-000002')).toBe('suppressed');
  expect(await office.ledger(RUN)).toMatchObject({
    failed: 2,
    reasons: { 'mail refused': 1, 'mailbox takes nothing': 1 },
  });
});
