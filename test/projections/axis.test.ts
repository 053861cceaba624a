// One axis for one measure: which scale it has, where a number lies, and what is drawn there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUANTITIES, type Quantity } from '../../src/domain/figure/quantity.ts';
import { DEFAULT_SCHEME, SCHEMES } from '../../src/domain/figure/vagueness.ts';
import type { Interval } from '../../src/domain/figure/value.ts';
import { bearsFigure } from '../../src/domain/record/claim.ts';
import {
  type Axis,
  type AxisMeasure,
  axisFor,
  markOf,
  positionOn,
  spanOf,
} from '../../src/projections/axis.ts';
import { haveRoom } from '../../src/projections/axis-labels.ts';
import { axisWords } from '../../src/projections/axis-words.ts';
import { claim as anyClaim, claims } from '../domain/arbitraries.ts';
import { claimOf, point } from '../domain/two-ministries.ts';
import { holds } from '../property/holds.ts';

const PEOPLE: AxisMeasure = { unit: 'people', quantity: 'count' };
const SHARE: AxisMeasure = { unit: 'share', quantity: 'share' };

/** Numbers of every size a figure has, whole ones for a count, below zero where that can be. */
const size = fc
  .tuple(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 1, max: 9_999 }))
  .map(([power, n]) => Number(`${n}e${power - 3}`));
const numberOf = (quantity: Quantity) => {
  if (quantity === 'share') return fc.integer({ min: 0, max: 1_000 }).map((n) => n / 1_000);
  if (quantity === 'count') return fc.oneof(fc.constant(0), size.map(Math.ceil));
  const positive = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 9, arbitrary: size });
  return quantity === 'duration'
    ? positive
    : fc.oneof(
        positive,
        size.map((n) => -n),
      );
};
const drawing = fc
  .constantFrom(...QUANTITIES)
  .chain((quantity) =>
    fc
      .array(numberOf(quantity), { minLength: 1, maxLength: 8 })
      .map((numbers) => ({ measure: { unit: quantity === 'share' ? 'share' : 'units', quantity }, numbers })),
  );
const spansOf = (numbers: readonly number[]): Interval[] => numbers.map((n) => ({ low: n, high: n }));
const axisOf = (numbers: readonly number[], measure: AxisMeasure): Axis => {
  const axis = axisFor(spansOf(numbers), measure, 'en');
  if (axis === null) throw new Error('There is no axis.');
  return axis;
};
const read = (label: string): number => Number(label.replace('−', '-').replace(/[,%]/g, ''));

