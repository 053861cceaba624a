/** Counts of other sites come in signed; each ranks the lists anew. */
import { isSigned } from '../../platform/crypto.ts';
import { topicExists } from '../../store/listings.ts';
import { signingSecretOf } from '../../store/origins.ts';
import { forgetSignatures, storeCount } from '../../store/outside-counts.ts';
import { admitCount, claimedOrigin, parseSignature, SIGNATURE_HOLDS } from '../../validation/count.ts';
import type { Problem } from '../../validation/verdict.ts';
import type { Deps } from '../deps.ts';
import { rankAfter, rankAll } from './ranking.ts';

export type Counted =
  | { kind: 'stored' }
  | { kind: 'unsigned'; detail: string }
  | { kind: 'replayed' | 'older' }
  | { kind: 'refused'; problems: Problem[] };

export interface CountRequest {
  signature: string | null;
  text: string;
  body: unknown;
}

/** Signature first, over the raw text and under the secret of the site named; then the fields; then row, hour and lists. */
export async function takeCount(
  { db, countsSecret, ...deps }: Pick<Deps, 'db' | 'now' | 'countsSecret'>,
  request: CountRequest,
): Promise<Counted> {
  const { text } = request;
  const now = deps.now();
  const signature = parseSignature(request.signature);
  if (signature === null) return unsigned('Sign the count: "X-Signature: t=UNIX,v1=HEX".');
  if (Math.abs(Date.parse(now) / 1000 - signature.time) > SIGNATURE_HOLDS) {
    return unsigned('The signature’s time is more than five minutes from ours.');
  }
  const origin = claimedOrigin(request.body);
  const secret = (origin && (await signingSecretOf(db, origin))) ?? countsSecret;
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
  const stored = await storeCount(db, { ...count.value, lately: null }, signature.hex, now);
  if (stored !== 'stored') return { kind: stored };
  await rankAfter(db, now);
  return { kind: 'stored' };
}

const unsigned = (detail: string): Counted => ({ kind: 'unsigned', detail });

/** What the clock must do: windows move and signatures are forgotten. */
export async function tick(db: D1Database, now: string): Promise<void> {
  await rankAll(db, now);
  await forgetSignatures(db, new Date(Date.parse(now) - 2 * SIGNATURE_HOLDS * 1000).toISOString());
}
