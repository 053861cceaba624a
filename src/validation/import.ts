/** Validation of many claims at once: a topic, its sources and its record files, admitted whole or not at all. */
import { z } from 'zod';
import { checkClaim } from '../domain/record/checks.ts';
import { type Claim, ClaimFields } from '../domain/record/claim.ts';
import type { Action, Entry } from '../domain/record/entry.ts';
import { entryContext } from '../domain/record/entry-context.ts';
import { Id } from '../domain/record/measure.ts';
import type { Codebook } from '../domain/record/metric.ts';
import type { ClaimState, TopicRecord } from '../domain/record/record.ts';
import { recordAfter } from '../domain/record/replay.ts';
import type { Source } from '../domain/record/source.ts';
import { Topic } from '../domain/record/topic.ts';
import { asAddition } from './addition.ts';
import { inDimensions } from './dimensions.ts';
import { FileRecord, versionsOf } from './record-file.ts';
import { admitTopic } from './topic.ts';
import { admit, parseWith, refuse, type Verdict } from './verdict.ts';

export const ImportBody = z.strictObject({
  batch: Id,
  topic: Topic,
  claims: z.array(z.unknown()).max(50_000),
});
export type ImportBody = z.output<typeof ImportBody>;

export interface ImportContext {
  /** The topic's record as it stands; null for a new topic. */
  held: TopicRecord | null;
  sources: ReadonlyMap<string, Source>;
  codebook: Codebook;
  now: string;
}

/** Actions that bring the log up to the files; none when it already is. Records that the log holds are never rewritten. */
export function admitImport(body: ImportBody, context: ImportContext): Verdict<Action[]> {
  const records: z.output<typeof FileRecord>[] = [];
  for (const [at, raw] of body.claims.entries()) {
    const parsed = parseWith(FileRecord, raw);
    if (!parsed.ok)
      return { ok: false, problems: parsed.problems.map((p) => ({ ...p, path: `claims.${at}.${p.path}` })) };
    records.push(parsed.value);
  }
  const firstAt = new Map(records.map(({ id }, at) => [id, at] as const).reverse());
  const twice = records.findIndex(({ id }, at) => firstAt.get(id) !== at);
  if (twice >= 0)
    return refuse({
      path: `claims.${twice}.id`,
      message: `"${records[twice]?.id}" stands twice; ids are never reused.`,
    });
  const topic = admitTopic(body.topic, context.held, context.codebook);
  if (!topic.ok)
    return { ok: false, problems: topic.problems.map((p) => ({ ...p, path: `topic.${p.path}` })) };
  const actions: Action[] = [...topic.value];
  const known = new Map((context.held?.claims ?? []).map((state) => [state.claim.id, state]));
  for (const [at, record] of records.entries()) {
    const story = storyOf(record, body.topic);
    if (!story.ok)
      return { ok: false, problems: story.problems.map((p) => ({ ...p, path: `claims.${at}.${p.path}` })) };
    const state = known.get(record.id);
    actions.push(...newsOf(story.value, state));
  }
  return checkAll(
    actions,
    context,
    records.map((record) => record.id),
  );
}

/** What the log does not hold yet. A correction is known by its reason; a claim that an editor removed stays removed. */
function newsOf(story: Action[], known: ClaimState | undefined): Action[] {
  if (!known) return story;
  if (known.standing !== 'stands') return [];
  const reasons: (string | null)[] = [...known.events, ...known.additions].map(({ reason }) => reason);
  return story.filter((action) => {
    if (action.kind !== 'correct' && action.kind !== 'evidence') return action.kind !== 'claim';
    const at = reasons.indexOf(action.reason);
    if (at >= 0) reasons.splice(at, 1); // two corrections may give one reason
    return at < 0;
  });
}

/** Everything that happened to a record, in order: recorded, corrected, removed. */
function storyOf(record: z.output<typeof FileRecord>, topic: Topic): Verdict<Action[]> {
  const actions: Action[] = [];
  let was: Claim | null = null;
  for (const [at, fields] of versionsOf(record).entries()) {
    const parsed = parseWith(ClaimFields, { ...fields, topic: topic.slug });
    const placed = parsed.ok ? inDimensions(parsed.value, topic) : parsed;
    if (!placed.ok) return placed;
    const claim: Claim = { ...placed.value, id: record.id };
    const correction = record.corrections[at - 1];
    const fresh: Action = { kind: 'claim', claim, warnings: [] };
    actions.push(correction && was ? amendmentOf(was, claim, correction) : fresh);
    was = claim;
  }
  if (record.voided) actions.push({ kind: 'void', id: record.id, ...record.voided });
  if (record.retracted) actions.push({ kind: 'retract', id: record.id, ...record.retracted });
  return admit(actions);
}

function amendmentOf(was: Claim, claim: Claim, { reason, was: old }: Correction): Action {
  const fields = Object.keys(old);
  return asAddition(was, claim, fields, reason) ?? { kind: 'correct', claim, reason, fields };
}

type Correction = z.output<typeof FileRecord>['corrections'][number];

/** Checks every new claim against the record as it will stand, so that claims of one import may answer each other. */
function checkAll(
  actions: Action[],
  { held, sources, codebook, now }: ImportContext,
  ids: string[],
): Verdict<Action[]> {
  const revision = Number.MAX_SAFE_INTEGER;
  const coming = actions.map((action): Entry => ({ revision, recorded: now, batch: null, action }));
  const record = recordAfter(held, coming) as TopicRecord;
  const context = entryContext(record, sources, now.slice(0, 10), codebook);
  const checked: Action[] = [];
  for (const action of actions) {
    if (action.kind !== 'claim' && action.kind !== 'correct') {
      checked.push(action);
      continue;
    }
    const { problems, warnings } = checkClaim(action.claim, context);
    if (problems.length > 0) {
      const at = ids.indexOf(action.claim.id);
      return refuse(
        ...problems.map((p) => ({
          path: `claims.${at}.${p.path}`,
          message: `${action.claim.id}: ${p.message}`,
        })),
      );
    }
    checked.push({ ...action, warnings });
  }
  return admit(checked);
}
