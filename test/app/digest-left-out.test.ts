// One topic that cannot be drawn costs readers that topic alone: a line says so, the desk says why, the rest goes out.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { FrozenContent } from '../../src/domain/digest/digest-run.ts';
import type { FrozenTopic } from '../../src/projections/digest-frozen.ts';
import type { ToldLine } from '../../src/projections/digest-told.ts';
import { readRun } from '../../src/store/digest-runs.ts';
import { readLog, storeLog } from '../../src/store/log.ts';
import { readContent } from '../../src/store/run-content.ts';
import { openDesk } from '../workerd/desk.ts';
import { maker, subscribe } from '../workerd/digest-desk.ts';
import { openFlood, record } from '../workerd/flood.ts';

const SOUND = { said: '2026-01-10', published: '2026-01-10' };
let turn = 0;
let slugs: [whole: string, broken: string];
const slugsOf = (n: number): [string, string] => [`whole-${n}`, `broken-${n}`];

// All before any is damaged: a source that is written again is carried into every topic that names it.
beforeAll(async () => {
  for (const slug of [1, 2, 3, 4].flatMap(slugsOf)) {
    await openFlood(slug, { title: `A flood at ${slug}` });
    await record(slug, 300);
  }
});
beforeEach(() => {
  slugs = slugsOf(++turn);
});

/** The desk's page of a run. */
async function deskPage(run: string): Promise<string> {
  const desk = openDesk();
  await desk.signIn();
  return desk.page(`/desk/digests/${run}`);
}

test.for([
  ['its kept log is damaged', "UPDATE records SET body = 'H4sI' WHERE topic = ?"],
  ['its kept view is damaged', "UPDATE views SET body = 'H4sI' WHERE topic = ?"],
] as const)('%s', async ([, damage]) => {
  const [whole, broken] = slugs;
  const reader = await subscribe([...slugs]);
  await reader.next();
  for (const slug of slugs) await record(slug, 310, SOUND);
  await env.DB.prepare(damage).bind(broken).run();
  const mail = await reader.next();
  expect(reader.ledger).toMatchObject({ sent: 1, failed: 0 });
  expect(mail?.text).toContain(`A FLOOD AT ${whole.toUpperCase()}`);
  expect(mail?.text.replace(/\s+/g, ' ')).toContain('“310 people”, was “300 people”');
  const note = `“A flood at ${broken}” could not be drawn and is left out of this digest.`;
  expect(mail?.text.replace(/\s+/g, ' ')).toContain(note);
  expect(mail?.html).toContain(note);
  const page = await deskPage(reader.run);
  expect(page).toContain('Left out');
  expect(page).toContain(`A flood at ${broken}`);
  expect(page).not.toContain(`A flood at ${whole}`);
  // Told once: its page is where it is mended.
  expect(await reader.next()).toBeNull();
});

test('a claim that cannot be put into words is named to the desk', async () => {
  const [, broken] = slugs;
  const reader = await subscribe([...slugs]);
  await reader.next();
  const ids = new Map<string, string>();
  for (const slug of slugs) ids.set(slug, await record(slug, 310, SOUND));
  // A value without its words, as only damage can leave it.
  const entries = (await readLog(env.DB, broken)).map((entry) =>
    entry.action.kind === 'claim' && entry.action.claim.id === ids.get(broken)
      ? { ...entry, action: { ...entry.action, claim: { ...entry.action.claim, value: { kind: 'vague' } } } }
      : entry,
  );
  await env.DB.batch(
    await storeLog(env.DB, broken, entries as typeof entries & Parameters<typeof storeLog>[2]),
  );
  const mail = await reader.next();
  expect(mail?.html).toContain(`“A flood at ${broken}” could not be drawn`);
  const page = await deskPage(reader.run);
  expect(page).toContain(`Claim <code>${ids.get(broken)}</code>`);
  expect(page).not.toContain('310 people');
});

test('a fault found while mails are made is the topic’s too, and noted once', async () => {
  const [whole, broken] = slugs;
  const reader = await subscribe([...slugs]);
  await reader.next();
  for (const slug of slugs) await record(slug, 310, SOUND);
  await reader.next();
  const run = await readRun(env.DB, reader.run);
  const content = new Map((await readContent(env.DB, reader.run)).content);
  const topic = content.get(broken) as FrozenTopic;
  const [line] = topic.lines;
  if (line === undefined) throw new Error('Nothing was frozen.');
  content.set(broken, {
    ...topic,
    lines: [{ ...line, said: { claim: {}, bound: null } as unknown as ToldLine['said'] }],
  });
  const [cursor = ''] = Object.keys(topic.since);
  const one = {
    id: reader.id,
    email: 'a@readers.test',
    since: cursor,
    first: null,
    topics: '*' as const,
    lang: 'en',
    zone: 'UTC',
    stillQuiet: false,
  };
  if (run === null) throw new Error('The run is gone.');
  const mail = await maker.compose(run, one, content as FrozenContent);
  if ('skip' in mail) throw new Error(mail.skip);
  expect(mail.html).toContain(`“A flood at ${broken}” could not be drawn`);
  expect(mail.text).toContain(`A FLOOD AT ${whole.toUpperCase()}`);
  expect(await maker.compose(run, one, content as FrozenContent)).toEqual(mail);
  const page = await deskPage(reader.run);
  expect(page).toContain(`A flood at ${broken}`);
  expect(page).toContain(`Claim <code>${line.claim}</code>`);
});
