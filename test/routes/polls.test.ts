// Polls read from tables: nobody is quoted, what was disclosed of each poll stands in the details, and no poll is set on another's row.
import { beforeAll, expect, test } from 'vitest';
import type { ClaimItem } from '../../src/projections/claim-item.ts';
import type { EstimateView, TopicView } from '../../src/projections/topic-view.ts';
import { readAtom, readJsonFeed } from '../workerd/feeds.ts';
import { ask, read, send, sendWell } from '../workerd/site.ts';

const SLUG = 'council-approval';
const QUESTION = 'Do you approve of how the harbour council does its job?';
const share = { metric: 'council-approval', counting: 'point', population: 'residents of Osterby' };
const measure = (id: string, family: string, label: string, definition = QUESTION) => ({
  ...share,
  id,
  family,
  label,
  definition,
});

const ONLINE = {
  sampleSize: 1_150,
  margin: 0.029,
  level: 0.95,
  fieldFrom: '2025-04-07',
  fieldTo: '2025-04-09',
  mode: 'online',
  sponsor: 'the Osterby Courier',
  denominator: 'adults',
  note: 'Quotas by age and district.',
};
const PHONE = {
  sampleSize: 940,
  margin: 0.032,
  fieldFrom: '2025-04-08',
  fieldTo: '2025-04-09',
  mode: 'telephone',
  denominator: 'registered voters',
};
const OTHER = { sampleSize: 1_800, fieldFrom: '2025-04-05', fieldTo: '2025-04-09', denominator: 'adults' };

async function poll(source: string, id: string, point: number, method: object, fields: object = {}) {
  const of = (method as { denominator: string }).denominator;
  const { id: claim } = await sendWell('/v1/claims', {
    topic: SLUG,
    measure: id,
    source,
    stance: 'states',
    value: { kind: 'share', point, of, stated: null },
    said: '2025-04-10',
    method,
    evidence: [{ url: `https://${source}.example/tables`, outlet: source }],
    ...fields,
  });
  return claim as string;
}

let approve = '';
beforeAll(async () => {
  const voices = { 'pollster-p': 'Pollster P', 'pollster-q': 'Pollster Q', 'pollster-r': 'Pollster R' };
  await sendWell('/v1/sources', {
    items: Object.entries(voices).map(([id, name]) => ({ id, name, kind: 'institution' })),
  });
  await sendWell('/v1/metrics', {
    id: 'council-approval',
    label: 'Approval of a council',
    definition: 'The part of those asked who gave this answer.',
    quantity: 'share',
    unit: 'share',
  });
  await sendWell('/v1/topics', {
    slug: SLUG,
    title: 'Approval of the harbour council of Osterby',
    summary: 'Pollsters ask different people, in different words.',
    lead: 'approval',
    families: [
      { id: 'approval', label: 'Approval' },
      { id: 'how-well', label: 'How well' },
    ],
    measures: [
      measure('approve', 'approval', 'Approve'),
      measure('disapprove', 'approval', 'Disapprove'),
      measure('do-not-know', 'approval', 'Do not know'),
      measure('approve-women', 'approval', 'Approve, women'),
      measure('very-well', 'how-well', 'Very well', 'How well does the harbour council do its job?'),
    ],
  });
  approve = await poll('pollster-p', 'approve', 0.46, ONLINE);
  await poll('pollster-p', 'disapprove', 0.49, ONLINE);
  await poll('pollster-p', 'do-not-know', 0.05, ONLINE);
  await poll('pollster-p', 'approve-women', 0.5, { ...ONLINE, denominator: 'women' });
  await poll('pollster-q', 'approve', 0.425, PHONE);
  await poll('pollster-q', 'disapprove', 0.525, PHONE);
  await poll('pollster-r', 'very-well', 0.14, OTHER);
});

