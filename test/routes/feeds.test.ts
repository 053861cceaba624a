// A topic's changes as feeds: valid, plain text that no reader takes for markup, ids that stay, each entry at its own row.
import { env, exports } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { readAtom, readJsonFeed } from '../workerd/feeds.ts';
import { openFlood, record } from '../workerd/flood.ts';
import { ask, ORIGIN, read, sendWell } from '../workerd/site.ts';

const TITLE = 'R&D <b>320</b> killed, AT&amp;T ]]> "end"';
const claims: string[] = [];

beforeAll(async () => {
  await openFlood('feeds', { title: TITLE, summary: 'Said & done <script>alert(1)</script> ]]>.' });
  claims.push(
    await record('feeds', 40, { value: { kind: 'point', point: 40, stated: '<b>40</b> &amp; more' } }),
  );
  claims.push(await record('feeds', 60, { said: '2025-01-12' }));
  await sendWell(`/v1/claims/${claims[1]}/void`, { reason: 'It was never said: <i>a slip</i> & no more.' });
});

const atom = async () => readAtom(await (await ask('/v1/topics/feeds/feed.atom')).text());
const json = async () => readJsonFeed(await (await ask('/v1/topics/feeds/feed.json')).text());

test('both are valid and tell the same, letter by letter', async () => {
  const [a, j] = [await atom(), await json()];
  expect(a.entries).toEqual(j.entries);
  expect(a.entries).toHaveLength(3);
  expect([a.title, j.title]).toEqual([`${TITLE}: what each source says`, `${TITLE}: what each source says`]);
  const { items } = await read<{ items: { text: string; at: string }[] }>('/v1/topics/feeds/changes');
  expect(a.entries.map(({ title, at }) => [title, at])).toEqual(items.map(({ text, at }) => [text, at]));
  expect(a.entries.some(({ text }) => text.includes('<b>40</b> &amp; more'))).toBe(true);
});

test('each entry links to its own row, which stands on the page', async () => {
  const page = await (await ask('/t/feeds')).text();
  const { items } = await read<{ items: { claim: string }[] }>('/v1/topics/feeds/changes');
  const entries = (await atom()).entries;
  expect(entries.map(({ url }) => url)).toEqual(items.map(({ claim }) => `${ORIGIN}/t/feeds#${claim}`));
  expect(new Set(items.map(({ claim }) => claim))).toEqual(new Set(claims));
  expect(page).toContain(`id="${claims[0]}"`);
});

test('ids are the same under any host; addresses are those of the host asked', async () => {
  const other = await exports.default.fetch(new Request('https://mirror.example/v1/topics/feeds/feed.atom'));
  const [here, there] = [await atom(), readAtom(await other.text())];
  expect(there.id).toBe(here.id);
  expect(there.entries.map(({ id }) => id)).toEqual(here.entries.map(({ id }) => id));
  expect(there.self).toBe('https://mirror.example/v1/topics/feeds/feed.atom');
  expect(here.id).toMatch(/^tag:[^/]+,\d{4}:/);
});

test('a topic without changes is a valid feed too', async () => {
  await openFlood('no-news');
  expect(readAtom(await (await ask('/v1/topics/no-news/feed.atom')).text()).entries).toEqual([]);
  expect(readJsonFeed(await (await ask('/v1/topics/no-news/feed.json')).text()).entries).toEqual([]);
});

test('what an older release stored with characters that XML forbids is read without them', async () => {
  await openFlood('older');
  await record('older', 5);
  await env.DB.prepare(
    `UPDATE changes SET body = json_set(body, '$.text', 'about 300' || char(7) || char(11) || ' & <b>', '$.claim', NULL) WHERE topic = 'older'`,
  ).run();
  await env.DB.prepare(
    `UPDATE topics SET body = json_set(body, '$.title', 'A title' || char(1)) WHERE slug = 'older'`,
  ).run();
  await sendWell('/v1/loads', {});
  const feed = readAtom(await (await ask('/v1/topics/older/feed.atom')).text());
  expect(feed.title).toBe('A title: what each source says');
  expect(feed.entries[0]).toMatchObject({ title: 'about 300 & <b>', url: `${ORIGIN}/t/older#timeline` });
});
