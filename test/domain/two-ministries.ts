// A small invented topic, its voices and its claims: every rule is shown on it.
import type { Claim } from '../../src/domain/record/claim.ts';
import { ClaimFields } from '../../src/domain/record/claim.ts';
import type { Action, Entry } from '../../src/domain/record/entry.ts';
import type { EntryContext } from '../../src/domain/record/entry-context.ts';
import { type Estimate, latestEstimates } from '../../src/domain/record/estimate.ts';
import { NOW, type TopicRecord } from '../../src/domain/record/record.ts';
import { recordAt } from '../../src/domain/record/replay.ts';
import { Source } from '../../src/domain/record/source.ts';
import { Topic } from '../../src/domain/record/topic.ts';
import { admitClaim, parseClaim } from '../../src/validation/claim.ts';
import { withCodebook } from '../../src/validation/codebook.ts';
import { CODEBOOK } from './codebook.ts';

const place = { population: 'people', place: 'a valley' };

export const TOPIC = Topic.parse({
  slug: 'flood',
  title: 'A flood in a valley',
  summary: 'How many people the flood killed is disputed.',
  lead: 'killed',
  families: [
    { id: 'killed', label: 'Killed' },
    { id: 'wounded', label: 'Wounded' },
    { id: 'marchers', label: 'Marchers' },
    { id: 'flow', label: 'Flow' },
    { id: 'share', label: 'Share' },
    { id: 'foretold', label: 'Foretold' },
  ],
  measures: [
    {
      id: 'killed',
      family: 'killed',
      metric: 'killed',
      counting: 'cumulative',
      label: 'Killed so far',
      ...place,
    },
    {
      id: 'killed-in-may',
      family: 'killed',
      metric: 'killed',
      counting: 'period',
      period: { from: '2024-05-01', to: '2024-05-31' },
      label: 'Killed in May',
      ...place,
    },
    {
      id: 'wounded',
      family: 'wounded',
      metric: 'wounded',
      counting: 'cumulative',
      label: 'Wounded so far',
      ...place,
    },
    {
      id: 'march',
      family: 'marchers',
      metric: 'marchers',
      counting: 'incident',
      period: { from: '2024-03-02', to: '2024-03-02' },
      label: 'Marchers, 2 March',
      ...place,
    },
    { id: 'flow', family: 'flow', metric: 'flow-rate', counting: 'point', label: 'Flow', ...place },
    {
      id: 'flow-in-april',
      family: 'flow',
      metric: 'flow-rate',
      counting: 'point',
      moment: '2024-04-20',
      label: 'Flow on 20 April',
      ...place,
    },
    {
      id: 'foretold',
      family: 'foretold',
      metric: 'killed',
      counting: 'cumulative',
      target: '2024-07-10',
      label: 'Killed by 10 July',
      ...place,
    },
    {
      id: 'share',
      family: 'share',
      metric: 'killed-share',
      counting: 'cumulative',
      label: 'Share killed',
      ...place,
    },
  ],
});

export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [
    { id: 'ministry-a', name: 'Ministry A', kind: 'institution' },
    { id: 'ministry-b', name: 'Ministry B', kind: 'institution' },
    { id: 'official-of-a', name: 'Official of A (unnamed)', kind: 'unnamed-official', within: 'ministry-a' },
    {
      id: 'officials-of-b',
      name: 'Officials of B (unnamed)',
      kind: 'unnamed-official',
      within: 'ministry-b',
    },
    { id: 'study-c', name: 'Study C', kind: 'study' },
    { id: 'nobody-d', name: 'Not attributed (paper D)', kind: 'unattributed' },
  ].map((source) => [source.id, Source.parse(source)]),
);

/** A body as an editor would post it: Ministry A states 100 killed on 10 January, with an address. */
export const BODY = {
  topic: TOPIC.slug,
  measure: 'killed',
  source: 'ministry-a',
  stance: 'states',
  value: { kind: 'point', point: 100, stated: '100' },
  said: '2024-01-10',
  evidence: [{ url: 'https://paper.example/1', outlet: 'Paper' }],
};

/** A point as it was said, hedged where the words hedge. */
export const point = (n: number, stated = String(n), hedge: string | null = null) => ({
  kind: 'point',
  point: n,
  stated,
  hedge,
});

/** A stored claim: the body above with other fields. Unchecked, as whatever a log may hold. */
export function claimOf(id: string, fields: object = {}): Claim {
  return { ...ClaimFields.parse({ ...BODY, ...fields }), id };
}

/** A stance without a figure. */
export const stanceOf = (id: string, stance: string, fields: object = {}): Claim =>
  claimOf(id, {
    stance,
    value: null,
    ...(stance === 'denies' ? { about: { words: '3,000' } } : {}),
    ...fields,
  });

export const recorded = (claim: Claim): Action => ({ kind: 'claim', claim, warnings: [] });

/** The clock of the log: a minute a revision, from noon of 1 January 2025. */
export const clock = (revision: number): string => new Date(Date.UTC(2025, 0, 1, 12, revision)).toISOString();

/** One write. */
export const writeOf = (revision: number, ...actions: Action[]): Entry[] =>
  actions.map((action) => ({ revision, recorded: clock(revision), batch: null, action }));

/** The first write of every log: the topic with what it uses of the codebook, and all voices. */
export const FRAME: Entry[] = writeOf(
  1,
  ...withCodebook([{ kind: 'topic', topic: TOPIC }], null, CODEBOOK),
  ...[...SOURCES.values()].map((source): Action => ({ kind: 'source', source })),
);

/** A log in which each action is a write of its own, after the frame. */
export const logOf = (actions: readonly Action[]): Entry[] => [
  ...FRAME,
  ...actions.flatMap((action, at) => writeOf(at + 2, action)),
];

/** The record that all of these actions, written together, make. */
export const recordOf = (...actions: (Action | Claim)[]): TopicRecord =>
  replay([
    ...FRAME,
    ...writeOf(2, ...actions.map((action) => ('kind' in action ? action : recorded(action)))),
  ]);

/** Validation of a posted claim, from its body to its action. */
export function admitBody(body: unknown, id: string, context: EntryContext) {
  const parsed = parseClaim(body);
  return parsed.ok ? admitClaim(parsed.value, id, context) : parsed;
}

export function replay(
  entries: readonly Entry[],
  knownAt: string | null = null,
  saidBy: string | null = null,
): TopicRecord {
  const record = recordAt(entries, { ...NOW, knownAt, saidBy });
  if (record === null) throw new Error('The log holds no topic.');
  return record;
}

/** The row of one source on one measure. */
export function rowOf(record: TopicRecord, source = 'ministry-a', measure = 'killed'): Estimate {
  const row = latestEstimates(record).find((each) => each.source === source && each.measure === measure);
  if (!row) throw new Error(`There is no row of ${source} on ${measure}.`);
  return row;
}

/** What a row shows, by the ids of its claims. */
export const shown = (row: Estimate) => ({
  source: row.source,
  measure: row.measure,
  lead: row.lead.claim.id,
  without: row.without,
  equals: row.equals.map((state) => state.claim.id),
  beside: row.beside.map((state) => state.claim.id),
  same: row.same.map((state) => state.claim.id),
  previous: row.previous?.claim.id ?? null,
  forecast: row.forecast?.claim.id ?? null,
  later: row.later?.claim.id ?? null,
});

/** Every row of a record, in an order of its own. */
export const allShown = (record: TopicRecord) =>
  latestEstimates(record)
    .map(shown)
    .sort((a, b) => `${a.source} ${a.measure}`.localeCompare(`${b.source} ${b.measure}`));
