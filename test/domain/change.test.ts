// What changed between two states: each thing once, with its kind, before and after.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Value } from '../../src/domain/figure/value.ts';
import { type Change, changesBetween } from '../../src/domain/record/change.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import { type Action, claimOf as claimNamed, type Entry } from '../../src/domain/record/entry.ts';
import { movement } from '../../src/domain/record/movement.ts';
import { holds } from '../property/holds.ts';
import { claims, counted, log } from './arbitraries.ts';
import {
  claimOf,
  FRAME,
  logOf,
  point,
  recorded,
  replay,
  rowOf,
  stanceOf,
  writeOf,
} from './two-ministries.ts';

const MIRROR = { raised: 'lowered', lowered: 'raised', widened: 'narrowed', narrowed: 'widened' } as const;
const AMENDMENTS = ['corrected', 'voided', 'retracted', 'withheld'];
const value = counted.map((each) => Value.parse(each));

test('a movement read backwards is its mirror', () => {
  holds(
    fc.property(value, value, (a, b) => {
      const there = movement(a, b);
      expect(movement(b, a)).toBe(there === null ? null : MIRROR[there]);
      expect(movement(a, a)).toBeNull();
    }),
    { numRuns: 5_000 },
  );
});

test('there is no change between equal states', () => {
  holds(
    fc.property(log(), (entries) => {
      expect(changesBetween(replay(entries), replay(entries))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** What each entry of a log must be told as. */
const expected = (entries: readonly Entry[]) =>
  entries.flatMap(({ action }) => {
    const claim = claimNamed(action);
    return claim === null ? [] : [`${action.kind} ${claim}`];
  });
const VERB: Record<string, string> = {
  corrected: 'correct',
  voided: 'void',
  retracted: 'retract',
  withheld: 'withhold',
};
const told = (changes: Change[]) =>
  changes.map(({ kind, after, before, id }) => {
    const claim = (after ?? before)?.claim.id ?? id.replace(/^\d+-|-\d+$/g, '');
    return `${VERB[kind] ?? 'claim'} ${claim}`;
  });

test('written one by one, every claim and every amendment is told exactly once', () => {
  holds(
    fc.property(log(), (entries) => {
      const changes = entries.flatMap((_, at) =>
        at < FRAME.length
          ? []
          : changesBetween(replay(entries.slice(0, at)), replay(entries.slice(0, at + 1))),
      );
      expect(told(changes)).toEqual(expected(entries));
      expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    }),
    { numRuns: 500 },
  );
});

test('from any past state to the present, too', () => {
  holds(
    fc.property(log(['claim', 'correct', 'void', 'retract']), fc.nat(), (entries, past) => {
      const at = FRAME.length + (past % (entries.length - FRAME.length + 1));
      const changes = changesBetween(replay(entries.slice(0, at)), replay(entries));
      expect(told(changes).sort()).toEqual(expected(entries.slice(at)).sort());
      const times = changes.map((change) => change.at);
      expect(times).toEqual([...times].sort());
    }),
    { numRuns: 1_000 },
  );
});

/** The one change that an action makes after others. */
function changeBy(before: (Action | Claim)[], after: Action | Claim): Change {
  const actions = [...before, after].map((action) => ('kind' in action ? action : recorded(action)));
  const entries = logOf(actions);
  const changes = changesBetween(replay(entries.slice(0, -1)), replay(entries));
  expect(changes).toHaveLength(1);
  return changes[0] as Change;
}

const old = claimOf('old', { said: '2024-12-01', value: point(100) });
const next = (fields: object) => claimOf('next', { said: '2025-01-01', ...fields });
const range = (low: number, high: number) => ({ kind: 'range', low, high, stated: `${low} to ${high}` });
const wide = claimOf('old', { said: '2024-12-01', value: range(100, 200) });

test.for<[string, Claim[], Claim, string | null]>([
  ['new source', [], old, null],
  ['first figure', [old], next({ measure: 'wounded' }), null],
  ['first figure', [stanceOf('stance', 'cannot-confirm', { said: '2024-11-01' })], next({}), 'stance'],
  ['raised', [old], next({ value: point(150) }), 'old'],
  ['lowered', [old], next({ value: point(50) }), 'old'],
  ['widened', [wide], next({ value: range(50, 300) }), 'old'],
  ['narrowed', [wide], next({ value: range(120, 150) }), 'old'],
  ['stance changed', [old], stanceOf('next', 'denies', { said: '2025-01-01' }), 'old'],
  ['stance changed', [old], next({ stance: 'acknowledges' }), 'old'],
  ['statement', [old], next({}), null],
  ['added from earlier', [old], claimOf('next', { said: '2024-02-01', value: point(900) }), null],
])('%s', ([kind, before, after, replaced]) => {
  const change = changeBy(before, after);
  expect(change).toMatchObject({ kind, after: { claim: { id: after.id } } });
  expect(change.before?.claim.id ?? null).toBe(replaced);
});

test.for([
  ['a side scenario of the same day', { said: '2024-12-01', value: point(900) }],
  [
    'a relayed figure',
    { said: '2025-01-01', value: point(900), stance: 'alleges', about: { source: 'ministry-b' } },
  ],
])('%s is no rise', ([, fields]) => {
  expect(changeBy([{ ...old, preferred: true }], claimOf('side', fields as object))).toMatchObject({
    before: null,
  });
  const { kind } = changeBy([{ ...old, preferred: true }], claimOf('side', fields as object));
  expect(['statement', 'added from earlier']).toContain(kind);
});

test('nor is the source’s own choice, told after its side of the same day', () => {
  const preferred = claimOf('main', { said: '2024-12-01', value: point(900), preferred: true });
  expect(changeBy([old], preferred)).toMatchObject({
    kind: 'added from earlier',
    before: null,
    after: { claim: preferred },
  });
});

test('a second figure on a named moment has nothing to be raised from', () => {
  const measure = 'flow-in-april';
  const change = changeBy([{ ...old, measure }], next({ measure, value: point(900) }));
  expect(change).toMatchObject({ kind: 'statement', before: null });
});

test('the count of one event is raised and lowered as any other', () => {
  const measure = 'march';
  const change = changeBy([{ ...old, measure }], next({ measure, value: point(1) }));
  expect(change).toMatchObject({ kind: 'lowered', before: { claim: { id: old.id } } });
});

test('a side of the same day never moves the row or counts as a move', () => {
  holds(
    fc.property(claims(), value, (many, other) => {
      const lead = rowOf(replay(logOf([old, ...many].map(recorded)))).lead.claim;
      fc.pre(lead.value !== null && lead.said?.precision === 'day' && !lead.said.inferred);
      const preferred = { ...lead, preferred: true };
      const all = [old, ...many].map((each) =>
        each.id === lead.id ? preferred : { ...each, preferred: false },
      );
      const side = {
        ...claimOf('z-side'),
        source: lead.source,
        measure: lead.measure,
        said: lead.said,
        value: other,
      };
      const change = changeBy(all, side);
      expect(['statement', 'added from earlier']).toContain(change.kind);
      expect(change.before).toBeNull();
    }),
    { numRuns: 500 },
  );
});

test('amendments tell what stood, what stands and why', () => {
  const reason = 'The page says so.';
  const right = claimOf('old', { said: '2024-12-01', value: point(10) });
  expect(changeBy([old], { kind: 'correct', claim: right, reason, fields: ['value'] })).toMatchObject({
    kind: 'corrected',
    before: { claim: old },
    after: { claim: right },
    reason,
  });
  for (const kind of ['void', 'retract'] as const) {
    const change = changeBy([old], { kind, id: 'old', reason, on: null });
    expect(change).toMatchObject({ before: { claim: old }, after: null, reason });
    expect(AMENDMENTS).toContain(change.kind);
  }
  const withheld = changeBy([old], { kind: 'withhold', id: 'old', reason, on: null });
  expect(withheld).toMatchObject({
    kind: 'withheld',
    source: 'ministry-a',
    before: null,
    after: null,
    reason,
  });
});

test('two corrections in one span: each with its own before and after', () => {
  const versions = [100, 200, 300].map((n) => claimOf('c', { value: point(n) }));
  const reason = 'The page says so.';
  const entries = logOf(
    versions.map((claim, at) =>
      at === 0 ? recorded(claim) : { kind: 'correct', claim, reason, fields: ['value'] },
    ),
  );
  const changes = changesBetween(replay(entries.slice(0, -2)), replay(entries));
  expect(changes.map(({ before, after }) => [before?.claim.value?.point, after?.claim.value?.point])).toEqual(
    [
      [100, 200],
      [200, 300],
    ],
  );
});

test('an import is one change, with the number of claims it brought', () => {
  const many = [claimOf('a'), claimOf('b', { source: 'ministry-b' })];
  const entries = [
    ...FRAME,
    ...writeOf(2, ...many.map(recorded)).map((entry) => ({ ...entry, batch: 'files' })),
  ];
  const changes = changesBetween(null, replay(entries));
  expect(changes).toMatchObject([{ kind: 'import', count: 2, before: null, after: null }]);
});

const hedged = (n: number, hedge: string) => ({ ...point(n, `${hedge} ${n}`), hedge });
const interval = (low: number, n: number, high: number) => ({
  kind: 'interval',
  low,
  point: n,
  high,
  level: 0.95,
  stated: `${n} (${low}-${high})`,
});
const dozens = { kind: 'vague', stated: 'dozens' };

test.for<[object, object, string | null]>([
  [point(54), point(52), 'lowered'],
  [point(0.2), point(-0.1), 'lowered'],
  [point(-4.8), point(-3), 'raised'],
  [point(0), point(-0.1), 'lowered'],
  [range(-3, -1), range(-2, -1), 'narrowed'],
  [hedged(-3, 'at-most'), hedged(-2, 'at-most'), 'raised'],
  [hedged(60, 'at-least'), range(60, 75), 'narrowed'],
  [range(60, 75), hedged(60, 'at-least'), 'widened'],
  [hedged(60, 'at-least'), hedged(80, 'at-least'), 'raised'],
  [hedged(80, 'more-than'), hedged(60, 'at-least'), 'lowered'],
  [hedged(80, 'at-most'), hedged(60, 'fewer-than'), 'lowered'],
  [hedged(60, 'at-least'), point(75), 'narrowed'],
  [point(75), hedged(60, 'at-least'), 'widened'],
  [point(75), hedged(80, 'at-least'), 'raised'],
  [hedged(60, 'at-least'), hedged(80, 'at-most'), null],
  [hedged(60, 'at-least'), hedged(50, 'at-most'), 'lowered'],
  [range(100, 200), range(150, 200), 'narrowed'],
  [range(100, 200), range(100, 300), 'widened'],
  [range(100, 200), range(150, 300), 'raised'],
  [range(100, 200), point(150), 'narrowed'],
  [point(150), range(100, 200), 'widened'],
  [interval(90, 100, 110), interval(80, 120, 160), 'raised'],
  [interval(90, 100, 110), interval(95, 100, 105), 'narrowed'],
  [hedged(100, 'about'), point(100), null],
  [dozens, point(60), 'narrowed'],
  [dozens, point(300), 'raised'],
])('from %o to %o is %s', ([from, to, moved]) => {
  expect(movement(Value.parse(from), Value.parse(to))).toBe(moved);
});

test('of one day the hour decides what was raised or lowered', () => {
  const hour = (id: string, at: string, n: number) =>
    claimOf(id, { said: `2024-12-01T${at}:00+02:00`, value: point(n) });
  const [evening, night] = [hour('m', '18:30', 54), hour('a', '20:00', 52)];
  expect(changeBy([evening], night)).toMatchObject({ kind: 'lowered', before: { claim: evening } });
  expect(changeBy([night], hour('z', '11:00', 31)).before).toBeNull();
});

test('without an hour a second figure of one day moves nothing, unless it replaces the first', () => {
  const second = claimOf('next', { said: '2024-12-01', value: point(150) });
  expect(changeBy([old], second)).toMatchObject({ before: null });
  expect(changeBy([old], { ...second, replaces: 'old' })).toMatchObject({
    kind: 'raised',
    before: { claim: old },
  });
  // Nor is a later day's figure raised from either of two.
  expect(changeBy([old, { ...second, id: 'second' }], next({ value: point(200) }))).toMatchObject({
    kind: 'statement',
    before: null,
  });
});

test('a figure of a day is not raised from one of the year around it', () => {
  const loose = claimOf('old', { said: '2024', value: point(100) });
  expect(changeBy([loose], claimOf('next', { said: '2024-12-01', value: point(200) }))).toMatchObject({
    before: null,
  });
});

test('a first figure is told once for a source and measure', () => {
  const reason = 'The page says so.';
  const cannot = stanceOf('stance', 'cannot-confirm', { said: '2024-11-01' });
  expect(changeBy([cannot], old)).toMatchObject({ kind: 'first figure' });
  for (const kind of ['void', 'retract', 'withhold'] as const) {
    const again = changeBy(
      [cannot, old, { kind, id: 'old', reason, on: null }].map((action) => action as Action),
      next({}),
    );
    expect(again.kind).toBe('statement');
  }
  const relayed = claimOf('relayed', {
    stance: 'alleges',
    about: { source: 'ministry-b' },
    said: '2024-12-01',
  });
  expect(changeBy([cannot], relayed).kind).not.toBe('first figure');
  expect(changeBy([cannot, relayed], next({}))).toMatchObject({ kind: 'first figure' });
});

test('of several first statements of a source one makes it new', () => {
  const entries = logOf([old, next({ value: point(150) })].map(recorded));
  const kinds = changesBetween(replay(FRAME), replay(entries)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'new source')).toHaveLength(1);
});
