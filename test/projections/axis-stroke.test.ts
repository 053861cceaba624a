// Marks as strokes: what stands where on the axis, and how each kind of figure differs without its colour.
import { expect, test } from 'vitest';
import type { Axis, Mark } from '../../src/projections/axis.ts';
import { tickLabels } from '../../src/projections/axis-labels.ts';
import { strokesOf } from '../../src/projections/axis-stroke.ts';

const AXIS: Axis = {
  scale: 'log',
  low: 10,
  high: 1000,
  zero: false,
  zeroLine: null,
  step: 10,
  countedIn: 1,
  share: false,
  ticks: [
    { at: 0, label: '10', short: '10' },
    { at: 50, label: '100', short: '100' },
    { at: 100, label: '1,000', short: '1,000' },
  ],
};
const mark = (fields: Partial<Mark>): Mark => ({
  kind: 'point',
  at: null,
  from: null,
  to: null,
  open: null,
  hollow: false,
  ...fields,
});
const drawn = (fields: Partial<Mark>, axis = AXIS) => strokesOf(mark(fields), axis).slice(1);

test('the line has its ticks first; a zero stands before a break in it', () => {
  const [line] = strokesOf(mark({ at: 50 }), AXIS);
  expect(line).toEqual({ d: 'M0 10H100M0 7v6M50 7v6M100 7v6', 'stroke-width': 1, stroke: '#8888' });
  expect(strokesOf(mark({ at: 0 }), { ...AXIS, zero: true })[0]?.d).toMatch(/^M0 10H4M.*M7 10H100/);
});

test('zero between figures of either sign is a line through the row', () => {
  expect(strokesOf(mark({ at: 80 }), { ...AXIS, scale: 'linear', zeroLine: 40 })[1]?.d).toBe('M40 2v16');
});

test('a point is a dot, an adopted one has a hole', () => {
  const dot = { d: 'M50 10h.01', 'stroke-width': 10, 'stroke-linecap': 'round' };
  expect(drawn({ at: 50 })).toEqual([dot]);
  expect(drawn({ at: 50, hollow: true })).toEqual([dot, { ...dot, 'stroke-width': 6, stroke: 'Canvas' }]);
});

test('an interval is a bar with its point, a vague word a soft band without one', () => {
  expect(drawn({ kind: 'bar', at: 50, from: 25, to: 75 }).map(({ d }) => d)).toEqual([
    'M25 10H75',
    'M50 10h.01',
  ]);
  expect(drawn({ kind: 'band', from: 25, to: 75 })).toEqual([
    { d: 'M25 10H75', 'stroke-width': 14, opacity: 0.25 },
  ]);
});

test.for([
  ['up', ['M40 10H60', 'M40 10H80', 'M40 10H100', 'M40 10h.01']],
  ['down', ['M40 10H26.7', 'M40 10H13.3', 'M40 10H0', 'M40 10h.01']],
] as const)('an open side (%s) fades out to the end of the line in three steps', ([open, lines]) => {
  expect(drawn({ at: 40, open }).map(({ d }) => d)).toEqual(lines);
});

test('the outer labels keep inside the line', () => {
  expect(tickLabels(AXIS.ticks)).toEqual([
    ['2.8%', 'start', '10'],
    ['50%', 'middle', '100'],
    ['97.2%', 'end', '1,000'],
  ]);
});
