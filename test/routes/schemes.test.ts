// Schemes and their versions at every door: which there are, which is asked for, and what a reader sees of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { claimBody, openFlood, topicOf } from '../workerd/flood.ts';
import { ask, type Refusal, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'flood';

interface View {
  scheme: { id: string; version: number; name: string };
  sources: { estimates: { value: { stated: string }; interval: object | null; notes: Note[] }[] }[];
}
interface Note {
  kind: string;
  text: string;
}

const vague = (fields: object, more: object = {}) =>
  claimBody(SLUG, 5, { value: { kind: 'vague', ...fields }, ...more });

const estimates = async (query = '') =>
  (await read<View>(`/v1/topics/${SLUG}${query}`)).sources.flatMap((source) => source.estimates);

async function only(query = '') {
  const [row] = await estimates(query);
  return {
    interval: row?.interval,
    said: row?.notes.filter(({ kind }) => kind === 'reading').map(({ text }) => text),
  };
}

beforeAll(async () => {
  await openFlood(SLUG);
  await sendWell('/v1/claims', vague({ stated: 'hundreds of thousands' }));
});

describe('a word that only the newest version reads', () => {
  test('is read by it, and its name stands beside', async () => {
    expect(await only()).toEqual({
      interval: { low: 200_000, high: 999_999 },
      said: ['By Source reads 200,000–999,999'],
    });
    expect(await only('?scheme=ccc')).toMatchObject({ interval: { low: 200_000, high: null } });
  });

  test.for(['house@1', 'ccc@1', 'acled', 'gtd'])('stands alone under %s', async (scheme) => {
    expect((await only(`?scheme=${scheme}`)).interval).toBeNull();
    const panel = await (await ask(`/embed/${SLUG}?scheme=${scheme}`)).text();
    expect(panel).toContain('hundreds of thousands');
    expect(panel).not.toContain('999,999');
  });
});

test.for([
  ['', 'house', 2],
  ['?scheme=house', 'house', 2],
  ['?scheme=house@1', 'house', 1],
  ['?scheme=house%401', 'house', 1],
  ['?scheme=gtd', 'gtd', 2],
])('the view%s says its scheme and version', async ([query, id, version]) => {
  expect((await read<View>(`/v1/topics/${SLUG}${query}`)).scheme).toMatchObject({ id, version });
});

test.for(['/t/', '/card/', '/embed/'])('%s takes an older version', async (face) => {
  expect((await ask(`${face}${SLUG}?scheme=house@1`)).status).toBe(200);
});

test('the page says that an older version reads', async () => {
  expect(await (await ask(`/t/${SLUG}?scheme=house@1`)).text()).toContain('By Source, version 1');
  expect(await (await ask(`/t/${SLUG}`)).text()).not.toContain('By Source, version');
});

test('oEmbed hands the version on', async () => {
  const page = encodeURIComponent(`https://by-source.test/t/${SLUG}?scheme=house@1`);
  expect(JSON.stringify(await read(`/oembed?url=${page}`))).toContain('scheme=house%401');
});

test('an unknown version is 400 with the versions there are, at every door', async () => {
  for (const path of [`/v1/topics/${SLUG}`, `/v1/embed?topics=${SLUG}&x=`]) {
    const response = await ask(`${path}${path.includes('?') ? '&' : '?'}scheme=house@7`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as Refusal;
    expect(errors).toEqual([{ path: 'scheme', message: expect.stringContaining('house@1, house@2') }]);
  }
});

test('every version is listed, the newest of each first', async () => {
  const { items } = await read<{ items: { key: string; newest: boolean; rules: object; grounds: object }[] }>(
    '/v1/schemes',
  );
  expect(items.map(({ key }) => key)).toEqual([
    ...['house@2', 'acled@1', 'ccc@2', 'gtd@2'],
    ...['house@1', 'ccc@1', 'gtd@1'],
  ]);
  expect(items.filter(({ newest }) => newest)).toHaveLength(4);
  expect(items[2]).toMatchObject({
    rules: { 'hundreds of thousands': { low: 200_000, high: null } },
    grounds: { 'hundreds of thousands': { address: expect.stringContaining('https://github.com/') } },
  });
});

test('the method shows the newest, the older ones apart, and the words of other languages', async () => {
  const page = await (await ask('/method')).text();
  for (const words of [
    'house, version 2',
    'house, version 1',
    'hundreds of thousands',
    '50%–100%',
    'десятки',
    '수백',
  ])
    expect(page).toContain(words);
  expect(page.indexOf('house, version 2')).toBeLessThan(page.indexOf('house, version 1'));
});

test('the snippet page offers each version', async () => {
  const page = await (await ask(`/t/${SLUG}/embed?scheme=house@1`)).text();
  expect(page).toMatch(/<option value="house@1" selected/);
  expect(page).toContain('data-scheme=&quot;house@1&quot;');
});

test('“most” stands on a measure that is a share, with the part that a scheme reads, and on no count', async () => {
  const [measure] = topicOf('city').measures;
  await sendWell(
    '/v1/topics',
    topicOf('city', { measures: [{ ...measure, metric: 'casualties-share', label: 'Share of the city' }] }),
  );
  const most = { value: { kind: 'vague', stated: 'most of the city' } };
  await sendWell('/v1/claims', claimBody('city', 1, most));
  const { sources } = await read<View>('/v1/topics/city');
  expect(sources[0]?.estimates[0]).toMatchObject({
    interval: { low: 0.5, high: 1 },
    notes: [{ kind: 'reading', text: 'By Source reads 50%–100%' }],
  });
  const { status, body } = await send('/v1/claims', claimBody(SLUG, 1, most));
  expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('of a share')]);
});

describe('in another language', () => {
  test('a word of its lexicon is a figure without a translation, and nothing is read of it', async () => {
    await sendWell('/v1/claims', vague({ stated: 'десятки людей', lang: 'uk' }, { said: '2025-05-20' }));
    expect(await only()).toEqual({ interval: null, said: ['By Source gives no reading'] });
  });

  test('with a translation it is that which is read, and the row says so', async () => {
    const value = { stated: 'сотні людей', lang: 'uk', gloss: 'hundreds of people' };
    await sendWell('/v1/claims', vague(value, { said: '2025-05-21' }));
    expect(await only()).toEqual({
      interval: { low: 200, high: 999 },
      said: ['By Source reads our translation as 200–999'],
    });
    expect(await only('?scheme=acled')).toMatchObject({
      said: ['ACLED reads our translation as at least 100'],
    });
  });

  test.for([
    ['дві сотні', 'uk'],
    ['hundreds', 'es'],
    ['miles', 'en'],
    ['Jahrhunderte', 'de'],
  ])('“%s” (%s) is no vague figure', async ([stated, lang]) => {
    const { status, body } = await send('/v1/claims', vague({ stated, lang }));
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('lexicon')]);
  });
});
