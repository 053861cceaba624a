// A recorded figure against its words: another number, half a range or a lost bound is told; what agrees is let be.
import { expect, test } from 'vitest';
import { disagreements } from '../../src/domain/figure/agreement.ts';
import { Value } from '../../src/domain/figure/value.ts';

const point = (n: number, fields: object = {}) => ({ kind: 'point', point: n, ...fields });
const range = (low: number, high: number, fields: object = {}) => ({ kind: 'range', low, high, ...fields });
const share = (n: number, fields: object = {}) => ({ kind: 'share', point: n, of: '4,000', ...fields });
const interval = { kind: 'interval', low: 836, point: 1_191, high: 1_544, level: 0.95 };

test.for<[object, string, string[]]>([
  [point(220), '220 dead', []],
  [point(2_200), '220 dead', ['number point']],
  [point(5_832), '5,382', ['number point']],
  [point(40), 'about 400', ['number point']],
  [point(3), '3.4 million', ['number point']],
  [point(3_400_000), '3.4 million', []],
  [point(36), 'three dozen', []],
  [point(30), 'three dozen', ['number point']],
  [point(450, { lang: 'ar' }), '٤٥٠', []],
  [point(45_000, { lang: 'zh' }), '45万人', ['number point']],
  [point(7), 'seven', []],
  [point(9, { lang: 'de' }), 'spürbar weniger', ['number point']],
  [point(9, { lang: 'de', gloss: 'nine people' }), 'neun Menschen', []],
  [point(90, { lang: 'ko', gloss: '90 people' }), '9명', ['number point']],
  [point(1), 'a soldier was killed', []],
  [point(0), 'no deaths', []],
  [point(0), '12 deaths', ['number point']],
  [point(2.045, { lang: 'de' }), '2.045', ['number point']],
  [point(2_045, { lang: 'es' }), '2.045', []],
  [range(200, 800), '200 to 800 dead', []],
  [range(20, 80), '200 to 800 dead', ['number low', 'number high']],
  [range(200, 900), 'between 200 and 800', ['number high']],
  [range(200, 800), '200', ['number high']],
  [point(200), '200 to 800 dead', ['range point']],
  [point(800), '200–800', ['range point']],
  [point(200), 'between 200 and 800', ['range point']],
  [point(330), 'the toll rose from 300 to 330', []],
  [point(12), '12 and 15 in two strikes', []],
  [point(60, { hedge: 'more-than' }), 'more than 60', []],
  [point(60), 'more than 60', ['direction hedge']],
  [point(60), 'no more than 60', ['direction hedge']],
  [point(60), 'about 60', []],
  [point(60, { hedge: 'almost' }), 'just under 60', []],
  [share(0.25), 'a quarter', []],
  [share(0.25), '25 percent', []],
  [share(0.33), 'a third', []],
  [share(0.3), 'a third', ['number point']],
  [share(0.125), 'one in eight', []],
  [share(0.0025), '0.25 percent', []],
  [share(0.25), '0.25 percent', ['number point']],
  [interval, '1191 excess deaths', []],
  [interval, '836 to 1,544', []],
  [interval, '1191 (836 to 1,544)', []],
  [interval, '1191 (836 to 1,554)', ['number high']],
  [interval, '1,919 excess deaths', ['number low', 'number point', 'number high']],
  [range(44, 68, { derived: { ends: ['low', 'high'], how: 'the margin' }, point: 56 }), '56 ±21%', []],
  [
    range(44, 68, { derived: { ends: ['low', 'high'], how: 'the margin' }, point: 65 }),
    '56 ±21%',
    ['number point'],
  ],
  [{ kind: 'vague' }, 'dozens', []],
])('%o in “%s”: %o', ([fields, stated, found]) => {
  const value = Value.parse({ ...fields, stated });
  expect(disagreements(value).map(({ code, field }) => `${code} ${field}`)).toEqual(found);
});

test('the sentence names the words and what was read in them', () => {
  const sentence = (fields: object, stated: string) =>
    disagreements(Value.parse({ ...fields, stated }))[0]?.message;
  expect(sentence(point(2_200), '220 dead')).toBe('The words “220 dead” hold 220, not 2200.');
  expect(sentence(point(9, { lang: 'de' }), 'spürbar weniger')).toMatch(
    /^No number can be read in the words “spürbar weniger”/,
  );
});
