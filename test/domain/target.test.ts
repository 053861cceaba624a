// Figures about a time to come: what a target may be, what is a forecast of it and what an outcome, and that neither is set against the other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/domain/record/change.ts';
import { bearsFigure, type Claim } from '../../src/domain/record/claim.ts';
import { figureRole } from '../../src/domain/record/figure-role.ts';
import { Measure } from '../../src/domain/record/measure.ts';
import { movedSince } from '../../src/domain/record/movement.ts';
import { Target, targetDays } from '../../src/domain/record/target.ts';
import { holds } from '../property/holds.ts';
import { log, oneRow } from './arbitraries.ts';
import {
  claimOf,
  FRAME,
  logOf,
  point,
  recorded,
  recordOf,
  replay,
  rowOf,
  shown,
  stanceOf,
  TOPIC,
} from './two-ministries.ts';

const measure = TOPIC.measures.find(({ id }) => id === 'foretold') as Measure;

describe('a target', () => {
  test.for([
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2028-Q4', 'quarter', '2028-10-01', '2028-12-31'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-06-30', 'day', '2026-06-30', '2026-06-30'],
    ['2026-04-01/2027-03-31', 'period', '2026-04-01', '2027-03-31'],
  ] as const)('%s is a %s, from %s to %s, and is read again as it is kept', ([text, precision, from, to]) => {
    const target = Target.parse(text);
    expect(target).toEqual({ date: text, precision });
    expect(targetDays(target)).toEqual({ from, to });
    expect(Target.parse(target)).toEqual(target);
  });

  test.for([
    '2026-Q5',
    '2026-02-30',
    '2026-13',
    'next year',
    '2027-01-01/2026-01-01',
    '2026-01-01T09:00:00Z',
    '2026/2027',
    '',
  ])('%s is none, with a sentence', (text) => {
    const parsed = Target.safeParse(text);
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toContain('Give a target as YYYY');
  });

  const fields = { ...measure, target: '2026' };
  test('stands for the days of a measure over a period', () => {
    expect(Measure.safeParse({ ...fields, counting: 'period' }).success).toBe(true);
  });
  test.for([{ period: { from: '2026-01-01', to: '2026-12-31' } }, { moment: '2026' }])(
    'goes with no other time: %o',
    (other) => {
      expect(Measure.safeParse({ ...fields, ...other }).error?.issues).toMatchObject([{ path: ['target'] }]);
    },
  );
});

const foretold = (id: string, said: string, n: number, more: object = {}) =>
  claimOf(id, { measure: 'foretold', said, value: point(n), ...more });
const [june, july, after, revised] = [
  foretold('june', '2024-06-01', 10),
  foretold('july', '2024-07-10', 20),
  foretold('after', '2024-07-11', 30),
  foretold('revised', '2024-07-20', 25),
] as const;

test.for([
  ['2024-07-10', 'forecast'],
  ['2024-07-10T23:59:00-11:00', 'forecast'],
  ['2024-07-11', 'outcome'],
  ['2024-07', 'forecast'],
  ['2024-08', 'outcome'],
  ['2025', 'outcome'],
] as const)('what is said on %s of 10 July is the %s', ([said, role]) => {
  const [state] = recordOf(foretold('a', said, 1)).claims;
  expect(state && figureRole(state, measure)).toBe(role);
});

test('forecasts are raised and lowered like any other figure', () => {
  const row = rowOf(recordOf(june, july), 'ministry-a', 'foretold');
  expect(shown(row)).toMatchObject({ lead: 'july', previous: 'june', forecast: null });
  expect(movedSince(row)).toBe('raised');
});

test('an outcome takes the row and leaves the last forecast beside it, as nothing before', () => {
  const row = rowOf(recordOf(after, june, july), 'ministry-a', 'foretold');
  expect(shown(row)).toMatchObject({ lead: 'after', previous: null, forecast: 'july' });
  expect(movedSince(row)).toBeNull();
  const again = rowOf(recordOf(after, june, july, revised), 'ministry-a', 'foretold');
  expect(shown(again)).toMatchObject({ lead: 'revised', previous: 'after', forecast: 'july' });
  expect(movedSince(again)).toBe('lowered');
});

test('a voided outcome brings the forecast back; a stance after it takes nothing away', () => {
  const voided = { kind: 'void', id: 'after', reason: 'It was never said.', on: null } as const;
  const row = rowOf(recordOf(june, july, after, voided), 'ministry-a', 'foretold');
  expect(shown(row)).toMatchObject({ lead: 'july', previous: 'june', forecast: null });
  const denied = stanceOf('no', 'declines', {
    measure: 'foretold',
    said: '2024-07-12',
    about: { words: '30' },
  });
  expect(shown(rowOf(recordOf(july, denied), 'ministry-a', 'foretold'))).toMatchObject({
    lead: 'july',
    later: 'no',
  });
});

test('written one after another: raised, then a first figure of its own, then lowered', () => {
  const entries = logOf([june, july, after, revised].map(recorded));
  const kinds = [june, july, after, revised].map((_, at) => {
    const end = FRAME.length + at;
    const [change] = changesBetween(replay(entries.slice(0, end)), replay(entries.slice(0, end + 1)));
    return [change?.kind, change?.before?.claim.id ?? null];
  });
  expect(kinds).toEqual([
    ['new source', null],
    ['raised', 'june'],
    ['first figure', null],
    ['lowered', 'after'],
  ]);
});

/** One source's claims, every second of them said after the target. */
const aboutTen = oneRow.map((many) =>
  many.map((each, at): Claim => {
    const later = at % 2 === 1 && each.said ? each.said.date.replace('-07-0', '-07-1') : null;
    const date = later === null ? each.said : each.said && { ...each.said, date: later };
    return { ...each, measure: 'foretold', said: date };
  }),
);

test('a row’s figures are of one role, whatever else was said when, and a change is from one to the same', () => {
  let outcomes = 0;
  holds(
    fc.property(aboutTen, (many) => {
      const row = rowOf(recordOf(...many), 'ministry-a', 'foretold');
      const figures = [row.lead, row.previous, ...row.equals, ...row.beside, ...row.same];
      const roles = new Set(figures.flatMap((state) => (state && figureRole(state, measure)) ?? []));
      expect(roles.size).toBeLessThan(2);
      if (row.forecast === null) return;
      outcomes++;
      expect([...roles, figureRole(row.forecast, measure)]).toEqual(['outcome', 'forecast']);
    }),
    { numRuns: 500 },
  );
  expect(outcomes).toBeGreaterThan(50);
  holds(
    fc.property(log(), (entries) => {
      for (const { kind, before, after: now } of changesBetween(null, replay(entries))) {
        if (kind === 'corrected' || !before || !now || !bearsFigure(before.claim) || !bearsFigure(now.claim))
          continue;
        const on = TOPIC.measures.find(({ id }) => id === now.claim.measure);
        expect(figureRole(before, on)).toBe(figureRole(now, on));
      }
    }),
    { numRuns: 300 },
  );
});
