// Growth below and above zero on every face: negative numbers, an axis through zero that says so, a share with its margin.
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { claimBody, openFlood } from '../workerd/flood.ts';
import { ask, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'growth';
const place = {
  population: 'an economy',
  place: 'a country',
  counting: 'period',
  period: { from: '2025-04-01', to: '2025-06-30' },
};
const text = async (path: string) => (await ask(path)).text();
const interval = {
  kind: 'interval',
  low: -1.1,
  point: -0.4,
  high: 0.3,
  level: 0.7,
  stated: '-0.4 % (70 % interval -1.1 to 0.3)',
};
const grew = (point: number, stated: string) => ({ kind: 'point', point, stated });
const post = (source: string, value: object, fields: object = {}) =>
  sendWell('/v1/claims', claimBody(SLUG, 0, { measure: 'growth', source, value, ...fields }));

beforeAll(async () => {
  await sendWell('/v1/metrics', {
    items: [
      {
        id: 'output-growth',
        label: 'Growth',
        definition: 'Change of output on the quarter before.',
        quantity: 'rate',
        unit: 'percent',
      },
      {
        id: 'approving',
        label: 'Approve',
        definition: 'Part of those asked who approve.',
        quantity: 'share',
        unit: 'share',
      },
      { id: 'shops', label: 'Shops shut', definition: 'Shops that shut.', quantity: 'count', unit: 'people' },
    ],
  });
  await openFlood(SLUG, {
    lead: 'growth',
    families: [
      { id: 'growth', label: 'Growth' },
      { id: 'others', label: 'Others' },
    ],
    measures: [
      { id: 'growth', family: 'growth', metric: 'output-growth', label: 'Growth of output', ...place },
      { id: 'approve', family: 'others', metric: 'approving', label: 'Approve', ...place },
      { id: 'shops', family: 'others', metric: 'shops', label: 'Shops shut', ...place },
    ],
  });
  await post('ministry-a', interval);
  await post('ministry-b', grew(-0.1, 'minus 0.1 per cent'));
  await post('ministry-c', grew(0.2, '+0.2 %'));
  await post(
    'ministry-a',
    { kind: 'share', low: 0.42, point: 0.45, high: 0.48, of: 'adults', stated: '45 % ±3' },
    { measure: 'approve' },
  );
});

test('a linear axis through zero, with minus signs, and the choice is said', async () => {
  const view = await read<TopicView>(`/v1/topics/${SLUG}`);
  const axis = view.measures.find(({ id }) => id === 'growth')?.axis;
  expect(axis).toMatchObject({ scale: 'linear', zero: false, zeroLine: 66.7 });
  expect(axis?.ticks.map(({ label }) => label)).toEqual(['−2%', '−1%', '0%', '1%']);
  expect(await text(`/card/${SLUG}`)).toContain('linear scale');
  expect(await text(`/embed/${SLUG}`)).toContain('M66.7 2v16');
  expect(await text(`/v1/embed?topics=${SLUG}`)).toContain('linear scale');
});

test('words that hold the whole interval stay alone, and numbers stay numbers in the table', async () => {
  const page = (await text(`/t/${SLUG}`)).replace(/<\/?b>/g, '');
  expect(page).toContain('“−0.4 % (70 % interval −1.1 to 0.3)”<small>');
  expect(page).toContain('“minus 0.1 per cent”');
  expect(page).toContain('“45 % ±3” of adults');
  const csv = await text(`/v1/topics/${SLUG}/claims.csv`);
  expect(csv).toMatch(/,interval,-1\.1,-0\.4,0\.3,/);
  expect(csv).toMatch(/,point,,-0\.1,,/);
});

test('nothing is warned of that agrees', async () => {
  expect((await read<TopicView>(`/v1/topics/${SLUG}`)).topic.warnings).toBe(0);
});

test.for<[string, object, string, RegExp]>([
  ['a count below zero', { measure: 'shops', value: grew(-3, '-3') }, 'value.point', /never below zero/],
  [
    'a share below zero',
    { measure: 'approve', value: { kind: 'share', point: -0.1, of: 'adults', stated: '-10 %' } },
    'value.point',
    /never below zero/,
  ],
  [
    'a share above one',
    { measure: 'approve', value: { kind: 'share', point: 45, of: 'adults', stated: '45 %' } },
    'value.point',
    /between 0 and 1/,
  ],
  ['a point on a share', { measure: 'approve', value: grew(0.45, '45 %') }, 'value.kind', /kind "share"/],
  [
    'a number that is none',
    { value: { kind: 'point', point: 'low', stated: 'low' } },
    'value.point',
    /number/,
  ],
])('%s is refused with a sentence', async ([, fields, path, message]) => {
  const answer = await send('/v1/claims', claimBody(SLUG, 0, { measure: 'growth', ...fields }));
  expect([400, 422]).toContain(answer.status);
  const { errors } = answer.body as unknown as { errors: { path: string; message: string }[] };
  expect(errors.find((error) => error.path === path)?.message).toMatch(message);
});
