/** Sites whose comments are counted: added or replaced by an admin, and shown with how fresh they are. */
import { isStale } from '../../projections/comment-origins.ts';
import { missingTopics, putOrigin, readOrigins, type StoredOrigin } from '../../store/origins.ts';
import { admitOrigin, PUSH } from '../../validation/origin.ts';
import type { Problem } from '../../validation/verdict.ts';
import type { Deps } from '../deps.ts';
import { rankAll } from './ranking.ts';

export type Put = { kind: 'stored'; origin: OriginView } | { kind: 'refused'; problems: Problem[] };

export interface OriginView extends Omit<StoredOrigin, 'signed' | 'keyed'> {
  /** Whether there is one; neither is ever shown. */
  secret: boolean;
  key: boolean;
  /** The newest count, or null before the first. */
  countedAt: string | null;
  stale: boolean;
}

/** Adds a site or replaces it and ranks anew; an address that must not be fetched is refused here already, and again at each fetch. */
export async function addOrigin(
  { db, now: clock, outside, adapters }: Pick<Deps, 'db' | 'now' | 'outside' | 'adapters'>,
  body: unknown,
): Promise<Put> {
  const now = clock();
  const admitted = admitOrigin(body, adapters);
  if (!admitted.ok) return { kind: 'refused', problems: admitted.problems };
  const origin = admitted.value;
  const adapter = origin.kind === PUSH ? null : adapters[origin.kind];
  const problems: Problem[] = [];
  if (adapter) {
    const fault = outside.faultOf(adapter.base(origin.origin, origin.settings));
    if (fault)
      problems.push({ path: 'settings.base', message: `This address may not be fetched (${fault}).` });
  }
  const missing = await missingTopics(
    db,
    origin.threads.map(({ topic }) => topic),
  );
  origin.threads.forEach(({ topic }, at) => {
    if (missing.has(topic))
      problems.push({ path: `threads.${at}.topic`, message: `There is no topic "${topic}".` });
  });
  const stored = (await readOrigins(db)).find((known) => known.origin === origin.origin);
  if (adapter?.needsKey && !origin.key && !stored?.keyed)
    problems.push({ path: 'key', message: 'This kind needs a key.' });
  if (problems.length > 0) return { kind: 'refused', problems };
  const { secret, key, ...rest } = origin;
  await putOrigin(db, { ...rest, secret, key }, adapter !== null, now);
  await rankAll(db, now);
  const [view] = (await listOrigins({ db, now: clock })).filter((each) => each.origin === origin.origin);
  if (!view) throw new Error(`The site ${origin.origin} was stored and is not there.`);
  return { kind: 'stored', origin: view };
}

/** All sites, with how fresh each is. */
export async function listOrigins({ db, now: clock }: Pick<Deps, 'db' | 'now'>): Promise<OriginView[]> {
  const now = clock();
  return (await readOrigins(db)).map(({ signed, keyed, ...origin }) => {
    const dates = origin.threads.flatMap(({ countedAt }) => countedAt ?? []).sort();
    const countedAt = dates.at(-1) ?? null;
    const stale = countedAt === null || isStale(countedAt, origin.freshHours, now);
    return { ...origin, secret: signed, key: keyed, countedAt, stale };
  });
}
