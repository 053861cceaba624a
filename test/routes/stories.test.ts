// Five stories of different kinds, recorded through the API alone, with no change of code: what each face tells of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { unisolated } from '../../src/projections/isolated.ts';
import type { EstimateView, MeasureView, TopicView } from '../../src/projections/topic-view.ts';
import { epidemic } from '../stories/epidemic.ts';
import { flood } from '../stories/flood.ts';
import { growth } from '../stories/growth.ts';
import { march } from '../stories/march.ts';
import { poll } from '../stories/poll.ts';
import { record } from '../stories/recording.ts';
import { subscribe } from '../workerd/digest-desk.ts';
import { ask, read, sendWell } from '../workerd/site.ts';

beforeAll(async () => {
  for (const story of [flood, growth, poll, epidemic, march]) await record(sendWell, story);
});

/** What a reader sees of a document: no tags, no marks of direction, one blank for many. */
const seen = (text: string): string =>
  unisolated(text)
    .replaceAll(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, ' ')
    .replaceAll(/<\/?(?:b|i|bdi|span|text|strong)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u2009\u202f]+/g, ' ');

const textAt = async (path: string): Promise<string> => seen(await (await ask(path)).text());
const viewOf = (slug: string): Promise<TopicView> => read<TopicView>(`/v1/topics/${slug}`);
const measureIn = (view: TopicView, id: string): MeasureView => {
  const found = view.measures.find((measure) => measure.id === id);
  if (!found) throw new Error(`There is no measure "${id}" among ${view.measures.map((each) => each.id)}.`);
  return found;
};
const rowIn = (view: TopicView, source: string, measure: string): EstimateView => {
  const rows = view.sources.find(({ id }) => id === source)?.estimates ?? [];
  const found = rows.find((row) => row.measure === measure);
  if (!found) throw new Error(`${source} has no row on "${measure}".`);
  return found;
};
const notesOf = (row: EstimateView): string => row.notes.map(({ text }) => text).join(' | ');

/** Every face of a topic on which a reader may land. */
const FACES: [string, (slug: string) => Promise<string>][] = [
  ['the page', (slug) => textAt(`/t/${slug}`)],
  ['the card', (slug) => textAt(`/card/${slug}`)],
  ['the frame', (slug) => textAt(`/embed/${slug}?limit=8`)],
  [
    'the widget’s data',
    async (slug) => unisolated(JSON.stringify(await read(`/v1/embed?topics=${slug}&limit=8`))),
  ],
  ['the front page', () => textAt('/')],
  ['the first digest', async (slug) => seen((await (await subscribe([slug])).next())?.html ?? '')],
];

describe('a toll that moves within hours', () => {
  const { slug } = flood;

  test('the last count leads, with the one before it, lowered', async () => {
    const row = rowIn(await viewOf(slug), 'verrin-rescue', 'dead');
    expect(row.text).toBe('“45; one was found alive”');
    expect(row.when).toBe('9 Apr 2025, 19:30 UTC+3');
    expect(row.previous).toMatchObject({ text: '“46 bodies”', moved: 'lowered' });
    expect(notesOf(row)).toContain('before, 9 Apr 2025, 17:45 UTC+3: “46 bodies” (lowered since)');
  });

  test('who spoke from abroad is dated by their own day', async () => {
    const row = rowIn(await viewOf(slug), 'verrin-mayor', 'dead');
    expect([row.text, row.when]).toEqual(['“dozens”', '9 Apr 2025, 22:10 UTC−4']);
  });

  test.for(FACES.slice(1))('of what nobody said %s holds nothing', async ([, draw]) => {
    expect(await draw(slug)).not.toMatch(/3,000 dead|misheard/);
  });

  test('where it was told it is dated and said to be never said', async () => {
    const page = await textAt(`/t/${slug}`);
    expect(page).toMatch(/“3,000 dead” was never said/);
    expect(page.match(/3,000/g)?.length).toBeLessThanOrEqual(2);
    expect(rowsText(await viewOf(slug))).not.toContain('3,000');
    expect(await textAt('/corrections')).toContain('“3,000 dead”');
  });

  test('money has an axis of its own, with its year', async () => {
    const damage = measureIn(await viewOf(slug), 'damage');
    expect(damage).toMatchObject({ unit: 'EUR', quantity: 'money', label: 'Damage (euros of 2025)' });
    expect(damage.axis?.scale).toBe('linear');
    expect(await textAt(`/card/${slug}`)).toContain('Damage (euros of 2025)');
  });

  test('one event has a history', async () => {
    const page = await textAt(`/t/${slug}`);
    for (const hour of ['05:40', '10:15', '17:45', '19:30']) expect(page).toContain(hour);
    expect(page).toMatch(/The same as a table/);
  });
});