const view = () => read<TopicView>(`/v1/topics/${SLUG}`);
const rowsOf = ({ sources }: TopicView): EstimateView[] => sources.flatMap(({ estimates }) => estimates);
const textOf = async (path: string) => (await ask(path)).text();
/** Pages set numbers heavier. */
const unmarked = (text: string) => text.replace(/<\/?b>/g, '');
const itemOf = async (claim: string) =>
  (await read<{ items: ClaimItem[] }>(`/v1/topics/${SLUG}/claims?limit=100`)).items.find(
    ({ id }) => id === claim,
  );
/** Releases of Intl part the days of a span by spaces of their own. */
const spaced = (text: string) => text.replace(/[\u2009\u202f]/g, ' ').replace(/(\d) – (\d+ \w{3})/g, '$1–$2');

test('two polls of one day by two pollsters are two rows, and each answer has a row of its own', async () => {
  const rows = rowsOf(await view());
  expect(rows.map(({ measure: id, text }) => [id, text])).toEqual(
    expect.arrayContaining([
      ['approve', '46% of adults, from the table'],
      ['disapprove', '49% of adults, from the table'],
      ['do-not-know', '5% of adults, from the table'],
      ['approve-women', '50% of women, from the table'],
      ['approve', '42.5% of registered voters, from the table'],
      ['disapprove', '52.5% of registered voters, from the table'],
      ['very-well', '14% of adults, from the table'],
    ]),
  );
  expect(rows).toHaveLength(7);
  expect(rows.every(({ leading, status, previous }) => leading && status === 'current' && !previous)).toBe(
    true,
  );
  expect(rows.every(({ value }) => value?.stated === null)).toBe(true);
});

test('what was disclosed is data and one line, in the row’s details and in the list of claims', async () => {
  const row = rowsOf(await view()).find(({ claim }) => claim === approve);
  expect(row?.method).toEqual(ONLINE);
  const line =
    '1,150 adults, 7–9 Apr 2025, online, ±2.9 points at 95% confidence, for the Osterby Courier · Quotas by age and district.';
  expect(row?.notes.at(-1)).toEqual({ kind: 'method', text: expect.any(String) });
  expect(spaced(row?.notes.at(-1)?.text ?? '')).toBe(line);
  const item = await itemOf(approve);
  expect([item?.method, spaced(item?.how ?? '')]).toEqual([ONLINE, line]);
  // Three answers of one poll, each in its row and in the timeline.
  const page = spaced(await textOf(`/t/${SLUG}`));
  expect(page.split(line)).toHaveLength(7);
  expect(page).toContain('940 registered voters, 8–9 Apr 2025, by telephone, ±3.2 points');
});

test('nobody is quoted, on any face', async () => {
  const pages = [`/t/${SLUG}`, `/card/${SLUG}`, `/embed/${SLUG}`, `/card/${SLUG}.svg`];
  const data = ['claims', 'changes', 'claims.csv', 'feed.atom', 'feed.json'];
  for (const path of [
    ...pages,
    ...data.map((name) => `/v1/topics/${SLUG}/${name}`),
    `/v1/embed?topics=${SLUG}`,
  ]) {
    const text = unmarked(await textOf(path));
    expect([path, text.includes('46%'), /[“”]\d/.exec(text)]).toEqual([path, true, null]);
  }
  expect((await ask(`/card/${SLUG}.png`)).headers.get('Content-Type')).toBe('image/png');
});

test('small faces leave out how it was made; feeds say it', async () => {
  for (const path of [`/card/${SLUG}`, `/embed/${SLUG}`, `/card/${SLUG}.svg`])
    expect([path, (await textOf(path)).includes('Osterby Courier')]).toEqual([path, false]);
  const feeds = [
    readAtom(await textOf(`/v1/topics/${SLUG}/feed.atom`)),
    readJsonFeed(await textOf(`/v1/topics/${SLUG}/feed.json`)),
  ];
  for (const { entries } of feeds) {
    const entry = entries.find(({ url }) => url.endsWith(`#${approve}`));
    expect(entry?.title).toBe('Pollster P: 46% of adults, from the table');
    expect(spaced(entry?.text ?? '')).toMatch(
      /^Approve\. Pollster P: 46% .* · 1,150 adults, 7–9 Apr 2025, online, /,
    );
  }
});

