// A figure that is not in its words is recorded with a warning, which the desk lists and the topic counts.
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { type DeskSite, openDesk } from '../workerd/desk.ts';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { ask, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'warned';
let desk: DeskSite;

interface Answer {
  id: string;
  warnings: { code: string; path: string; message: string }[];
}
const post = async (fields: object) =>
  (await sendWell('/v1/claims', claimBody(SLUG, 1, fields))) as unknown as Answer;
const codes = ({ warnings }: Answer) => warnings.map(({ code, path }) => `${code} ${path}`);
const counted = async () => (await read<TopicView>(`/v1/topics/${SLUG}`)).topic.warnings;
const listed = async (id: string) => (await desk.page(`/desk/warnings/${SLUG}`)).includes(`id="${id}"`);

beforeAll(async () => {
  await openFlood(SLUG);
  await openFlood('quiet');
  desk = openDesk();
  await desk.signIn();
});

test('a topic without warnings counts none, and neither page names it', async () => {
  await record('quiet', 40);
  expect((await read<TopicView>('/v1/topics/quiet')).topic.warnings).toBe(0);
  expect(await desk.page('/desk/warnings')).not.toContain('/desk/warnings/quiet');
  expect(await (await ask('/t/quiet')).text()).not.toContain('with a warning to the editors');
});

test('a number that nobody said is told at once, listed at the desk and counted on the topic', async () => {
  const value = { kind: 'point', point: 2_200, stated: '220 <i>dead</i>' };
  const answer = await post({ value, said: '2025-01-10' });
  expect(codes(answer)).toEqual(['number value.point']);
  expect(await counted()).toBe(1);
  const page = await desk.page(`/desk/warnings/${SLUG}`);
  expect(page).toContain('The words “220 &lt;i>dead&lt;/i>” hold 220, not 2200.');
  expect(await desk.page('/desk/warnings')).toMatch(/\/desk\/warnings\/warned".*1 statement</);
  expect(await desk.page('/desk')).toContain(
    '<a href="/desk/warnings">1 statement</a> of the record has a warning.',
  );
  expect(await (await ask(`/t/${SLUG}`)).text()).toContain('One statement here was entered with a warning');
});

test('a correction is looked at anew, and a claim voided is warned of no more', async () => {
  const { id } = await post({
    value: { kind: 'point', point: 7, stated: 'seventy' },
    said: '2025-01-12',
    source: 'ministry-c',
  });
  const before = await counted();
  expect(await listed(id)).toBe(true);
  const wrong = { kind: 'point', point: 17, stated: 'seventy' };
  const amended = await sendWell(`/v1/claims/${id}/correct`, { reason: 'A slip.', claim: { value: wrong } });
  expect(codes(amended as unknown as Answer)).toContain('number value.point');
  await sendWell(`/v1/claims/${id}/correct`, {
    reason: 'As said.',
    claim: { value: { ...wrong, point: 70 } },
  });
  expect([await counted(), await listed(id)]).toEqual([before - 1, false]);
  const other = await post({
    value: { kind: 'point', point: 8, stated: 'eighty' },
    said: '2025-01-13',
    source: 'ministry-c',
  });
  expect(await listed(other.id)).toBe(true);
  await sendWell(`/v1/claims/${other.id}/void`, { reason: 'It was never said.' });
  expect([await counted(), await listed(other.id)]).toEqual([before - 1, false]);
});

test('what is withheld leaves no warning that repeats it', async () => {
  const { id } = await post({
    value: { kind: 'point', point: 9, stated: 'ninety secret ones' },
    said: '2025-01-14',
  });
  await sendWell(`/v1/claims/${id}/withhold`, { reason: 'A court ordered it.' });
  expect(await listed(id)).toBe(false);
  expect(await desk.page(`/desk/warnings/${SLUG}`)).not.toContain('ninety secret');
  expect(await (await ask(`/v1/topics/${SLUG}/claims`)).text()).not.toContain('ninety secret');
});

test.for<[string, object, number]>([
  ['no more than 80', { point: 80, hedge: 'more-than' }, 422],
  ['no more than 80', { point: 80, hedge: 'at-most' }, 201],
  ['some officials say 80', { point: 80, hedge: 'about' }, 422],
  ['over the winter 80', { point: 80, hedge: 'more-than' }, 422],
  ['north of 80', { point: 80, hedge: 'more-than' }, 201],
  ['Exam scores', { kind: 'vague' }, 422],
  ['hundreds of billions', { kind: 'vague' }, 422],
  ['scores of people', { kind: 'vague' }, 201],
])('“%s” as %o is answered %i', async ([stated, fields, status]) => {
  const value = { kind: 'point', stated, ...fields };
  const sent = await send(
    '/v1/claims',
    claimBody(SLUG, 1, { value, source: 'ministry-b', said: '2025-01-20' }),
  );
  expect(sent.status).toBe(status);
});
