// A digest from end to end inside the Worker's own parts: runs by the API, mails made of the record, one by one changes.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { digestMaker } from '../../src/app/digest/maker.ts';
import { openRun } from '../../src/app/digest/open-run.ts';
import { lintMail } from '../../src/domain/digest/mail-lint.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, send } from '../workerd/site.ts';

const maker = digestMaker({
  db: env.DB,
  origin: 'https://by-source.test',
  linkSecret: 'link-secret-of-the-tests',
  mailFrom: 'By Source <digest@by-source.test>',
});

beforeAll(async () => {
  await openFlood('valley');
  await record('valley', 200);
});
beforeEach(clearDigests);

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('a first digest, nothing while nothing changes, exactly the change after a claim', async () => {
  await addReaders(1, { prefix: 'one', due: new Date().toISOString() });
  const provider = new TestProvider();
  const office = new PostOffice(provider, dayAfter(0), env.DB, maker);
  const run = async (days: number) => {
    office.clock = Date.now();
    const opened = await openRun(office.deps, { cadence: 'daily', at: dayAfter(days), by: 'a test' });
    expect(opened.kind).toBe('opened');
    await office.deliverAll();
    const ledger = await office.ledger(opened.run.id);
    expect(ledger.balanced, office.lines.join('\n')).toBe(true);
    return ledger;
  };
  expect(await run(0)).toMatchObject({ candidates: 1, sent: 1 });
  expect(provider.taken[0]?.mail.text).toContain('Ministry A');
  expect(await run(1)).toMatchObject({ sent: 0, skipped: 1, reasons: { 'nothing changed': 1 } });
  await record('valley', 300, { said: '2025-01-12', published: '2025-01-12' });
  expect(await run(2)).toMatchObject({ sent: 1 });
  const { mail } = provider.taken[1] ?? {};
  expect(mail?.text).toMatch(/Ministry A.*300.*200/s);
  expect(mail && lintMail(mail, 'digest')).toEqual([]);
  expect(mail?.headers['List-Unsubscribe']).toMatch(
    /^<https:\/\/by-source\.test\/u\/[^>]+>, <mailto:[^>]+>$/,
  );
  expect(await run(3)).toMatchObject({ sent: 0, skipped: 1 });
});

test('the same run and reader give the same bytes', async () => {
  const run = {
    id: 'digest-daily-2026-03-02T0700Z',
    cadence: 'daily' as const,
    at: '2026-03-02T07:00:00.000Z',
    knownAt: new Date().toISOString(),
    expires: '2026-03-02T13:00:00.000Z',
    state: 'open' as const,
  };
  await addReaders(1, { prefix: 'same', due: run.at });
  const parts = await maker.freeze(run);
  const reader = {
    id: 'same-000001',
    email: 'same-000001@readers.test',
    since: null,
    first: null,
    topics: '*' as const,
    lang: 'en',
    zone: 'UTC',
    stillQuiet: false,
  };
  const make = () =>
    maker.compose(
      run,
      reader,
      new Map(parts.map(({ part, body }) => [part, JSON.parse(JSON.stringify(body))])),
    );
  expect(await make()).toEqual(await make());
});

test('the API: an admin opens a run, anyone reads its ledger, and nothing personal is in it', async () => {
  const body = { cadence: 'weekly', at: '2026-03-02T07:00:00Z' };
  expect((await send('/v1/digest-runs', body, { token: null })).status).toBe(401);
  expect((await send('/v1/digest-runs', { cadence: 'hourly' })).status).toBe(422);
  expect((await send('/v1/digest-runs', '{')).status).toBe(400);
  const opened = await send('/v1/digest-runs', body);
  expect(opened).toMatchObject({
    status: 201,
    body: { id: 'digest-weekly-2026-03-02T0700Z', candidates: 0 },
  });
  expect(opened.headers.get('Location')).toBe('/v1/digest-runs/digest-weekly-2026-03-02T0700Z');
  expect((await send('/v1/digest-runs', body)).status).toBe(200);
  const told = async () => (await ask('/v1/digest-runs/digest-weekly-2026-03-02T0700Z')).json();
  await expect.poll(told, { timeout: 20_000 }).toMatchObject({ balanced: true, state: 'done', sent: 0 });
  expect((await ask('/v1/digest-runs/none')).status).toBe(404);
});

test.for([
  ['daily', '24h'],
  ['weekly', '7d'],
] as const)('a %s digest lists what was most commented in %s', async ([cadence, window]) => {
  const at = new Date().toISOString();
  const parts = await maker.freeze({
    id: 'a-run',
    cadence,
    at,
    knownAt: at,
    expires: at,
    state: 'opening',
  });
  expect(parts.find(({ part }) => part === '@most-commented')?.body).toMatchObject({ window });
});
