// The topic view from outside: whose figures stand in it, in what order, under which scheme.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEMES, schemeOf } from '../../src/domain/figure/vagueness.ts';
import { changesBetween } from '../../src/domain/record/change.ts';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action } from '../../src/domain/record/entry.ts';
import { toChangeView } from '../../src/projections/changes.ts';
import { claimItems } from '../../src/projections/claim-item.ts';
import { historiesOf } from '../../src/projections/history.ts';
import { ALL_NOTES } from '../../src/projections/panel.ts';
import { familyGroups } from '../../src/projections/panel-page.ts';
import { PLAIN, toTopicView } from '../../src/projections/topic-projection.ts';
import type { EstimateView, TopicView } from '../../src/projections/topic-view.ts';
import { claims, log } from '../domain/arbitraries.ts';
import {
  claimOf,
  clock,
  FRAME,
  logOf,
  point,
  recorded,
  recordOf,
  replay,
  stanceOf,
  writeOf,
} from '../domain/two-ministries.ts';
import { holds } from '../property/holds.ts';

const viewOf = (...actions: (Action | Claim)[]) => toTopicView(recordOf(...actions), PLAIN);
const rowIn = (view: TopicView, source = 'ministry-a', measure = 'killed'): EstimateView => {
  const rows = view.sources.find(({ id }) => id === source)?.estimates ?? [];
  return rows.find((row) => row.measure === measure) as EstimateView;
};

test('the view does not depend on the order of arrival', () => {
  const shuffled = claims().chain((many) =>
    fc.tuple(
      fc.constant(many),
      fc.shuffledSubarray(many, { minLength: many.length, maxLength: many.length }),
    ),
  );
  holds(
    fc.property(shuffled, ([many, other]) => {
      expect(viewOf(...other)).toEqual(viewOf(...many));
      expect(historiesOf(recordOf(...other), PLAIN)).toEqual(historiesOf(recordOf(...many), PLAIN));
    }),
    { numRuns: 500 },
  );
});

test('rows stand newest first, whoever was named for nothing last', () => {
  holds(
    fc.property(claims(), (many) => {
      const { sources } = viewOf(...many);
      const kinds = sources.map(({ kind }) => kind === 'unattributed');
      expect(kinds).toEqual([...kinds].sort());
      const days = sources.map(({ estimates }) => estimates.map(dayOf));
      for (const own of days) expect(own).toEqual([...own].sort().reverse());
      const first = days.filter((_, at) => !kinds[at]).map((own) => own[0] as string);
      expect(first).toEqual([...first].sort().reverse());
    }),
    { numRuns: 1_000 },
  );
});

/** A month sorts before its days, and what has no hour after the hours of its day. */
const dayOf = ({ said }: EstimateView) => (said?.precision === 'day' ? `${said.date}~` : (said?.date ?? ''));