describe('growth below zero, and a forecast', () => {
  const { slug } = growth;

  test('minus signs as a printer sets them, on an axis through zero', async () => {
    const view = await viewOf(slug);
    expect(rowIn(view, 'orsa-statistics', 'growth-q3')).toMatchObject({
      text: '“−0.2 %”',
      value: { point: -0.2, stated: '-0.2 %' },
      previous: { text: '“+0.3 %”', moved: 'lowered' },
    });
    const { axis } = measureIn(view, 'growth-q3');
    expect(axis?.scale).toBe('linear');
    expect(axis?.ticks.map(({ label }) => label)).toContain('0%');
    expect(axis?.ticks[0]?.label).toMatch(/^−/);
  });

  test('the interval across zero is told as it was said', async () => {
    const bank = rowIn(await viewOf(slug), 'orsa-bank', 'growth-q3');
    expect(bank.text).toBe('“0.0 %”');
    expect(notesOf(bank)).toContain(
      '“−0.5 per cent (−1.2 to 0.2)” (70% interval −1.2% to 0.2%) (raised since)',
    );
  });

  test.for(FACES.slice(0, 4))('%s names the forecast’s year', async ([, draw]) => {
    expect(await draw(slug)).toMatch(/forecast for 2026/);
  });

  test('the forecast has its history, and words without a figure stay words', async () => {
    const view = await viewOf(slug);
    const forecast = rowIn(view, 'orsa-institute', 'growth-2026');
    expect(forecast).toMatchObject({
      role: 'forecast',
      previous: { text: '“1.7 per cent”', moved: 'lowered' },
    });
    const trade = rowIn(view, 'orsa-trade', 'growth-q3');
    expect(trade.value).toBeNull();
    expect(trade.text).toBe('“the weakest summer for a decade”, no figure');
  });
});

describe('polls', () => {
  const { slug } = poll;

  test.for(FACES.slice(0, 4))('on %s nothing from a table stands in quotation marks', async ([, draw]) => {
    const text = await draw(slug);
    expect(text).toContain('42% of those asked, from the table');
    expect(text).not.toMatch(/“[^”]*\d/);
  });

  test('sample and days stand in the details and in the table', async () => {
    const page = await textAt(`/t/${slug}`);
    expect(page).toMatch(
      /1,511 adults, 6 ?– ?9 Feb 2025, online, ±2\.5 points at 95% confidence, for The Morning T/,
    );
    const csv = await (await ask(`/v1/topics/${slug}/claims.csv`)).text();
    expect(csv).toMatch(/1511,0\.025,0\.95,2025-02-06,2025-02-09,online,The Morning T,adults/);
  });

  test('answers, groups and questions are rows of their own, and another question is set beside nothing', async () => {
    const view = await viewOf(slug);
    const rows = view.sources.flatMap((source) =>
      source.estimates.map((row) => `${source.id} ${row.measure}`),
    );
    expect(new Set(rows).size).toBe(poll.claims.length);
    const [approve] = view.measures.filter(({ id }) => id === 'approval.answer_approve');
    expect(approve?.apart.map(({ measure }) => measure)).toContain(
      'approval.answer_very-good.question_how-good',
    );
    expect(approve?.relations?.map(({ text }) => text).join()).toMatch(/Pollster Q.*below.*Pollster P/);
    expect(
      view.measures.every(({ relations }) => relations.every(({ text }) => !/Pollster R/.test(text))),
    ).toBe(true);
  });
});

