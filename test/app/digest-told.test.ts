// What a reader is told between two digests: each claim as it stands now, and nothing that they were not sent as if they were.
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Mail } from '../../src/domain/digest/mail.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { subscribe, under } from '../workerd/digest-desk.ts';
import { claimBody, openFlood, record, topicOf } from '../workerd/flood.ts';
import { ask, ORIGIN, read, sendWell } from '../workerd/site.ts';

const SENT = 'Corrections to what you were sent';
const RECORD = 'Corrections to the record';
const SAID = 'Said since your last digest';
const EARLIER = 'Added from earlier';
const today = (days = 0): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const amend = (id: string, action: string, body: object = {}) =>
  sendWell(`/v1/claims/${id}/${action}`, { reason: 'The page says otherwise.', ...body });
const value = (point: number) => ({ kind: 'point', point, stated: `${point} people` });
const correct = (id: string, point: number) => amend(id, 'correct', { claim: { value: value(point) } });
/** Said today, so that it is news. */
const said = { said: today(), published: today() };
const figures = (mail: Mail | null) => `${mail?.subject}\n${mail?.text}\n${mail?.html}`;

/** A topic with one figure, and its reader after their first digest. */
async function afterFirst(slug: string) {
  await openFlood(slug);
  const first = await record(slug, 300, { said: today(-9), published: today(-9) });
  const reader = await subscribe([slug]);
  expect(figures(await reader.next())).toContain('300 people');
  return { first, reader };
}

test.for(['void', 'withhold'] as const)(
  'a figure added and %s-ed in between is no news at all',
  async (action) => {
    const slug = `between-${action}`;
    const { reader } = await afterFirst(slug);
    const id = await record(slug, 5000, said);
    await amend(id, action);
    expect(await reader.next()).toBeNull();
    await record(slug, 310, said);
    const mail = await reader.next();
    expect(under(mail, SAID).join()).toContain('“310 people”, was “300 people”');
    expect(figures(mail)).not.toMatch(/5,?000|never said|withheld/);
  },
);

test('a figure added and withdrawn in between is told as withdrawn, once, and not as sent', async () => {
  const { reader } = await afterFirst('between-retract');
  const id = await record('between-retract', 5000, said);
  await amend(id, 'retract', { on: today() });
  const mail = await reader.next();
  expect(under(mail, SAID)).toHaveLength(1);
  expect(under(mail, SAID)[0]).toMatch(/^Ministry A: withdrew “5000 people”\. The page says otherwise\./);
  expect(mail?.text).not.toContain('what you were sent');
  expect(mail?.subject).toContain('withdrew “5000 people”');
});

test('a figure added and corrected in between is told once, as it stands', async () => {
  const { reader } = await afterFirst('between-correct');
  const id = await record('between-correct', 5000, said);
  await correct(id, 450);
  await correct(id, 400);
  const mail = await reader.next();
  expect(under(mail, SAID)).toHaveLength(1);
  expect(under(mail, SAID)[0]).toContain('Ministry A: “400 people”, was “300 people”');
  expect(figures(mail)).not.toMatch(/5000|450|what you were sent/);
});

test('what was sent and then voided is said to be never said, and nothing is raised from it', async () => {
  const { reader } = await afterFirst('sent-void');
  const id = await record('sent-void', 5000, said);
  expect(under(await reader.next(), SAID).join()).toContain('5000 people');
  await amend(id, 'void');
  await record('sent-void', 320, { ...said, said: today(0) });
  const mail = await reader.next();
  expect(under(mail, SENT)).toHaveLength(1);
  expect(under(mail, SENT)[0]).toContain('“5000 people” was never said');
  expect(under(mail, SAID).join()).toContain('“320 people”, was “300 people”');
  expect(mail?.text.match(/5000/g)).toHaveLength(1);
  // Cut wherever it may be, the subject does not give the figure as one.
  expect(mail?.subject).toContain('never said “5000 people”');
});

test('a chain of corrections is one line, from what was sent to what stands; one that leads back is none', async () => {
  const { first, reader } = await afterFirst('chain');
  for (const point of [310, 320, 330]) await correct(first, point);
  const mail = await reader.next();
  expect(under(mail, SENT)).toHaveLength(1);
  expect(under(mail, SENT)[0]).toMatch(/“330 people”, which we had as “300 people”/);
  expect(mail?.text).not.toMatch(/310|320/);
  await correct(first, 999);
  await correct(first, 330);
  expect(await reader.next()).toBeNull();
  await correct(first, 340);
  await amend(first, 'retract', { on: today() });
  expect(under(await reader.next(), SENT)).toEqual([
    expect.stringContaining('withdrew “340 people”, which we had as “330 people”'),
  ]);
});

