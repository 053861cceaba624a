/** What the record holds, page by page: topics, sources, the codebook, claims and changes. */
import type { Page, PageRequest } from '../../domain/page.ts';
import type { Problem } from '../../domain/problem.ts';
import { pageOfCodebook } from '../../store/codebook.ts';
import { pageOfChanges, pageOfClaims, pageOfTopics, topicExists } from '../../store/listings.ts';
import { pageOfSources } from '../../store/sources.ts';
import { parseSince } from '../../validation/query.ts';
import type { ReadDeps } from '../deps.ts';

export const readTopics = ({ db }: ReadDeps, { cursor, limit }: PageRequest): Promise<Page> =>
  pageOfTopics(db, cursor ?? '', limit);

export async function readSources({ db }: ReadDeps, { cursor, limit }: PageRequest): Promise<Page> {
  const found = await pageOfSources(db, cursor ?? '', limit + 1);
  const shown = found.slice(0, limit);
  return {
    items: shown.map((source) => JSON.stringify(source)),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Metrics or units, by id, each with its earlier versions. */
export const readCodebookPage = (
  { db }: ReadDeps,
  kind: 'metric' | 'unit',
  { cursor, limit }: PageRequest,
): Promise<Page> => pageOfCodebook(db, kind, cursor ?? '', limit);

export interface ClaimsRequest extends PageRequest {
  /** Only of this source and on this measure; null for all. */
  source: string | null;
  measure: string | null;
}

/** A topic's claims, newest first; null when there is no such topic. */
export async function readClaims(
  { db }: ReadDeps,
  topic: string,
  { cursor, ...page }: ClaimsRequest,
): Promise<Page | null> {
  const claims = await pageOfClaims(db, { topic, ...page, before: cursor });
  return claims.items.length > 0 || (await topicExists(db, topic)) ? claims : null;
}

export interface ChangesRequest extends PageRequest {
  /** Only what was recorded after this: an instant, or a day, as somebody wrote it; null for all. */
  since: string | null;
}

export type Changes =
  | { kind: 'page'; page: Page }
  | { kind: 'unknown' }
  | { kind: 'unreadable'; problems: Problem[] };

/** A topic's changes, newest first. */
export async function readChanges(
  { db }: ReadDeps,
  topic: string,
  { cursor, limit, since: asked }: ChangesRequest,
): Promise<Changes> {
  const since = parseSince(asked);
  if (!since.ok) return { kind: 'unreadable', problems: since.problems };
  const page = await pageOfChanges(db, { topic, since: since.value, before: cursor, limit });
  return page.items.length > 0 || (await topicExists(db, topic))
    ? { kind: 'page', page }
    : { kind: 'unknown' };
}
