// Whole valid claims and logs by chance: each passes the checks on entry, and each log is what the doors let in.
import fc from 'fast-check';
import type { Claim } from '../../src/domain/record/claim.ts';
import type { Action, Entry } from '../../src/domain/record/entry.ts';
import { entryContext } from '../../src/domain/record/entry-context.ts';
import { STANCES, vouches } from '../../src/domain/record/stance.ts';
import { admitCorrection, admitRemoval } from '../../src/validation/amendment.ts';
import { CODEBOOK } from './codebook.ts';
import { admitBody, FRAME, replay, SOURCES, TOPIC, writeOf } from './two-ministries.ts';

const VAGUE = ['a handful', 'tens', 'dozens', 'scores', 'hundreds', 'several hundred', 'thousands'];
const HEDGED = [
  ['about', 'about'],
  ['at-least', 'at least'],
  ['more-than', 'more than'],
  ['at-most', 'at most'],
  ['fewer-than', 'fewer than'],
] as const;

const count = fc.integer({ min: 0, max: 5_000 });
/** Few days, so that claims often share one. */
export const day = fc
  .integer({ min: 0, max: 20 })
  .map((n) => new Date(Date.UTC(2024, 6, 1 + n)).toISOString().slice(0, 10));

const pointValue = count.map((n) => ({ kind: 'point', point: n, stated: `${n}` }));
const hedgedValue = fc
  .tuple(count, fc.constantFrom(...HEDGED))
  .map(([n, [hedge, words]]) => ({ kind: 'point', point: n, stated: `${words} ${n}`, hedge }));
const rangeValue = fc
  .tuple(count, count)
  .map(([a, b]) => ({ kind: 'range', low: Math.min(a, b), high: Math.max(a, b), stated: `${a} to ${b}` }));
const intervalValue = fc.tuple(count, count, count).map((ends) => {
  const [low, n, high] = [...ends].sort((a, b) => a - b);
  return { kind: 'interval', low, point: n, high, level: 0.95, stated: `${n} (${low}-${high})` };
});
const vagueValue = fc.constantFrom(...VAGUE).map((stated) => ({ kind: 'vague', stated }));
const shareValue = fc
  .integer({ min: 0, max: 100 })
  .map((n) => ({ kind: 'share', point: n / 100, stated: `${n} percent`, of: '4,000' }));

const tableValue = count.map((n) => ({ kind: 'point', point: n, stated: null }));

export const counted = fc.oneof(tableValue, pointValue, hedgedValue, rangeValue, intervalValue, vagueValue);

const said = fc.oneof(
  { weight: 6, arbitrary: day.map((date) => ({ said: date })) },
  { weight: 2, arbitrary: day.map((date) => ({ said: `${date}T09:30:00Z` })) },
  { weight: 1, arbitrary: fc.constant({ said: '2024-07' }) },
  { weight: 2, arbitrary: day.map((published) => ({ said: null, published })) },
  { weight: 1, arbitrary: day.map((date) => ({ said: { date, inferred: true } })) },
);

export const source = fc.constantFrom(...SOURCES.keys());
const measure = fc.constantFrom(
  'killed',
  'killed',
  'killed',
  'wounded',
  'march',
  'flow',
  'foretold',
  'share',
);

/** The fields of a valid claim, as an editor would post them. */
export const body = fc
  .record({
    source,
    measure,
    stance: fc.oneof(fc.constantFrom(...STANCES), fc.constant('states' as const)),
    value: counted,
    share: shareValue,
    said,
    relayed: fc.option(source),
    preferred: fc.boolean(),
    wordless: fc.boolean(),
    disclosed: fc.option(day, { freq: 6 }),
    alternative: fc.option(counted, { freq: 4 }),
  })
  .map(
    ({
      source,
      measure,
      stance,
      value,
      share,
      said,
      relayed,
      preferred,
      wordless,
      disclosed,
      alternative,
    }) => {
      const figure = vouches(stance) && !wordless ? (measure === 'share' ? share : value) : null;
      const about = stance === 'alleges' && relayed ? { source: relayed } : { words: '3,000' };
      return {
        topic: TOPIC.slug,
        source,
        measure,
        stance,
        value: figure,
        words: figure === null && vouches(stance) ? 'heavy losses' : null,
        about: stance === 'states' || stance === 'acknowledges' ? null : about,
        alternatives:
          figure && alternative && measure !== 'share' ? [{ label: 'other method', value: alternative }] : [],
        preferred,
        disclosed,
        ...said,
      };
    },
  );