test('a withholding is told to those who were sent the words, without them', async () => {
  const { first, reader } = await afterFirst('sent-withhold');
  await correct(first, 777);
  await amend(first, 'withhold', { reason: 'A court ordered it.' });
  const mail = await reader.next();
  expect(under(mail, SENT)).toHaveLength(1);
  expect(under(mail, SENT)[0]).toMatch(/a statement is withheld\. A court ordered it\. .*recorded/);
  expect(figures(mail)).not.toMatch(/777|300 people/);
});

test('a first digest sent the lead family; what else the record held then is corrected as the record', async () => {
  const slug = 'first-held';
  await openFlood(slug);
  const lead = await record(slug, 300, { said: today(-9), published: today(-9) });
  const beside = await record(slug, 40, { said: today(-9), published: today(-9), measure: 'wounded' });
  const reader = await subscribe([slug]);
  expect(figures(await reader.next())).not.toContain('40 people');
  await correct(beside, 41);
  await correct(lead, 310);
  const mail = await reader.next();
  expect(under(mail, SENT)).toEqual([expect.stringContaining('“310 people”')]);
  expect(under(mail, RECORD)).toEqual([expect.stringContaining('“41 people”')]);
  // What came after the first digest was sent in the next one, whatever its family.
  const later = await record(slug, 50, { ...said, measure: 'wounded' });
  expect(under(await reader.next(), SAID)).toEqual([expect.stringContaining('“50 people”')]);
  await correct(beside, 42);
  await correct(later, 51);
  const last = await reader.next();
  expect(under(last, SENT)).toEqual([expect.stringContaining('“51 people”')]);
  expect(under(last, RECORD)).toEqual([expect.stringContaining('“42 people”')]);
});

test('within a row the hour tells what is newer, whenever it was typed', async () => {
  const slug = 'hours-told';
  const { reader } = await afterFirst(slug);
  const at = (hour: string) => ({ said: `${today(-1)}T${hour}:00Z`, published: today(-1) });
  await record(slug, 420, at('14:00'));
  await record(slug, 410, at('08:00'));
  await record(slug, 415, at('11:00'));
  const points = under(await reader.next(), SAID).map((line) => /“(\d+) people/.exec(line)?.[1]);
  expect(points).toEqual(['420', '415', '410']);
});

test('of what was imported a reader knew the number, not the words', async () => {
  const { reader } = await afterFirst('imported');
  const fileOf = (source: string, point: number) => {
    const { topic: _, ...fields } = claimBody('imported', point, { ...said, measure: 'wounded', source });
    return { ...fields, id: `imported-${source}` };
  };
  const claims = [fileOf('ministry-a', 41), fileOf('ministry-b', 42)];
  await sendWell('/v1/imports', { batch: 'files', topic: topicOf('imported'), claims });
  const mail = await reader.next();
  expect(under(mail, EARLIER)).toEqual([expect.stringMatching(/^2 statements added together recorded/)]);
  await correct('imported-ministry-a', 43);
  const corrected = await reader.next();
  expect(under(corrected, 'Corrections to the record')).toHaveLength(1);
  expect(corrected?.text).not.toContain('what you were sent');
});

test.for([
  ['first the older, then the newer', [-1, 0]],
  ['first the newer, then the older', [0, -1]],
] as const)('news is news in whatever order it is typed: %s', async ([, days]) => {
  const slug = `typed-${days[0] ? 'older' : 'newer'}-first`;
  const { reader } = await afterFirst(slug);
  for (const [at, day] of days.entries())
    await record(slug, 400 + at, { said: today(day), published: today(day), source: `ministry-${'bc'[at]}` });
  const mail = await reader.next();
  expect(under(mail, SAID)).toHaveLength(2);
  expect(under(mail, EARLIER)).toEqual([]);
});

test('said more than two days before the last digest is from earlier; the day is counted from that digest', async () => {
  const { reader } = await afterFirst('grace');
  await record('grace', 201, { said: today(-2), published: today(), source: 'ministry-b' });
  await record('grace', 202, { said: today(-3), published: today(), source: 'ministry-c' });
  const mail = await reader.next();
  expect(under(mail, SAID)).toEqual([expect.stringContaining('201')]);
  expect(under(mail, EARLIER)).toEqual([expect.stringContaining('202')]);
  // A reader whose last digest is a week old has not been told either: for them both are news.
  const late = await subscribe(['grace']);
  await env.DB.prepare('UPDATE subscribers SET cursor = ?')
    .bind(`${today(-7)}T00:00:00.000Z`)
    .run();
  expect(under(await late.next(), SAID)).toHaveLength(3);
});

