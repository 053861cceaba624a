// A withholding while a digest is being made or sent: no mail that goes out after its answer carries the words.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { digestMaker } from '../../src/app/digest/maker.ts';
import { openRun } from '../../src/app/digest/open-run.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, sendWell } from '../workerd/site.ts';

const maker = digestMaker({
  db: env.DB,
  origin: 'https://by-source.test',
  linkSecret: env.LINK_SECRET ?? '',
  mailFrom: 'By Source <digest@by-source.test>',
});
const WORDS = 'four hundred and one secret souls';
const secret = { value: { kind: 'point', point: 401, stated: WORDS }, source: 'ministry-b' };
const withhold = (id: string) => sendWell(`/v1/claims/${id}/withhold`, { reason: 'A court said so.' });

let topic = '';
let turn = 0;
beforeAll(() => openFlood('first-valley'));
beforeEach(async () => {
  await clearDigests();
  topic = `withheld-valley-${++turn}`;
  await openFlood(topic);
  await record(topic, 200);
});

function officeWith(provider: TestProvider, before: (take: number) => Promise<void>): PostOffice {
  const office = new PostOffice(provider, new Date().toISOString(), env.DB, maker);
  let takes = 0;
  // Its turn is what a mail waits for between being made and being sent.
  office.deps.pace.take = async () => {
    await before(++takes);
    return { kind: 'go', wait: 0 };
  };
  return office;
}
const opened = (office: PostOffice) =>
  openRun(office.deps, { cadence: 'daily', at: office.deps.now(), by: 'a test' });

test('withheld after a mail was made and before it was sent: it is made anew, with all else in it', async () => {
  await addReaders(6, { prefix: 'made', due: new Date().toISOString() });
  const claim = await record(topic, 401, secret);
  const provider = new TestProvider({ honoursKey: false, atOnce: 1 });
  const office = officeWith(provider, async (take) => {
    if (take === 3) await withhold(claim);
  });
  const { run } = await opened(office);
  await office.deliverAll();
  const told = provider.taken.map(({ mail }) => `${mail.subject}\n${mail.text}\n${mail.html}`);
  expect(told).toHaveLength(6);
  expect(told.map((text) => text.includes(WORDS))).toEqual([true, true, false, false, false, false]);
  for (const text of told) expect(text).toContain('Ministry A: ');
  expect(provider.mailedTwice).toEqual([]);
  expect(await office.ledger(run.id)).toMatchObject({ sent: 6, balanced: true });
  const pages = provider.taken.map(({ mail }) => mail.headers['Archived-At']?.slice(1, -1) ?? '');
  for (const page of pages) {
    const archived = await (await ask(new URL(page).pathname)).text();
    expect(archived).not.toContain(WORDS);
    expect(archived).toContain('Ministry A: ');
  }
});

test('withheld while the run freezes what it shows: it is frozen again', async () => {
  await addReaders(2, { prefix: 'froze', due: new Date().toISOString() });
  const claim = await record(topic, 401, secret);
  const provider = new TestProvider();
  const office = officeWith(provider, async () => undefined);
  let freezings = 0;
  office.deps.maker = {
    ...maker,
    freeze: async (run) => {
      const parts = await maker.freeze(run);
      if (++freezings === 1) await withhold(claim);
      return parts;
    },
  };
  await opened(office);
  await office.deliverAll();
  expect(freezings).toBe(2);
  expect(provider.taken).toHaveLength(2);
  for (const { mail } of provider.taken) expect(mail.text + mail.html).not.toContain(WORDS);
});
