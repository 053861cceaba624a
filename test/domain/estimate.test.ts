// The latest estimate of each source: what displaces what, whatever the order of arrival.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bearsFigure, type Claim, isRelay } from '../../src/domain/record/claim.ts';
import type { Estimate } from '../../src/domain/record/estimate.ts';
import type { ClaimState } from '../../src/domain/record/record.ts';
import { holds, only } from '../property/holds.ts';
import { claim as anyClaim, claims, day, oneRow } from './arbitraries.ts';
import {
  allShown,
  claimOf,
  FRAME,
  point,
  recorded,
  recordOf,
  replay,
  rowOf,
  shown,
  stanceOf,
  TOPIC,
  writeOf,
} from './two-ministries.ts';

const runs = { numRuns: 1_000 };

test('the estimate does not depend on the order of arrival', () => {
  const shuffled = claims().chain((many) =>
    fc.tuple(
      fc.constant(many),
      fc.shuffledSubarray(many, { minLength: many.length, maxLength: many.length }),
    ),
  );
  holds(
    fc.property(shuffled, ([many, other]) => {
      expect(allShown(recordOf(...other))).toEqual(allShown(recordOf(...many)));
    }),
    runs,
  );
});

test.for<[string, object, object, 'same' | 'beside']>([
  ['one number of two tables', { stated: null }, { stated: null }, 'same'],
  ['a number said, and read from a table', { stated: 'some 100' }, { stated: null }, 'same'],
  ['two numbers of tables', { stated: null }, { stated: null, point: 101 }, 'beside'],
  [
    'a hedged number, and one of a table',
    { stated: 'about 100', hedge: 'about' },
    { stated: null },
    'beside',
  ],
])('%s of one day', ([, a, b, place]) => {
  const value = (fields: object) => ({ value: { ...point(100), ...fields } });
  const { same, beside } = rowOf(recordOf(claimOf('a', value(a)), claimOf('b', value(b))));
  expect([same.length, beside.length]).toEqual(place === 'same' ? [1, 0] : [0, 1]);
});

test('a claim found late takes its place by the day it was said, not the day it came', () => {
  const record = replay([
    ...FRAME,
    ...writeOf(2, recorded(claimOf('february', { said: '2024-02-10', value: point(300) }))),
    ...writeOf(3, recorded(claimOf('january', { said: '2024-01-10', value: point(900) }))),
  ]);
  expect(shown(rowOf(record))).toMatchObject({ lead: 'february', previous: 'january' });
});

test('a voided claim brings back the row as it was without it', () => {
  holds(
    fc.property(claims(), fc.nat(), (many, at) => {
      const gone = many[at % many.length] as Claim;
      const without = many.filter((each) => each !== gone);
      const voided = recordOf(...many, { kind: 'void', id: gone.id, reason: 'It was never said.', on: null });
      expect(allShown(voided)).toEqual(allShown(recordOf(...without)));
    }),
    runs,
  );
});

test('a retraction leaves the row, its date and no figure', () => {
  holds(
    fc.property(claims(), fc.nat(), (many, at) => {
      const rows = allShown(recordOf(...many));
      const row = rows[at % rows.length] as (typeof rows)[number];
      const lead = many.find(({ id }) => id === row.lead) as Claim;
      fc.pre(bearsFigure(lead));
      const record = recordOf(...many, { kind: 'retract', id: lead.id, reason: 'Withdrawn.', on: null });
      const after = rowOf(record, row.source, row.measure);
      // Another figure of the same day may stand in its place; an earlier one never does.
      if (after.lead.claim.id === lead.id) expect(after.without).toBe('retracted');
      else expect([...row.beside, ...row.same]).toContain(after.lead.claim.id);
    }),
    runs,
  );
});

test('a stance never erases a figure', () => {
  const stance = only(anyClaim, (each) => !bearsFigure(each));
  holds(
    fc.property(claims(), stance, (many, said) => {
      const late = { ...said, id: 'c-stance' };
      for (const row of allShown(recordOf(...many))) {
        if (!many.some((each) => each.id === row.lead && bearsFigure(each))) continue;
        expect(shown(rowOf(recordOf(...many, late), row.source, row.measure))).toMatchObject({
          lead: row.lead,
        });
      }
    }),
    runs,
  );
});

