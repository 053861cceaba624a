// Entries played onto a record that stands give the record of the whole log, and leave the one that stood as it was.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOW } from '../../src/domain/record/record.ts';
import { recordAfter, recordAt } from '../../src/domain/record/replay.ts';
import { holds } from '../property/holds.ts';
import { log } from './arbitraries.ts';
import { claimOf, logOf, point, recorded } from './two-ministries.ts';

const KINDS = ['claim', 'correct', 'evidence', 'void', 'retract', 'withhold'];

test('wherever the log is cut', () => {
  holds(
    fc.property(log(KINDS), fc.nat(), (entries, at) => {
      const cut = at % (entries.length + 1);
      const was = recordAt(entries.slice(0, cut), NOW);
      const stood = structuredClone(was);
      // A log without its topic holds no record to go on from.
      const after = recordAfter(was, was === null ? entries : entries.slice(cut));
      expect(after).toEqual(recordAt(entries, NOW));
      expect(was).toEqual(stood);
    }),
  );
});

test('a withholding reaches back to the claim as it was first recorded', () => {
  const first = claimOf('a', { value: point(40) });
  const now = claimOf('a', { value: point(50), measure: 'wounded' });
  const entries = logOf([
    recorded(first),
    { kind: 'correct', claim: now, reason: 'A misprint of ours.', fields: ['value', 'measure'] },
    { kind: 'withhold', id: 'a', reason: 'By order of a court.', on: null },
  ]);
  const after = recordAfter(recordAt(entries.slice(0, -1), NOW), entries.slice(-1));
  expect(after).toEqual(recordAt(entries, NOW));
  expect(after?.held.get('a')?.claim.measure).toBe(first.measure);
});

test('what answers a claim is placed anew when its date is corrected', () => {
  const asked = claimOf('a', { said: '2024-01-05', value: point(40) });
  const answer = claimOf('b', {
    source: 'ministry-b',
    said: null,
    published: '2024-03-01',
    about: { claim: 'a' },
  });
  const entries = logOf([
    recorded(asked),
    recorded(answer),
    {
      kind: 'correct',
      claim: claimOf('a', { said: '2024-02-05', value: point(40) }),
      reason: 'A misprint of ours.',
      fields: ['said'],
    },
  ]);
  const was = recordAt(entries.slice(0, -1), NOW);
  const after = recordAfter(was, entries.slice(-1));
  expect(was?.held.get('b')?.bound.notBefore).toBe('2024-01-05');
  expect(after?.held.get('b')?.bound.notBefore).toBe('2024-02-05');
  expect(after).toEqual(recordAt(entries, NOW));
});
