// A recorded figure against its words: another number, half a range or a lost bound is told; what agrees is let be.
import { expect, test } from 'vitest';
import { disagreements } from '../../src/domain/figure/agreement.ts';
import type { Gauge } from '../../src/domain/figure/quantity.ts';
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
  [point(0), 'not a single one', []],
  [point(0), 'no one was hurt', []],
  [point(1), 'not a single one', ['number point']],
  [point(0), 'not one but two', ['number point']],
  [point(0, { lang: 'ru' }), 'ни одного погибшего', []],
  [point(0, { lang: 'uk' }), 'жодного загиблого', []],
  [point(0, { lang: 'de' }), 'kein einziger Toter', []],
  [point(0, { lang: 'ko' }), '한 명도 없었다', []],
  [point(0, { lang: 'zh' }), '没有一人', []],
  [point(0, { lang: 'es' }), 'ningún muerto', []],
  [point(0, { lang: 'pl', gloss: 'nobody' }), 'nikt', []],
  [point(0), 'no one is missing', []],
  [point(0), 'not one house', []],
  [point(1), 'no one is missing', ['number point']],
  [point(0), 'one of 12', ['number point']],
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
  [share(1), 'all reached their targets', []],
  [share(1, { lang: 'ru' }), 'все достигли целей', []],
  [share(0), 'none of them', []],
  [share(1), 'not all of them', ['number point']],
  [share(1), 'nearly everybody', ['number point']],
  [share(0.9), 'all of them', ['number point']],
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

const GROWTH: Gauge = { quantity: 'rate', whole: 1 };
const SHARE: Gauge = { quantity: 'share', whole: 1 };
const PERCENT: Gauge = { quantity: 'rate', whole: 100 };
const AMOUNT: Gauge = { quantity: 'amount', whole: null };
const around = (kind: string, low: number, n: number, high: number, fields: object = {}) => ({
  kind,
  low,
  point: n,
  high,
  of: kind === 'share' ? 'adults' : null,
  ...fields,
});

const RATIO: Gauge = { quantity: 'index', whole: null };

test.for<[Gauge, object, string, string[]]>([
  [RATIO, point(2), 'twice as likely', []],
  [RATIO, point(2), 'twice as likely as in 1950', []],
  [RATIO, point(3), 'twice as likely', ['number point']],
  [RATIO, point(1.5), 'half as likely again', []],
  [RATIO, point(0.5), 'half as likely', []],
  [RATIO, point(10), 'a tenfold rise', []],
  [RATIO, point(2, { lang: 'uk' }), 'удвічі частіше', []],
  [{ quantity: 'count', whole: null }, point(2), 'arrested twice', ['number point']],
  [GROWTH, point(-0.004), '-0.4 %', []],
  [GROWTH, point(-0.004), '−0.4 per cent', []],
  [GROWTH, point(-0.004), 'minus 0.4 percent', []],
  [GROWTH, point(-0.4), '-0.4 %', ['number point']],
  [GROWTH, point(0.004), '-0.4 %', ['number point']],
  [GROWTH, point(-0.002), '+0.2 %', ['number point']],
  [GROWTH, point(0), '0.0 %', []],
  [GROWTH, point(-0.048), 'down 4.8 per cent', []],
  [GROWTH, point(0.048), 'down 4.8 per cent', []],
  [GROWTH, point(-0.048), 'up 4.8 per cent', ['number point']],
  [GROWTH, point(-0.048, { lang: 'uk' }), 'впав на 4,8 %', []],
  [GROWTH, point(-0.004), 'growth of -0.4', []],
  [GROWTH, point(3.2), '320 percent', []],
  [GROWTH, point(1), 'doubled', []],
  [PERCENT, point(-50), 'was halved', []],
  [PERCENT, point(200), 'doubled', ['number point']],
  [
    GROWTH,
    around('interval', -0.011, -0.004, 0.003, { level: 0.7 }),
    '-0.4 % (70 % interval -1.1 to 0.3)',
    [],
  ],
  [GROWTH, around('interval', -0.011, -0.004, 0.003, { level: 0.7 }), '-0.4 %', []],
  [GROWTH, around('interval', -0.011, -0.004, 0.03, { level: 0.7 }), '-0.4 % (-1.1 to 0.3)', ['number high']],
  [GROWTH, range(-0.011, 0.003), '-1.1 to 0.3 %', []],
  [GROWTH, range(0.011, 0.003), '-1.1 to 0.3 %', ['number low']],
  [GROWTH, point(-0.03), '-3 to -1 %', ['range point']],
  [GROWTH, point(-0.048, { hedge: 'fewer-than' }), 'down more than 4.8 %', []],
  [GROWTH, point(-0.048), 'down more than 4.8 %', ['direction hedge']],
  [SHARE, around('share', 0.42, 0.45, 0.48), '45 % ±3', []],
  [SHARE, around('share', 0.42, 0.45, 0.48), '45 per cent, plus or minus 3 points', []],
  [SHARE, around('share', 0.41, 0.45, 0.48), '45 % ±3', ['number low']],
  [SHARE, around('share', 0.41, 0.44, 0.47), '44 %', []],
  [SHARE, share(0.44), '44', []],
  [SHARE, share(0.44), '44 % of 1,204 adults', []],
  [SHARE, share(0.0011), 'about 1 in 900 people', []],
  [SHARE, share(0.011), 'about 1 in 900 people', ['number point']],
  [SHARE, share(0.25), '3 to 1 against', []],
  [SHARE, share(0.75), '3 to 1 against', ['number point']],
  [SHARE, share(0.8, { lang: 'zh' }), '八成', []],
  [PERCENT, point(-4.8), 'down 4.8 per cent', []],
  [PERCENT, point(-0.048), 'down 4.8 per cent', ['number point']],
  [PERCENT, point(50), 'half', []],
  [PERCENT, around('interval', -1.1, -0.4, 0.3, { level: 0.7 }), '-0.4 % (-1.1 to 0.3)', []],
  [PERCENT, around('interval', 42, 45, 48), '45 % ±3', []],
  [AMOUNT, range(1.2e9, 1.5e9), '1.2 to 1.5 billion euros', []],
  [AMOUNT, point(-5e6), '-$5 million', []],
  [AMOUNT, point(5e6), '-$5 million', ['number point']],
  [AMOUNT, point(3), 'ranked third', []],
  [AMOUNT, point(7), 'the 7th in the world', []],
  [AMOUNT, point(1), 'the largest', []],
  [AMOUNT, point(2), 'second largest', []],
  [AMOUNT, point(2), 'the largest', ['number point']],
  [AMOUNT, point(7), 'the 7th of 30', ['number point']],
  [AMOUNT, point(2.5), 'two and a half hours', []],
  [AMOUNT, point(1.5), 'an hour and a half', []],
  [AMOUNT, point(36), '36 hours', []],
  [AMOUNT, point(1.5, { derived: { ends: ['point'], how: '36 hours' } }), '36 hours', []],
])('on a measure of %o, %o in “%s”: %o', ([gauge, fields, stated, found]) => {
  const value = Value.parse({ ...fields, stated });
  expect(disagreements(value, gauge).map(({ code, field }) => `${code} ${field}`)).toEqual(found);
});

test('a number below zero is named with a minus', () => {
  const [found] = disagreements(Value.parse({ ...point(-4.8), stated: '-4.9' }), AMOUNT);
  expect(found?.message).toBe(
    'The words “-4.9” hold −4.9, not −4.8. A number that is our conversion is named in "derived".',
  );
});
