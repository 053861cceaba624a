// The codebook in a log: versions reach back, a claim keeps the one it was recorded under, and units fit their quantity.
import { expect, test } from 'vitest';
import type { Action } from '../../src/domain/record/entry.ts';
import { type Metric, misfitOf } from '../../src/domain/record/metric.ts';
import { NOW } from '../../src/domain/record/record.ts';
import { recordAfter } from '../../src/domain/record/replay.ts';
import { textFor } from '../../src/domain/record/translated.ts';
import { isUcum } from '../../src/domain/record/ucum.ts';
import { builtInUnit, Unit } from '../../src/domain/record/unit.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { CODEBOOK } from './codebook.ts';
import { claimOf, clock, FRAME, recorded, replay, SOURCES, TOPIC, writeOf } from './two-ministries.ts';

const killed = CODEBOOK.metrics.get('killed') as Metric;
const versionOf = (version: number, definition: string): Action => ({
  kind: 'metric',
  metric: { ...killed, version, definition: { en: definition } },
});
const sources = [...SOURCES.values()].map((source): Action => ({ kind: 'source', source }));
/** A log from before metrics were kept in logs. */
const OLD = writeOf(1, { kind: 'topic', topic: TOPIC }, ...sources);
const people: Action = { kind: 'unit', unit: CODEBOOK.units.get('people') as Unit };

/** A first claim, a new definition, a second claim. */
const DEFINED = [
  ...FRAME,
  ...writeOf(2, recorded(claimOf('early'))),
  ...writeOf(3, versionOf(2, 'People found dead.')),
  ...writeOf(4, recorded(claimOf('late', { source: 'ministry-b' }))),
  ...writeOf(5, {
    kind: 'correct',
    claim: claimOf('early', { said: '2024-01-09' }),
    reason: 'The day.',
    fields: [],
  }),
];
const versions = (record = replay(DEFINED)) =>
  record.claims.map(({ claim, definition }) => [claim.id, definition?.version]);

test('a claim keeps the version of its metric in force when it was recorded, corrected or not', () => {
  expect(versions()).toEqual([
    ['early', 1],
    ['late', 2],
  ]);
  expect(replay(DEFINED).metrics.get('killed')?.version).toBe(2);
  expect(
    replay(DEFINED)
      .definitions.get('killed')
      ?.map(({ version }) => version),
  ).toEqual([1, 2]);
});

test('a row recorded under an earlier definition says which', () => {
  const notes = toTopicView(replay(DEFINED), PLAIN).sources.map(({ id, estimates }) => [
    id,
    estimates[0]?.metricVersion,
    estimates[0]?.notes.filter(({ kind }) => kind === 'definition').map(({ text }) => text),
  ]);
  expect(notes).toEqual([
    ['ministry-b', 2, []],
    ['ministry-a', 1, ['recorded under an earlier definition: People said to have died.']],
  ]);
});

test('what was known before a new definition is under the old one', () => {
  const then = replay(DEFINED, clock(2));
  expect(then.metrics.get('killed')?.version).toBe(1);
  expect(toTopicView(then, PLAIN).measures[0]).toMatchObject({ metricVersion: 1, unit: 'people' });
});

test('a log from before metrics were kept reads without them, and with the first that comes in all its past', () => {
  const bare = [...OLD, ...writeOf(2, recorded(claimOf('early')))];
  expect(toTopicView(replay(bare), PLAIN).measures[0]).toMatchObject({ unit: '1', quantity: null });
  const carried = [...bare, ...writeOf(3, people, versionOf(1, 'First.'), versionOf(2, 'Second.'))];
  const past = replay(carried, clock(2));
  expect(versions(past)).toEqual([['early', 1]]);
  expect(toTopicView(past, PLAIN).measures[0]).toMatchObject({ unit: 'people', metricVersion: 1 });
  expect(versions(replay(carried))).toEqual([['early', 1]]);
});

test.for([
  ['with metrics', DEFINED],
  ['from before them', [...OLD, ...DEFINED.filter(({ revision }) => revision > 1)]],
] as const)('a log %s played in two goes is the log played in one', ([, log]) => {
  for (let cut = 1; cut <= 5; cut++) {
    const first = log.filter(({ revision }) => revision <= cut);
    const rest = log.filter(({ revision }) => revision > cut);
    expect(recordAfter(recordAfter(null, first), rest)).toEqual(replay(log, NOW.knownAt));
  }
});

test.for<[Metric['quantity'], string | null, boolean]>([
  ['money', 'EUR', true],
  ['money', 'people', false],
  ['money', null, false],
  ['duration', 'hour', true],
  ['duration', 'hectare', false],
  ['share', 'share', true],
  ['share', 'people', false],
  ['count', 'people', true],
  ['count', null, false],
  ['count', 'share', false],
  ['amount', 'hectare', true],
  ['amount', 'USD', false],
  ['rate', 'percent', true],
  ['index', null, true],
])('%s in %s: %s', ([quantity, id, fits]) => {
  const unit = id === null ? null : (CODEBOOK.units.get(id) ?? builtInUnit(id));
  expect(id === null || unit !== null).toBe(true);
  expect(misfitOf(quantity, unit) === null).toBe(fits);
});

test('UCUM codes are told from words', () => {
  const good = ['m', 'm3/s', 'kg.m/s2', 'mm[Hg]', '%', '10*-3', '{people}', '{cases}/10*5.a', '/min', 'Cel'];
  const bad = ['', '(m/s)2', 'cubic metres', 'm³', 'm//s', 'm/', '(m', 'm)', '{people', 'kg..m', '[Hg'];
  expect(good.filter((code) => !isUcum(code))).toEqual([]);
  expect(bad.filter(isUcum)).toEqual([]);
});

test('a unit says what it is: words or one code, and an id that is a code is that code', () => {
  const problem = (unit: object) => Unit.safeParse({ id: 'x', ...unit }).error?.issues[0]?.path.join('.');
  expect(problem({ plural: 'villages' })).toBeUndefined();
  expect(problem({})).toBe('plural');
  expect(problem({ intl: 'hectare', currency: 'EUR' })).toBe('ucum');
  expect(problem({ intl: 'fortnight' })).toBe('intl');
  expect(problem({ currency: 'XQQ' })).toBe('currency');
  expect(problem({ id: 'EUR', plural: 'euros' })).toBe('id');
  expect(problem({ id: 'EUR', currency: 'EUR' })).toBeUndefined();
});

test('a text is shown in the reader’s language, its base, English, else the first that is there', () => {
  expect(textFor({ en: 'Killed', uk: 'Загинули', 'pt-BR': 'Mortos' }, 'uk')).toBe('Загинули');
  expect(textFor({ en: 'Killed', uk: 'Загинули' }, 'uk-UA')).toBe('Загинули');
  expect(textFor({ uk: 'Загинули', en: 'Killed' }, 'ar')).toBe('Killed');
  expect(textFor({ uk: 'Загинули' }, 'toString')).toBe('Загинули');
});
