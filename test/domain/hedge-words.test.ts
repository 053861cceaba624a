// A hedge is read phrase by phrase at the figure itself: what hedges it, what only looks so, and what a denial turns round.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hedgesOf, isHedged } from '../../src/domain/figure/hedge.ts';
import { HEDGES, type Hedge, statedInterval, Value } from '../../src/domain/figure/value.ts';
import { holds } from '../property/holds.ts';

/** The figure in each wording is 80, unless it names a part. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'at-least': [
    'no fewer than 80',
    'not less than 80',
    'not under 80',
    'not below 80',
    '80-plus',
    '80 or more',
    'at the very least 80',
    '≥80',
    '>= 80',
    '80 and counting',
    '80 dead or more',
    'upward of 80',
    'at least another 80',
    'as few as 80',
    'a minimum of 80',
    '80 plus others',
    'at least eighty',
    '80 and above',
    '80 and up',
    '80 if not more',
    '80, if not more',
    'at 80 at least',
    'at minimum 80',
    'at a minimum 80',
    '80 minimum',
    'greater than or equal to 80',
    'equal to or more than 80',
    'a good 80',
    'at 80 or above',
    'at or above 80',
    '80 or over',
    'never under 80',
    '70 of at least 80',
    'from 80 upwards',
    '80 at the least',
    '80 plus',
    'at the least 80',
    'not fewer than 80',
    'no less than 80',
    'upwards of 80',
  ],
  'at-most': [
    'not more than 80',
    'never more than 80',
    'did not exceed 80',
    'does not exceed 80',
    'cannot be more than 80',
    "can't be more than 80",
    "isn't over 80",
    'not exceeding 80',
    'not above 80',
    'hardly more than 80',
    '80 at most',
    '80 at the most',
    '80 people at most',
    '≤ 80',
    '<= 80',
    '80 or fewer',
    '80 or less',
    'as high as 80',
    'a maximum of 80',
    'maximum 80',
    'a maximum estimated flow would be 80 barrels',
    '80 tops',
    'up to $80',
    'no greater than 80',
    'no higher than 80',
    'as much as 80',
    'fails to exceed 80',
    'anything up to 80',
    '80 maximum',
    '80 max',
    'less than or equal to 80',
    'at or below 80',
    'no over 80',
    'nothing over 80',
    '80 at the outside',
    'no more than 80',
    'not over 80',
    'up to 80',
    'as many as 80',
  ],
  none: [
    'not at least 80',
    'not about 80',
    'not almost 80',
    'not nearly 80',
    'nowhere near 80',
    'not up to 80',
    'not necessarily more than 80',
    '80 dead, at least 20 of them children',
    '80 or more than that',
    'over 3 days 80 died',
    'spoke about 80 dead',
    'about the 80 dead',
    'more than doubled to 80',
    'the top 80',
    'up to Friday, 80',
    'above all, 80',
    'around midnight 80',
    'around the world 80',
    'almost certainly 80',
    'nearly all 80',
    'some of the 80',
    'between 70 and 80',
    'the dispute over 80 missing',
    '20 km north of 80',
    'in the past 80 days',
    'see above 80',
    'handed over 80 bodies',
    '80',
    '80 dead',
    'not 80 or more',
    'worst case 80',
    'no longer more than 80',
    'fully 80',
    'only 80',
    '80 to 95',
    'neither more nor less than 80',
    'exactly 80',
    'not as few as 80',
    'up until 80',
    'starting at 80',
    'some officials say 80',
    'under the bridge 80',
    'over the winter 80',
  ],
  almost: [
    'not quite 80',
    'nearly 80',
    'just shy of 80',
    'approaching 80',
    'virtually 80',
    'just short of 80',
  ],
  'at-most,about': ['no more than about 80', 'perhaps as many as 80'],
  'at-least,more-than': ['80+'],
  about: [
    '80 or so',
    'roughly 80',
    'around 80',
    'circa 80',
    'c. 80',
    'ca. 80',
    '~80',
    '≈ 80',
    '80 more or less',
    'more or less 80',
    '80, give or take',
    '80-odd',
    '80 odd people',
    '80ish',
    'an estimated 80',
    'estimated at 80',
    'in the region of 80',
    'in the neighborhood of 80',
    'on the order of 80',
    'approximately 80 to 90',
    'maybe 80',
    'possibly 80',
    'closer to 80',
    '80 approximately',
    '80 (approximately)',
    'roughly 80-90',
    '"some" 80',
    '“about” 80',
    '80 or thereabout',
    'around about 80',
    'somewhere around 80',
    'somewhere in the region of 80',
    'something like 80',
    '80 or thereabouts',
    'perhaps 80',
    'in the order of 80',
    'some 80',
  ],
  'about,almost': ['close to 80'],
  'more-than': [
    '>80',
    'over the 80 mark',
    'well over 80',
    'just over 80',
    'exceeded 80',
    'has already exceeded 80',
    'surpassed 80',
    'topped 80',
    'in excess of 80',
    'more than US$80',
    'more than 80',
    '"more than 80"',
    'More Than 80',
    'beyond 80',
    'past 80',
    'the toll has passed 80',
    'not only more than 80',
    'over and above 80',
    'north of 80',
    'over 80',
  ],
  'fewer-than': [
    '< 80',
    'shy of 80',
    'short of 80',
    'fewer than 80',
    'less than 80',
    'below 80',
    'not as many as 80',
    'under 80 tonnes',
    'under the 80 mark',
    'under 80',
  ],
  'almost,fewer-than': ['just under 80', 'a little under 80'],
  'at-least,about': ['at least some 80', 'not fewer than some 80'],
  'more-than,about': ['perhaps more than 80'],
  'at-most,at-least': ['as many as 80 people, perhaps more'],
  'about,more-than': ['more than 80 or so'],
};

const hedging = (stated: string, fields: object = {}) =>
  Value.parse({ kind: 'point', point: 80, stated, ...fields });
const read = (value: Value) => [...hedgesOf(value)].sort().join(',') || 'none';

test.for(Object.entries(PHRASES).flatMap(([hedges, all]) => all.map((words) => [words, hedges] as const)))(
  '“%s” holds %s',
  ([words, hedges]) => {
    expect(read(hedging(words))).toBe(hedges.split(',').sort().join(','));
  },
);

test.for<[string, object, string]>([
  ['almost a third', { kind: 'share', point: 0.333, of: '300' }, 'almost'],
  ['less than half', { kind: 'share', point: 0.5, of: '300' }, 'fewer-than'],
  ['up to a dozen', { point: 12 }, 'at-most'],
  ['200 of whom at least 80', { point: 200 }, 'none'],
  ['200 of whom at least 80', { point: 80 }, 'at-least'],
  ['200 dead, at most 80 of them soldiers', { point: 200 }, 'none'],
  ['more than 80 of the 200', { point: 200 }, 'none'],
  ['about 80 to 90', { kind: 'range', point: null, low: 80, high: 90 }, 'about'],
  ['80 to 90 at most', { kind: 'range', point: null, low: 80, high: 90 }, 'at-most'],
  ['at least several hundred', { kind: 'vague', point: null }, 'at-least'],
  ['dozens, over the weekend', { kind: 'vague', point: null }, 'none'],
])('“%s” as %o holds %s', ([words, fields, hedges]) => {
  expect(read(hedging(words, fields))).toBe(hedges);
});

test.for(HEDGES)('%s does not stand in a bare number, and may stand in our translation', (hedge) => {
  const words = PHRASES[hedge]?.[0] as string;
  expect(isHedged(hedging('80명', { lang: 'ko', hedge }))).toBe(false);
  expect(isHedged(hedging('80명', { lang: 'ko', gloss: words, hedge }))).toBe(true);
});

test('whatever stands around it, a bound never turns into its opposite', () => {
  const bounds = ['at least', 'more than', 'at most', 'fewer than'] as const;
  const denied: Readonly<Record<string, Hedge | undefined>> = {
    'more than': 'at-most',
    'fewer than': 'at-least',
  };
  holds(
    fc.property(
      fc.constantFrom(...bounds),
      fc.boolean(),
      fc.integer({ min: 2, max: 90_000 }),
      (bound, isDenied, n) => {
        const hedges = hedgesOf(hedging(`${isDenied ? 'not ' : ''}${bound} ${n}`, { point: n }));
        const said = isDenied ? denied[bound] : (bound.replace(' ', '-') as Hedge);
        expect([...hedges]).toEqual(said ? [said] : []);
      },
    ),
  );
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
