// A withheld claim leaves every face, past view, export, log and kept answer; a dated tombstone with its reason stays.
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { Entry } from '../../src/domain/record/entry.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { readLog, rebuildLog } from '../../src/store/log.ts';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { ask, ORIGIN, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'withheld';
const REASON = 'A court ordered it.';
/** Each stands in one field of the claim and nowhere else. */
const SECRETS = [
  '471147',
  '471248',
  'the words of it',
  'a method of it',
  'the outlet of it',
  'secret.example',
  'The title of it',
  'the voice of it',
  'the reading of it',
  'the quoted reason',
];
const instants: string[] = [];
let claim = '';
let voided = '';

/** Every fact that any table holds, as one text. */
async function everyRow(): Promise<string> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*'",
  ).all<{ name: string }>();
  const tables = results.map(({ name }) => name);
  const dumps = tables.map(async (table) =>
    JSON.stringify((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results),
  );
  const log = JSON.stringify(await readLog(env.DB, SLUG));
  const views = ['topic', 'history'].map((kind) => viewText(kind));
  return (await Promise.all([...dumps, ...views, log])).join('\n');
}

async function viewText(kind: string): Promise<string> {
  const { readView } = await import('../../src/store/views.ts');
  return (await readView(env.DB, SLUG, kind))?.text ?? '';
}

const secretsIn = (text: string) =>
  [...SECRETS, '471,147', '471,248'].filter((secret) => text.includes(secret));
const remember = async () => instants.push((await read<TopicView>(`/v1/topics/${SLUG}`)).knownAt);

beforeAll(async () => {
  await openFlood(SLUG);
  await record(SLUG, 40, { said: '2025-01-05' });
  const body = claimBody(SLUG, 471147, {
    value: { kind: 'point', point: 471147, stated: '471147, the words of it' },
    alternatives: [{ label: 'a method of it', value: { kind: 'point', point: 471349, stated: '471349' } }],
    chain: [{ name: 'the voice of it', role: 'speaker' }],
    readings: [{ text: 'the reading of it', outlet: 'the outlet of it' }],
    evidence: [{ url: 'https://secret.example/page', outlet: 'the outlet of it', title: 'The title of it' }],
  });
  const sent = await send('/v1/claims', body, { key: 'posted' });
  claim = sent.body.id as string;
  await remember();
  const value = { kind: 'point', point: 471248, stated: '471248, the words of it' };
  const correction = { reason: 'It said 471248, the quoted reason.', claim: { value } };
  await send(`/v1/claims/${claim}/correct`, correction, { key: 'corrected' });
  await remember();
  const denial = { source: 'ministry-b', stance: 'denies', value: null, about: { claim } };
  await send('/v1/claims', claimBody(SLUG, 0, denial), { key: 'denied' });
  await record(SLUG, 9000, { said: '2025-01-20' });
  voided = await record(SLUG, 471248, {
    source: 'ministry-c',
    value: { kind: 'point', point: 471248, stated: '471248' },
  });
  await sendWell(`/v1/claims/${voided}/void`, { reason: 'the quoted reason' });
  await remember();
});

test('it was everywhere before, is nowhere after, and the tombstone says when and why', async () => {
  const faces = () => [
    `/v1/topics/${SLUG}`,
    ...instants.map((instant) => `/v1/topics/${SLUG}?known_at=${instant}`),
    `/v1/topics/${SLUG}?said_by=2025-01-12`,
    `/v1/topics/${SLUG}?scheme=acled`,
    `/v1/topics/${SLUG}/claims`,
    `/v1/topics/${SLUG}/claims.csv`,
    `/v1/topics/${SLUG}/changes`,
    `/v1/topics/${SLUG}/feed.atom`,
    `/v1/topics/${SLUG}/feed.json`,
    `/oembed?url=${encodeURIComponent(`${ORIGIN}/t/${SLUG}`)}&format=json`,
    `/t/${SLUG}/embed`,
    `/v1/embed?topics=${SLUG}`,
    '/v1/topics',
    '/corrections',
    '/',
    `/t/${SLUG}`,
    `/t/${SLUG}?known_at=${instants[1]}`,
    `/card/${SLUG}`,
    `/card/${SLUG}.svg`,
    `/embed/${SLUG}`,
  ];
  const shown = async () =>
    Promise.all(
      faces().map(async (path) => {
        const response = await ask(path);
        expect([path, response.status]).toEqual([path, 200]);
        return [path, await response.text()] as const;
      }),
    );
  const texts = (await shown()).map(([, text]) => text).join('\n') + (await everyRow());
  expect(secretsIn(texts)).toEqual(SECRETS);

  // Another's own words of the same figure are not this claim's: they go by a withholding of their own.
  await sendWell(`/v1/claims/${voided}/withhold`, { reason: REASON });
  const answer = await send(`/v1/claims/${claim}/withhold`, { reason: REASON }, { key: 'withheld' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    id: claim,
    claim: { id: claim, status: 'withheld', value: null, history: [{ reason: REASON }] },
  });

  for (const [path, text] of await shown()) expect([path, secretsIn(text)]).toEqual([path, []]);
  expect(secretsIn(await everyRow())).toEqual([]);
  const { amendments, knownAt } = await read<TopicView>(`/v1/topics/${SLUG}`);
  const tombstone = amendments.find((each) => each.claim === claim);
  expect(tombstone).toMatchObject({ kind: 'withheld', reason: REASON, on: knownAt, after: null });
  expect(await (await ask('/corrections')).text()).toContain(REASON);
  for (const instant of instants) {
    const past = await read<TopicView>(`/v1/topics/${SLUG}?known_at=${instant}`);
    expect(past.statements.find((each) => each.claim === claim)).toMatchObject({ status: 'withheld' });
  }
});

test('the rest of the record stands as it was', async () => {
  const { items } = await read<{ items: { text: string }[] }>(`/v1/topics/${SLUG}/claims?source=ministry-a`);
  expect(items.map(({ text }) => text).join(' ')).toMatch(/9000.*40/);
});

test('the log still parses, row by row, and is what the packed row holds', async () => {
  const rows = await rebuildLog(env.DB, SLUG);
  expect(rows).toEqual(await readLog(env.DB, SLUG));
  expect(rows.map((row) => Entry.safeParse(row).success)).not.toContain(false);
});

test('the callers’ keys still answer, without the words', async () => {
  const posted = await send('/v1/claims', { topic: SLUG }, { key: 'posted' });
  expect(posted.status).toBe(422); // another body
  const denied = await env.DB.prepare("SELECT body FROM idempotency WHERE key = 'denied'").first<string>(
    'body',
  );
  expect(JSON.parse(denied ?? '')).toMatchObject({
    claim: { stance: 'denies', text: expect.stringMatching(/^denies/) },
  });
  const kept = await env.DB.prepare("SELECT body FROM idempotency WHERE key = 'posted'").first<string>(
    'body',
  );
  expect(JSON.parse(kept ?? '')).toEqual({ id: claim, status: 'withheld' });
});
