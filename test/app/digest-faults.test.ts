// What may go wrong while a digest is sent. Each case ends with the ledger balanced and nobody mailed twice.
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRun } from '../../src/app/digest/open-run.ts';
import { tickDigests } from '../../src/app/digest/recover.ts';
import type { Sent } from '../../src/platform/mail/mailer.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';
import { refusingDb } from '../workerd/refusing-db.ts';

const AT = '2026-03-02T07:00:00.000Z';
const order = { cadence: 'daily', at: AT, by: 'a test' } as const;
const RUN = 'digest-daily-2026-03-02T0700Z';

beforeEach(clearDigests);

let offices: { office: PostOffice; provider: TestProvider; candidates: number }[] = [];
function openOffice(provider: TestProvider, candidates: number, db?: D1Database): PostOffice {
  const office = new PostOffice(provider, AT, db);
  offices.push({ office, provider, candidates });
  return office;
}

afterEach(async () => {
  const ended = offices;
  offices = [];
  for (const { office, provider, candidates } of ended) {
    const { results } = await env.DB.prepare('SELECT id FROM digest_runs').all<{ id: string }>();
    const ledgers = await Promise.all(results.map(({ id }) => office.ledger(id)));
    for (const ledger of ledgers) expect(ledger).toMatchObject({ balanced: true, waiting: 0 });
    expect(ledgers.reduce((sum, ledger) => sum + ledger.candidates, 0)).toBe(candidates);
    expect(provider.mailedTwice).toEqual([]);
  }
});

const later = (status: number, retryAfter: number | null = null): Sent => ({
  kind: 'later',
  reason: `${status}`,
  retryAfter,
});
const lost: Sent = { kind: 'unknown', reason: 'The answer did not come.' };

test('all goes well: every reader once, the cursor at what was shown, the next one due tomorrow', async () => {
  await addReaders(250, { prefix: 'well', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider, 250);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(provider.taken).toHaveLength(250);
  expect(await office.ledger(RUN)).toMatchObject({ sent: 250 });
  const readers = await env.DB.prepare('SELECT DISTINCT cursor, next_due_at AS due FROM subscribers').all();
  expect(readers.results).toEqual([{ cursor: AT, due: '2026-03-03T07:00:00.000Z' }]);
});

test('the same queue message twice', async () => {
  await addReaders(120, { prefix: 'twice', due: AT });
  const provider = new TestProvider({ honoursKey: false });
  const office = openOffice(provider, 120);
  await openRun(office.deps, order);
  office.queue.push(...office.queue.map((waiting) => ({ ...waiting })));
  await office.deliverOne();
  office.queue.push(...office.queue.map((waiting) => ({ ...waiting })));
  await office.deliverAll();
  expect(provider.calls).toBe(120);
});

test('two crons at once', async () => {
  await addReaders(30, { prefix: 'cron', due: AT });
  const provider = new TestProvider({ honoursKey: false });
  const office = openOffice(provider, 30);
  await Promise.all([
    tickDigests(office.deps, AT),
    tickDigests(office.deps, AT),
    openRun(office.deps, order),
  ]);
  await office.deliverAll();
  const { results } = await env.DB.prepare('SELECT id FROM digest_runs').all();
  expect(results).toEqual([{ id: RUN }]);
  expect(provider.calls).toBe(30);
});

test('killed between the provider’s acceptance and our write, where the key is honoured', async () => {
  await addReaders(40, { prefix: 'kill', due: AT });
  const provider = new TestProvider();
  const db = refusingDb(env.DB, (sql) => provider.calls > 10 && /SET state = j.value/.test(sql));
  const office = openOffice(provider, 40, db.db);
  await openRun(office.deps, order);
  while (!(await isStuck())) await office.deliverOne();
  // The process is gone, and the queue with it.
  office.queue.length = 0;
  db.mend();
  await office.minutes(5);
  expect(provider.calls).toBeGreaterThan(40);
  expect(provider.taken).toHaveLength(40);
  expect(await office.ledger(RUN)).toMatchObject({ sent: 40 });
});

test('killed between the provider’s acceptance and our write, where no key is honoured', async () => {
  await addReaders(40, { prefix: 'kill', due: AT });
  const provider = new TestProvider({ honoursKey: false, atOnce: 4 });
  const db = refusingDb(env.DB, (sql) => provider.calls > 10 && /SET state = j.value/.test(sql));
  const office = openOffice(provider, 40, db.db);
  await openRun(office.deps, order);
  while (!(await isStuck())) await office.deliverOne();
  office.queue.length = 0;
  db.mend();
  await office.minutes(5);
  expect(await office.ledger(RUN)).toMatchObject({ sent: 36, uncertain: 4 });
  expect(provider.calls).toBe(40);
  // Never blindly again: not in the next minute’s run either.
  const runs = await env.DB.prepare('SELECT count(*) AS runs FROM digest_runs').first('runs');
  expect(runs).toBe(1);
});

const isStuck = async () =>
  (await env.DB.prepare("SELECT 1 FROM outbox WHERE state = 'sending'").first()) !== null;

test('the database refuses a batch once', async () => {
  await addReaders(25, { prefix: 'db', due: AT });
  const provider = new TestProvider({ honoursKey: false });
  let refusals = 1;
  const db = refusingDb(env.DB, (sql) => /SET state = j.value/.test(sql) && refusals-- > 0);
  const office = openOffice(provider, 25, db.db);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 25 });
  expect(provider.calls).toBe(25);
});

