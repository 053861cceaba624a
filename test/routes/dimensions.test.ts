// A poll with dimensions through the API: recorded by combination, filtered, corrected, extended, as it stood before.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ClaimItem } from '../../src/projections/claim-item.ts';
import type { TopicView } from '../../src/projections/topic-view.ts';
import { cell, INSTITUTES, POLL, pollDimension } from '../domain/invented-poll.ts';
import { ask, type Refusal, read, send, sendWell } from '../workerd/site.ts';

const VIEW = `/v1/topics/${POLL.slug}`;
const K = { said: '2025-03-05' };
const L = { source: 'institute-l', said: '2025-03-06' };
const [STAY, GO] = ['toll.answer_stay.question_keep', 'toll.answer_go.question_keep'] as const;
const ids: string[] = [];

beforeAll(async () => {
  await sendWell('/v1/sources', { items: INSTITUTES });
  await sendWell('/v1/topics', POLL);
  for (const body of [
    cell(44, { answer: 'stay' }, K),
    cell(51, { answer: 'go' }, K),
    cell(40, { answer: 'stay', age: 'young' }, K),
    cell(41, { answer: 'stay' }, L),
    cell(53, { answer: 'go' }, L),
    cell(12, { question: 'fair', answer: 'fair' }, L),
  ])
    ids.push((await sendWell('/v1/claims', body)).id as string);
});

const rowsOf = (view: TopicView) =>
  view.sources.flatMap(({ id, estimates }) =>
    estimates.map(({ measure, value }) => `${id} ${measure} ${value?.point}`),
  );

describe('the view', () => {
  test('has a row for each source and combination, and says what each is', async () => {
    const view = await read<TopicView>(VIEW);
    expect(rowsOf(view).sort()).toEqual([
      `institute-k toll.age_young.answer_stay.question_keep 0.4`,
      `institute-k ${GO} 0.51`,
      `institute-k ${STAY} 0.44`,
      `institute-l toll.answer_fair.question_fair 0.12`,
      `institute-l ${GO} 0.53`,
      `institute-l ${STAY} 0.41`,
    ]);
    expect(view.measures.find(({ id }) => id === STAY)).toMatchObject({
      base: 'toll',
      dimensions: [
        { id: 'question', kind: 'question', value: 'keep' },
        { id: 'age', kind: 'subgroup', label: 'Age', value: 'all', valueLabel: 'all ages' },
        { id: 'answer', kind: 'answer', value: 'stay' },
      ],
      definition: expect.stringContaining('stay as it is, or should it go?'),
    });
    expect(view.dimensioned).toMatchObject([
      { measure: 'toll', family: 'toll', combinations: { shown: 4, all: 4 }, opening: [STAY, GO] },
    ]);
  });

  test('says why another question is not compared, and has no scale for two answers', async () => {
    const { measures } = await read<TopicView>(VIEW);
    const stay = measures.find(({ id }) => id === STAY);
    expect(stay?.apart).toEqual([
      { measure: 'toll.answer_fair.question_fair', why: expect.stringMatching(/in other words/) },
    ]);
    expect(measures.every(({ axis }) => axis === null || axis.ticks.length > 0)).toBe(true);
  });

  test.for<[string, number]>([
    ['?measure=toll', 6],
    [`?measure=${GO}`, 2],
    ['?measure=toll&dimension=age_young', 1],
    ['?dimension=answer_stay&dimension=&dimension=question_keep', 3],
    ['?dimension=question_keep.answer_stay.age_all', 2],
    ['?measure=toll&dimension=answer_fair.age_young', 0],
  ])('%s holds %i rows', async ([query, rows]) => {
    expect(rowsOf(await read<TopicView>(VIEW + query))).toHaveLength(rows);
  });

  test.for<[string, string, RegExp]>([
    ['?measure=toll.answer_perhaps', 'measure', /no measure/],
    ['?dimension=answer_stya', 'dimension', /Did you mean "stay"/],
    ['?dimension=anwser_stay', 'dimension', /Did you mean "answer"/],
    ['?dimension=answer', 'dimension', /party_women/],
  ])('%s is refused', async ([query, path, message]) => {
    const response = await ask(VIEW + query);
    const { errors } = (await response.json()) as Refusal;
    expect([response.status, errors]).toEqual([400, [{ path, message: expect.stringMatching(message) }]]);
  });
});

test('claims are listed by their measure with all its combinations, or by one', async () => {
  const list = async (query: string) =>
    (await read<{ items: ClaimItem[] }>(`${VIEW}/claims?${query}`)).items.map(({ id }) => id).sort();
  expect(await list('measure=toll')).toEqual([...ids].sort());
  expect(await list(`measure=${STAY}`)).toEqual([ids[0], ids[3]].sort());
  expect(await list('measure=toll&source=institute-l')).toEqual([ids[3], ids[4], ids[5]].sort());
});

test('the table has the dimensions and the composed label', async () => {
  const lines = (await (await ask(`${VIEW}/claims.csv`)).text()).split('\r\n');
  const young = lines.find((line) => line.includes('age_young'));
  expect(young).toContain('question=keep;age=young;answer=stay');
  expect(young).toContain('16 to 29');
});