test('every line says when it was said, where it was read, and how a vague word was read', async () => {
  const { reader } = await afterFirst('where');
  const evidence = [
    { url: 'http://news.example/plain?a=1&b=2', outlet: 'The Example', published: today() },
    { url: 'https://other.example/2', outlet: 'The Other', published: today() },
  ];
  await record('where', 0, {
    ...said,
    source: 'ministry-b',
    value: { kind: 'vague', stated: 'dozens' },
    evidence,
  });
  const mail = await reader.next();
  const line = under(mail, SAID)[0] ?? '';
  expect(line).toMatch(
    /^Ministry B: “dozens” Killed so far · said \d+ \w+ \d{4} · By Source reads 24–99 · recorded/,
  );
  expect(line).toContain('The Example: http://news.example/plain?a=1&b=2 The Other: https://other.example/2');
  expect(mail?.html).toMatch(
    /<a href="http:\/\/news\.example\/plain\?a=1&amp;b=2" rel="external[^"]*"[^>]*>The Example<\/a>/,
  );
  const first = await (await subscribe(['where'])).next();
  expect(first?.text).toContain('The Other: https://other.example/2');
  expect(first?.text).toContain('By Source reads 24–99');
});

test('inside a topic the order is the page’s: newest first, unattributed last', async () => {
  const slug = 'order';
  await sendWell('/v1/sources', {
    items: [{ id: 'nobody', name: 'Not attributed (a paper)', kind: 'unattributed' }],
  });
  const { reader } = await afterFirst(slug);
  const days = { nobody: 0, 'ministry-c': -1, 'ministry-b': 0, 'official-a': -2 };
  for (const [source, day] of Object.entries(days))
    await record(slug, 50, { source, said: today(day), published: today() });
  const names = under(await reader.next(), SAID).map((line) => line.split(':')[0]);
  expect(names).toEqual([
    'Ministry B',
    'Ministry C',
    'An unnamed official of Ministry A',
    'Not attributed (a paper)',
  ]);
  const page = await (await ask(`/t/${slug}`)).text();
  const onPage = names.map((name) => page.indexOf(`>${name}`));
  expect(onPage).toEqual([...onPage].sort((a, b) => a - b));
});

test('a long list keeps the newest, says how many more there are and leads to all of them', async () => {
  const slug = 'long';
  const { reader } = await afterFirst(slug);
  const items = Array.from({ length: 31 }, (_, at) => ({
    id: `voice-${at}`,
    name: `Voice number ${at} of many`,
    kind: 'institution',
  }));
  await sendWell('/v1/sources', { items });
  await env.DB.prepare('UPDATE subscribers SET cursor = ?')
    .bind(`${today(-40)}T00:00:00.000Z`)
    .run();
  for (const [at, { id }] of items.entries())
    await record(slug, 1_000 + at, { source: id, said: today(at - 31), published: today() });
  const mail = await reader.next();
  const lines = under(mail, SAID);
  expect(lines).toHaveLength(25);
  expect(lines[0]).toContain('1030');
  expect(mail?.text).not.toContain('1006 people');
  // The figure of before is among the lines, too.
  const [, count, link = ''] = /and (\d+) more:\s+(https:\S+)/.exec(mail?.text ?? '') ?? [];
  expect(count).toBe('7');
  expect(mail?.html).toContain(`<a href="${link}"`);
  const all = await (await ask(link.slice(ORIGIN.length).replace(/#.*/, ''))).text();
  expect(all.replace(/<[^>]+>/g, '')).toContain('1000 people');
  expect(all).toContain(`id="${slug}"`);
  // It is what was sent then, and says so.
  expect(all).toContain('As it was sent on');
});

test('a past state of the page is told what became of what it shows, and of nothing else', async () => {
  const slug = 'pinned';
  await openFlood(slug);
  const first = await record(slug, 300, { said: today(-9), published: today(-9) });
  const { knownAt } = await read<TopicView>(`/v1/topics/${slug}`);
  await amend(await record(slug, 5000, said), 'void');
  await correct(first, 310);
  await correct(first, 320);
  const { since } = await read<TopicView>(`/v1/topics/${slug}?known_at=${knownAt}`);
  expect(since?.amendments).toEqual([expect.stringContaining('“320 people”, which we had as “300 people”')]);
});

test('a figure told by a weekly digest of old is measured by that digest, not by the week', async () => {
  const slug = 'weekly';
  await openFlood(slug);
  await record(slug, 300, { said: today(-30), published: today(-30) });
  const reader = await subscribe([slug], { cadence: 'weekly' });
  await reader.next();
  const since = async (days: number) => {
    await env.DB.prepare('UPDATE subscribers SET cursor = ?')
      .bind(`${today(days)}T23:59:59.000Z`)
      .run();
    const mail = await reader.next();
    return [under(mail, SAID).length, under(mail, EARLIER).length];
  };
  await record(slug, 310, { said: today(-5), published: today(-5), source: 'ministry-b' });
  expect(await since(-1)).toEqual([0, 2]);
  expect(await since(-3)).toEqual([1, 1]);
  expect(await since(-7)).toEqual([1, 1]);
  expect(await since(-28)).toEqual([2, 0]);
});
