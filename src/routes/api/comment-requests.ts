/** Requests about comments, and their answers: bodies with their key, outcomes as problems, JSON that holds a stranger's words. */
import { type Idempotency, idempotencyOf } from '../../app/idempotency.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';
import type { CommentOutcome } from '../../projections/comment-answer.ts';

export interface SentBody {
  /** Null where nothing was sent. */
  body: unknown;
  idempotency: Idempotency | null;
}

/** 4,000 characters are at most 48,000 bytes when each is written as an escaped pair. */
const LARGEST = 60_000;

/** The body and its key, or the problem to answer with. */
export async function bodyOf(request: Request): Promise<SentBody | Response> {
  const text = await readText(request, LARGEST);
  if (text instanceof Response) return text;
  const parsed = text.trim() === '' ? { value: null } : parseJson(text);
  if (parsed instanceof Response) return parsed;
  const key = request.headers.get('Idempotency-Key');
  if (key !== null && (key.length < 1 || key.length > 200)) {
    return refused('bad-request', [
      { path: 'Idempotency-Key', message: 'Keep the key to 1 to 200 characters.' },
    ]);
  }
  const idempotency = await idempotencyOf(key, `${new URL(request.url).pathname}\n${text}`);
  return { body: parsed.value, idempotency };
}

/** What came of a write, or why it was not done. */
export function outcome<T>(found: CommentOutcome<T>, done: (value: T) => Response): Response {
  switch (found.kind) {
    case 'done':
      return done(found.value);
    case 'refused':
      return refused('invalid', found.problems);
    case 'unknown':
      return problem('not-found', found.detail);
    case 'forbidden':
      return problem('forbidden', found.detail);
    case 'conflict':
      return problem('conflict', found.detail);
    case 'too fast': {
      const response = problem('too-many', found.detail);
      response.headers.set('Retry-After', String(found.retryAfter));
      return response;
    }
  }
}

/** What was written is for its writer alone. */
export const json = (value: unknown, status = 200): Response =>
  new Response(writing(value), {
    status,
    headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });

/** JSON in which no tag can open, wherever a careless page may put it. */
export const writing = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
