// A heat wave as a newsroom records it: temperatures, lengths, differences that cross zero, parts of a whole, a conversion.
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { claimBody, openFlood } from '../workerd/flood.ts';
import { ask, read, sendWell, TOKEN } from '../workerd/site.ts';

const SLUG = 'heat-wave';
const period = { from: '2026-07-12', to: '2026-07-20' };
const place = { population: 'people', place: 'a country', counting: 'period', period };
const metric = (id: string, quantity: string, unit: string | null, fields: object = {}) => ({
  id,
  label: id,
  definition: `What ${id} is.`,
  quantity,
  unit,
  ...fields,
});
const page = async () => (await (await ask(`/t/${SLUG}`)).text()).replace(/<\/?b>/g, '');
const post = (measure: string, source: string, value: object) =>
  sendWell('/v1/claims', claimBody(SLUG, 0, { measure, source, value, said: '2026-08-01', published: null }));
const point = (n: number, stated: string, fields: object = {}) => ({
  kind: 'point',
  point: n,
  stated,
  ...fields,
});

beforeAll(async () => {
  await sendWell('/v1/metrics', {
    items: [
      metric('air-temperature', 'amount', 'celsius'),
      metric('length', 'duration', 'hour'),
      metric('beds-taken', 'share', 'share'),
      metric('cost', 'money', null),
    ],
  });
  await openFlood(SLUG, {
    lead: 'deaths',
    families: [
      { id: 'deaths', label: 'Excess deaths' },
      { id: 'air', label: 'Air temperature' },
      { id: 'more', label: 'More' },
    ],
    measures: [
      { id: 'deaths', family: 'deaths', metric: 'excess-deaths', label: 'Excess deaths', ...place },
      { id: 'air', family: 'air', metric: 'air-temperature', label: 'Air temperature', ...place },
      { id: 'length', family: 'more', metric: 'length', label: 'How long', ...place },
      { id: 'beds', family: 'more', metric: 'beds-taken', label: 'Beds taken', ...place },
      { id: 'euros', family: 'more', metric: 'cost', label: 'Cost', unit: 'EUR', prices: '2026', ...place },
      { id: 'pounds', family: 'more', metric: 'cost', label: 'Cost', unit: 'GBP', prices: '2019', ...place },
    ],
  });
  await post('deaths', 'ministry-a', {
    kind: 'interval',
    low: -35,
    point: 12,
    high: 58,
    level: 0.95,
    stated: '12 (95 % interval -35 to 58)',
  });
  await post('deaths', 'ministry-b', point(-8, 'minus 8'));
  await post('air', 'ministry-a', point(-0.4, 'minus 0.4'));
  await post('air', 'ministry-b', point(48.3, '48.3'));
  await post('length', 'ministry-a', point(36, '36 hours'));
  await post(
    'length',
    'ministry-b',
    point(48, 'nearly two days', { hedge: 'almost', derived: { ends: ['point'], how: '24 hours a day' } }),
  );
  await post('beds', 'ministry-a', { kind: 'share', point: 0.125, of: 'beds', stated: 'one in 8 beds' });
  await post('euros', 'ministry-a', point(3_000_000, '€3 million'));
  await post('pounds', 'ministry-b', point(2_000_000, '£2m'));
});

test('a difference that crosses zero is recorded without a warning, and its axis has the line of zero', async () => {
  const view = await read<TopicView>(`/v1/topics/${SLUG}`);
  expect(view.topic.warnings).toBe(0);
  expect(view.measures.find(({ id }) => id === 'deaths')?.axis?.zeroLine).toBeGreaterThan(0);
});

test('a measured number has its unit in the label, and what a noun counts has not', async () => {
  const view = await read<TopicView>(`/v1/topics/${SLUG}`);
  expect(view.measures.map(({ label }) => label)).toEqual([
    'Excess deaths',
    'Air temperature (degrees Celsius)',
    'How long (hours)',
    'Beds taken',
    'Cost (euros of 2026)',
    'Cost (British pounds of 2019)',
  ]);
  expect(view.statements.map(({ label }) => label)).toContain('Air temperature (degrees Celsius)');
});

test('a table called as its section keeps the numbers of its axis', async () => {
  const [, deaths = ''] = /<section class="section" id="deaths">(.*?)<\/section>/s.exec(await page()) ?? [];
  expect(deaths).toContain('linear scale');
  expect(deaths.match(/<text /g)?.length).toBeGreaterThan(2);
});

test('words that say the whole, the interval and the hedge themselves are not said again, nor lose them', async () => {
  const all = await page();
  expect(all).toMatch(/“12 \(95 % interval [-−]35 to 58\)”</);
  expect(all).toContain('“one in 8 beds”<');
  expect(all).toContain('“nearly two days” (almost 48 hours, our conversion)');
});

test('why two measures stand apart is said once; a family of several metrics has other measures', async () => {
  const all = await page();
  expect(all.match(/no rate of ours makes one of the other/g)).toHaveLength(1);
  expect(all).toContain('More: other measures');
});

test('rows of other measures stand under no heading of the lead’s, and name their measure in full', async () => {
  const slug = 'heat-alone';
  await openFlood(slug, {
    lead: 'deaths',
    families: [
      { id: 'deaths', label: 'Excess deaths' },
      { id: 'air', label: 'Air temperature' },
    ],
    measures: [
      {
        id: 'deaths',
        family: 'deaths',
        metric: 'excess-deaths',
        label: 'Excess deaths, whole country',
        ...place,
      },
      { id: 'air', family: 'air', metric: 'air-temperature', label: 'Air temperature', ...place },
    ],
  });
  const said = (measure: string, source: string, value: object) =>
    sendWell(
      '/v1/claims',
      claimBody(slug, 0, { measure, source, value, said: '2026-08-01', published: null }),
    );
  await said('deaths', 'ministry-a', point(1_240, '1,240'));
  await said('air', 'ministry-b', point(48.3, '48.3'));
  const picture = await (await ask(`/card/${slug}.svg`)).text();
  const drawn = picture.replaceAll(/(?:<[^>]*>)+/g, ' ');
  expect(drawn).toContain('Excess deaths, whole country');
  expect(drawn).toContain('Air temperature (degrees Celsius)');
  const mail = (await (
    await ask('/v1/digest-preview', { headers: { Authorization: `Bearer ${TOKEN}` } })
  ).json()) as { text: string };
  expect(mail.text).toMatch(
    /Each row says what it measures\n- Ministry A: “1,240”\n +Excess deaths, whole country/,
  );
});

test('a face of one figure on the lead measure claims neither ends nor the newest', async () => {
  const slug = 'heat-one';
  const counts = ['killed', 'wounded', 'missing', 'losses'];
  await openFlood(slug, {
    lead: 'killed',
    families: counts.map((id) => ({ id, label: id })),
    measures: counts.map((id) => ({ id, family: id, metric: id, label: `By the heat: ${id}`, ...place })),
  });
  const said = (measure: string, source: string, on: string) =>
    sendWell(
      '/v1/claims',
      claimBody(slug, 0, { measure, source, value: point(118, '118'), said: on, published: null }),
    );
  await said('killed', 'ministry-a', '2026-08-01');
  await said('wounded', 'ministry-b', '2026-08-02');
  await said('missing', 'ministry-c', '2026-08-03');
  await said('losses', 'official-a', '2026-08-04');
  const { topics } = await read<{ topics: { foot: string }[] }>(`/v1/embed?topics=${slug}&limit=2`);
  expect(topics[0]?.foot).toBe('2 of 4 sources');
});
