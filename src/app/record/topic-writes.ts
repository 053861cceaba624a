/** Writes of whole topics and of sources: imports of reviewed files, a topic's frame, the voices' names. */
import { z } from 'zod';
import type { Action, Entry } from '../../domain/record/entry.ts';
import { NOW, recordAt } from '../../domain/record/record.ts';
import { Source } from '../../domain/record/source.ts';
import { Topic } from '../../domain/record/topic.ts';
import type { Kept } from '../../store/idempotency.ts';
import { claimsElsewhere } from '../../store/listings.ts';
import { readSources, storeSources, topicsOfSources } from '../../store/sources.ts';
import { type Decision, writeTopic } from '../../store/write.ts';
import { admitImport, ImportBody } from '../../validation/import.ts';
import { isHeld, withSources } from '../../validation/sources.ts';
import { admitTopic } from '../../validation/topic.ts';
import { parseWith } from '../../validation/verdict.ts';
import { project } from './projection.ts';
import type { RecordOrder, WriteDeps, Written } from './record-writes.ts';

/** Brings a topic up to its reviewed files: new records and new corrections, in one revision; nothing when it already is. */
export async function importTopic({ db, now }: WriteDeps, order: RecordOrder): Promise<Written> {
  const request = { ...order, now: now() };
  const parsed = parseWith(ImportBody, request.body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const body = parsed.value;
  const sources = await readSources(db);
  const ids = body.claims
    .map((claim) => (claim as { id?: unknown } | null)?.id)
    .filter((id) => typeof id === 'string');
  const taken = await claimsElsewhere(db, body.topic.slug, ids);
  if (taken.length > 0) {
    const message = `These ids belong to claims of another topic: ${taken.slice(0, 5).join(', ')}.`;
    return { kind: 'refused', problems: [{ path: 'claims', message }] };
  }
  const decide = (entries: readonly Entry[]): Decision => {
    const verdict = admitImport(body, { entries, sources, now: request.now });
    if (!verdict.ok) return verdict;
    return {
      ok: true,
      actions: withSources(verdict.value, recordAt(entries, NOW), sources),
      batch: body.batch,
    };
  };
  const answer = (_all: readonly Entry[], actions: readonly Action[]): Kept => {
    const count = (kind: Action['kind']) => actions.filter((action) => action.kind === kind).length;
    const warnings = actions.flatMap((action) =>
      'warnings' in action
        ? (action.warnings ?? []).map((warning) => ({ claim: action.claim.id, ...warning }))
        : [],
    );
    return {
      status: 200,
      body: JSON.stringify({ recorded: count('claim'), corrected: count('correct'), warnings }),
    };
  };
  return writeTopic(db, { topic: body.topic.slug, ...request, decide, answer }, project);
}

/** Adds a topic, or changes its title, summary, families or measures; measures that claims use must stay. */
export async function postTopic({ db, now }: WriteDeps, order: RecordOrder): Promise<Written> {
  const request = { ...order, now: now() };
  const parsed = parseWith(Topic, request.body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const topic = parsed.value;
  const decide = (entries: readonly Entry[]): Decision => {
    const verdict = admitTopic(topic, recordAt(entries, NOW));
    return verdict.ok ? { ok: true, actions: verdict.value } : verdict;
  };
  const answer = (): Kept => ({ status: 201, body: JSON.stringify(topic) });
  return writeTopic(db, { topic: topic.slug, ...request, decide, answer }, project);
}

/** Adds or renames sources, then carries new names into every topic whose log holds them. */
export async function postSources({ db, now }: WriteDeps, order: RecordOrder): Promise<Written> {
  const request = { ...order, now: now() };
  const several = (request.body as { items?: unknown } | null)?.items;
  // A problem is named as its sender wrote the field: in a list, or in the one source that was sent.
  const named = (path: string) =>
    several === undefined ? path.replace(/^0\.?/, '') : path === '' ? 'items' : `items.${path}`;
  const parsed = parseWith(z.array(Source).max(2_000), several ?? [request.body]);
  if (!parsed.ok)
    return {
      kind: 'refused',
      problems: parsed.problems.map((each) => ({ ...each, path: named(each.path) })),
    };
  const sources = new Map([
    ...(await readSources(db)),
    ...parsed.value.map((source) => [source.id, source] as const),
  ]);
  const orphan = parsed.value.findIndex((source) => source.within !== null && !sources.has(source.within));
  if (orphan >= 0) {
    const message = `There is no source "${parsed.value[orphan]?.within}" for this one to be within.`;
    return { kind: 'refused', problems: [{ path: named(`${orphan}.within`), message }] };
  }
  await storeSources(db, parsed.value);
  for (const topic of await topicsOfSources(
    db,
    parsed.value.map((source) => source.id),
  )) {
    await carrySources(db, request, topic, parsed.value);
  }
  return { kind: 'written', answer: { status: 201, body: JSON.stringify({ items: parsed.value }) } };
}

async function carrySources(
  db: D1Database,
  request: RecordOrder & { now: string },
  topic: string,
  sources: Source[],
): Promise<void> {
  const decide = (entries: readonly Entry[]): Decision => {
    const record = recordAt(entries, NOW);
    const changed = sources.filter((source) => record?.sources.has(source.id) && !isHeld(record, source));
    return { ok: true, actions: changed.map((source): Action => ({ kind: 'source', source })) };
  };
  const answer = (): Kept => ({ status: 200, body: '{}' });
  await writeTopic(db, { topic, ...request, idempotency: null, decide, answer }, project);
}