test('a later stance stands beside the figure', () => {
  const figure = claimOf('figure');
  const denial = stanceOf('denial', 'denies', { said: '2024-02-01' });
  const earlier = stanceOf('earlier', 'cannot-confirm', { said: '2024-01-01' });
  expect(shown(rowOf(recordOf(figure, denial, earlier)))).toMatchObject({ lead: 'figure', later: 'denial' });
  expect(shown(rowOf(recordOf(figure, earlier)))).toMatchObject({ lead: 'figure', later: null });
});

test('a source with only a stance has a row, and the stance before it', () => {
  const record = recordOf(
    stanceOf('november', 'cannot-confirm', { said: '2024-11-25' }),
    stanceOf('december', 'acknowledges', { said: '2024-12-16', words: 'killed and wounded' }),
  );
  expect(shown(rowOf(record))).toMatchObject({ lead: 'december', previous: 'november' });
});

test('an undated claim never displaces a dated one', () => {
  const undated = fc.tuple(anyClaim, day).map(([each, published]) => ({
    ...each,
    id: 'c-undated',
    said: null,
    published: { date: published, precision: 'day' as const, inferred: false },
  }));
  holds(
    fc.property(claims(), undated, (many, late) => {
      const rows = allShown(recordOf(...many));
      const record = recordOf(...many, late);
      for (const row of rows) {
        const lead = many.find(({ id }) => id === row.lead) as Claim;
        const isDated = lead.said !== null && !lead.said.inferred;
        if (!isDated || !bearsFigure(lead) || (isRelay(lead) && !isRelay(late))) continue;
        expect(rowOf(record, row.source, row.measure).lead.claim.id).toBe(row.lead);
      }
    }),
    runs,
  );
});

test('what a voice relays of another never displaces its own figure, whenever it was said', () => {
  const relay = only(anyClaim, (each) => isRelay(each) && bearsFigure(each));
  holds(
    fc.property(claims(), relay, (many, each) => {
      const late = { ...each, id: 'c-relay' };
      const record = recordOf(...many, late);
      for (const row of allShown(recordOf(...many))) {
        const lead = many.find(({ id }) => id === row.lead) as Claim;
        if (!bearsFigure(lead) || isRelay(lead)) continue;
        expect(rowOf(record, row.source, row.measure).lead.claim.id).toBe(row.lead);
      }
    }),
    runs,
  );
});

test('of what a voice relays, the latest of each other voice stands beside, once', () => {
  const relay = (id: string, source: string, said: string) =>
    claimOf(id, { stance: 'alleges', about: { source }, said, value: point(7, `${id} seven`) });
  const own = claimOf('own');
  const relays = [
    relay('b-old', 'ministry-b', '2024-01-02'),
    relay('b-new', 'ministry-b', '2024-01-10'),
    relay('c', 'study-c', '2024-01-03'),
  ];
  expect(shown(rowOf(recordOf(own, ...relays))).beside.sort()).toEqual(['b-new', 'c']);
  expect(shown(rowOf(recordOf(...relays)))).toMatchObject({ lead: 'b-new', beside: ['c'], same: [] });
});

test('figures of one day are alternatives; the one the source prefers leads', () => {
  const side = claimOf('side', { value: point(1_191), label: 'census scenario' });
  const main = claimOf('main', { value: point(2_975), preferred: true });
  expect(shown(rowOf(recordOf(main, side)))).toMatchObject({
    lead: 'main',
    beside: ['side'],
    previous: null,
  });
});

test('the same figure printed twice is said once', () => {
  expect(shown(rowOf(recordOf(claimOf('first'), claimOf('second'))))).toMatchObject({
    beside: [],
    same: ['second'],
  });
});

test('an unnamed official never moves the row of the institution', () => {
  const official = anyClaim.map((each) => ({ ...each, source: 'official-of-a' }));
  holds(
    fc.property(claims(), fc.array(official, { minLength: 1, maxLength: 6 }), (many, officials) => {
      const named = many.map((each) =>
        each.source === 'official-of-a' ? { ...each, source: 'ministry-a' } : each,
      );
      const more = officials.map((each, at) => ({ ...each, id: `o-${at}` }));
      const after = allShown(recordOf(...named, ...more)).filter((row) => row.source !== 'official-of-a');
      expect(after).toEqual(allShown(recordOf(...named)));
    }),
    runs,
  );
});