test('the page keeps that order within each measure', () => {
  holds(
    fc.property(claims(), (many) => {
      const view = viewOf(...many);
      for (const family of view.families) {
        const groups = familyGroups(view, family, { notes: ALL_NOTES });
        const lines = view.sources.flatMap(({ name, kind, estimates }) =>
          estimates
            .filter(({ measure }) => family.measures.includes(measure))
            .map((row) => ({ name, row, last: kind === 'unattributed' })),
        );
        lines.sort(
          (a, b) =>
            Number(a.last) - Number(b.last) ||
            (dayOf(a.row) < dayOf(b.row) ? 1 : dayOf(a.row) > dayOf(b.row) ? -1 : 0),
        );
        expect(groups.flatMap(({ rows }) => rows.map(({ name, text }) => [name, text])).sort()).toEqual(
          lines.map(({ name, row }) => [name, row.text]).sort(),
        );
        for (const { rows } of groups) {
          const places = rows.map((drawn) =>
            lines.findIndex(({ name, row }) => name === drawn.name && row.text === drawn.text),
          );
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** All that a scheme may say: intervals, marks, axes, its own name and how it reads a word. */
function withoutScheme({ scheme: _, measures, sources, ...rest }: TopicView) {
  return {
    ...rest,
    measures: measures.map(({ axis: _axis, relations: _relations, ...measure }) => measure),
    sources: sources.map(({ estimates, ...source }) => ({
      ...source,
      estimates: estimates.map(({ interval: _interval, mark: _mark, notes, ...row }) => ({
        ...row,
        notes: notes.filter(({ kind }) => kind !== 'reading'),
      })),
    })),
  };
}

test('a scheme changes intervals and marks and never the words stated', () => {
  holds(
    fc.property(claims(), fc.constantFrom(...SCHEMES), (many, scheme) => {
      const record = recordOf(...many);
      const view = toTopicView(record, { ...PLAIN, scheme });
      expect(withoutScheme(view)).toEqual(withoutScheme(toTopicView(record, PLAIN)));
      expect(view.scheme.name).toBe(scheme.name);
    }),
    { numRuns: 1_000 },
  );
});

test.for([
  ['house', { low: 200, high: 999 }, 'By Source reads 200–999'],
  ['acled', { low: 100, high: null }, 'ACLED reads at least 100'],
  ['ccc', { low: 200, high: null }, 'Crowd Counting Consortium reads at least 200'],
  ['gtd', null, 'Global Terrorism Database gives no reading'],
] as const)('“hundreds” under %s', ([id, interval, note]) => {
  const scheme = schemeOf(id) as (typeof SCHEMES)[number];
  const record = recordOf(claimOf('c', { value: { kind: 'vague', stated: 'hundreds' } }));
  const row = rowIn(toTopicView(record, { ...PLAIN, scheme }));
  expect(row).toMatchObject({ text: '“hundreds”', interval, notes: [{ kind: 'reading', text: note }] });
});

test('a withdrawn figure leaves its row, the words that it withdrew and nothing drawn', () => {
  const on = { date: '2025-02-01', precision: 'day', inferred: false } as const;
  const many = [claimOf('c', { value: point(500) }), claimOf('b', { source: 'ministry-b' })];
  const view = viewOf(...many, { kind: 'retract', id: 'c', reason: 'A clerk’s error.', on });
  expect(rowIn(view)).toMatchObject({
    claim: 'c',
    text: 'withdrew “500” on 1 Feb 2025',
    status: 'retracted',
    value: null,
    interval: null,
    mark: null,
    alternatives: [],
    notes: [{ kind: 'standing', text: 'A clerk’s error.' }],
  });
  expect(
    historiesOf(recordOf(...many, { kind: 'retract', id: 'c', reason: 'An error.', on }), PLAIN),
  ).toEqual([]);
});

test.for([
  [
    { value: { kind: 'range', low: 10_000, high: 12_000, stated: '10,000 to 12,000' } },
    'withdrew “10,000 to 12,000” on',
  ],
  [{ value: { kind: 'vague', stated: 'hundreds' } }, 'withdrew “hundreds” on'],
  [
    {
      measure: 'share',
      value: { kind: 'share', point: 0.0015, stated: 'almost 0.15 percent', of: 'all', hedge: 'almost' },
    },
    'withdrew “almost 0.15 percent” of all on',
  ],
  [
    { measure: 'share', value: { kind: 'share', point: 0.25, stated: 'a quarter', of: '4,000' } },
    'withdrew “a quarter” of 4,000 on',
  ],
] as const)('%o withdrawn', ([fields, text]) => {
  const view = viewOf(claimOf('c', fields), { kind: 'retract', id: 'c', reason: 'An error.', on: null });
  expect(view.sources[0]?.estimates[0]?.text).toContain(text);
});

test('a withheld statement leaves a row that says so and when, and no figure', () => {
  const on = { date: '2025-02-01', precision: 'day', inferred: false } as const;
  const view = viewOf(claimOf('c', { value: point(500) }), {
    kind: 'withhold',
    id: 'c',
    reason: 'A court.',
    on,
  });
  expect(rowIn(view)).toMatchObject({ text: 'withheld on 1 Feb 2025', status: 'withheld', value: null });
});

test.for(['denies', 'declines', 'cannot-confirm', 'no-answer'])(
  'a figure that a voice %s is nowhere its own',
  (stance) => {
    // No door lets such a claim in; even were one in the log, no face may draw it as the speaker's.
    const value = point(987_654_321);
    const denial = stanceOf('c', stance, {
      value,
      about: { words: '3,000' },
      alternatives: [{ label: 'other', value }],
    });
    const others = ['2024-01-09', '2024-01-11', '2024-01-12'].map((said, at) =>
      claimOf(`o-${at}`, { source: 'ministry-b', said }),
    );
    const record = recordOf(denial, ...others);
    const view = toTopicView(record, PLAIN);
    expect(rowIn(view)).toMatchObject({ value: null, interval: null, mark: null, alternatives: [] });
    expect(rowIn(view).text).toMatch(/3,000$/);
    const charts = historiesOf(record, PLAIN);
    expect(charts.flatMap(({ series }) => series.map(({ source }) => source))).toEqual(['ministry-b']);
    expect(JSON.stringify([view, charts])).not.toMatch(/987,?654,?321/);
    expect(view.measures[0]?.axis).toBeNull();
  },
);

test('a denial of another’s claim is worded with that claim’s words', () => {
  const denial = stanceOf('c', 'denies', { source: 'ministry-b', about: { claim: 'a' } });
  expect(
    rowIn(viewOf(claimOf('a', { value: point(4_000, 'four thousand') }), denial), 'ministry-b'),
  ).toMatchObject({
    text: 'denies “four thousand”',
    value: null,
  });
});

test('withheld content is nowhere: not in the row, the timeline, the charts, the claims or the changes', () => {
  holds(
    fc.property(log(['claim', 'correct', 'retract']), fc.nat(), (entries, pick) => {
      const ids = replay(entries).claims.map(({ claim }) => claim.id);
      fc.pre(ids.length > 0);
      const gone = ids[pick % ids.length] as string;
      const marked = entries.map((entry) => marking(entry, gone));
      const end = { kind: 'withhold', id: gone, reason: 'A court order.', on: null } as const;
      const all = [...marked, ...writeOf(entries.length + 9, end)];
      for (const instant of [null, marked.at(-1)?.recorded as string]) {
        const record = replay(all, instant);
        const changes = changesBetween(replay(FRAME), record);
        const faces = [
          toTopicView(record, PLAIN),
          historiesOf(record, PLAIN),
          claimItems(record, new Set(ids)),
          changes.map((change) => toChangeView(change, record, 'en')),
        ];
        expect(JSON.stringify(faces)).not.toContain('secret');
      }
      const last = changesBetween(replay(marked), replay(all)).map((each) =>
        toChangeView(each, replay(all), 'en'),
      );
      expect(JSON.stringify(last)).not.toContain('secret');
      expect(last).toMatchObject([{ kind: 'withheld', before: null, after: null, reason: 'A court order.' }]);
    }),
    { numRuns: 500 },
  );
});

/** The entry, with a secret in every field of one claim that may hold words, and in what was said of it. */
function marking(entry: (typeof FRAME)[number], id: string): (typeof FRAME)[number] {
  const { action } = entry;
  if (action.kind === 'retract')
    return action.id === id ? { ...entry, action: { ...action, reason: 'secret' } } : entry;
  if ((action.kind !== 'claim' && action.kind !== 'correct') || action.claim.id !== id) return entry;
  const { claim } = action;
  const secret = {
    value: claim.value && { ...claim.value, stated: `secret ${claim.value.stated}`, of: 'secret' },
    words: { stated: 'secret words', lang: 'en', gloss: 'secret gloss' },
    summary: 'secret summary',
    label: 'secret label',
    about: claim.about && { ...claim.about, words: 'secret about' },
    chain: [
      {
        name: 'secret speaker',
        role: 'speaker' as const,
        descriptor: 'secret',
        anonymous: true,
        reason: 'secret',
      },
    ],
    evidence: [{ url: 'https://secret.example', outlet: 'secret', title: 'secret', published: null }],
    readings: [{ text: 'secret', outlet: 'secret', url: null, value: null, metric: null, distance: null }],
  };
  const reason = action.kind === 'correct' ? { reason: 'secret reason' } : {};
  return { ...entry, action: { ...action, ...reason, claim: { ...claim, ...secret } } };
}

test('a corrected row says so, with what stood before and why', () => {
  const actions: Action[] = [
    recorded(claimOf('c', { value: point(500) })),
    {
      kind: 'correct',
      claim: claimOf('c', { value: point(50) }),
      reason: 'A zero too many.',
      fields: ['value'],
    },
  ];
  const view = toTopicView(replay(logOf(actions)), PLAIN);
  expect(rowIn(view)).toMatchObject({ text: '“50”', status: 'corrected' });
  expect(rowIn(view).notes).toEqual([
    { kind: 'corrected', text: 'corrected by us on 1 Jan 2025, from “500”: A zero too many.' },
  ]);
  expect(view.amendments).toMatchObject([
    { kind: 'corrected', on: clock(3), before: '“500”', after: '“50”' },
  ]);
  expect(rowIn(toTopicView(replay(logOf(actions), clock(2)), PLAIN))).toMatchObject({
    text: '“500”',
    notes: [],
  });
});

test('a measure without a second figure has no axis, and no two measures share one', () => {
  const one = viewOf(claimOf('a'), claimOf('w', { measure: 'wounded', source: 'ministry-b' }));
  expect(one.measures.map(({ axis }) => axis)).toEqual([null, null]);
  const two = viewOf(
    claimOf('a'),
    claimOf('b', { source: 'ministry-b', value: point(900) }),
    claimOf('w', { measure: 'wounded' }),
  );
  expect(two.measures.map(({ id, axis }) => [id, axis !== null])).toEqual([
    ['killed', true],
    ['wounded', false],
  ]);
});

test('only the measure asked for', () => {
  const record = recordOf(claimOf('a'), claimOf('w', { measure: 'wounded' }));
  const view = toTopicView(record, { ...PLAIN, measure: 'wounded' });
  expect(view.measures.map(({ id }) => id)).toEqual(['wounded']);
  expect(view.sources.flatMap(({ estimates }) => estimates.map(({ measure }) => measure))).toEqual([
    'wounded',
  ]);
});

test('of two figures of one date both stand in the row’s words, the smaller first, and neither is drawn', () => {
  const view = viewOf(
    claimOf('a', { value: point(110) }),
    claimOf('b', { value: point(4) }),
    claimOf('c', { source: 'ministry-b' }),
    claimOf('d', { source: 'study-c', value: point(70) }),
  );
  const row = view.sources.find(({ id }) => id === 'ministry-a')?.estimates[0];
  expect(row).toMatchObject({ text: '“4” and “110”', leading: false, mark: null, previous: null });
  expect(row?.alternatives).toMatchObject([{ text: '“110”' }]);
  expect(view.measures[0]?.axis).toMatchObject({ scale: 'linear', low: 0, high: 100 });
});

test('the timeline is in order of time by the hour, whatever the claims are called', () => {
  const hours = ['2024-01-10T06:10:00+02:00', '2024-01-10T18:30:00+02:00', '2024-01-10T20:00:00+02:00'];
  const [first, second, third] = hours;
  const named = [
    claimOf('z', { said: first }),
    claimOf('a', { said: third }),
    claimOf('m', { said: second }),
  ];
  expect(viewOf(...named).statements.map(({ said }) => said?.date)).toEqual([third, second, first]);
  const tied = (x: string, y: string) =>
    viewOf(claimOf(x, { value: point(1) }), claimOf(y, { value: point(2) })).statements.map(
      ({ text }) => text,
    );
  expect(tied('p', 'q')).toEqual(tied('q', 'p'));
});
