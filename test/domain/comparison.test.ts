// Two figures side by side: where they lie to each other, and when they must not be compared.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SCHEME, SCHEMES } from '../../src/domain/figure/vagueness.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import {
  COMPARABLE_DAYS,
  compareEstimates,
  endsOf,
  type Relation,
  relate,
} from '../../src/domain/record/comparison.ts';
import { daysBetween } from '../../src/domain/record/date.ts';
import type { Estimate } from '../../src/domain/record/estimate.ts';
import { latestEstimates } from '../../src/domain/record/estimate.ts';
import { type Measure, movesWithTime } from '../../src/domain/record/measure.ts';
import { orderDay } from '../../src/domain/record/record.ts';
import { holds, only } from '../property/holds.ts';
import { claims } from './arbitraries.ts';
import { claimOf, point, recordOf, rowOf, SOURCES, stanceOf, TOPIC } from './two-ministries.ts';

const MIRROR: Record<Relation, Relation> = {
  same: 'same',
  within: 'contains',
  contains: 'within',
  overlaps: 'overlaps',
  above: 'below',
  below: 'above',
  compatible: 'compatible',
};
const end = fc.option(fc.integer({ min: -30, max: 30 }));
const interval = only(fc.tuple(end, end), ([low, high]) => low !== null || high !== null).map(([a, b]) =>
  a !== null && b !== null && a > b ? { low: b, high: a } : { low: a, high: b },
);
const measureOf = (id: string): Measure => TOPIC.measures.find((measure) => measure.id === id) as Measure;
const compare = (a: Estimate, b: Estimate) =>
  compareEstimates(a, b, measureOf(a.measure), SOURCES, DEFAULT_SCHEME);

test('a relation read from the other side is its mirror', () => {
  holds(
    fc.property(interval, interval, (a, b) => {
      expect(relate(b, a)).toBe(MIRROR[relate(a, b)]);
    }),
    { numRuns: 5_000 },
  );
});

test.for([
  [{ low: 5, high: 5 }, { low: 5, high: 5 }, 'same'],
  [{ low: 5, high: 6 }, { low: 1, high: 9 }, 'within'],
  [{ low: 1, high: 9 }, { low: 5, high: 6 }, 'contains'],
  [{ low: 1, high: 5 }, { low: 4, high: 9 }, 'overlaps'],
  [{ low: 7, high: 9 }, { low: 1, high: 6 }, 'above'],
  [{ low: 1, high: 6 }, { low: 7, high: 9 }, 'below'],
  [{ low: 300, high: null }, { low: 400, high: 400 }, 'compatible'],
  [{ low: 300, high: null }, { low: 200, high: 200 }, 'above'],
  [{ low: null, high: 300 }, { low: 400, high: 400 }, 'below'],
  [{ low: 300, high: null }, { low: 300, high: null }, 'compatible'],
  [{ low: null, high: -5 }, { low: -9, high: -7 }, 'compatible'],
  [{ low: null, high: -5 }, { low: -4, high: -4 }, 'below'],
  [{ low: -1.1, high: 0.3 }, { low: -0.4, high: -0.4 }, 'contains'],
  [{ low: null, high: -2 }, { low: -5, high: -5 }, 'compatible'],
  [{ low: null, high: -2 }, { low: -1, high: 3 }, 'below'],
  [{ low: -1, high: 3 }, { low: null, high: -2 }, 'above'],
] as const)('%o to %o is %s', ([a, b, relation]) => {
  expect(relate(a, b)).toBe(relation);
});

