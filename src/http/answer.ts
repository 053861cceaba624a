/** Answers to reads: a strong ETag, 304 where the reader holds it already, and the time caches may keep it. */
import { etagOf } from '../platform/crypto.ts';
import { forAll } from './kept.ts';

export { etagOf };

const KEEP = 'public, max-age=30, stale-while-revalidate=300';
const FOREVER = 'public, max-age=31536000, immutable';

export interface Document {
  /** A stream needs an `etag` of its own: its bytes are not known before they are sent. */
  body: string | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  type: string;
  /** Strong validator in quotes; computed from the body where not given. */
  etag?: string;
  /** Tags by which caches are purged ("topic:slug"). */
  tags?: readonly string[];
  /** The address changes with its content. */
  immutable?: boolean;
  headers?: Record<string, string>;
  /** False where the isolate must not give it again: it differs by more than its address. A stream never is. */
  keep?: boolean;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const HTML_TYPE = 'text/html; charset=utf-8';

/** Answers a read (RFC 9110, sections 8.8.3 and 13.1.2). */
export async function answer(request: Request, document: Document): Promise<Response> {
  const { body } = document;
  const etag = document.etag ?? (body instanceof ReadableStream ? null : await etagOf(body));
  if (etag === null) throw new Error('A streamed answer was given no ETag.');
  const headers = new Headers({
    ...document.headers,
    ETag: etag,
    'Content-Type': document.type,
    'Cache-Control': document.immutable ? FOREVER : KEEP,
  });
  if (document.tags?.length) headers.set('Cache-Tag', document.tags.join(','));
  const keep = document.keep !== false && !(body instanceof ReadableStream);
  const kept = keep ? forAll : (response: Response) => response;
  if (isHeld(request.headers.get('If-None-Match'), etag)) {
    headers.delete('Content-Type');
    if (body instanceof ReadableStream) await body.cancel();
    return kept(new Response(null, { status: 304, headers }));
  }
  const init = document.headers?.['Content-Encoding']
    ? { headers, encodeBody: 'manual' as const }
    : { headers };
  return kept(new Response(body, init));
}

/**
 * True when `If-None-Match` names the tag; weak forms match too, since only a GET is spared. Ours, since `hono/etag` reads
 * every body once more, a streamed table to its end before its first byte, and tags what is one reader's own.
 */
export function isHeld(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