describe('an epidemic', () => {
  const { slug } = epidemic;
  const ARABIC = '“أكثر من ٣٠٠٠ حالة” (more than 3,000 cases, our translation)';

  test('suspected and confirmed stand apart, with the reason', async () => {
    const page = await textAt(`/t/${slug}`);
    expect(page).toContain('A suspected case has the signs; a confirmed one was tested.');
  });

  test('zero stands at its place', async () => {
    const view = await viewOf(slug);
    expect(rowIn(view, 'marsa-hospital', 'deaths').mark).toMatchObject({ kind: 'point', at: 0 });
    expect(measureIn(view, 'deaths').axis?.ticks[0]?.label).toBe('0');
  });

  test.for(FACES)('%s has the Arabic words with our translation', async ([, draw]) => {
    expect(await draw(slug)).toContain(ARABIC);
  });

  test('they are isolated left and right wherever they stand in our words', async () => {
    const row = rowIn(await viewOf(slug), 'marsa-paper', 'cases');
    expect(row.text).toContain('“\u2068أكثر من ٣٠٠٠ حالة\u2069”');
    expect(row.value?.stated).toBe('أكثر من ٣٠٠٠ حالة');
    expect(await (await ask(`/card/${slug}.svg`)).text()).toContain('أكثر من ٣٠٠٠ حالة');
  });

  test('one in so many is as it was said, and an interval of an index has its axisless row', async () => {
    const view = await viewOf(slug);
    expect(rowIn(view, 'marsa-ministry', 'ill-share').text).toBe('“about 1 in 800 people”, of the town');
    expect(rowIn(view, 'marsa-model', 'spread').text).toBe('“1.8 (1.5 to 2.4)” (95% interval 1.5 to 2.4)');
    expect(view.statements.map(({ text }) => text)).toContain(
      '“we have it in hand”. In our words: The ministry gave no new count.',
    );
  });
});

describe('a march', () => {
  const { slug } = march;

  test.for(FACES)(
    '%s has both sides and what each counts, the ends, and the denial in its own words',
    async ([, draw]) => {
      const text = await draw(slug);
      for (const part of [
        'half a million',
        '41,000',
        '126,000',
        '90,000 to 105,000',
        'that count is a fantasy',
      ])
        expect(text).toContain(part);
      for (const counted of ['People at the busiest moment', 'People who passed the bridge'])
        expect(text).toContain(counted);
      expect(text).toMatch(/denies “350,000”/);
    },
  );

  test('the picture too', async () => {
    const svg = await textAt(`/card/${slug}.svg`);
    for (const part of [
      'half a million',
      '41,000',
      '126,000',
      '90,000 to 105,000',
      'that count is a fantasy',
      'busiest moment',
    ])
      expect(svg).toContain(part);
    expect(new Uint8Array(await (await ask(`/card/${slug}.png`)).arrayBuffer()).slice(1, 4)).toEqual(
      new TextEncoder().encode('PNG'),
    );
  });

  test('a part of the town in words is a band of its own, named with its reading', async () => {
    const mayor = rowIn(await viewOf(slug), 'sorel-mayor', 'part');
    expect(mayor.text).toBe('“most of the town”');
    expect(notesOf(mayor)).toMatch(/By Source reads 50%/);
  });
});

const rowsText = (view: TopicView): string =>
  view.sources.flatMap(({ estimates }) => estimates.map((row) => `${row.text} ${notesOf(row)}`)).join('\n');

test('what a shared picture says of itself is the page’s title, once', async () => {
  const page = await (await ask(`/t/${march.slug}`)).text();
  expect(page).toContain(
    'property="og:image:alt" content="How many marched at Port Sorel?: what each source says"',
  );
});
