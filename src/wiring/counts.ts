/** Most Commented: counts come in signed, the ranked lists are kept as one row a window. */
import { isSigned } from '../edge/signature.ts';
import { admitCount, claimedOrigin, parseSignature, SIGNATURE_HOLDS } from '../intake/count.ts';
import type { Problem } from '../intake/verdict.ts';
import {
  isWindow,
  type MostCommented,
  STALE_AFTER,
  toMostCommented,
  WINDOWS,
  type Window,
  windowStart,
} from '../read/most-commented.ts';
import { readDocument, storeDocument, topicExists } from '../store/listings.ts';
import { signingSecretOf } from '../store/origins.ts';
import { forgetSignatures, readCounts, storeCount } from '../store/outside-counts.ts';

export type Counted =
  | { kind: 'stored' }
  | { kind: 'unsigned'; detail: string }
  | { kind: 'replayed' | 'older' }
  | { kind: 'refused'; problems: Problem[] };

export interface CountRequest {
  /** Signs for every site that has no secret of its own. */
  localSecret: string | undefined;
  signature: string | null;
  text: string;
  body: unknown;
  now: string;
}

/** Signature first, over the raw text and under the secret of the site named; then the fields; then row, hour and lists. */
export async function takeCount(db: D1Database, request: CountRequest): Promise<Counted> {
  const { text, now } = request;
  const signature = parseSignature(request.signature);
  if (signature === null) return unsigned('Sign the count: "X-Signature: t=UNIX,v1=HEX".');
  if (Math.abs(Date.parse(now) / 1000 - signature.time) > SIGNATURE_HOLDS) {
    return unsigned('The signature’s time is more than five minutes from ours.');
  }
  const origin = claimedOrigin(request.body);
  const secret = (origin && (await signingSecretOf(db, origin))) ?? request.localSecret;
  if (!secret || !(await isSigned(secret, `${signature.time}.${text}`, signature.hex))) {
    return unsigned('The signature does not fit the body.');
  }
  const count = admitCount(request.body, now);
  if (!count.ok) return { kind: 'refused', problems: count.problems };
  if (!(await topicExists(db, count.value.topic))) {
    return {
      kind: 'refused',
      problems: [{ path: 'topic', message: `There is no topic "${count.value.topic}".` }],
    };
  }
  const stored = await storeCount(db, count.value, signature.hex, now);
  if (stored !== 'stored') return { kind: stored };
  await rankAll(db, now);
  return { kind: 'stored' };
}

const unsigned = (detail: string): Counted => ({ kind: 'unsigned', detail });

/** A ranked list by its window; an empty one, plainly so, before the first count. One row. */
export async function readList(db: D1Database, window: string, now: string): Promise<MostCommented> {
  const known: Window = isWindow(window) ? window : '7d';
  const stored = await readDocument(db, `most-commented:${known}`);
  // To the hour, so that an empty list keeps its validator.
  const hour = `${now.slice(0, 13)}:00:00.000Z`;
  return stored ? (JSON.parse(stored.body) as MostCommented) : toMostCommented(known, [], hour);
}

/** Ranks every window anew. Counts older than the window and long stale are left out. */
export async function rankAll(db: D1Database, now: string): Promise<void> {
  for (const window of WINDOWS) {
    const start = windowStart(window, now);
    const staleStart = new Date(Date.parse(now) - 2 * STALE_AFTER * 3_600_000).toISOString();
    const counts = await readCounts(db, start, start < staleStart ? start : staleStart, now);
    if (counts.length === 0 && (await readDocument(db, `most-commented:${window}`)) === null) continue;
    await storeDocument(db, `most-commented:${window}`, now, toMostCommented(window, counts, now));
  }
}

/** What the clock must do: windows move and signatures are forgotten. */
export async function tick(db: D1Database, now: string): Promise<void> {
  await rankAll(db, now);
  await forgetSignatures(db, new Date(Date.parse(now) - 2 * SIGNATURE_HOLDS * 1000).toISOString());
}
