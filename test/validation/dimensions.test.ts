// A claim names a value of each dimension: it is recorded on that one combination, or told which values there are.
import { expect, test } from 'vitest';
import { ClaimFields } from '../../src/domain/record/claim.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { inDimensions } from '../../src/validation/dimensions.ts';
import { parseWith } from '../../src/validation/verdict.ts';
import { cell, POLL, pollDimension, pollWith } from '../domain/invented-poll.ts';

const topic = Topic.parse(POLL);
const admit = (body: object, into: Topic = topic) => inDimensions(ClaimFields.parse(body), into);

test('a claim stands on its combination, with a value for every dimension', () => {
  expect(admit(cell(40, { answer: 'stay', age: 'young' }))).toMatchObject({
    ok: true,
    value: {
      measure: 'toll.age_young.answer_stay.question_keep',
      dimensions: { question: 'keep', age: 'young', answer: 'stay' },
    },
  });
});

test('what is left out is the default, whether it is named or not', () => {
  const [left, named] = [{ answer: 'stay' }, { answer: 'stay', age: 'all' }].map((own) =>
    admit(cell(40, own)),
  );
  expect(left).toEqual(named);
  expect(left).toMatchObject({
    value: { measure: 'toll.answer_stay.question_keep', dimensions: { age: 'all' } },
  });
});

test('a combination’s own id says the same, and is read as it was written', () => {
  const named = admit(cell(40, { answer: 'stay', age: 'young' }));
  const own = admit(cell(40, {}, { measure: 'toll.answer_stay.age_young.question_keep', dimensions: {} }));
  expect(own).toEqual(named);
});

test.for<[string, object, string, RegExp]>([
  ['no value where there is no default', {}, 'dimensions.answer', /answer" \(Answer\).* stay, go, fair\./],
  ['a value misspelt', { answer: 'stya' }, 'dimensions.answer', /no value "stya"\. Did you mean "stay"\?/],
  ['a value that resembles none', { answer: 'perhaps' }, 'dimensions.answer', /It may be: stay, go, fair\./],
  ['a dimension misspelt', { answer: 'go', aeg: 'young' }, 'dimensions.aeg', /Did you mean "age"\?/],
  ['another dimension', { answer: 'go', region: 'north' }, 'dimensions.region', /question, age, answer/],
])('%s is refused', ([, dimensions, path, message]) => {
  const verdict = admit(cell(40, dimensions));
  expect(verdict).toEqual({ ok: false, problems: [{ path, message: expect.stringMatching(message) }] });
});

test('two values of one dimension are refused', () => {
  const fields = { measure: 'toll.answer_go', dimensions: { answer: 'stay', question: 'keep' } };
  expect(admit({ ...cell(40, {}), ...fields })).toMatchObject({
    ok: false,
    problems: [{ path: 'dimensions.answer' }],
  });
});

test('a measure without dimensions takes none, and dimensions need their measure', () => {
  const plain = Topic.parse(pollWith({ dimensions: [] }));
  expect(admit(cell(40, { answer: 'go' }), plain)).toMatchObject({
    problems: [{ path: 'dimensions.question', message: expect.stringMatching(/none at all/) }, {}],
  });
  expect(admit(cell(40, { answer: 'go' }, { measure: null }))).toMatchObject({
    problems: [{ path: 'dimensions' }],
  });
});

test('of thousands of values twenty are listed, and how many more there are', () => {
  const values = Array.from({ length: 3_000 }, (_, at) => ({ id: `q${at}`, label: `Question ${at}?` }));
  const many = Topic.parse(pollDimension('question', { values }));
  const verdict = admit(cell(40, { question: 'nothing-like-it', answer: 'go' }), many);
  expect(verdict.ok ? '' : verdict.problems[0]?.message).toMatch(/q0, q1, .*q19, and 2980 more\.$/);
});

test.for<[string, object, string, RegExp]>([
  [
    'two values of one id',
    {
      values: [
        { id: 'all', label: 'a' },
        { id: 'all', label: 'b' },
      ],
    },
    'measures.0.dimensions.1.values.1.id',
    /Two values are called "all"/,
  ],
  ['a default that is no value', { default: 'old' }, 'measures.0.dimensions.1.default', /not among/],
  [
    'a label as long as a question',
    { values: [{ id: 'all', label: 'x'.repeat(121) }] },
    'measures.0.dimensions.1.values.0.label',
    /120/,
  ],
  ['no values', { values: [], default: null }, 'measures.0.dimensions.1.values', /./],
  ['two dimensions of one id', { id: 'question' }, 'measures.0.dimensions.1.id', /Two dimensions/],
])('a topic with %s is refused', ([, change, path, message]) => {
  const parsed = parseWith(Topic, pollDimension('age', change));
  expect(parsed.ok ? [] : parsed.problems).toContainEqual({ path, message: expect.stringMatching(message) });
});

test.for<[string, object, string]>([
  ['of an unknown value', { question: 'keep', answer: 'perhaps' }, 'answer'],
  ['of an unknown dimension', { question: 'keep', answer: 'go', region: 'north' }, 'region'],
  ['without a value that has no default', { question: 'keep' }, 'answer'],
])('a label %s is refused', ([, dimensions, field]) => {
  const parsed = parseWith(Topic, pollWith({ labels: [{ dimensions, label: 'A name' }] }));
  expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
    `measures.0.labels.0.dimensions.${field}`,
  ]);
});
