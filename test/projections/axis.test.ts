// One axis for one measure: where a number lies, and what is drawn there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SCHEME, SCHEMES } from '../../src/domain/figure/vagueness.ts';
import { bearsFigure } from '../../src/domain/record/claim.ts';
import { type Axis, axisFor, markOf, positionOn, spanOf } from '../../src/projections/axis.ts';
import { claim as anyClaim, claims } from '../domain/arbitraries.ts';
import { claimOf, point } from '../domain/two-ministries.ts';
import { holds } from '../property/holds.ts';

const end = fc.option(
  fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.double({ min: 0.001, max: 1, noNaN: true })),
);
const spans = fc.array(fc.record({ low: end, high: end }), { minLength: 1, maxLength: 8 });
const unit = fc.constantFrom('people', 'share');
const axis = fc.tuple(spans, unit).map(([ends, what]) => axisFor(ends, what, 'en'));

test('positions lie between 0 and 100, grow with the number, and zero stands at 0', () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 10_000_000 }),
    fc.double({ min: 0, max: 2, noNaN: true }),
  );
  holds(
    fc.property(axis, number, number, (line, a, b) => {
      fc.pre(line !== null);
      const [x, y] = [positionOn(line as Axis, Math.min(a, b)), positionOn(line as Axis, Math.max(a, b))];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(100);
      expect(x).toBeLessThanOrEqual(y);
      expect(positionOn(line as Axis, 0)).toBe(0);
    }),
    { numRuns: 5_000 },
  );
});

test('every number shown lies within the ends of its axis, and every tick where its number lies', () => {
  holds(
    fc.property(spans, (ends) => {
      const line = axisFor(ends, 'people', 'en');
      const numbers = ends.flatMap(({ low, high }) => [low, high]).filter((n) => n !== null);
      if (numbers.length === 0) return void expect(line).toBeNull();
      const { low, high, ticks, zero } = line as Axis;
      expect(zero).toBe(numbers.includes(0));
      for (const n of numbers.filter((each) => each > 0)) {
        // A power of ten by logarithm may be a rounding away from itself.
        expect(n).toBeGreaterThanOrEqual(low * (1 - 1e-9));
        expect(n).toBeLessThanOrEqual(high * (1 + 1e-9));
      }
      expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted((a, b) => a - b));
      expect([ticks[0]?.at, ticks.at(-1)?.at]).toEqual([0, 100]);
    }),
    { numRuns: 2_000 },
  );
});

test('a share lies on its own scale, from nothing to the whole', () => {
  expect(axisFor([{ low: 0.25, high: 0.25 }], 'share', 'en')).toMatchObject({
    scale: 'linear',
    ticks: [
      { at: 0, label: '0%' },
      { at: 50, label: '50%' },
      { at: 100, label: '100%' },
    ],
  });
});

test('a zero stands before a break in the line', () => {
  const line = axisFor(
    [
      { low: 0, high: 0 },
      { low: 10, high: 1_000 },
    ],
    'people',
    'en',
  ) as Axis;
  expect(line.ticks.map(({ label }) => label)).toEqual(['0', '10', '100', '1,000']);
  expect([positionOn(line, 0), positionOn(line, 10)]).toEqual([0, 10]);
});

test('a mark lies where its figure does, whole on the line, its point within its ends', () => {
  holds(
    fc.property(claims(), anyClaim, fc.constantFrom(...SCHEMES), (many, one, scheme) => {
      const ends = [one, ...many].flatMap((each) => spanOf(each, scheme) ?? []);
      const line = axisFor(ends, one.measure === 'share' ? 'share' : 'people', 'en');
      const mark = line && markOf(one, scheme, line);
      if (!mark || !bearsFigure(one)) return;
      const places = [mark.from, mark.at, mark.to].filter((place) => place !== null);
      expect(places.length).toBeGreaterThan(0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const place of places) expect(place >= 0 && place <= 100).toBe(true);
      const span = spanOf(one, scheme);
      expect(mark.open).toBe(span?.high === null ? 'up' : span?.low === null ? 'down' : null);
      expect(mark.kind === 'band').toBe(one.value?.kind === 'vague');
    }),
    { numRuns: 2_000 },
  );
});

const LINE = axisFor([{ low: 1, high: 10_000 }], 'people', 'en') as Axis;
const markFor = (value: object, scheme = DEFAULT_SCHEME, fields = {}) =>
  markOf(claimOf('c', { value, ...fields }), scheme, LINE);

test.for<[string, object, object]>([
  ['a point', point(100), { kind: 'point', at: 50, open: null }],
  ['at least', point(100, 'at least 100', 'at-least'), { kind: 'point', at: 50, open: 'up' }],
  ['up to', point(100, 'up to 100', 'at-most'), { kind: 'point', at: 50, open: 'down' }],
  [
    'a range',
    { kind: 'range', low: 10, high: 1_000, stated: '10 to 1,000' },
    { kind: 'bar', at: null, from: 25, to: 75 },
  ],
  [
    'an interval',
    { kind: 'interval', low: 10, point: 100, high: 1_000, level: 0.95, stated: '100' },
    { kind: 'bar', at: 50, from: 25, to: 75 },
  ],
  [
    'vague words',
    { kind: 'vague', stated: 'thousands' },
    { kind: 'band', at: null, from: 82.5, to: 100, open: null },
  ],
])('%s is drawn', ([, value, mark]) => {
  expect(markFor(value)).toMatchObject(mark);
});

test('a minimum is an arrow, a blank is nothing, an adopted figure is hollow', () => {
  const [, acled, , blank] = SCHEMES as [
    typeof DEFAULT_SCHEME,
    typeof DEFAULT_SCHEME,
    unknown,
    typeof DEFAULT_SCHEME,
  ];
  expect(markFor({ kind: 'vague', stated: 'hundreds' }, acled)).toMatchObject({
    from: 50,
    to: null,
    open: 'up',
  });
  expect(markFor({ kind: 'vague', stated: 'hundreds' }, blank)).toBeNull();
  expect(markFor(point(100), DEFAULT_SCHEME, { adopts: 'other' })).toMatchObject({ hollow: true });
});
