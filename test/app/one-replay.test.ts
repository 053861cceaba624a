// A write parses its claim once and plays the log once; record, events and answer follow from that.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test, vi } from 'vitest';
import { amendClaim, postClaim } from '../../src/app/record/claim-writes.ts';
import { importTopic, postTopic } from '../../src/app/record/topic-writes.ts';
import { ClaimFields } from '../../src/domain/record/claim.ts';
import { claimBody, openFlood, topicOf } from '../workerd/flood.ts';

const deps = { db: env.DB, now: () => new Date().toISOString(), newId: () => crypto.randomUUID() };
const order = (body: unknown) => ({ body, actor: 'an editor', idempotency: null });
const parses = vi.spyOn(ClaimFields, 'safeParse');
/** Whoever plays an entry compares its instant with the clock: each instant is read once for each time it is played. */
const instants = vi.spyOn(Date, 'parse');

async function cost(topic: string, write: () => Promise<{ kind: string; answer?: { body: string } } | null>) {
  parses.mockClear();
  instants.mockClear();
  const written = await write();
  expect(written).toMatchObject({ kind: 'written' });
  const read = instants.mock.calls.map(([text]) => text);
  const parsed = parses.mock.calls.length;
  const { results } = await env.DB.prepare('SELECT recorded FROM log WHERE topic = ?')
    .bind(topic)
    .all<{ recorded: string }>();
  const log = results.map(({ recorded }) => recorded);
  const played = read.filter((text) => log.includes(text)).length;
  const body = JSON.parse(written?.answer?.body ?? '{}') as { id: string };
  return { played, entries: log.length, parsed, body };
}

let opened = 0;
let topic = '';
let id = '';
beforeEach(async () => {
  topic = `once-${++opened}`;
  await openFlood(topic);
  for (const [at, source] of ['ministry-a', 'ministry-b'].entries()) {
    const { body } = await cost(topic, () => postClaim(deps, order(claimBody(topic, 40 + at, { source }))));
    id = body.id;
  }
});

test('a new claim', async () => {
  const body = claimBody(topic, 90, { said: '2025-03-01' });
  const { played, entries, parsed } = await cost(topic, () => postClaim(deps, order(body)));
  expect([played, parsed]).toEqual([entries, 1]);
});

test.for([
  ['correct', { claim: { said: '2025-01-12' } }, 1],
  ['evidence', { evidence: [{ url: 'https://gazette.example/further', outlet: 'The Gazette' }] }, 1],
  ['void', {}, 0],
  ['retract', {}, 0],
  ['withhold', {}, 0],
] as const)('%s', async ([amendment, body, parses]) => {
  const sent = order({ reason: 'A misprint of ours.', ...body });
  const { played, entries, parsed } = await cost(topic, () => amendClaim(deps, { ...sent, id, amendment }));
  expect([played, parsed]).toEqual([entries, parses]);
});

test('a topic’s frame, and an import that brings nothing', async () => {
  const frame = topicOf(topic, { title: 'Another title' });
  const changed = await cost(topic, () => postTopic(deps, order(frame)));
  expect(changed.played).toBe(changed.entries);
  const none = await cost(topic, () => importTopic(deps, order({ batch: 'none', topic: frame, claims: [] })));
  expect(none.played).toBe(none.entries);
});