test.for(TOPIC.measures.map(({ id, moment }) => [id, moment !== null] as const))(
  'on %s there is nothing before: %s',
  ([measure, isMoment]) => {
    const value =
      measure === 'share' ? { kind: 'share', point: 0.2, stated: 'a fifth', of: '4,000' } : point(5);
    const early = claimOf('early', { measure, value, said: '2024-06-01' });
    const late = claimOf('late', { measure, value, said: '2024-07-01' });
    const row = shown(rowOf(recordOf(early, late), 'ministry-a', measure));
    expect(row).toMatchObject({ lead: 'late', previous: isMoment ? null : 'early' });
  },
);

/** What a row says, whatever its claims are called. */
const saying = ({ lead, equals, beside, same, previous, forecast, later, without }: Estimate) => {
  const words = ({ claim }: ClaimState) => [claim.value, claim.words, claim.about?.words, claim.said];
  const all = {
    lead: [lead],
    equals,
    beside,
    same,
    previous: [previous],
    forecast: [forecast],
    later: [later],
  };
  return {
    without,
    ...Object.fromEntries(
      Object.entries(all).map(([part, states]) => [part, states.map((state) => state && words(state))]),
    ),
  };
};

test('nor on what claims are called: renamed and in another order they make the same row', () => {
  const renamed = oneRow.chain((many) =>
    fc.tuple(
      fc.constant(many),
      fc.shuffledSubarray(many, { minLength: many.length, maxLength: many.length }),
      fc.shuffledSubarray(
        many.map((_, at) => `n-${at}`),
        { minLength: many.length, maxLength: many.length },
      ),
    ),
  );
  holds(
    fc.property(renamed, ([many, other, names]) => {
      const name = new Map(many.map(({ id }, at) => [id, names[at] as string]));
      const again = other.map((each) => ({
        ...each,
        id: name.get(each.id) as string,
        replaces: name.get(each.replaces ?? '') ?? null,
      }));
      expect(saying(rowOf(recordOf(...again)))).toEqual(saying(rowOf(recordOf(...many))));
    }),
    runs,
  );
});

test('nothing that leads is known to be older than another figure of its source', () => {
  holds(
    fc.property(oneRow, (many) => {
      const { lead, equals } = rowOf(recordOf(...many));
      for (const { claim } of [lead, ...equals]) {
        for (const other of many.filter((each) => bearsFigure(each) && !isRelay(each))) {
          const [said, then] = [claim.said, other.said];
          if (said?.precision === 'instant' && then?.precision === 'instant')
            expect(Date.parse(then.date)).toBeLessThanOrEqual(Date.parse(said.date));
          expect(other.replaces === claim.id && !many.some((each) => each.replaces === other.id)).toBe(false);
        }
      }
    }),
    runs,
  );
});

const at = (id: string, said: string | null, n: number, fields: object = {}) =>
  claimOf(id, { said, value: point(n, `${n} dead`), ...fields });
const flood = [
  at('d', '2025-05-03T06:10:00+02:00', 12),
  at('b', '2025-05-03T11:00:00+02:00', 31),
  at('c', '2025-05-03T18:30:00+02:00', 54),
  at('a', '2025-05-03T20:00:00+02:00', 52),
];

test('hours count: of figures of one day the later takes the place of the earlier', () => {
  expect(shown(rowOf(recordOf(...flood)))).toMatchObject({
    lead: 'a',
    previous: 'c',
    beside: [],
    equals: [],
  });
  const [first, second, third] = flood as [Claim, Claim, Claim];
  expect(shown(rowOf(recordOf(third, first, second)))).toMatchObject({ lead: 'c', previous: 'b' });
});

test('an hour is an hour in whatever zone it was given', () => {
  const abroad = at('abroad', '2025-05-03T23:30:00-05:00', 60);
  const home = at('home', '2025-05-04T06:00:00+02:00', 58);
  expect(shown(rowOf(recordOf(abroad, home)))).toMatchObject({ lead: 'abroad', previous: 'home' });
});

