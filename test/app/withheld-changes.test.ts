// Which recorded changes a withholding empties: those about the claim, as they name it, or as an earlier release named them.
import { expect, test } from 'vitest';
import { withoutWordsOf } from '../../src/app/record/withholding.ts';
import type { ChangeView } from '../../src/projections/changes.ts';
import { claimOf, point, recordOf } from '../domain/two-ministries.ts';

const record = recordOf(
  claimOf('flood-1', { value: point(4_321) }),
  claimOf('flood-1-0', { source: 'ministry-b', value: point(77) }),
  {
    kind: 'correct',
    claim: claimOf('flood-1', { value: point(4_322) }),
    reason: 'A misprint.',
    fields: ['value'],
  },
);
const state = record.held.get('flood-1');
if (!state) throw new Error('The record does not hold the claim.');
const rewrite = withoutWordsOf(state, record);

const change = (id: string, kind: ChangeView['kind'], fields: Partial<ChangeView> = {}): ChangeView => ({
  id,
  kind,
  at: '2025-01-01T12:02:00.000Z',
  topic: 'march',
  source: null,
  name: null,
  measure: null,
  label: null,
  before: null,
  after: 'anything',
  reason: null,
  late: false,
  text: 'Anything at all.',
  ...fields,
});
const isEmptied = (given: ChangeView) => (rewrite(given) as ChangeView).text !== given.text;

test.for<[string, ChangeView, boolean]>([
  ['one that names the claim', change('9-x', 'raised', { claim: 'flood-1' }), true],
  ['one that names another', change('2-flood-1', 'raised', { claim: 'flood-1-0' }), false],
  ['an import called as the claim', change('2-flood-1', 'import', { claim: null }), false],
  ['an earlier release’s recording', change('2-flood-1', 'new source'), true],
  ['an earlier release’s correction', change('2-flood-1-0', 'corrected'), true],
  ['an earlier release’s of another claim', change('2-flood-2', 'new source'), false],
])('%s', ([, given, emptied]) => {
  expect(isEmptied(given)).toBe(emptied);
});

test('a number read from a table is taken out whole, and never out of a longer one', () => {
  const tabled = (n: number) => ({ ...point(n), stated: null });
  const own = recordOf(
    claimOf('flood-1', { value: tabled(44) }),
    claimOf('flood-2', { value: tabled(144), said: '2024-02-10' }),
  );
  const withheld = own.held.get('flood-1');
  if (!withheld) throw new Error('The record does not hold the claim.');
  const fields = {
    claim: 'flood-2',
    source: 'ministry-a',
    measure: 'killed',
    before: '44 people, from the table',
    after: '144 people, from the table',
    text: 'Ministry A: 144 people, from the table, was 44 people, from the table',
  };
  const { before, after, text } = withoutWordsOf(
    withheld,
    own,
  )(change('2-x', 'raised', fields)) as ChangeView;
  expect(before).not.toContain('44');
  expect(after).toBe(fields.after);
  expect(text).toMatch(/^Ministry A: 144 people, from the table, was [^\d]+$/);
});

test.for([
  ['a typed minus', '-5 dead, they joked', 'en', ['“-5 dead, they joked”', '“−5 dead, they joked”']],
  ['words from right to left', 'أكثر من ٣٠', 'ar', ['“أكثر من ٣٠”', '“\u2068أكثر من ٣٠\u2069”']],
] as const)(
  '%s is taken out as an earlier release printed it, and as it is printed now',
  ([, stated, lang, printed]) => {
    const own = recordOf(
      claimOf('flood-1', { value: { ...point(30), stated, lang } }),
      claimOf('flood-2', { value: point(31), said: '2024-02-10' }),
    );
    const withheld = own.held.get('flood-1');
    if (!withheld) throw new Error('The record does not hold the claim.');
    const { source, measure } = withheld.claim;
    for (const before of printed) {
      const given = change('2-flood-2', 'raised', {
        claim: 'flood-2',
        source,
        measure,
        before,
        text: `Was ${before}.`,
      });
      const left = withoutWordsOf(withheld, own)(given) as ChangeView;
      expect(left.before).not.toBe(before);
      expect(left.text).not.toContain(stated.slice(1, 8));
    }
  },
);
