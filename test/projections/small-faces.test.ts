// What a card, a widget and a mail must say of a row, however little room they have.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { BRIEF_NOTES, toPanel } from '../../src/projections/panel.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

/** The notes of all rows, in one text. */
function notesOf(...actions: (Action | Claim)[]): string {
  const view = toTopicView(recordOf(...actions), PLAIN);
  const { groups } = toPanel(view, { family: 'killed', limit: 9, notes: BRIEF_NOTES });
  return groups.flatMap(({ rows }) => rows.flatMap((row) => row.notes)).join('; ');
}

const reason = 'The page says so.';
const old = claimOf('old', { value: point(100) });

test('a correction, with its reason', () => {
  const right = claimOf('old', { value: point(10) });
  const told = notesOf(old, { kind: 'correct', claim: right, reason, fields: ['value'] });
  expect(told).toMatch(/corrected by us/);
  expect(told).toContain(reason);
});

test('why a figure was withdrawn', () => {
  expect(notesOf(old, { kind: 'retract', id: 'old', reason, on: null })).toContain(reason);
});

test('what was said since without a figure', () => {
  const later = stanceOf('later', 'cannot-confirm', { said: '2025-02-01' });
  expect(notesOf(old, later)).toContain('cannot confirm');
});

test('up to which day the data go', () => {
  expect(notesOf(claimOf('old', { asOf: '2024-05-01' }))).toContain('data to 1 May 2024');
});

test('whose figure it adopts', () => {
  const adopted = claimOf('theirs', { source: 'ministry-b', value: point(100) });
  const own = claimOf('own', { value: point(100), adopts: 'theirs', said: '2025-02-01' });
  expect(notesOf(adopted, own)).toContain('adopting the figure of Ministry B');
});