test('any two rows: mirrored, on one measure only, with a name, a figure and days close enough', () => {
  let related = 0;
  holds(
    fc.property(claims(8), fc.constantFrom(...SCHEMES), (many, scheme) => {
      const rows = latestEstimates(recordOf(...many));
      for (const a of rows) {
        for (const b of rows) {
          const measure = measureOf(a.measure);
          const [there, back] = [
            compareEstimates(a, b, measure, SOURCES, scheme),
            compareEstimates(b, a, measureOf(b.measure), SOURCES, scheme),
          ];
          if (there.kind === 'none') expect(back.kind).toBe('none');
          if (there.kind === 'apart') expect(back).toEqual(there);
          if (there.kind !== 'relation') continue;
          related++;
          expect(back).toEqual({ kind: 'relation', relation: MIRROR[there.relation] });
          expect(a.measure).toBe(b.measure);
          expect([a.source, b.source]).not.toContain('nobody-d');
          const days = Math.abs(daysBetween(orderDay(a.lead.bound), orderDay(b.lead.bound)));
          if (movesWithTime(measure)) expect(days).toBeLessThanOrEqual(COMPARABLE_DAYS);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(related).toBeGreaterThan(500);
});

const two = (a: Claim, b: Claim) => {
  const record = recordOf(a, b);
  return compare(rowOf(record, a.source, a.measure as string), rowOf(record, b.source, b.measure as string));
};

test.for(['killed', 'flow'])('figures on %s said more than seven days apart are only apart', (measure) => {
  const a = claimOf('a', { measure, said: '2024-05-01' });
  const near = claimOf('b', { measure, source: 'ministry-b', said: '2024-05-08', value: point(90) });
  const far = claimOf('b', { measure, source: 'ministry-b', said: '2024-05-09', value: point(90) });
  expect(two(a, near)).toEqual({ kind: 'relation', relation: 'above' });
  expect(two(a, far)).toEqual({ kind: 'apart', days: 8 });
});

test.for(['march', 'killed-in-may', 'flow-in-april'])(
  'figures on %s may be compared whenever they were said',
  (measure) => {
    const a = claimOf('a', { measure, said: '2024-06-01' });
    const b = claimOf('b', { measure, source: 'study-c', said: '2024-12-01' });
    expect(two(a, b)).toEqual({ kind: 'relation', relation: 'same' });
  },
);

test('different measures are never compared', () => {
  const a = claimOf('a');
  const b = claimOf('b', { measure: 'wounded', source: 'ministry-b' });
  expect(two(a, b)).toEqual({ kind: 'none', why: 'different measures' });
});

test('a figure that nobody is named for is never compared', () => {
  expect(two(claimOf('a'), claimOf('b', { source: 'nobody-d' }))).toEqual({
    kind: 'none',
    why: 'unattributed',
  });
});

test.for(['denies', 'declines', 'cannot-confirm', 'no-answer'])(
  'a figure that somebody %s is not compared as theirs',
  (stance) => {
    const b = stanceOf('b', stance, { source: 'ministry-b', value: point(3_000), about: { words: '3,000' } });
    expect(two(claimOf('a'), b)).toEqual({ kind: 'none', why: 'no figure' });
  },
);

test('a withdrawn figure is not compared', () => {
  const record = recordOf(claimOf('a'), claimOf('b', { source: 'ministry-b' }), {
    kind: 'retract',
    id: 'b',
    reason: 'Withdrawn.',
    on: null,
  });
  expect(compare(rowOf(record), rowOf(record, 'ministry-b'))).toEqual({ kind: 'none', why: 'no figure' });
});

test('a forecast is not compared with what came; two forecasts are, whenever they were said', () => {
  const on = (id: string, said: string, source = 'ministry-a') =>
    claimOf(id, { measure: 'foretold', source, said });
  const forecast = on('a', '2024-01-01');
  expect(two(forecast, on('b', '2024-07-11', 'study-c'))).toEqual({
    kind: 'none',
    why: 'forecast and outcome',
  });
  expect(two(forecast, on('b', '2024-07-10', 'study-c'))).toEqual({ kind: 'relation', relation: 'same' });
});

test('of several figures of one date none is compared', () => {
  const record = recordOf(
    claimOf('a'),
    claimOf('b', { source: 'study-c', value: point(1) }),
    claimOf('c', { source: 'study-c', value: point(2) }),
  );
  expect(compare(rowOf(record), rowOf(record, 'study-c'))).toEqual({ kind: 'none', why: 'several figures' });
});

/** Three named voices on one march. */
const voices = ['ministry-a', 'ministry-b', 'study-c'];
const onOneMarch = claims(9).map((many) =>
  many
    .filter(({ value }) => value?.kind !== 'share')
    .map((each, at): Claim => ({ ...each, measure: 'march', source: voices[at % 3] ?? '' })),
);

test('the ends are two rows that can be compared, none lies lower or higher, and the order of arrival decides nothing', () => {
  let found = 0;
  holds(
    fc.property(onOneMarch, fc.constantFrom(...SCHEMES), (many, scheme) => {
      const all = Map.groupBy(latestEstimates(recordOf(...many)), (row) => row.measure);
      const other = Map.groupBy(latestEstimates(recordOf(...many.toReversed())), (row) => row.measure);
      for (const [measure, rows] of all) {
        const ends = endsOf(rows, SOURCES, scheme);
        const names = (pair: typeof ends) => pair?.map(({ source }) => source);
        expect(names(endsOf(other.get(measure) ?? [], SOURCES, scheme))).toEqual(names(ends));
        if (ends === null) continue;
        found++;
        const [lowest, highest] = ends;
        expect(lowest.source).not.toBe(highest.source);
        for (const row of rows) {
          const to = (end: Estimate) => {
            const between = compareEstimates(row, end, measureOf(measure), SOURCES, scheme);
            return between.kind === 'relation' ? between.relation : null;
          };
          expect(to(lowest)).not.toBe('below');
          if (row !== lowest) expect(to(highest)).not.toBe('above');
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(50);
});
