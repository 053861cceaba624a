// Files name dimensions as the API does: each version of a record stands on its combination, and a second load brings nothing.
import { expect, test } from 'vitest';
import { Source } from '../../src/domain/record/source.ts';
import { admitImport, ImportBody } from '../../src/validation/import.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { cell, INSTITUTES, POLL } from '../domain/invented-poll.ts';
import { replay, writeOf } from '../domain/two-ministries.ts';

const sources = new Map(INSTITUTES.map((source) => [source.id, Source.parse(source)]));
const now = '2025-04-01T12:00:00.000Z';

const { topic: _slug, ...record } = cell(44, { answer: 'stay', age: 'young' });
const bodyOf = (file: object) =>
  ImportBody.parse({ batch: 'table', topic: POLL, claims: [{ id: 'k-1', ...record, ...file }] });
const correctedFile = {
  corrections: [
    {
      on: '2025-03-20',
      reason: 'The wrong column.',
      was: { dimensions: { question: 'keep', answer: 'go' } },
    },
  ],
};

test('a corrected record stood on one combination and now stands on another', () => {
  const verdict = admitImport(bodyOf(correctedFile), { held: null, sources, codebook: CODEBOOK, now });
  expect(verdict).toMatchObject({
    ok: true,
    value: [
      { kind: 'topic' },
      { kind: 'claim', claim: { measure: 'toll.answer_go.question_keep' } },
      {
        kind: 'correct',
        claim: { measure: 'toll.age_young.answer_stay.question_keep' },
        fields: ['dimensions'],
      },
    ],
  });
  if (!verdict.ok) return;
  const held = replay(writeOf(1, ...verdict.value));
  expect([...held.measures.keys()]).toEqual([
    'toll.answer_go.question_keep',
    'toll.age_young.answer_stay.question_keep',
  ]);
  expect(admitImport(bodyOf(correctedFile), { held, sources, codebook: CODEBOOK, now })).toEqual({
    ok: true,
    value: [],
  });
});

test('an undeclared value is refused by the place of its record', () => {
  const verdict = admitImport(bodyOf({ dimensions: { question: 'keep', answer: 'stray' } }), {
    held: null,
    sources,
    codebook: CODEBOOK,
    now,
  });
  expect(verdict).toEqual({
    ok: false,
    problems: [
      { path: 'claims.0.dimensions.answer', message: expect.stringContaining('Did you mean "stay"?') },
    ],
  });
});
