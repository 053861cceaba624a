// One statement printed in two ways: the printing nearest the speaker is adopted, and sometimes none can be.
import { expect, test } from 'vitest';
import { isDisputed, outletsOf } from '../../src/domain/record/reading.ts';
import { claimOf, point, recordOf, rowOf, shown } from './two-ministries.ts';

const chain = [
  { name: 'Paper', role: 'outlet' },
  { name: 'Agency', role: 'agency' },
  { name: 'Speaker of A', role: 'speaker' },
];
const printed = (fields: object) => ({ text: '130', outlet: 'Other paper', ...fields });
const claimPrinted = (fields: object) => claimOf('c', { chain, readings: [printed(fields)] });

test.for([
  ['the same figure', { value: point(100), distance: 0 }, false],
  ['other words for no other figure', { distance: 0 }, false],
  ['another figure, farther from the speaker', { value: point(130), distance: 3 }, false],
  ['another figure, at a distance nobody knows', { value: point(130) }, false],
  ['another figure, as near to the speaker', { value: point(130), distance: 2 }, true],
  ['another figure, nearer to the speaker', { value: point(130), distance: 0 }, true],
  ['another metric, as near to the speaker', { metric: 'wounded', distance: 2 }, true],
] as const)('%s', ([, reading, disputed]) => {
  expect(isDisputed(claimPrinted(reading))).toBe(disputed);
});

test('a disputed statement is never an estimate while the source has a sound one', () => {
  const disputed = claimOf('late', {
    chain,
    said: '2024-06-01',
    readings: [printed({ value: point(130), distance: 0 })],
  });
  expect(shown(rowOf(recordOf(claimOf('sound'), disputed)))).toMatchObject({ lead: 'sound', without: null });
  expect(shown(rowOf(recordOf(disputed)))).toMatchObject({ lead: 'late', without: 'disputed' });
});

test('several outlets that quote one voice are one source', () => {
  const claim = claimOf('c', { readings: [printed({}), printed({ outlet: 'Paper' })] });
  expect([...outletsOf(claim)]).toEqual(['Paper', 'Other paper']);
});
