// Hashes of built files: a short one for addresses, and the integrity value a page pins a script with.
import { createHash } from 'node:crypto';

/** Sixteen URL-safe characters of SHA-256: enough to name a file by its content. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}

/** A Subresource Integrity value (W3C SRI, sha384). */
export function integrity(bytes: Uint8Array): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
