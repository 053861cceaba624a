// The latest estimate of each source: what displaces what, whatever the order of arrival.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bearsFigure, type Claim, isRelay } from '../../src/domain/claim.ts';
import { holds, only } from '../property/holds.ts';
import { claim as anyClaim, claims, day } from './arbitraries.ts';
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

test.for(
  TOPIC.measures.map(({ id, counting, moment }) => [id, counting === 'incident' || moment !== null] as const),
)('on %s there is nothing before: %s', ([measure, separate]) => {
  const value =
    measure === 'share' ? { kind: 'share', point: 0.2, stated: 'a fifth', of: '4,000' } : point(5);
  const early = claimOf('early', { measure, value, said: '2024-06-01' });
  const late = claimOf('late', { measure, value, said: '2024-07-01' });
  const row = shown(rowOf(recordOf(early, late), 'ministry-a', measure));
  expect(row).toMatchObject({ lead: 'late', previous: separate ? null : 'early' });
});
