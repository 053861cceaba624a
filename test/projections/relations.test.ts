// How two figures lie to each other, in words: where they stand, of which dates, by whose reading, and never who is right.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEMES, schemeOf } from '../../src/domain/figure/vagueness.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Relation } from '../../src/domain/record/comparison.ts';
import type { RelationView } from '../../src/projections/relations.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { en } from '../../src/projections/words/en.ts';
import { claims, counted, day } from '../domain/arbitraries.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';
import { holds } from '../property/holds.ts';

const VERDICT =
  /agree|conflict|contradict|consisten|refut|wrong|right|true|false|error|differ by|more likely/i;
const pick = (a: string, b: string, many: Claim[], scheme = PLAIN.scheme) =>
  toTopicView(recordOf(...many), { ...PLAIN, compare: [a, b], scheme });
const between = (many: Claim[], scheme = PLAIN.scheme): RelationView[] =>
  pick('ministry-a', 'ministry-b', many, scheme).measures.flatMap(({ relations }) => relations);
const ofB = (fields: object = {}) => claimOf('b', { source: 'ministry-b', ...fields });
const textOf = (b: Claim, a = claimOf('a')) => between([a, b])[0]?.text;

test('the lowest and the highest of a measure with an axis stand in the view', () => {
  const view = toTopicView(
    recordOf(claimOf('a'), ofB({ value: point(40) }), claimOf('c', { source: 'study-c', value: point(70) })),
    PLAIN,
  );
  expect(view.measures[0]?.relations).toEqual([
    {
      a: 'ministry-b',
      b: 'ministry-a',
      kind: 'relation',
      relation: 'below',
      days: 0,
      why: null,
      scheme: null,
      text: 'Ministry B, “40”, is below Ministry A, “100”.',
    },
  ]);
  expect(view).not.toHaveProperty('compared');
  expect(toTopicView(recordOf(claimOf('a')), PLAIN).measures[0]?.relations).toEqual([]);
});

test('of two places in an order the smaller number is ahead, and a number beside one is a number', () => {
  const third = ofB({ value: point(3, 'the third highest price') });
  const second = claimOf('a', { value: point(2, 'the second highest') });
  expect(textOf(third, second)).toBe(
    'Ministry A, “the second highest”, is ahead of Ministry B, “the third highest price”.',
  );
  expect(textOf(ofB({ value: point(2, 'second') }), claimOf('a', { value: point(3, 'third') }))).toContain(
    'is behind',
  );
  expect(textOf(third, claimOf('a', { value: point(2, '2 of 9') }))).toContain('is below');
});

test('dates that differ are said, and beyond a week of a moving count only the days between', () => {
  expect(textOf(ofB({ said: '2024-01-12' }))).toBe(
    'Ministry A, “100”, is the same as Ministry B, “100”; the figures are of different dates, 10 Jan 2024 and 12 Jan 2024.',
  );
  const [far] = between([claimOf('a'), ofB({ said: '2024-02-13' })]);
  expect(far).toMatchObject({ kind: 'apart', days: 34, relation: null });
  expect(far?.text).toContain('are apart by 34 days');
});

test('of a figure without a date of its own nobody can say that its date differs', () => {
  const undated = ofB({ measure: 'march', said: null, published: '2024-03-09' });
  expect(textOf(undated, claimOf('a', { measure: 'march' }))).toBe(
    'Ministry A, “100”, is the same as Ministry B, “100”; of one of them the date is not given.',
  );
});

test('a vague word is read by a scheme, which is named; by one without a rule nothing is compared', () => {
  const dozens = ofB({ value: { kind: 'vague', stated: 'dozens' } });
  expect(between([claimOf('a'), dozens])[0]).toMatchObject({ relation: 'above', scheme: 'house' });
  expect(textOf(dozens)).toContain('vague words are read by the By Source scheme');
  const [blank] = between([claimOf('a'), dozens], schemeOf('gtd') ?? PLAIN.scheme);
  expect(blank).toMatchObject({ kind: 'none', why: 'no figure', scheme: null });
});

test('where nothing can be compared it says why', () => {
  expect(textOf(stanceOf('b', 'declines', { source: 'ministry-b', about: { words: 'it' } }))).toContain(
    'one of them gives no number here',
  );
  const on = (id: string, said: string, source: string) => claimOf(id, { measure: 'foretold', said, source });
  expect(textOf(on('b', '2024-08-01', 'ministry-b'), on('a', '2024-07-01', 'ministry-a'))).toContain(
    'one is a forecast, the other an outcome',
  );
  const view = pick('ministry-a', 'ministry-b', [claimOf('a'), ofB({ measure: 'wounded' })]);
  expect(view.compared).toEqual({
    a: 'ministry-a',
    b: 'ministry-b',
    none: 'Ministry A and Ministry B speak on no measure together.',
  });
});

const VOICES = ['ministry-a', 'ministry-b', 'study-c', 'nobody-d'];
/** Figures of four voices on one march, or whatever anybody spoke of. */
const spoken = fc.oneof(
  fc
    .array(fc.tuple(counted, day, fc.constantFrom(...VOICES)), { minLength: 2, maxLength: 8 })
    .map((many) =>
      many.map(([value, said, source], at) => claimOf(`c-${at}`, { measure: 'march', source, said, value })),
    ),
  claims(8),
);
const pair = fc.shuffledSubarray(VOICES, { minLength: 2, maxLength: 2 });
const MIRROR: Partial<Record<Relation, Relation>> = {
  above: 'below',
  below: 'above',
  within: 'contains',
  contains: 'within',
};

test('whatever is recorded, no sentence says who is right, and the other way about it says the converse', () => {
  let related = 0;
  holds(
    fc.property(spoken, fc.constantFrom(...SCHEMES), pair, (many, scheme, [a = '', b = '']) => {
      const [there, back] = [pick(a, b, many, scheme), pick(b, a, many, scheme)];
      there.measures.forEach(({ relations: [one] }, at) => {
        const other = back.measures[at]?.relations[0];
        expect([other?.days, other?.kind, other?.why]).toEqual([one?.days, one?.kind, one?.why]);
        if (!one?.relation) return;
        related++;
        expect(other?.relation).toBe(MIRROR[one.relation] ?? one.relation);
      });
      const texts = [
        ...there.measures,
        ...toTopicView(recordOf(...many), { ...PLAIN, scheme }).measures,
      ].flatMap(({ relations }) => relations.map(({ text }) => text.replaceAll(/“[^”]*”/g, '')));
      expect(texts.filter((text) => VERDICT.test(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(related).toBeGreaterThan(8);
});

test('nor does any word of the catalogue', () => {
  const { relation, none, ...others } = en.comparison;
  const said = [
    ...Object.values({ ...relation, ...none }).map((sentence) => sentence('A', 'B')),
    others.apart('A', 'B', 34),
    others.dates('A', 'B'),
    others.reading('a'),
    ...Object.values(others.form).filter((text) => typeof text === 'string'),
  ];
  expect(said.filter((text) => VERDICT.test(text))).toEqual([]);
});
