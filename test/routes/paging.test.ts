// Lists by cursor: however small the pages, each item comes once and in order.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReal, SLUGS } from '../workerd/real-data.ts';
import { ask, read } from '../workerd/site.ts';

interface Page {
  items: { [field: string]: unknown }[];
  nextCursor: string | null;
}
const KURSK = 'north-korean-casualties-kursk';

beforeAll(() => loadReal());

/** All items, walked page by page. */
async function walk(path: string, limit: number): Promise<Page['items']> {
  const items: Page['items'] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor === null ? {} : { cursor }) });
    const page: Page = await read<Page>(`${path}${path.includes('?') ? '&' : '?'}${query}`);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    if (page.nextCursor !== null) expect(page.items).toHaveLength(limit);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

const LISTS: [path: string, id: string, least: number][] = [
  ['/v1/topics', 'slug', 4],
  ['/v1/sources', 'id', 60],
  ['/v1/schemes', 'key', 7],
  [`/v1/topics/${KURSK}/claims`, 'id', 60],
  [`/v1/topics/${KURSK}/claims?source=president-of-ukraine`, 'id', 4],
  [`/v1/topics/${KURSK}/claims?measure=killed-or-wounded`, 'id', 4],
  [`/v1/topics/${KURSK}/claims?source=president-of-ukraine&measure=killed-or-wounded`, 'id', 2],
];

describe.for(LISTS)('%s', ([path, id, least]) => {
  test.for([1, 2, 3, 4, 5, 6, 7, 100])('by pages of %d', async (limit) => {
    const ids = (await walk(path, limit)).map((item) => item[id]);
    expect(ids.length).toBeGreaterThanOrEqual(least);
    expect(new Set(ids).size).toBe(ids.length);
    const whole = await walk(path, 100);
    expect(ids).toEqual(whole.map((item) => item[id]));
  });
});

test('topics and sources come by their ids, claims newest first', async () => {
  expect((await walk('/v1/topics', 2)).map(({ slug }) => slug)).toEqual(SLUGS);
  const sources = (await walk('/v1/sources', 7)).map(({ id }) => id as string);
  expect(sources).toEqual([...sources].sort());
  const dated = (await walk(`/v1/topics/${KURSK}/claims`, 7)).flatMap(({ said }) => {
    const given = said as { date: string; inferred: boolean; precision: string } | null;
    return given && !given.inferred && given.precision === 'day' ? given.date : [];
  });
  expect(dated.length).toBeGreaterThan(40);
  expect(dated).toEqual([...dated].sort().reverse());
});

test('a filter shows its own claims alone, and all of them', async () => {
  const all = await walk(`/v1/topics/${KURSK}/claims`, 100);
  const own = await walk(`/v1/topics/${KURSK}/claims?source=kremlin`, 1);
  expect(own).toEqual(all.filter(({ source }) => source === 'kremlin'));
  expect(own.length).toBeGreaterThan(1);
  expect((await read<Page>(`/v1/topics/${KURSK}/claims?source=ghost`)).items).toEqual([]);
});

test('a claim posted while somebody walks neither hides nor repeats another', async () => {
  const first = await read<Page>(`/v1/topics/${KURSK}/claims?limit=5`);
  const whole = await walk(`/v1/topics/${KURSK}/claims`, 100);
  const next = await read<Page>(
    `/v1/topics/${KURSK}/claims?limit=5&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
  );
  expect([...first.items, ...next.items]).toEqual(whole.slice(0, 10));
});

test('the table has the same claims, and names its next page with what was asked', async () => {
  const rows: string[] = [];
  let query = '?limit=3&source=president-of-ukraine';
  for (let pages = 0; pages < 50; pages++) {
    const response = await ask(`/v1/topics/${KURSK}/claims.csv${query}`);
    const [, ...lines] = (await response.text()).trimEnd().split('\r\n');
    rows.push(...lines.map((line) => line.split(',')[0] ?? ''));
    const next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1];
    if (next === undefined) break;
    query = next;
  }
  const items = await walk(`/v1/topics/${KURSK}/claims?source=president-of-ukraine`, 100);
  expect(items.length).toBeGreaterThan(3);
  expect(rows).toEqual(items.map(({ id }) => id));
});
