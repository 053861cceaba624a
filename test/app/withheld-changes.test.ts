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
