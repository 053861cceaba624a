// Which reader finds an amendment under "what you were sent", by what their first digest showed.
import { expect, test } from 'vitest';
import { headedFor } from '../../src/projections/digest-headings.ts';
import type { Entrance, KeptPart, ToldLine } from '../../src/projections/digest-told.ts';

const DAY = (day: number) => `2026-11-0${day}T08:00:00.000Z`;
const line = (claim: string, entered: Entrance | null): ToldLine => ({
  ...{ kind: 'corrected', claim, text: claim, name: claim, brief: claim, label: null, reading: null },
  ...{ said: null, at: DAY(9), places: [], otherPlaces: 0, entered },
});
const entered = (day: number, { lead = false, imported = false } = {}): Entrance => ({
  ...{ at: DAY(day), lead, imported },
});
const amended = (lines: ToldLine[], { more = 0, ranks = lines.map((_, at) => at) } = {}): KeptPart => ({
  ...{ kind: 'amended', lines, more, ranks },
});
const shown = (parts: readonly KeptPart[], first: string | null) =>
  headedFor(parts, first).map(({ kind, lines, more }) => [kind, lines.map(({ claim }) => claim), more]);

test.for<[string, Entrance, string | null, 'sent' | 'record']>([
  ['single, of the lead family, before the first digest', entered(2, { lead: true }), DAY(3), 'sent'],
  ['single, of another family, before it', entered(2), DAY(3), 'record'],
  ['single, of another family, at its very instant', entered(3), DAY(3), 'record'],
  ['single, of another family, after it', entered(4), DAY(3), 'sent'],
  ['imported, of the lead family, before it', entered(2, { lead: true, imported: true }), DAY(3), 'sent'],
  [
    'imported, of the lead family, after it: its number alone was sent',
    entered(4, { lead: true, imported: true }),
    DAY(3),
    'record',
  ],
  ['single, of another family, where nobody knows of the first', entered(2), null, 'sent'],
])('%s', ([, came, first, kind]) => {
  expect(shown([amended([line('a', came)])], first)).toEqual([[kind, ['a'], 0]]);
});

test('lines that move to the record stand there in the page’s order; the other parts stay', () => {
  const record: KeptPart = { kind: 'record', lines: [line('b', null)], more: 3, ranks: [1] };
  const said: KeptPart = { kind: 'said', lines: [line('d', null)], more: 2, ranks: [3] };
  const parts = [amended([line('a', entered(2)), line('c', entered(2))], { ranks: [0, 2] }), record, said];
  expect(shown(parts, DAY(3))).toEqual([
    ['record', ['a', 'b', 'c'], 3],
    ['said', ['d'], 2],
  ]);
  expect(shown(parts, DAY(1))).toEqual([
    ['sent', ['a', 'c'], 0],
    ['record', ['b'], 3],
    ['said', ['d'], 2],
  ]);
});

test('how many more there are is said once, where there are lines', () => {
  const parts = [amended([line('a', entered(2))], { more: 5 })];
  expect(shown(parts, DAY(1))).toEqual([['sent', ['a'], 5]]);
  expect(shown(parts, DAY(3))).toEqual([['record', ['a'], 5]]);
});