const context = (entries: readonly Entry[]) => entryContext(replay(entries), SOURCES, '2025-01-01', CODEBOOK);

function admitted(fields: unknown, id: string, entries: readonly Entry[]): Claim {
  const verdict = admitBody(fields, id, context(entries));
  if (!verdict.ok) throw new Error(`Not a valid claim: ${JSON.stringify(verdict.problems)}`);
  return verdict.value.claim;
}

export const claim: fc.Arbitrary<Claim> = body.map((fields) => admitted(fields, 'c-new', FRAME));

const OFFSETS = ['Z', '+02:00', '+09:00', '-05:00', '+14:00', '-12:00'];
const moment = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 23 }), fc.constantFrom(...OFFSETS))
    .map(([date, hour, offset]) => `2024-07-0${date}T${String(hour).padStart(2, '0')}:30:00${offset}`),
  fc.integer({ min: 1, max: 4 }).map((date) => `2024-07-0${date}`),
  fc.constantFrom('2024', '2024-07', '2024-06'),
);

/** Claims of one source on one measure, close in time, some of them replacing another. */
export const oneRow: fc.Arbitrary<Claim[]> = fc
  .array(fc.tuple(body, fc.option(moment, { freq: 6 }), fc.option(fc.nat(8), { freq: 1 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((many) => {
    const one = many.map(([fields, said], at) =>
      admitted(
        {
          ...fields,
          source: 'ministry-a',
          measure: 'killed',
          value: fields.value?.kind === 'share' ? { kind: 'point', point: 7, stated: '7' } : fields.value,
          said: said ?? null,
          published: said ? null : '2024-07-04',
        },
        `c-${at}`,
        FRAME,
      ),
    );
    return one.map((each, at) => ({ ...each, replaces: replacedBy(many[at]?.[2] ?? null, at, one) }));
  });

/** Any other claim of the row, in rings too: what entry refuses must do no harm either. */
const replacedBy = (target: number | null, at: number, row: Claim[]): string | null =>
  target === null || target === at ? null : (row[target]?.id ?? null);

/** Claims with ids of their own. */
export const claims = (most = 12): fc.Arbitrary<Claim[]> =>
  fc
    .array(claim, { minLength: 1, maxLength: most })
    .map((many) => many.map((each, at) => ({ ...each, id: `c-${at}` })));

const step = fc.oneof(
  { weight: 5, arbitrary: body.map((fields) => ({ kind: 'claim' as const, fields, at: 0 })) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('correct', 'void', 'retract', 'withhold'),
      at: fc.nat(30),
      fields: fc.record({ value: pointValue, said: day }),
    }),
  },
);
export type Step = { kind: Action['kind']; fields: Record<string, unknown>; at: number };

/** A log grown through the doors, a write an action; a step that the doors refuse is left out. */
export const log = (
  kinds: readonly string[] = ['claim', 'correct', 'void', 'retract', 'withhold'],
): fc.Arbitrary<Entry[]> =>
  fc.array(step, { minLength: 1, maxLength: 14 }).map((steps) => {
    let entries = FRAME;
    for (const { kind, fields, at } of steps) {
      if (!kinds.includes(kind)) continue;
      const held = context(entries);
      const states = held.record.claims;
      const verdict =
        kind === 'claim'
          ? admitBody(fields, `c-${entries.length}`, held)
          : states.length === 0
            ? null
            : amended(kind, states[at % states.length] as (typeof states)[number], fields, held);
      if (verdict?.ok) entries = [...entries, ...writeOf(entries.length + 1, verdict.value)];
    }
    return entries;
  });

function amended(
  kind: string,
  state: ReturnType<typeof context>['record']['claims'][number],
  fields: Record<string, unknown>,
  held: ReturnType<typeof context>,
) {
  const reason = 'A reader showed us the page.';
  if (kind === 'correct') return admitCorrection(state, { reason, claim: fields }, held);
  return admitRemoval(
    kind as 'void' | 'retract' | 'withhold',
    state,
    { reason, on: '2024-12-30' },
    '2025-01-01',
  );
}