test('three to six round ticks, each with a label that has room, through every number shown', () => {
  holds(
    fc.property(drawing, ({ measure, numbers }) => {
      const axis = axisOf(numbers, measure);
      expect(axis.ticks.length).toBeGreaterThanOrEqual(3);
      expect(axis.ticks.length).toBeLessThanOrEqual(6);
      expect(haveRoom(axis.ticks)).toBe(true);
      const places = axis.ticks.map(({ at }) => at);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect([places[0], places.at(-1)]).toEqual([0, 100]);
      for (const { label, short } of axis.ticks) {
        if (!/[a-zE]/.test(short)) expect(read(short) * axis.countedIn).toBeCloseTo(read(label), 6);
      }
      for (const n of numbers) {
        const isBroken = axis.zero && n === 0;
        if (!isBroken) expect(n).toBeGreaterThanOrEqual(axis.low - Math.abs(axis.low) * 1e-9);
        expect(n).toBeLessThanOrEqual(axis.high + Math.abs(axis.high) * 1e-9);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the steps between ticks are one: 1, 2 or 5 times a power of ten, or one factor', () => {
  holds(
    fc.property(drawing, ({ measure, numbers }) => {
      const axis = axisOf(numbers, measure);
      const marks = axis.ticks.map(({ label }) => read(label)).slice(axis.zero ? 1 : 0);
      const steps = marks
        .slice(1)
        .map((n, at) => (axis.scale === 'log' ? n / (marks[at] ?? 1) : n - (marks[at] ?? 0)));
      const [first = 0] = steps;
      for (const step of steps) expect(step / first).toBeCloseTo(1, 6);
      if (axis.scale === 'log') expect(first / (axis.step ?? 0)).toBeCloseTo(1, 6);
      else expect(first.toExponential(6)).toMatch(/^[125]\.0{6}e/);
      if (measure.quantity === 'count') expect(marks.every(Number.isInteger)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('a log scale where all are positive and span more than ten times, a zero before a break; else a linear one', () => {
  holds(
    fc.property(drawing, ({ measure, numbers }) => {
      const axis = axisOf(numbers, measure);
      const positive = numbers.filter((n) => n > 0);
      const spans = positive.length > 0 && Math.max(...positive) > Math.min(...positive) * 10;
      const isLog = measure.quantity !== 'share' && numbers.every((n) => n >= 0) && spans;
      expect(axis.scale).toBe(isLog ? 'log' : 'linear');
      expect(axis.zero).toBe(isLog && numbers.includes(0));
      expect(axis.zeroLine).toBe(numbers.some((n) => n < 0) ? positionOn(axis, 0) : null);
      expect(axisWords(axis, 'en')).toMatch(isLog ? /^log scale/ : /^linear scale/);
    }),
    { numRuns: 1_000 },
  );
});

test('positions lie between 0 and 100 and grow with the number', () => {
  holds(
    fc.property(drawing, size, size, fc.boolean(), ({ measure, numbers }, a, b, below) => {
      const axis = axisOf(numbers, measure);
      const [small, large] = [Math.min(below ? -a : a, b), Math.max(below ? -a : a, b)];
      const [x, y] = [positionOn(axis, small), positionOn(axis, large)];
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(100);
      expect(x).toBeLessThanOrEqual(y);
    }),
    { numRuns: 2_000 },
  );
});

const drawn = (numbers: readonly number[], quantity: Quantity, unit = 'units') => {
  const axis = axisOf(numbers, { unit, quantity });
  return [axis.ticks.map(({ short }) => short).join(' '), axisWords(axis, 'en')];
};

test.for<[number[], Quantity, string, string, string]>([
  [[38_000, 131_000], 'count', 'units', '0 50 100 150', 'linear scale, in thousands'],
  [[38_000, 400_000], 'count', 'units', '10,000 100,000 1,000,000', 'log scale, each step is ten times'],
  [[300, 400], 'count', 'units', '0 100 200 300 400', 'linear scale'],
  [[300, 300], 'count', 'units', '0 100 200 300', 'linear scale'],
  [[1, 2], 'count', 'units', '0 1 2', 'linear scale'],
  [[0, 0], 'count', 'units', '0 1 2', 'linear scale'],
  [[0, 1], 'count', 'units', '0 1 2', 'linear scale'],
  [[0, 19, 640], 'count', 'units', '0 10 100 1,000', 'log scale, each step is ten times'],
  [[-0.012, 0.045], 'share', 'share', '−2% 0% 2% 4% 6%', 'linear scale'],
  [[0.25, 0.3], 'share', 'share', '0% 50% 100%', 'linear scale, share of the whole'],
  [[25, 30], 'share', 'percent', '0% 50% 100%', 'linear scale, share of the whole'],
  [[-0.4, 0.2, -0.1], 'rate', 'percent', '−0.5% 0% 0.5%', 'linear scale'],
  [[-4.8, -3.1], 'rate', 'percent', '−6% −4% −2% 0%', 'linear scale'],
  [[1.3, 1.8], 'rate', 'percent', '1.2% 1.4% 1.6% 1.8%', 'linear scale, not from zero'],
  [[0.4, 1.8], 'rate', 'percent', '0% 0.5% 1% 1.5% 2%', 'linear scale'],
  [[104.2, 105.1], 'index', '1', '104 104.5 105 105.5', 'linear scale, not from zero'],
  [[2, 3], 'index', 'ranks', '0 1 2 3', 'linear scale'],
  [[0, 0], 'amount', 'units', '0 1 2', 'linear scale'],
  [[1.4, 1.9, 2.6], 'amount', 'units', '0 1 2 3', 'linear scale'],
  [[1.2e9, 2e9], 'money', 'EUR', '0 0.5 1 1.5 2', 'linear scale, in billions'],
  [[-2e9, 3e9], 'money', 'EUR', '−2 −1 0 1 2 3', 'linear scale, in billions'],
  [[38e6, 400e6], 'count', 'units', '10 100 1,000', 'log scale, each step is ten times, in millions'],
  [[1, 1_100_000], 'count', 'units', '1 100 10k 1m 100m', 'log scale, each step is 100 times'],
  [[0.001, 3e12], 'amount', 'units', '0.001 100k 10tn', 'log scale, each step is 100,000,000 times'],
])('%j, %s in %s: %s, %s', ([numbers, quantity, unit, ticks, words]) => {
  const [shown, said] = drawn(numbers, quantity, unit);
  expect([shown, said]).toEqual([ticks, words]);
});

test('zero is a place on the line between figures of either sign', () => {
  const axis = axisOf([-40, 20], { unit: 'units', quantity: 'index' });
  expect([axis.zeroLine, positionOn(axis, 0)]).toEqual([66.7, 66.7]);
  expect(axisOf([1, 2], PEOPLE).zeroLine).toBeNull();
});

test('a zero stands before a break in the line', () => {
  const line = axisOf([0, 10, 1_000], PEOPLE);
  expect(line.ticks.map(({ label }) => label)).toEqual(['0', '10', '100', '1,000']);
  expect([positionOn(line, 0), positionOn(line, 10)]).toEqual([0, 20]);
});

test.for<[Interval[], string]>([
  [
    [
      { low: 212, high: 212 },
      { low: 300, high: null },
    ],
    '0 100 200 300 400',
  ],
  [
    [
      { low: 250, high: 250 },
      { low: 212, high: null },
    ],
    '0 100 200 300',
  ],
  [
    [
      { low: 20, high: 20 },
      { low: 1_000, high: null },
    ],
    '10 100 1k 10k',
  ],
  [
    [
      { low: null, high: 10 },
      { low: 900, high: 900 },
    ],
    '1 10 100 1,000',
  ],
  [
    [
      { low: null, high: 0 },
      { low: 3, high: 3 },
    ],
    '0 1 2 3',
  ],
])('a bound has room on its open side: %j on %s', ([spans, ticks]) => {
  const axis = axisFor(spans, PEOPLE, 'en');
  expect(axis?.ticks.map(({ short }) => short).join(' ')).toBe(ticks);
});

test('without a number there is no axis', () => {
  expect(axisFor([], PEOPLE, 'en')).toBeNull();
  expect(axisFor([{ low: null, high: null }], PEOPLE, 'en')).toBeNull();
});

test('a mark lies where its figure does, whole on the line, its point within its ends', () => {
  holds(
    fc.property(claims(), anyClaim, fc.constantFrom(...SCHEMES), (many, one, scheme) => {
      const ends = [one, ...many].flatMap((each) => spanOf(each, scheme) ?? []);
      const line = axisFor(ends, one.measure === 'share' ? SHARE : PEOPLE, 'en');
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

const LINE = axisOf([1, 10_000], PEOPLE);
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
