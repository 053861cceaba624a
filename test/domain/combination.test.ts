// A combination of dimensions as a measure of its own: its id, its label, its definition; and what never changes them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinationOf, partsOf } from '../../src/domain/record/combination.ts';
import { countedMeasures, measureNamed } from '../../src/domain/record/counted.ts';
import type { Measure } from '../../src/domain/record/measure.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { holds } from '../property/holds.ts';
import { POLL, pollDimension, pollWith } from './invented-poll.ts';

const measureOf = (body: object = POLL): Measure => Topic.parse(body).measures[0] as Measure;
const labelOf = (values: Record<string, string>, body: object = POLL) =>
  combinationOf(measureOf(body), values)?.label;

test('a label is the measure’s own with the values that are not usual, in the order of the declaration', () => {
  expect(labelOf({ question: 'keep', answer: 'go', age: 'young' })).toBe(
    'The bridge toll: Should the toll on the Long Bridge stay as it is, or should… – 16 to 29, go',
  );
  expect(labelOf({ question: 'keep', answer: 'go' })).toBe(
    'The bridge toll: Should the toll on the Long Bridge stay as it is, or should… – go',
  );
});

test('the definition has every value whole', () => {
  expect(combinationOf(measureOf(), { question: 'keep', answer: 'go', age: 'young' })?.definition).toBe(
    'Residents aged 16 and over. Question: Should the toll on the Long Bridge stay as it is, or should it go? ' +
      'Age: 16 to 29 – At the last birthday. Answer: go',
  );
});

test('two questions that begin alike are told apart', () => {
  const start = 'Thinking of all that has been said about the toll on the bridge, ';
  const values = ['would you keep it?', 'would you raise it?'].map((end, at) => ({
    id: `q${at}`,
    label: start + end,
  }));
  const body = pollDimension('question', { values });
  const labels = ['q0', 'q1'].map((question) => labelOf({ question, answer: 'go' }, body));
  expect(new Set(labels).size).toBe(2);
  expect(labels[1]).toMatch(/… \(q1\), go$/);
});

test('a given label is used for its combination alone, however its values were written', () => {
  const labels = [{ dimensions: { answer: 'go', age: 'all', question: 'keep' }, label: 'Against the toll' }];
  expect(labelOf({ question: 'keep', answer: 'go' }, pollWith({ labels }))).toBe('Against the toll');
  expect(labelOf({ question: 'keep', answer: 'stay' }, pollWith({ labels }))).not.toBe('Against the toll');
});

test('a dimension added later, and another order, leave every id as it was', () => {
  const own = { question: 'keep', answer: 'go', age: 'young' };
  const was = measureOf();
  const method = {
    id: 'method',
    kind: 'method',
    label: 'Method',
    default: 'web',
    values: [{ id: 'web', label: 'w' }],
  };
  const now = measureOf(pollWith({ dimensions: [method, ...was.dimensions.toReversed()] }));
  expect(combinationOf(now, own)?.id).toBe(combinationOf(was, own)?.id);
});

test('an id names one combination and no other, and is read back', () => {
  const name = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,2})?$/);
  const values = fc.dictionary(name, name, { minKeys: 1, maxKeys: 4 });
  const declared = (a: Record<string, string>, b: Record<string, string>) =>
    measureOf(
      pollWith({
        dimensions: Object.keys(a).map((id) => ({
          id,
          kind: 'other',
          label: id,
          values: [...new Set([a[id], b[id] ?? a[id]])].map((value) => ({ id: value, label: value })),
        })),
      }),
    );
  holds(
    fc.property(values, values, (a, b) => {
      const measure = declared(a, b);
      const other = Object.fromEntries(Object.keys(a).map((id) => [id, b[id] ?? a[id] ?? '']));
      const [x, y] = [combinationOf(measure, a)?.id ?? '', combinationOf(measure, other)?.id ?? ''];
      expect(partsOf(x)).toEqual({ base: 'toll', values: a });
      expect(x === y).toBe(JSON.stringify(a) === JSON.stringify(other));
    }),
  );
});

test('a record holds the combinations that claims name, in the topic’s order, and no others', () => {
  const topic = Topic.parse(POLL);
  const ids = [
    'toll.answer_go.question_fair',
    'toll.answer_stay.question_keep',
    'toll.answer_go.question_keep',
  ];
  expect([...countedMeasures(topic, ids).keys()]).toEqual([ids[1], ids[2], ids[0]]);
  expect([...countedMeasures(topic, []).keys()]).toEqual([]);
  expect(measureNamed(topic, 'toll')).toBeNull();
  expect(measureNamed(topic, 'toll.answer_stay')).toBeNull();
  expect(measureNamed(topic, 'toll.answer_stay.question_keep')?.base).toBe('toll');
});