test('the embed draws a measure or one of its combinations', async () => {
  const topics = [
    `${POLL.slug}~measure=toll`,
    `${POLL.slug}~measure=${GO}`,
    `${POLL.slug}~measure=toll.answer_x`,
  ];
  const body = await read<{ topics: { state?: string; groups?: { rows: { text: string }[] }[] }[] }>(
    `/v1/embed?topics=${topics.join(',')}`,
  );
  const texts = body.topics.map(({ groups }) =>
    groups?.flatMap(({ rows }) => rows.map(({ text }) => text.replace(/\D/g, ''))).sort(),
  );
  expect(texts).toEqual([['41', '44', '51', '53'], ['51', '53'], undefined]);
  expect(body.topics[2]?.state).toBe('unknown-measure');
});

test('a second figure of one source is a change on its own combination alone', async () => {
  await sendWell('/v1/claims', cell(47, { answer: 'stay' }, { ...L, said: '2025-03-20' }));
  const { items } = await read<{ items: { kind: string; measure: string; label: string }[] }>(
    `${VIEW}/changes`,
  );
  expect(items[0]).toMatchObject({ kind: 'raised', measure: STAY, label: expect.stringMatching(/ stay$/) });
});

test('the same cell twice is warned of, another cell of the table is not', async () => {
  const warned = async (dimensions: object) =>
    ((await sendWell('/v1/claims', cell(51, dimensions, K))).warnings as { code: string }[]).map(
      ({ code }) => code,
    );
  expect(await warned({ answer: 'go' })).toContain('duplicate');
  expect(await warned({ answer: 'go', age: 'young' })).toEqual([]);
});

describe('a correction', () => {
  test('moves a claim to another combination and keeps the values it does not name', async () => {
    const { id } = await sendWell('/v1/claims', cell(33, { answer: 'fair', age: 'young' }, K));
    const { claim } = await sendWell(`/v1/claims/${id}/correct`, {
      reason: 'The wrong column.',
      claim: { dimensions: { answer: 'go' } },
    });
    expect(claim).toMatchObject({
      measure: 'toll.age_young.answer_go.question_keep',
      dimensions: { question: 'keep', age: 'young', answer: 'go' },
      counts: { base: 'toll', dimensions: [{}, { value: 'young' }, { value: 'go' }] },
      history: [{ kind: 'corrected', fields: ['measure', 'dimensions'] }],
    });
  });

  test('to a value that nobody declared is refused', async () => {
    const sent = await send(`/v1/claims/${ids[0]}/correct`, {
      reason: 'A slip.',
      claim: { dimensions: { answer: 'stai' } },
    });
    expect([sent.status, sent.body.errors]).toMatchObject([
      422,
      [{ path: 'claim.dimensions.answer', message: expect.stringContaining('Did you mean "stay"?') }],
    ]);
  });
});

test('an undeclared value is refused with its path, and nothing is written', async () => {
  const before = (await read<TopicView>(VIEW)).topic.revision;
  const sent = await send('/v1/claims', cell(50, { answer: 'sty' }));
  expect([sent.status, sent.body.errors]).toMatchObject([422, [{ path: 'dimensions.answer' }]]);
  expect((await read<TopicView>(VIEW)).topic.revision).toBe(before);
});

describe('the topic’s frame', () => {
  const young = (label: string, ...more: object[]) =>
    pollDimension('age', {
      values: [{ id: 'all', label: 'all ages' }, { id: 'young', label }, ...more],
    });

  test('is extended and relabelled; the past reads as it did', async () => {
    const before = (await read<TopicView>(VIEW)).knownAt;
    await sendWell('/v1/topics', young('under 30', { id: 'old', label: '65 and over' }));
    await sendWell('/v1/claims', cell(61, { answer: 'stay', age: 'old' }, K));
    const labels = async (query: string) =>
      (await read<TopicView>(VIEW + query)).measures.map(({ label }) => label).join('\n');
    expect(await labels('')).toMatch(/under 30(.|\n)*65 and over/);
    expect(await labels('')).not.toContain('16 to 29');
    expect(await labels(`?known_at=${before}`)).toContain('16 to 29');
    expect(await labels(`?known_at=${before}`)).not.toMatch(/under 30|65 and over/);
    const { items } = await read<{ items: ClaimItem[] }>(`${VIEW}/claims?measure=toll`);
    expect(
      items.filter(({ dimensions }) => dimensions.age === 'young').map(({ counts }) => counts?.label),
    ).toEqual(expect.arrayContaining([expect.stringContaining('under 30')]));
  });

  test.for<[string, object, string]>([
    [
      'a value in use',
      pollDimension('age', { values: [{ id: 'all', label: 'all' }] }),
      'dimensions.1.values',
    ],
    ['the default', pollDimension('age', { default: 'young' }), 'dimensions.1.default'],
    ['that there was none', pollDimension('answer', { default: 'go' }), 'dimensions.2.default'],
    [
      'a dimension',
      { ...POLL, measures: POLL.measures.map((each) => ({ ...each, dimensions: [] })) },
      'dimensions',
    ],
  ])('keeps %s', async ([, body, path]) => {
    const sent = await send('/v1/topics', body);
    const errors = sent.body.errors as { path: string }[];
    expect([sent.status, errors.map((each) => each.path)]).toMatchObject([
      422,
      expect.arrayContaining([`measures.0.${path}`]),
    ]);
  });
});