test('the database refuses every kind of statement in turn', async () => {
  await addReaders(25, { prefix: 'turn', due: AT });
  const provider = new TestProvider();
  const seen = new Set<string>();
  const db = refusingDb(env.DB, (sql) => !seen.has(sql) && Boolean(seen.add(sql)));
  const office = openOffice(provider, 25, db.db);
  for (let attempt = 0; attempt < 30; attempt++) {
    await openRun(office.deps, order).catch(() => undefined);
    await office.deliverAll();
    office.clock += 60_000;
    await tickDigests(office.deps, office.deps.now()).catch(() => undefined);
  }
  await office.deliverAll();
  db.mend();
  expect(seen.size).toBeGreaterThan(10);
  expect(new Set(provider.taken.map(({ mail }) => mail.to)).size).toBe(25);
  expect(provider.taken).toHaveLength(25);
});

test('the provider answers 429, then takes all', async () => {
  await addReaders(50, { prefix: 'rate', due: AT });
  const provider = new TestProvider({ honoursKey: false });
  provider.before = (_, call) => (call > 15 && call <= 45 ? later(429, 30) : null);
  const office = openOffice(provider, 50);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(provider.taken).toHaveLength(50);
  expect(office.clock - Date.parse(AT)).toBeGreaterThan(30_000);
});

test('the provider answers 500 for an hour', async () => {
  await addReaders(20, { prefix: 'down', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider, 20);
  provider.before = () => (office.clock < Date.parse(AT) + 3_600_000 ? later(500) : null);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(provider.taken).toHaveLength(20);
  // It was not hammered meanwhile: twice as long each time, up to ten minutes.
  expect(provider.calls).toBeLessThan(20 + 20 * 10);
});

test('the provider hangs after it took the mail, and honours the key', async () => {
  await addReaders(30, { prefix: 'hang', due: AT });
  const provider = new TestProvider();
  provider.after = (_, call) => (call <= 7 ? lost : null);
  const office = openOffice(provider, 30);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 30 });
  expect(provider.calls).toBe(37);
});

test('the provider cuts the connection after it took the mail, and honours no key', async () => {
  await addReaders(30, { prefix: 'cut', due: AT });
  const provider = new TestProvider({ honoursKey: false });
  provider.after = (_, call) => (call <= 7 ? lost : null);
  const office = openOffice(provider, 30);
  await openRun(office.deps, order);
  await office.deliverAll();
  await office.minutes(3);
  expect(await office.ledger(RUN)).toMatchObject({ sent: 23, uncertain: 7, reasons: { 'no answer': 7 } });
  expect(provider.calls).toBe(30);
});

test('one bad address among a hundred fails alone and is suppressed', async () => {
  await addReaders(100, { prefix: 'bad', due: AT });
  const provider = new TestProvider();
  provider.before = (mail) =>
    mail.to.startsWith('bad-000042@') ? { kind: 'refused', reason: '550 5.1.1', recipient: true } : null;
  const office = openOffice(provider, 100);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ sent: 99, failed: 1 });
  const bad = await env.DB.prepare("SELECT state FROM subscribers WHERE id = 'bad-000042'").first('state');
  expect(bad).toBe('suppressed');
});

test('readers who leave between the page and their turn are not mailed', async () => {
  await addReaders(6, { prefix: 'gone', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider, 6);
  await openRun(office.deps, order);
  await office.deliverOne();
  await env.DB.batch([
    env.DB.prepare("UPDATE subscribers SET state = 'unsubscribed' WHERE id = 'gone-000001'"),
    env.DB.prepare("UPDATE subscribers SET state = 'suppressed' WHERE id = 'gone-000002'"),
    env.DB.prepare("DELETE FROM subscribers WHERE id = 'gone-000003'"),
    env.DB.prepare("UPDATE subscribers SET cadence = 'weekly' WHERE id = 'gone-000004'"),
  ]);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({
    sent: 2,
    suppressed: 1,
    skipped: 3,
    reasons: { unsubscribed: 1, erased: 1, 'other cadence': 1 },
  });
});

test('a late run is not sent, and its readers get the next one', async () => {
  await addReaders(10, { prefix: 'late', due: AT });
  const provider = new TestProvider();
  // Ten in the run that came too late, and the same ten in the next.
  const office = openOffice(provider, 20);
  provider.before = () => (office.clock < Date.parse(AT) + 7 * 3_600_000 ? later(503) : null);
  await openRun(office.deps, order);
  await office.deliverAll();
  expect(await office.ledger(RUN)).toMatchObject({ skipped: 10, reasons: { expired: 10 } });
  await office.minutes(60);
  expect(new Set(provider.taken.map(({ mail }) => mail.to)).size).toBe(10);
  expect(provider.taken).toHaveLength(10);
});

test('another period cannot begin while one is being sent, and can after', async () => {
  await addReaders(5, { prefix: 'next', due: AT });
  const provider = new TestProvider();
  const office = openOffice(provider, 10);
  expect((await openRun(office.deps, order)).kind).toBe('opened');
  expect((await openRun(office.deps, order)).kind).toBe('found');
  const tomorrow = { ...order, at: '2026-03-03T07:00:00.000Z' };
  expect((await openRun(office.deps, tomorrow)).kind).toBe('busy');
  await office.deliverAll();
  expect((await openRun(office.deps, tomorrow)).kind).toBe('opened');
  await office.deliverAll();
  expect(provider.taken).toHaveLength(10);
});
