// Which numbers and kinds a measure takes, by its quantity and unit; each refusal is a clear sentence at its field.
import { expect, test } from 'vitest';
import type { Gauge, Quantity } from '../../src/domain/figure/quantity.ts';
import { QUANTITIES } from '../../src/domain/figure/quantity.ts';
import { Value } from '../../src/domain/figure/value.ts';
import { checkValue } from '../../src/domain/figure/value-checks.ts';

const gauge = (quantity: Quantity, whole: number | null = quantity === 'share' ? 1 : null): Gauge => ({
  quantity,
  whole,
});
const GROWTH = gauge('rate', 1);
const check = (fields: object, of: Gauge | null) =>
  checkValue(Value.parse({ stated: null, ...fields }), 'value', of).map(({ path, message }) => {
    expect(message).toMatch(/^[\p{Lu}“"].*[.?]$/u);
    return `${path.slice('value.'.length)}: ${message}`;
  });
const point = (n: number, fields: object = {}) => ({ kind: 'point', point: n, ...fields });
const share = (n: number | null, fields: object = {}) => ({
  kind: 'share',
  point: n,
  of: 'adults',
  ...fields,
});

test.for(QUANTITIES)('below zero a %s is recorded only where it can lie there', (quantity) => {
  const isOpen = ['amount', 'rate', 'index', 'money'].includes(quantity);
  const problems = check(quantity === 'share' ? share(-0.1) : point(-0.1), gauge(quantity));
  expect(problems).toHaveLength(isOpen ? 0 : 1);
  if (!isOpen) expect(problems[0]).toMatch(/^point: .*never below zero: −0\.1 cannot/);
});

test.for(QUANTITIES)('of a signed %s, which is a difference, any number is recorded', (quantity) => {
  const problems = check(quantity === 'share' ? share(-0.1) : point(-0.1), {
    ...gauge(quantity),
    signed: true,
  });
  expect(problems).toEqual([]);
});

test('a count below zero is told which metric takes one', () => {
  const crossing = { kind: 'interval', low: -35, point: 12, high: 58, level: 0.95 };
  expect(check(crossing, gauge('count'))).toEqual([expect.stringMatching(/^low: .*"signed": true\.$/)]);
  expect(check(crossing, { ...gauge('count'), signed: true })).toEqual([]);
});

test('zero, decimals and any order of size are recorded as said', () => {
  for (const n of [0, 0.001, 1.9, 5e-7, 1_234_567.89, 3e12]) {
    expect(check(point(n), gauge('amount'))).toEqual([]);
    expect(Value.parse(point(n, { stated: null })).point).toBe(n);
  }
  expect(Object.is(Value.parse(point(-0, { stated: null })).point, 0)).toBe(true);
});

test.for(['Infinity', 'NaN'])('%s is no number', (word) => {
  expect(Value.safeParse(point(Number(word), { stated: null })).success).toBe(false);
});

test.for<[string, object, Gauge | null, RegExp | null]>([
  ['growth below zero', point(-0.048), GROWTH, null],
  ['growth above one', point(3.2), GROWTH, null],
  ['a range of growth', { kind: 'range', low: -0.011, high: 0.003 }, GROWTH, null],
  [
    'an interval of growth',
    { kind: 'interval', low: -0.011, point: -0.004, high: 0.003, level: 0.7 },
    GROWTH,
    null,
  ],
  ['a part said of growth', share(0.5), GROWTH, null],
  ['a part said of growth without its whole', share(0.5, { of: null }), GROWTH, /^of: Say what/],
  ['a share', share(0.45), gauge('share'), null],
  ['a share with a margin', share(0.45, { low: 0.42, high: 0.48 }), gauge('share'), null],
  ['a share with an interval', share(0.45, { low: 0.42, high: 0.48, level: 0.95 }), gauge('share'), null],
  ['a share with half a margin', share(0.45, { low: 0.42 }), gauge('share'), /^high: .*both its ends/],
  ['a share with a level alone', share(0.45, { level: 0.95 }), gauge('share'), /^level: Only an interval/],
  ['a share above one', share(45), gauge('share'), /^point: .*between 0 and 1: 25 % is 0.25, and 45/],
  ['a margin above one', share(0.9, { low: 0.8, high: 1.1 }), gauge('share'), /^high: .*between 0 and 1/],
  ['a share without its whole', share(0.45, { of: null }), gauge('share'), /^of: Say what/],
  ['a point where a share is asked for', point(0.45), gauge('share'), /^kind: .*is a share.*"of"/],
  ['a share of an index', share(0.45), gauge('index'), /^kind: .*measure of its own.*index/],
  [
    'a low end above the high end',
    { kind: 'range', low: -0.1, high: -0.3 },
    GROWTH,
    /^low: .*\(−0\.1\).*\(−0\.3\)/,
  ],
  [
    'vague words on a share',
    { kind: 'vague', stated: 'dozens' },
    gauge('share'),
    /^kind: .*these words count things/,
  ],
  ['a vague share of growth', { kind: 'vague', stated: 'most' }, GROWTH, /^kind: .*of a share.*is a rate/],
  ['a vague count of growth', { kind: 'vague', stated: 'dozens' }, GROWTH, /^kind: .*in percent/],
  [
    'a vague share of a share in percent',
    { kind: 'vague', stated: 'most of the city' },
    gauge('share', 100),
    /^kind: .*unit "share"/,
  ],
  [
    'a number called vague',
    { kind: 'vague', stated: 'a dozen or so' },
    gauge('count'),
    /^stated: .* lexicon .* hold a number: record it as a point/,
  ],
  [
    'words that no lexicon has',
    { kind: 'vague', stated: 'spürbar' },
    gauge('count'),
    /^stated: .*a stance with words/,
  ],
  [
    'growth called a share',
    share(1.4),
    gauge('share'),
    /^point: .*cannot be one\. Growth .* of the quantity rate\.$/,
  ],
  [
    'a fall called a share',
    share(-0.35),
    gauge('share'),
    /^point: .*never below zero.* of the quantity rate\.$/,
  ],
  ['a share in percent', share(44), gauge('share', 100), null],
  ['a share above a hundred percent', share(120), gauge('share', 100), /^point: .*between 0 and 100/],
  ['a vague share on a share', { kind: 'vague', stated: 'most of the city' }, gauge('share'), null],
  [
    'a vague share on a count',
    { kind: 'vague', stated: 'most' },
    gauge('count'),
    /^kind: .*of a share.*counts/,
  ],
  ['vague words on a count', { kind: 'vague', stated: 'several' }, gauge('count'), null],
  [
    'a vague share of another language on a count',
    { kind: 'vague', stated: 'більшість', lang: 'uk' },
    gauge('count'),
    /^kind: .*of a share/,
  ],
  [
    'an interval without its level',
    { kind: 'interval', low: 1, point: 2, high: 3, stated: '2 (1-3)' },
    null,
    /^level: Give/,
  ],
  ['a margin without a level', { kind: 'interval', low: 1, point: 2, high: 3, stated: '2 ±1' }, null, null],
  ['a margin from a table', { kind: 'interval', low: 1, point: 2, high: 3 }, null, null],
])('%s', ([, fields, of, refusal]) => {
  const problems = check(fields, of);
  if (refusal === null) expect(problems).toEqual([]);
  else expect(problems).toEqual([expect.stringMatching(refusal)]);
});
