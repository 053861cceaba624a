/** Joins faces to store and intake: each function a face asks for, bound to this Worker's database, clock and secrets. */
import { firstInstant } from '../../domain/record/asked-instant.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { fingerprintOf } from '../../platform/crypto.ts';
import type { Listing } from '../../projections/listing.ts';
import type { Order, RecordWrites } from '../../routes/api/record.ts';
import {
  pageOfChanges,
  pageOfClaims,
  pageOfTopics,
  readDocument,
  readListing,
  storeDocument,
  topicExists,
  topicOfClaim,
} from '../../store/listings.ts';
import { wakeRuns } from '../../store/run-upkeep.ts';
import { pageOfSources } from '../../store/sources.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../desk/editors.ts';
import { takeCount } from '../outside-counts/counts.ts';
import { readList } from '../outside-counts/ranking.ts';
import { amendClaim, postClaim } from './claim-writes.ts';
import { keepScript } from './pinned-script.ts';
import { readHistory, readTopic } from './topic-reads.ts';
import { importTopic, postSources, postTopic } from './topic-writes.ts';

export function readDoors({ db, now, origin }: Deps) {
  return {
    site: origin,
    topic: (slug: string, params: URLSearchParams) => readTopic(db, slug, params),
    history: (slug: string, params: URLSearchParams) => readHistory(db, slug, params),
    topics: (page: { cursor: string | null; limit: number }) =>
      pageOfTopics(db, page.cursor ?? '', page.limit),
    list: (window: string) => readList(db, window, now()),
    front: async () => (await readDocument(db, 'front'))?.body ?? '[]',
    amendments: async () => (await readDocument(db, 'amendments'))?.body ?? '[]',
    async sources({ cursor, limit }: { cursor: string | null; limit: number }) {
      const found = await pageOfSources(db, cursor ?? '', limit + 1);
      const shown = found.slice(0, limit);
      return {
        items: shown.map((source) => JSON.stringify(source)),
        next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
      };
    },
    async claims(
      topic: string,
      page: { cursor: string | null; limit: number; source: string | null; measure: string | null },
    ) {
      const claims = await pageOfClaims(db, { topic, ...page, before: page.cursor });
      return claims.items.length > 0 || (await topicExists(db, topic)) ? claims : null;
    },
    async pinnedScript(hash: string) {
      const kept = await readDocument(db, `script:${hash}`);
      return kept && (JSON.parse(kept.body) as string);
    },
    instant: firstInstant,
    async listing(slug: string) {
      const body = await readListing(db, slug);
      return body === null ? null : (JSON.parse(body) as Listing);
    },
    async changes(
      topic: string,
      { cursor, limit, since }: { cursor: string | null; limit: number; since: string | null },
    ) {
      const changes = await pageOfChanges(db, { topic, since, before: cursor, limit });
      return changes.items.length > 0 || (await topicExists(db, topic)) ? changes : null;
    },
    ready: async () => (await readDocument(db, 'loaded')) !== null,
  };
}

export function writeDoors(deps: Deps): RecordWrites {
  const { db, now, newId } = deps;
  const at = (order: Order) => ({ ...order, now: now() });
  return {
    actor: (request, role) => actorOf(deps, credentialsOf(request), role),
    fingerprint: fingerprintOf,
    claim: (order) => postClaim(db, at(order), newId()),
    amend: async (id, amendment, order) => {
      const topic = await topicOfClaim(db, id);
      return topic === null ? null : amendClaim(db, at(order), topic, id, amendment);
    },
    topic: (order) => postTopic(db, at(order)),
    sources: (order) => postSources(db, at(order)),
    import: (order) => importTopic(db, at(order)),
    loaded: async () => {
      await keepScript(db, now());
      // A load follows a start, and on this machine the queues began empty.
      await wakeRuns(db);
      await storeDocument(db, 'loaded', now(), { at: now() });
      return { kind: 'written', answer: { status: 200, body: '{"loaded":true}' } };
    },
  };
}

export function countDoors(deps: Deps) {
  return {
    list: (window: string) => readList(deps.db, window, deps.now()),
    count: (signature: string | null, text: string, body: unknown) =>
      takeCount(deps.db, { localSecret: deps.countsSecret, signature, text, body, now: deps.now() }),
  };
}
