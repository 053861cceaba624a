/** The first load of the reviewed files: until it is done the site says that it is not ready. */
import { readDocument, storeDocument } from '../../store/listings.ts';
import { wakeRuns } from '../../store/run-upkeep.ts';
import type { Written } from '../../store/write.ts';
import type { Deps } from '../deps.ts';
import { carryCodebook } from './codebook-writes.ts';
import { keepScript } from './pinned-script.ts';

/** Whether the record can be read. Throws when the database does not answer. */
export async function isLoaded({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return (await readDocument(db, 'loaded')) !== null;
}

/** Says that a load is done. */
export async function recordLoad(deps: Pick<Deps, 'db' | 'now'>, actor: string): Promise<Written> {
  const { db, now } = deps;
  await carryCodebook(deps, actor);
  await keepScript(db, now());
  // A load follows a start, and on this machine the queues began empty.
  await wakeRuns(db);
  await storeDocument(db, 'loaded', now(), { at: now() });
  return { kind: 'written', answer: { status: 200, body: '{"loaded":true}' } };
}
