// A change that was told and is so no more says it itself, in the list and in both feeds: nothing false stands there unmarked.
import { beforeAll, expect, test } from 'vitest';
import type { ChangeView } from '../../src/projections/changes.ts';
import { claimBody, openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, read, sendWell } from '../workerd/site.ts';

const SLUG = 'marked';
const reason = 'The page says otherwise.';
const ids: string[] = [];
const value = (point: number) => ({ kind: 'point', point, stated: `${point} people` });

const lines = async (): Promise<ChangeView[]> =>
  (await read<{ items: ChangeView[] }>(`/v1/topics/${SLUG}/changes`)).items;
const lineOf = async (id: string, kinds = ['new source', 'raised', 'lowered', 'first figure']) =>
  (await lines()).find(({ claim, kind }) => claim === id && kinds.includes(kind));

beforeAll(async () => {
  await openFlood(SLUG);
  for (const [at, point] of [100, 5000, 150, 160, 170].entries())
    ids.push(await record(SLUG, point, { said: `2025-01-1${at}` }));
});

test('a voided figure is marked where it was told, and where another is said to differ from it', async () => {
  const [, wrong = '', after = '', further = ''] = ids;
  await sendWell(`/v1/claims/${wrong}/void`, { reason });
  expect(await lineOf(wrong)).toMatchObject({
    standing: 'voided',
    text: 'Ministry A: “5000 people”, was “100 people” (since voided: it was never said)',
  });
  const next = await lineOf(after);
  expect(next?.text).toBe('Ministry A: “150 people”, was “5000 people” (the figure before was since voided)');
  expect(next).not.toHaveProperty('standing');
  expect((await lineOf(further))?.text).toBe('Ministry A: “160 people”, was “150 people”');
  for (const file of ['feed.atom', 'feed.json'])
    expect(await (await ask(`/v1/topics/${SLUG}/${file}`)).text()).toContain(
      '(since voided: it was never said)',
    );
});

test('a correction is marked once however often it is made, and a withdrawal takes its place', async () => {
  const [, , , claim = '', last = ''] = ids;
  for (const point of [161, 162, 163])
    await sendWell(`/v1/claims/${claim}/correct`, { reason, claim: { value: value(point) } });
  expect(await lineOf(claim)).toMatchObject({
    standing: 'corrected',
    text: 'Ministry A: “160 people”, was “150 people” (since corrected)',
  });
  expect((await lineOf(last))?.text).toBe(
    'Ministry A: “170 people”, was “160 people” (the figure before was since corrected)',
  );
  const corrections = (await lines())
    .filter(({ kind }) => kind === 'corrected')
    .map(({ text, standing }) => [standing, text.includes('(since corrected)')]);
  expect(corrections).toEqual([
    [undefined, false],
    ['corrected', true],
    ['corrected', true],
  ]);
  await sendWell(`/v1/claims/${claim}/retract`, { reason });
  expect((await lineOf(claim))?.text).toBe('Ministry A: “160 people”, was “150 people” (since withdrawn)');
  expect((await lineOf(last))?.text).toBe(
    'Ministry A: “170 people”, was “160 people” (the figure before was since corrected)',
  );
});

test('of an import no claim was told alone; many voided in one write are marked in few statements', async () => {
  const slug = 'marked-import';
  await openFlood(slug);
  const single = await record(slug, 900, { source: 'ministry-c', said: '2025-01-09' });
  const files = (end: object) =>
    Array.from({ length: 1_200 }, (_each, at) => {
      const { topic: _topic, ...fields } = claimBody(slug, at, { source: 'ministry-b', said: '2025-01-10' });
      return { ...fields, id: `file-${at}`, ...end };
    });
  const bring = (end: object) =>
    sendWell('/v1/imports', { batch: 'a', topic: topicOf(slug), claims: files(end) });
  await bring({});
  await bring({ voided: { reason } });
  const { items } = await read<{ items: ChangeView[] }>(`/v1/topics/${slug}/changes?limit=100`);
  expect(items.filter(({ kind }) => kind === 'voided')).toHaveLength(100);
  expect(items.every(({ text }) => !text.includes('since voided'))).toBe(true);
  await sendWell(`/v1/claims/${single}/void`, { reason });
  const all = await read<{ items: ChangeView[] }>(`/v1/topics/${slug}/changes?limit=1`);
  expect(all.items[0]).toMatchObject({ kind: 'voided', claim: single });
});
