// A hedge is recorded only where its words were said, and turns a number into a bound.
import { expect, test } from 'vitest';
import { isHedged } from '../../src/domain/hedge-words.ts';
import { HEDGES, statedInterval, Value } from '../../src/domain/value.ts';

const SAID: [(typeof HEDGES)[number], string][] = [
  ['about', 'about 4,000'],
  ['about', 'some 200'],
  ['about', '~ 50'],
  ['almost', 'nearly 1,000'],
  ['at-least', 'At least thirty'],
  ['at-least', '5,000 or more'],
  ['more-than', 'surpassed 3,000'],
  ['more-than', '1,000+'],
  ['at-most', 'up to 60,000'],
  ['at-most', 'no more than 12'],
  ['fewer-than', 'fewer than 40'],
];

test.for(SAID)('%s stands in “%s”', ([hedge, words]) => {
  expect(isHedged(hedge, words, null)).toBe(true);
});

test.for(HEDGES)('%s does not stand in a bare number, and may stand in our translation', (hedge) => {
  expect(isHedged(hedge, '4,000', null)).toBe(false);
  const words = SAID.find(([each]) => each === hedge)?.[1] as string;
  expect(isHedged(hedge, '4,000명', words)).toBe(true);
});

const said = (fields: object) => statedInterval(Value.parse({ kind: 'point', stated: 'x', ...fields }));

test.for([
  [{ point: 300 }, { low: 300, high: 300 }],
  [
    { point: 300, hedge: 'about' },
    { low: 300, high: 300 },
  ],
  [
    { point: 300, hedge: 'at-least' },
    { low: 300, high: null },
  ],
  [
    { point: 300, hedge: 'more-than' },
    { low: 300, high: null },
  ],
  [
    { point: 300, hedge: 'at-most' },
    { low: null, high: 300 },
  ],
  [
    { point: 300, hedge: 'fewer-than' },
    { low: null, high: 300 },
  ],
  [
    { kind: 'range', low: 1, high: 9 },
    { low: 1, high: 9 },
  ],
  [{ kind: 'vague' }, null],
] as const)('%o lies in %o', ([fields, interval]) => {
  expect(said(fields)).toEqual(interval);
});
