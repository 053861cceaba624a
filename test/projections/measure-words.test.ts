// What a measure is called: no face loses the unit in which it is measured, and none says it twice.
import { expect, test } from 'vitest';
import { measureLabel } from '../../src/projections/measure-words.ts';
import { statementsOf } from '../../src/projections/statements.ts';
import { claimOf, point, recordOf } from '../domain/two-ministries.ts';

const record = recordOf(claimOf('c', { measure: 'flow', value: point(5_000) }));
const called = (label: string, id: string) => measureLabel({ id, label, prices: null }, record, 'en');

test.for<[string, string, string]>([
  ['what is measured', called('Flow', 'flow'), 'Flow (barrels a day)'],
  ['a label that says it', called('Barrels a day in April', 'flow'), 'Barrels a day in April'],
  ['what is counted', called('Killed so far', 'killed'), 'Killed so far'],
  ['a share', called('Share killed', 'share'), 'Share killed'],
])('%s', ([, label, expected]) => {
  expect(label).toBe(expected);
});

test('a statement of the timeline says it too', () => {
  expect(statementsOf(record, 'en').map(({ label }) => label)).toEqual(['Flow (barrels a day)']);
});
