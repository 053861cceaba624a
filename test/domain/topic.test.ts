// A topic's frame: families, measures of the codebook, and days where a period is counted.
import { expect, test } from 'vitest';
import { Source } from '../../src/domain/record/source.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { parseWith } from '../../src/validation/verdict.ts';
import { CODEBOOK } from './codebook.ts';
import { TOPIC } from './two-ministries.ts';

const measure = {
  id: 'm',
  family: 'killed',
  metric: 'killed',
  population: 'people',
  counting: 'cumulative',
  label: 'M',
};
const topicWith = (fields: object) =>
  parseWith(Topic, { ...TOPIC, measures: [...TOPIC.measures, { ...measure, ...fields }] });
const at = `measures.${TOPIC.measures.length}`;

test.for<[string, object, string, RegExp]>([
  ['a period without ends', { counting: 'period' }, `${at}.period`, /both of its days/],
  [
    'a period with one end',
    { counting: 'period', period: { from: '2024-01-01', to: null } },
    `${at}.period`,
    /both of its days/,
  ],
  [
    'a period that ends before it starts',
    { period: { from: '2024-02-01', to: '2024-01-01' } },
    `${at}.period`,
    /before it starts/,
  ],
  ['a family that is not there', { family: 'ghosts' }, `${at}.family`, /not among/],
  ['an id that is taken', { id: 'killed' }, `${at}.id`, /Two measures/],
])('%s is refused', ([, fields, path, message]) => {
  const verdict = topicWith(fields);
  expect(verdict.ok ? [] : verdict.problems).toEqual([{ path, message: expect.stringMatching(message) }]);
});

test('a lead family that is not there is refused', () => {
  const verdict = parseWith(Topic, { ...TOPIC, lead: 'ghosts' });
  expect(verdict.ok ? [] : verdict.problems.map(({ path }) => path)).toEqual(['lead']);
});

test('three days that end on the day they were said are marked inferred', () => {
  const period = { from: '2024-12-15', to: '2024-12-17', inferred: true };
  expect(topicWith({ counting: 'period', period })).toMatchObject({ ok: true });
});

test('whatever the codebook sets apart is in the codebook', () => {
  for (const { id, apart } of CODEBOOK.metrics.values()) {
    for (const { metric } of apart) expect([id, CODEBOOK.metrics.has(metric)]).toEqual([id, true]);
  }
});

test('an interest needs a reason with an address', () => {
  const source = { id: 's', name: 'Source', kind: 'institution' };
  const interest = { value: 'party', reason: 'It fights there.' };
  expect(Source.safeParse({ ...source, interest }).success).toBe(false);
  expect(
    Source.safeParse({ ...source, interest: { ...interest, url: 'https://paper.example' } }).success,
  ).toBe(true);
  expect(Source.parse(source).interest.value).toBe('unknown');
  expect(Source.safeParse({ ...source, within: 's' }).success).toBe(false);
});