test('a spreadsheet has a column for each field, after all others', async () => {
  const [head = '', ...rows] = (await textOf(`/v1/topics/${SLUG}/claims.csv`)).split('\r\n');
  expect(head).toMatch(
    /,sample_size,margin,confidence,field_from,field_to,mode,sponsor,denominator,method_note,target,role$/,
  );
  const row = rows.find((each) => each.startsWith(`${approve},`));
  expect(row).toMatch(
    /,Approve,,1150,0\.029,0\.95,2025-04-07,2025-04-09,online,the Osterby Courier,adults,Quotas by age and district\.,,$/,
  );
  expect(rows.find((each) => each.includes('pollster-r'))).toMatch(
    /,1800,,,2025-04-05,2025-04-09,,,adults,,,$/,
  );
});

test('a correction changes it with a reason, and what stood before stays to be seen', async () => {
  const id = await poll('pollster-q', 'do-not-know', 0.03, PHONE);
  const reason = 'We had taken the number asked for the number reached.';
  const before = new Date().toISOString();
  const refused = await send(`/v1/claims/${id}/correct`, { reason, claim: { method: { sampleSize: 0 } } });
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('claim.method.sampleSize')]);
  await sendWell(`/v1/claims/${id}/correct`, { reason, claim: { method: { ...PHONE, sampleSize: 904 } } });
  const item = await itemOf(id);
  expect([item?.method?.sampleSize, item?.history.at(-1)]).toEqual([
    904,
    expect.objectContaining({
      kind: 'corrected',
      fields: ['method'],
      was: expect.objectContaining({ method: expect.objectContaining({ sampleSize: 940 }) }),
    }),
  ]);
  const { items } = await read<{ items: { claim: string; kind: string; text: string }[] }>(
    `/v1/topics/${SLUG}/changes`,
  );
  const change = items.find(({ claim, kind }) => claim === id && kind === 'corrected');
  expect(change?.text).toMatch(/recorded as 904 registered voters.*recorded as 940 registered voters/);
  const then = await read<TopicView>(`/v1/topics/${SLUG}?known_at=${before}`);
  expect(rowsOf(then).find(({ claim }) => claim === id)?.method?.sampleSize).toBe(940);
});

test('a withholding takes it out of every face, past and present', async () => {
  const [sponsor, note] = ['Friends of the Ferry', 'Numbers bought from a broker.'];
  const id = await poll('pollster-r', 'approve', 0.31, { ...OTHER, sponsor, note });
  await sendWell(`/v1/claims/${id}/correct`, {
    reason: 'A slip.',
    claim: { method: { ...OTHER, sponsor, note, mode: 'mail' } },
  });
  const before = new Date().toISOString();
  const faces = [
    ...['', '/claims', '/changes', '/claims.csv', '/feed.atom', '/feed.json', `?known_at=${before}`].map(
      (rest) => `/v1/topics/${SLUG}${rest}`,
    ),
    `/t/${SLUG}`,
    `/t/${SLUG}?known_at=${before}`,
    '/corrections',
  ];
  const holds = async () => {
    const texts = await Promise.all(faces.map(textOf));
    return faces.filter((_, at) => texts[at]?.includes('Ferry') || texts[at]?.includes('broker'));
  };
  expect(await holds()).toEqual(expect.arrayContaining([`/t/${SLUG}`, `/v1/topics/${SLUG}/changes`]));
  await sendWell(`/v1/claims/${id}/withhold`, { reason: 'A court ordered it.' });
  expect(await holds()).toEqual([]);
});
