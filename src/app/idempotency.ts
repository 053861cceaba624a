/** A write that its sender may send again: the key they chose, and what tells this request from another under it. */
import { fingerprintOf } from '../platform/crypto.ts';
import type { Idempotency } from '../store/idempotency.ts';

export type { Idempotency };

/** `request` is the path and the text of the body; null where no key was sent. */
export const idempotencyOf = async (key: string | null, request: string): Promise<Idempotency | null> =>
  key === null ? null : { key, fingerprint: await fingerprintOf(request) };
