// Validation of reviewed files: all or nothing, once and not again, and what the log holds is never rewritten.
import { expect, test } from 'vitest';
import type { Entry } from '../../src/domain/record/entry.ts';
import { admitImport } from '../../src/validation/import.ts';
import { fieldsOf, versionsOf } from '../../src/validation/record-file.ts';
import { withSources } from '../../src/validation/sources.ts';
import { CODEBOOK } from '../domain/codebook.ts';
import { BODY, clock, point, replay, rowOf, SOURCES, TOPIC, writeOf } from '../domain/two-ministries.ts';

const { topic: _, ...FIELDS } = BODY;
const fileOf = (id: string, fields: object = {}) => ({ ...FIELDS, id, ...fields });
const admit = (claims: unknown[], entries: readonly Entry[] = []) =>
  admitImport(
    { batch: 'files', topic: TOPIC, claims },
    {
      held: entries.length > 0 ? replay(entries) : null,
      sources: SOURCES,
      codebook: CODEBOOK,
      now: clock(9),
    },
  );

/** The log after an import. */
function imported(claims: unknown[], entries: readonly Entry[] = []): Entry[] {
  const verdict = admit(claims, entries);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  const held = entries.length > 0 ? replay(entries) : null;
  return [...entries, ...writeOf(entries.length + 1, ...withSources(verdict.value, held, SOURCES))];
}
const actionsOf = (claims: unknown[], entries: readonly Entry[]) => {
  const verdict = admit(claims, entries);
  return verdict.ok ? verdict.value.map(({ kind }) => kind) : verdict.problems;
};

const was = { value: point(500) };
const correction = { on: '2024-02-01', reason: 'We wrote 500 for 50.', was };
const corrected = fileOf('c', { value: point(50), corrections: [correction] });

test('a second import of the same files gives no actions', () => {
  const removed = fileOf('gone', { voided: { reason: 'It was never said.' } });
  const withdrawn = fileOf('back', { retracted: { reason: 'Withdrawn.', on: '2024-03-01' } });
  const files = [corrected, removed, withdrawn, fileOf('b', { source: 'official-of-a' })];
  const log = imported(files);
  expect(actionsOf(files, log)).toEqual([]);
  expect(withSources([], replay(log), SOURCES)).toEqual([]);
});

test('a voice comes before its claims, and the institution it belongs to before neither', () => {
  const names = imported([fileOf('b', { source: 'official-of-a' })]).flatMap(({ action }) =>
    action.kind === 'source' ? [action.source.id] : action.kind === 'claim' ? [action.claim.id] : [],
  );
  expect(names).toEqual(['official-of-a', 'ministry-a', 'b']);
});

test('a file’s corrections are played from the first wording to the last', () => {
  const { lead } = rowOf(replay(imported([corrected])));
  expect(lead.claim.value?.point).toBe(50);
  expect(lead.events).toMatchObject([
    { kind: 'corrected', reason: correction.reason, was: { value: { point: 500 } } },
  ]);
});

test('versions go back through every correction', () => {
  const record = fileOf('c', {
    value: point(5),
    corrections: [
      correction,
      { on: '2024-03-01', reason: 'Again.', was: { value: point(50), said: '2024-01-09' } },
    ],
  });
  const versions = versionsOf(record as Parameters<typeof versionsOf>[0]);
  const points = versions.map((version) => [(version.value as { point: number }).point, version.said]);
  expect(points).toEqual([
    [500, '2024-01-09'],
    [50, '2024-01-09'],
    [5, '2024-01-10'],
  ]);
  expect(Object.keys(fieldsOf(record as Parameters<typeof fieldsOf>[0]))).not.toContain('corrections');
});

test('a new correction of a held record is a correction, not a new record', () => {
  const log = imported([fileOf('c', was)]);
  expect(actionsOf([corrected], log)).toEqual(['correct']);
});

test('a second correction with the same reason as the first is news too', () => {
  const twice = fileOf('c', {
    value: point(5),
    corrections: [correction, { ...correction, was: { value: point(50) } }],
  });
  const log = imported([corrected]);
  expect(actionsOf([twice], log)).toEqual(['correct']);
  expect(rowOf(replay(imported([twice], log))).lead.claim.value?.point).toBe(5);
  expect(actionsOf([twice], imported([twice], log))).toEqual([]);
});

test('a record changed without a correction is not rewritten', () => {
  expect(actionsOf([fileOf('c', { value: point(9) })], imported([fileOf('c')]))).toEqual([]);
});

test('a claim that an editor removed stays removed', () => {
  const log = imported([fileOf('c', was)]);
  const removal = { kind: 'void', id: 'c', reason: 'It was never said.', on: null } as const;
  expect(actionsOf([corrected], [...log, ...writeOf(9, removal)])).toEqual([]);
});

test('claims of one import may answer each other, in either order', () => {
  const answer = fileOf('a', { source: 'ministry-b', stance: 'denies', value: null, about: { claim: 'c' } });
  expect(admit([answer, fileOf('c')]).ok).toBe(true);
});

test.for<[string, unknown[], string, RegExp]>([
  ['a missing field', [fileOf('a'), { ...fileOf('b'), source: undefined }], 'claims.1.source', /required/],
  ['a field that is not there', [fileOf('a', { figure: 1 })], 'claims.0.figure', /no field "figure"/],
  [
    'a failed check',
    [fileOf('a'), fileOf('b', { source: 'ghost' })],
    'claims.1.source',
    /^b: There is no source "ghost"/,
  ],
  ['one id twice', [fileOf('a'), fileOf('a', { said: '2024-02-02' })], 'claims.1.id', /"a" stands twice/],
  [
    'a wording before a correction that was never right',
    [fileOf('a', { corrections: [{ ...correction, was: { said: 'then' } }] })],
    'claims.0.said',
    /YYYY/,
  ],
  [
    'a correction without a reason',
    [fileOf('a', { corrections: [{ ...correction, reason: '' }] })],
    'claims.0.corrections.0.reason',
    /Say why/,
  ],
])('%s refuses the whole import with the place', ([, claims, path, message]) => {
  const verdict = admit(claims);
  expect(verdict.ok).toBe(false);
  expect(verdict.ok ? null : verdict.problems[0]).toMatchObject({
    path,
    message: expect.stringMatching(message),
  });
});
