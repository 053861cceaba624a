// A toll that moves within hours: which figure stands, what was before it, and what an editor is warned of.
import { beforeAll, expect, test } from 'vitest';
import type { ChangeView } from '../../src/projections/changes.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { ask, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'hours';
const at = (hour: string) => `2025-05-03T${hour}:00+02:00`;
const view = (query = '') => read<TopicView>(`/v1/topics/${SLUG}${query}`);
const rowOf = async (source = 'ministry-a') =>
  (await view()).sources.find(({ id }) => id === source)?.estimates[0];

beforeAll(async () => {
  await openFlood(SLUG);
  for (const [hour, n] of [
    ['18:30', 54],
    ['06:10', 12],
    ['20:00', 52],
    ['11:00', 31],
  ] as const)
    await record(SLUG, n, { said: at(hour) });
});

test('the latest hour stands, with the one before it, lowered', async () => {
  expect(await rowOf()).toMatchObject({
    text: '“52 people”',
    when: '3 May 2025, 20:00 UTC+2',
    said: { date: at('20:00'), precision: 'instant' },
    previous: { text: '“54 people”', said: { date: at('18:30') }, moved: 'lowered' },
    alternatives: [],
    leading: true,
  });
  const { items } = await read<{ items: ChangeView[] }>(`/v1/topics/${SLUG}/changes`);
  expect(items.find(({ after }) => after === '“52 people”')).toMatchObject({
    kind: 'lowered',
    before: '“54 people”',
  });
});

test('timeline and claims are in order of time, and the page prints the hours', async () => {
  const hours = ['20:00', '18:30', '11:00', '06:10'].map(at);
  expect((await view()).statements.map(({ said }) => said?.date)).toEqual(hours);
  const { items } = await read<{ items: { said: { date: string } }[] }>(`/v1/topics/${SLUG}/claims`);
  expect(items.map(({ said }) => said.date)).toEqual(hours);
  expect(await (await ask(`/t/${SLUG}`)).text()).toContain('3 May 2025, 18:30 UTC+2');
});

test('a past by an hour shows the figure of that hour, and says so', async () => {
  const past = await view('?said_by=2025-05-03T19:00:00%2B02:00');
  expect(past.sources[0]?.estimates[0]?.text).toBe('“54 people”');
});

test('a speaker’s own day is kept, in the view and against the page', async () => {
  const said = '2025-01-13T23:30:00-05:00';
  const answer = await send(
    '/v1/claims',
    claimBody(SLUG, 70, { source: 'ministry-b', said, published: '2025-01-13' }),
  );
  expect(answer.status).toBe(201);
  expect(await rowOf('ministry-b')).toMatchObject({ said: { date: said }, when: '13 Jan 2025, 23:30 UTC−5' });
});

test('a second figure without an hour is warned of and leads nothing, until it says what it replaces', async () => {
  const day = { source: 'ministry-c', said: '2025-05-03' };
  const first = await record(SLUG, 110, day);
  const second = await sendWell('/v1/claims', claimBody(SLUG, 48, day));
  expect(second.warnings).toMatchObject([{ code: 'same-day', path: 'said' }]);
  expect(await rowOf('ministry-c')).toMatchObject({
    text: '“48 people” and “110 people”',
    leading: false,
    previous: null,
    mark: null,
  });
  const replaced = { reason: 'The minister spoke again.', claim: { replaces: first } };
  await sendWell(`/v1/claims/${second.id}/correct`, replaced);
  expect(await rowOf('ministry-c')).toMatchObject({
    text: '“48 people”',
    leading: true,
    previous: { claim: first, moved: 'lowered' },
  });
});

test('a withdrawal cannot come before its claim, and known_at says its hour', async () => {
  const id = await record(SLUG, 90, { source: 'official-a', said: at('12:00') });
  const early = await send(`/v1/claims/${id}/retract`, { reason: 'It was withdrawn.', on: '2025-05-02' });
  expect(early.status).toBe(422);
  expect(early.body.errors).toMatchObject([{ path: 'on' }]);
  const { knownAt } = await view();
  const { since } = await view(`?known_at=${knownAt}`);
  expect(since?.text).toMatch(
    /^The record as it stood on \d+ \w+ \d{4}, \d\d:\d\d UTC; nothing has changed since\.$/,
  );
});
