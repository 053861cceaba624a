/** Topics in short, ready made: one topic's listing, the front page's, and the newest amendments. One row each. */
import type { Metric } from '../../domain/record/metric.ts';
import type { ChangeView } from '../../projections/changes.ts';
import type { Listing } from '../../projections/listing.ts';
import { readDocument, readListing as readStored } from '../../store/listings.ts';
import type { ReadDeps } from '../deps.ts';

/** Null when there is no such topic. */
export async function readListing({ db }: ReadDeps, slug: string): Promise<Listing | null> {
  const body = await readStored(db, slug);
  return body === null ? null : (JSON.parse(body) as Listing);
}

/** The topics that changed last. */
export async function readFront({ db }: ReadDeps): Promise<Listing[]> {
  const listed = JSON.parse((await readDocument(db, 'front'))?.body ?? '[]') as Listing[];
  // What an older release stored stands until its topic is read or written again.
  return listed.map((listing) => ({ ...listing, shown: listing.shown ?? null }));
}

/** Every metric as it now stands, by id. */
export async function readMetrics({ db }: ReadDeps): Promise<Metric[]> {
  return JSON.parse((await readDocument(db, 'codebook'))?.body ?? '[]') as Metric[];
}

/** The newest corrections, voidings, withdrawals and withholdings, newest first. */
export async function readAmendments({ db }: ReadDeps): Promise<ChangeView[]> {
  return JSON.parse((await readDocument(db, 'amendments'))?.body ?? '[]') as ChangeView[];
}
