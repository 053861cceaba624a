/** Writes of whole topics and of sources: imports of reviewed files, a topic's frame, the sources' names. */
import { z } from 'zod';
import type { Action } from '../../domain/record/entry.ts';
import { Source } from '../../domain/record/source.ts';
import { Topic } from '../../domain/record/topic.ts';
import type { Kept } from '../../store/idempotency.ts';
import { claimsElsewhere } from '../../store/listings.ts';
import { readSources, storeSources, topicsOfSources } from '../../store/sources.ts';
import { admitImport, ImportBody } from '../../validation/import.ts';
import { isHeld, withSources } from '../../validation/sources.ts';
import { admitTopic } from '../../validation/topic.ts';
import { admit, parseWith } from '../../validation/verdict.ts';
import { type RecordOrder, type WriteDeps, type Written, writeRecord } from './record-writes.ts';

/** Brings a topic up to its reviewed files: new records and new corrections, in one revision; nothing when it already is. */
export async function importTopic(deps: WriteDeps, { body: sent, ...order }: RecordOrder): Promise<Written> {
  const [db, now] = [deps.db, deps.now()];
  const parsed = parseWith(ImportBody, sent);
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
  return writeRecord(db, { ...order, topic: body.topic.slug, now }, (held, codebook) => {
    const verdict = admitImport(body, { held, sources, codebook, now });
    if (!verdict.ok) return verdict;
    const actions = withSources(verdict.value, held, sources);
    return admit({ actions, batch: body.batch, answer: () => importedAnswer(actions) });
  });
}

function importedAnswer(actions: readonly Action[]): Kept {
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
}

/** Adds a topic, or changes its title, summary, families or measures; measures that claims use must stay. */
export async function postTopic({ db, now }: WriteDeps, { body, ...order }: RecordOrder): Promise<Written> {
  const parsed = parseWith(Topic, body);
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const topic = parsed.value;
  return writeRecord(db, { ...order, topic: topic.slug, now: now() }, (held, codebook) => {
    const verdict = admitTopic(topic, held, codebook);
    const answer = (): Kept => ({ status: 201, body: JSON.stringify(topic) });
    return verdict.ok ? admit({ actions: verdict.value, answer }) : verdict;
  });
}

/** Adds or renames sources, then carries new names into every topic whose log holds them. */
export async function postSources(deps: WriteDeps, { body, actor }: RecordOrder): Promise<Written> {
  const { db } = deps;
  const several = (body as { items?: unknown } | null)?.items;
  // A problem is named as its sender wrote the field: in a list, or in the one source that was sent.
  const named = (path: string) =>
    several === undefined ? path.replace(/^0\.?/, '') : path === '' ? 'items' : `items.${path}`;
  const parsed = parseWith(z.array(Source).max(2_000), several ?? [body]);
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
    await carrySources(deps, { actor, topic, sources: parsed.value });
  }
  return { kind: 'written', answer: { status: 201, body: JSON.stringify({ items: parsed.value }) } };
}

/** The sources as they are now called, in the log of a topic that holds them otherwise. */
async function carrySources(
  { db, now }: WriteDeps,
  { actor, topic, sources }: { actor: string; topic: string; sources: readonly Source[] },
): Promise<void> {
  await writeRecord(db, { actor, idempotency: null, topic, now: now() }, (held) => {
    const changed = sources.filter((source) => held?.sources.has(source.id) && !isHeld(held, source));
    return admit({
      actions: changed.map((source): Action => ({ kind: 'source', source })),
      answer: () => ({ status: 200, body: '{}' }),
    });
  });
}
