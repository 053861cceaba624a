// The grey lines of a row: each only where it says something, in the order a reader needs them.
import { expect, test } from 'vitest';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import { claimOf, point, recordOf, stanceOf } from '../domain/two-ministries.ts';

const notesOf = (...actions: (Action | Claim)[]) => {
  const view = toTopicView(recordOf(...actions), PLAIN);
  const row = view.sources.find(({ id }) => id === 'ministry-a')?.estimates[0];
  return (row?.notes ?? []).map(({ kind, text }) => `${kind}: ${text}`);
};
const other = (fields: object) => claimOf('b', { source: 'ministry-b', ...fields });

test.for<[string, (Action | Claim)[], string[]]>([
  ['a plain figure', [claimOf('c')], []],
  ['data to a day', [claimOf('c', { asOf: '2024-01-08' })], ['as-of: data to 8 Jan 2024']],
  [
    'why a speaker is not named',
    [
      claimOf('c', {
        chain: [
          { name: 'Paper', role: 'outlet', reason: 'no reason of a name' },
          { name: 'an official', role: 'speaker', anonymous: true, reason: 'to speak freely' },
        ],
      }),
    ],
    ['unnamed: unnamed; the reason given: to speak freely'],
  ],
  ['made public later', [claimOf('c', { disclosed: '2024-02-20' })], ['disclosed: made public 20 Feb 2024']],
  [
    'an adopted figure',
    [claimOf('c', { adopts: 'b' }), other({})],
    ['adopts: adopting the figure of Ministry B'],
  ],
  [
    'a conversion',
    [claimOf('c', { value: { ...point(1), derived: { ends: ['point'], how: '42 to one' } } })],
    ['reading: our conversion: 42 to one'],
  ],
  [
    'a later denial',
    [claimOf('c'), stanceOf('d', 'denies', { said: '2024-02-01' })],
    ['later: 1 Feb 2024: denies 3,000'],
  ],
  [
    'the figure before',
    [claimOf('c'), claimOf('o', { said: '2024-01-01', value: point(7) })],
    ['previous: before, 1 Jan 2024: “7” (raised since)'],
  ],
  ['thirty days behind its family', [claimOf('c'), other({ said: '2024-02-09' })], []],
  [
    'thirty-one days behind',
    [claimOf('c'), other({ said: '2024-02-10' })],
    ['age: 31 days older than the newest'],
  ],
  [
    'behind a figure of another measure of its family',
    [claimOf('c'), other({ measure: 'killed-in-may', said: '2025-01-10' })],
    [],
  ],
  [
    'behind on an event that is over',
    [claimOf('c', { measure: 'march' }), other({ measure: 'march', said: '2025-01-10' })],
    [],
  ],
  [
    'behind on a period that is over',
    [claimOf('c', { measure: 'killed-in-may' }), other({ measure: 'killed-in-may', said: '2025-01-10' })],
    [],
  ],
  ['behind a year that may be the same', [claimOf('c'), other({ said: '2024' })], []],
  [
    'of one date, without hours',
    [claimOf('c'), claimOf('d', { value: point(48) })],
    ['beside: of one date; which was said last is not known'],
  ],
  [
    'of a year around its day',
    [claimOf('c'), claimOf('d', { said: '2024', value: point(48) })],
    ['beside: also, 2024: “48”'],
  ],
  [
    'that a vague word came before',
    [
      claimOf('c', { value: point(300) }),
      claimOf('d', { said: '2024-01-01', value: { kind: 'vague', stated: 'dozens' } }),
    ],
    ['previous: before, 1 Jan 2024: “dozens” (raised since, as By Source reads it)'],
  ],
  [
    'before it by the hour',
    [
      claimOf('c', { said: '2024-01-10T20:00:00+02:00' }),
      claimOf('d', { said: '2024-01-10T18:30:00+02:00', value: point(48) }),
    ],
    ['previous: before, 10 Jan 2024, 18:30 UTC+2: “48” (raised since)'],
  ],
  ['a year behind', [claimOf('c'), other({ said: '2025-01-10' })], ['age: 12 months older than the newest']],
  ['a stance, however old', [stanceOf('c', 'declines'), other({ said: '2025-01-10' })], []],
  [
    'behind a stance only',
    [claimOf('c'), stanceOf('b', 'declines', { source: 'ministry-b', said: '2024-06-01' })],
    [],
  ],
])('%s', ([, actions, notes]) => {
  expect(notesOf(...actions)).toEqual(notes);
});

test('other printings, and how many outlets', () => {
  const printed = { outlet: 'Other', url: null };
  const readings = [
    { ...printed, text: '100' },
    { ...printed, text: 'about 130', metric: 'wounded' },
  ];
  expect(notesOf(claimOf('c', { readings }))).toEqual([
    'printed: printed as “about 130” (wounded) by Other',
    'outlets: reported by 2 outlets',
  ]);
});

test('a disputed figure is not shown; its printings are', () => {
  const readings = [{ text: '130', outlet: 'Other', value: point(130), distance: 0 }];
  const view = toTopicView(recordOf(claimOf('c', { readings })), PLAIN);
  expect(view.sources[0]?.estimates[0]).toMatchObject({
    text: 'disputed: outlets print this statement differently',
    status: 'disputed',
    value: null,
    mark: null,
    notes: [{ kind: 'standing', text: 'printed as “130” by Other' }, { kind: 'outlets' }],
  });
});