test('an instant keeps its speaker’s day beside a day without an hour', () => {
  const abroad = at('abroad', '2025-05-03T23:30:00-05:00', 60);
  expect(shown(rowOf(recordOf(abroad, at('next', '2025-05-04', 58))))).toMatchObject({ lead: 'next' });
  expect(shown(rowOf(recordOf(abroad, at('same', '2025-05-03', 58))))).toMatchObject({
    lead: 'same',
    equals: ['abroad'],
  });
});

test('without hours none leads: both stand in order of size, unless the source preferred one', () => {
  const [high, low] = [at('a', '2025-05-03', 110), at('b', '2025-05-03', 48)];
  expect(shown(rowOf(recordOf(high, low)))).toMatchObject({
    lead: 'b',
    equals: ['a'],
    beside: ['a'],
    previous: null,
  });
  const chosen = { ...high, preferred: true };
  expect(shown(rowOf(recordOf(chosen, low)))).toMatchObject({ lead: 'a', equals: [], beside: ['b'] });
  expect(shown(rowOf(recordOf(...flood, low)))).toMatchObject({ lead: 'b', equals: ['a'], previous: 'c' });
});

test('a claim comes after the one that it replaces', () => {
  const [before, after] = [at('a', '2025-05-03', 48), at('b', '2025-05-03', 110, { replaces: 'a' })];
  expect(shown(rowOf(recordOf(after, before)))).toMatchObject({
    lead: 'b',
    previous: 'a',
    equals: [],
    beside: [],
  });
  const third = at('c', '2025-05-03', 90, { replaces: 'b' });
  expect(shown(rowOf(recordOf(third, before, after)))).toMatchObject({
    lead: 'c',
    previous: 'b',
    beside: [],
  });
  const last = at('z', '2025-05-03', 60, { replaces: 'a' });
  expect(shown(rowOf(recordOf(...flood, last)))).toMatchObject({ lead: 'z', previous: 'a' });
});

test('what is known to be earlier replaces nothing, and a ring of replacements ends', () => {
  const early = at('early', '2025-05-02', 5, { replaces: 'a' });
  expect(shown(rowOf(recordOf(...flood, early)))).toMatchObject({ lead: 'a' });
  const ring = [at('x', '2025-05-03', 7, { replaces: 'y' }), at('y', '2025-05-03', 8, { replaces: 'x' })];
  expect(shown(rowOf(recordOf(...ring)))).toMatchObject({ lead: 'x', equals: ['y'] });
});

test.for(['2025', '2025-06'])('%s never outranks a later day inside it', (whole) => {
  const [loose, exact] = [at('loose', whole, 500), at('exact', '2025-06-03', 600)];
  expect(shown(rowOf(recordOf(loose, exact)))).toMatchObject({
    lead: 'exact',
    beside: ['loose'],
    equals: [],
    previous: null,
  });
  const [old, next] = [at('old', '2024-12-31', 400), at('next', '2026-01-01', 700)];
  expect(shown(rowOf(recordOf(loose, old)))).toMatchObject({ lead: 'loose', previous: 'old' });
  expect(shown(rowOf(recordOf(loose, exact, next)))).toMatchObject({
    lead: 'next',
    previous: 'exact',
    beside: [],
  });
});

test('a stance is later by the hour too', () => {
  const denial = (id: string, said: string) => stanceOf(id, 'denies', { said });
  const [before, after] = [
    denial('before', '2025-05-03T19:59:00+02:00'),
    denial('after', '2025-05-03T20:01:00+02:00'),
  ];
  expect(shown(rowOf(recordOf(...flood, before)))).toMatchObject({ lead: 'a', later: null });
  expect(shown(rowOf(recordOf(...flood, before, after)))).toMatchObject({ later: 'after' });
  expect(shown(rowOf(recordOf(...flood, denial('day', '2025-05-03'))))).toMatchObject({ later: 'day' });
});

test('of a later stance of one day, what was said decides which is shown, not its name', () => {
  const [x, y] = ['the report', 'the count'].map((words) => ({ about: { words }, said: '2025-05-04' }));
  const rows = [
    [stanceOf('m', 'denies', x), stanceOf('n', 'denies', y)],
    [stanceOf('n', 'denies', x), stanceOf('m', 'denies', y)],
  ].map((stances) => rowOf(recordOf(...flood, ...stances)).later?.claim.about?.words);
  expect(rows[0]).toBe(rows[1]);
});
