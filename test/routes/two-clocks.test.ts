// Both clocks at the API: what the record held at an instant, and what had been said in public by a day.
import { beforeAll, expect, test } from 'vitest';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { openFlood, record, topicOf } from '../workerd/flood.ts';
import { importOf, loadReal } from '../workerd/real-data.ts';
import { read, sendWell } from '../workerd/site.ts';

const SLUG = 'flood';
const KURSK = 'north-korean-casualties-kursk';
const view = (slug: string, query = '') => read<TopicView>(`/v1/topics/${slug}${query}`);

/** What known_at must give back: everything but what has changed since. */
const shownOf = ({ topic, knownAt, families, measures, sources, statements, amendments }: TopicView) => ({
  topic,
  knownAt,
  families,
  measures,
  sources,
  statements,
  amendments,
});

beforeAll(() => loadReal([KURSK]));

test('after each of many writes, known_at gives back what was shown then', async () => {
  await openFlood(SLUG);
  const ids: string[] = [];
  const posted =
    (point: number, fields: object = {}) =>
    async () => {
      ids.push(await record(SLUG, point, fields));
    };
  const amended = (at: number, what: string, body: object) => () =>
    sendWell(`/v1/claims/${ids[at]}/${what}`, body);
  const reason = 'A misprint of ours.';
  const writes: (() => Promise<unknown>)[] = [
    posted(40),
    posted(300, { source: 'ministry-b', said: '2025-02-01' }),
    posted(50, { said: '2025-02-02' }),
    posted(0, {
      source: 'ministry-b',
      stance: 'denies',
      value: null,
      about: { claim: undefined, words: 'fifty' },
      said: '2025-02-03',
    }),
    amended(0, 'correct', { reason, claim: { value: { kind: 'point', point: 45, stated: '45' } } }),
    amended(0, 'correct', { reason, claim: { measure: 'wounded' } }),
    posted(60, { said: '2024-12-24' }),
    amended(1, 'void', { reason: 'It was never said.' }),
    () => sendWell('/v1/topics', topicOf(SLUG, { title: 'A flood under another title' })),
    amended(2, 'retract', { reason: 'The ministry withdrew it.', on: '2025-02-05' }),
    () => sendWell('/v1/sources', { id: 'ministry-b', name: 'Ministry B, renamed', kind: 'institution' }),
    posted(70, { source: 'official-a', said: '2025-02-07' }),
    () =>
      sendWell('/v1/imports', {
        batch: 'file',
        topic: topicOf(SLUG),
        claims: [{ ...importedClaim('i-1', 80) }, importedClaim('i-2', 90)],
      }),
  ];
  const past: TopicView[] = [];
  for (const write of writes) {
    await write();
    past.push(await view(SLUG));
  }
  expect(new Set(past.map(({ knownAt }) => knownAt)).size).toBe(writes.length);
  for (const [at, then] of past.entries()) {
    const now = await view(SLUG, `?known_at=${then.knownAt}`);
    expect([at, shownOf(now)]).toEqual([at, shownOf(then)]);
    expect(now.since?.changes === 0).toBe(at === past.length - 1);
  }
  // An instant between two writes gives the earlier; the same instant in another zone is the same instant.
  const [first, second] = past as [TopicView, TopicView];
  const between = new Date((Date.parse(first.knownAt) + Date.parse(second.knownAt)) / 2).toISOString();
  expect(shownOf(await view(SLUG, `?known_at=${between}`))).toEqual(shownOf(first));
  const zoned = `${new Date(Date.parse(second.knownAt) + 9 * 3_600_000).toISOString().slice(0, -1)}+09:00`;
  for (const text of [encodeURIComponent(zoned), zoned]) {
    expect(shownOf(await view(SLUG, `?known_at=${text}`))).toEqual(shownOf(second));
  }
});

const importedClaim = (id: string, point: number) => ({
  id,
  measure: 'killed',
  source: 'ministry-c',
  stance: 'states',
  value: { kind: 'point', point, stated: String(point) },
  said: '2025-02-08',
});

test('a claim found late is back-dated in said, never in what was known', async () => {
  await openFlood('late');
  await record('late', 40);
  const before = await view('late');
  await record('late', 10, { source: 'ministry-b', said: '2024-12-01' });
  expect((await view('late', '?said_by=2024-12-02')).sources.map(({ id }) => id)).toEqual(['ministry-b']);
  expect((await view('late', `?known_at=${before.knownAt}`)).sources.map(({ id }) => id)).toEqual([
    'ministry-a',
  ]);
});

test('another scheme changes intervals, and never a stated word or number', async () => {
  const house = await view(KURSK);
  const acled = await view(KURSK, '?scheme=acled');
  expect(acled.scheme.id).toBe('acled');
  const rows = (shown: TopicView) =>
    shown.sources.flatMap(({ id, estimates }) => estimates.map((row) => ({ id, ...row })));
  const stated = (shown: TopicView) =>
    rows(shown).map(
      ({ id, claim, measure, stance, value, text, said, via, evidence, status, alternatives }) => ({
        ...{ id, claim, measure, stance, value, text, said, via, evidence, status },
        alternatives,
      }),
    );
  expect(stated(acled)).toEqual(stated(house));
  expect(acled.statements).toEqual(house.statements);
  const vague = (shown: TopicView) =>
    rows(shown)
      .filter(({ value }) => value?.kind === 'vague')
      .map(({ value, interval }) => [value?.stated, interval]);
  expect(vague(house).length).toBeGreaterThan(0);
  expect(vague(acled)).not.toEqual(vague(house));
  for (const row of rows(acled)) if (row.value?.kind !== 'vague') expect(row.interval).toBeNull();
});

test('loading the reviewed files again adds nothing', async () => {
  const before = await view(KURSK);
  const answer = await sendWell('/v1/imports', importOf(KURSK));
  expect(answer).toMatchObject({ recorded: 0, corrected: 0 });
  expect(await view(KURSK, '?again=1')).toEqual(before);
});
