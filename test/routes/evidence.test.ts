// Adding an address or a printing to a claim: told as evidence added, and never as a correction.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangeView } from '../../src/projections/changes.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { ask, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'evidence';
const changes = async (slug = SLUG) =>
  (await read<{ items: ChangeView[] }>(`/v1/topics/${slug}/changes`)).items;
const rowOf = async (slug = SLUG) => (await read<TopicView>(`/v1/topics/${slug}`)).sources[0]?.estimates[0];
const other = { url: 'https://other.example/flood', outlet: 'The Other' };
const printed = { text: '400 dead', outlet: 'Third Paper', url: 'https://third.example/1' };
let id = '';

beforeAll(async () => {
  await openFlood(SLUG);
  id = await record(SLUG, 40);
});

describe('an address added', () => {
  beforeAll(async () => {
    const key = { key: 'one-address' };
    const first = await send(`/v1/claims/${id}/evidence`, { evidence: [other] }, key);
    const again = await send(`/v1/claims/${id}/evidence`, { evidence: [other] }, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.text).toBe(first.text);
    expect(first.body).toMatchObject({
      id,
      claim: { status: 'current', evidence: [{}, { outlet: 'The Other' }] },
    });
  });

  test('is told once, in its own words', async () => {
    const added = (await changes()).filter(({ kind }) => kind === 'evidence added');
    expect(added).toMatchObject([{ claim: id, text: 'Ministry A: “40 people”, also read at The Other' }]);
    expect(added[0]?.text).not.toContain('correct');
  });

  test('stands in the row, which is no corrected one', async () => {
    const row = await rowOf();
    expect(row).toMatchObject({ status: 'current', outlets: 2 });
    expect(row?.evidence.map(({ url }) => url)).toContain(other.url);
    expect(row?.notes.map(({ kind }) => kind)).toContain('evidence');
  });

  test('is on no list of corrections, in the feed, and in the claim’s history', async () => {
    expect(await (await ask('/corrections')).text()).not.toContain('The Other');
    expect((await read<TopicView>(`/v1/topics/${SLUG}`)).amendments).toEqual([]);
    expect(await (await ask(`/v1/topics/${SLUG}/feed.atom`)).text()).toContain('also read at The Other');
    const { items } = await read<{ items: { history: { kind: string }[] }[] }>(`/v1/topics/${SLUG}/claims`);
    expect(items[0]?.history.map(({ kind }) => kind)).toEqual(['evidence added']);
  });
});

test('a printing added is told too, and shown as printed', async () => {
  await sendWell(`/v1/claims/${id}/evidence`, { readings: [printed] });
  expect((await changes())[0]).toMatchObject({
    kind: 'evidence added',
    text: 'Ministry A: “40 people”, printed as “400 dead” by Third Paper',
  });
  expect((await rowOf())?.readings.map(({ text }) => text)).toContain('400 dead');
});

test('a correction that only adds is evidence added; one that takes an address away is a correction', async () => {
  const slug = 'evidence-by-correction';
  await openFlood(slug);
  const claim = await record(slug, 40);
  const reason = 'Another paper has it.';
  const { evidence } = claimBody(slug, 40);
  await sendWell(`/v1/claims/${claim}/correct`, { reason, claim: { evidence: [...evidence, other] } });
  expect((await changes(slug))[0]).toMatchObject({ kind: 'evidence added', reason });
  await sendWell(`/v1/claims/${claim}/correct`, { reason, claim: { evidence: [other] } });
  expect((await changes(slug))[0]).toMatchObject({ kind: 'corrected' });
  await sendWell(`/v1/claims/${claim}/correct`, {
    reason,
    claim: { evidence: [other, ...evidence], basis: 'visual' },
  });
  expect((await changes(slug))[0]).toMatchObject({ kind: 'corrected' });
});

test.for<[string, object, string]>([
  ['nothing', {}, 'evidence'],
  ['an address that is there', { evidence: [{ ...other, outlet: 'Elsewhere' }] }, 'evidence.0.url'],
  [
    'an address twice',
    { evidence: [1, 2].map(() => ({ url: 'https://new.example/', outlet: 'New' })) },
    'evidence.1.url',
  ],
  [
    'an address that is none',
    { evidence: [{ url: 'javascript:alert(1)', outlet: 'New' }] },
    'evidence.0.url',
  ],
  [
    'a printing of an unknown metric',
    { readings: [{ text: '9', outlet: 'New', metric: 'ghosts' }] },
    'readings.0.metric',
  ],
  ['a field of the claim', { evidence: [other], said: '2025-01-01' }, 'said'],
  [
    'more than a claim may hold',
    { evidence: Array.from({ length: 24 }, (_, at) => ({ url: `https://n.example/${at}`, outlet: 'N' })) },
    'evidence',
  ],
])('%s cannot be added', async ([, body, path]) => {
  const before = (await changes()).length;
  const { status, body: answer } = await send(`/v1/claims/${id}/evidence`, body);
  expect(status).toBe(422);
  expect((answer.errors as { path: string; message: string }[]).map((error) => error.path)).toContain(path);
  for (const { message } of answer.errors as { message: string }[]) expect(message).toMatch(/^[A-Z].*[.]$/);
  expect((await changes()).length).toBe(before);
});

test('a stranger adds nothing, nor does anyone to a claim that is not there or was never said', async () => {
  expect((await send(`/v1/claims/${id}/evidence`, { evidence: [other] }, { token: null })).status).toBe(401);
  expect((await send('/v1/claims/ghost/evidence', { evidence: [other] })).status).toBe(404);
  const gone = await record(SLUG, 50, { said: '2025-01-11' });
  await sendWell(`/v1/claims/${gone}/void`, { reason: 'It was never said.' });
  expect((await send(`/v1/claims/${gone}/evidence`, { evidence: [other] })).status).toBe(422);
});

test('a withholding takes what was added with it', async () => {
  const slug = 'evidence-withheld';
  await openFlood(slug);
  const claim = await record(slug, 40);
  const marked = { url: 'https://secret.example/marker', outlet: 'Marker Gazette', title: 'marker title' };
  await sendWell(`/v1/claims/${claim}/evidence`, { evidence: [marked] });
  await sendWell(`/v1/claims/${claim}/withhold`, { reason: 'A court ordered it.' });
  for (const path of ['', '/changes', '/claims', '/feed.atom', '/feed.json', '/claims.csv'])
    expect(await (await ask(`/v1/topics/${slug}${path}`)).text()).not.toMatch(/marker/i);
});
