// The table of a topic's claims: whole, known as UTF-8, its numbers bare, and nothing in it that a spreadsheet runs.
import { beforeAll, describe, expect, test } from 'vitest';
import { claimBody, openFlood, record } from '../workerd/flood.ts';
import { loadReal } from '../workerd/real-data.ts';
import { ask, read, sendWell } from '../workerd/site.ts';

const KURSK = 'north-korean-casualties-kursk';

beforeAll(async () => {
  await openFlood('table');
  await loadReal([KURSK]);
});

/** A spreadsheet's reading (RFC 4180), each row by its columns' names. */
async function table(path: string) {
  const response = await ask(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  const [names = [], ...body] = rows.slice(0, -1);
  return {
    response,
    text,
    names,
    rows: body.map((cells) =>
      Object.fromEntries(cells.map((cell, at) => [names[at] ?? `extra ${at}`, cell])),
    ),
  };
}

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

test('every claim stands in it, in the order of the claims’ list', async () => {
  const ids: string[] = [];
  let query: string | null = '?limit=100';
  while (query !== null) {
    const page: Page = await read(`/v1/topics/${KURSK}/claims${query}`);
    ids.push(...page.items.map(({ id }) => id));
    query = page.nextCursor && `?limit=100&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  expect(ids.length).toBeGreaterThan(60);
  const whole = await table(`/v1/topics/${KURSK}/claims.csv`);
  expect(whole.rows.map(({ id }) => id)).toEqual(ids);
  expect(whole.response.headers.get('Link')).toBeNull();
  const own = await table(`/v1/topics/${KURSK}/claims.csv?source=kremlin`);
  expect(own.rows.length).toBeGreaterThan(1);
  expect(own.rows).toEqual(whole.rows.filter(({ source }) => source === 'kremlin'));
});

test('a figure of a table has its numbers and no words said', async () => {
  const id = await record('table', 41, {
    value: { kind: 'point', point: 41, stated: null },
    words: 'not these',
  });
  const { rows } = await table('/v1/topics/table/claims.csv');
  expect(rows.find((row) => row.id === id)).toMatchObject({
    stated: '',
    point: '41',
    text: expect.stringMatching(/^41 .*, from the table$/),
  });
});

test('it says that it is UTF-8, in words and by its mark', async () => {
  const { response, text, names } = await table(`/v1/topics/${KURSK}/claims.csv`);
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(text.codePointAt(0)).toBe(0xfeff);
  expect(names.slice(0, 4)).toEqual(['id', 'measure', 'source', 'name']);
  expect(names.slice(20, 23)).toEqual(['unit', 'label', 'dimensions']);
  expect(names.slice(-2)).toEqual(['target', 'role']);
});

test('each figure has its unit and what is counted', async () => {
  const { rows } = await table(`/v1/topics/${KURSK}/claims.csv`);
  const labels = new Map(
    (
      await read<{ measures: { id: string; label: string; unit: string }[] }>(`/v1/topics/${KURSK}`)
    ).measures.map((measure) => [measure.id, measure] as const),
  );
  const measured = rows.filter(({ point }) => point !== '');
  expect(measured.length).toBeGreaterThan(10);
  for (const row of measured) {
    expect([row.unit, row.label]).toEqual([
      labels.get(row.measure ?? '')?.unit,
      labels.get(row.measure ?? '')?.label,
    ]);
    expect(row.point).toMatch(/^\d+(\.\d+)?$/);
  }
});

describe('what a spreadsheet would run', () => {
  test.for([
    '=HYPERLINK("https://news.example")',
    '@SUM(1)',
    '+300',
    '-300',
    '＝1+1',
    '＋300',
    "'=1+1",
    '"=1+1"',
    '300;=1+1',
  ])('%s is text', async (stated) => {
    const id = await record('table', 300, { value: { kind: 'point', point: 300, stated } });
    const { rows, names } = await table('/v1/topics/table/claims.csv');
    const row = rows.find((each) => each.id === id);
    expect(row?.stated).toBe(/^["']?[=+\-@＝＋]/.test(stated) ? `'${stated}` : stated);
    expect(row?.point).toBe('300');
    expect(Object.keys(row ?? {})).toEqual(names);
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });
});

test('who holds this version already is sent nothing; a new claim is a new version', async () => {
  await openFlood('versions');
  await record('versions', 1);
  const first = await ask('/v1/topics/versions/claims.csv');
  await first.arrayBuffer();
  const etag = first.headers.get('ETag') ?? '';
  expect(etag).toMatch(/^"[^"]+"$/);
  const again = await ask('/v1/topics/versions/claims.csv', { headers: { 'If-None-Match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const other = await ask('/v1/topics/versions/claims.csv?measure=killed', {
    headers: { 'If-None-Match': etag },
  });
  await other.arrayBuffer();
  expect(other.status).toBe(200);
  await sendWell('/v1/claims', claimBody('versions', 2, { said: '2025-01-11' }));
  const newer = await table('/v1/topics/versions/claims.csv');
  expect(newer.response.headers.get('ETag')).not.toBe(etag);
  expect(newer.rows).toHaveLength(2);
});

test('a topic that is not there has no table; one without claims has its columns', async () => {
  expect((await ask('/v1/topics/ghost/claims.csv')).status).toBe(404);
  await openFlood('bare');
  expect((await table('/v1/topics/bare/claims.csv')).rows).toEqual([]);
});
