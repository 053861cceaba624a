/** The bodies of requests about comments, and JSON that holds a stranger's words. */
import type { Problem } from '../../domain/record/checks.ts';
import { parseJson, readText } from '../../http/body.ts';
import { refused } from '../../http/problem.ts';

export type Verdict<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export interface Asked {
  /** Null where nothing was sent. */
  body: unknown;
  idempotency: { key: string; fingerprint: string } | null;
}

/** 4,000 characters are at most 48,000 bytes when each is written as an escaped pair. */
const LARGEST = 60_000;

/** The body and its key, or the problem to answer with. */
export async function bodyOf(
  request: Request,
  fingerprint: (text: string) => Promise<string>,
): Promise<Asked | Response> {
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
  const path = new URL(request.url).pathname;
  return {
    body: parsed.value,
    idempotency: key === null ? null : { key, fingerprint: await fingerprint(`${path}\n${text}`) },
  };
}

/** JSON in which no tag can open, wherever a careless page may put it. */
export const writing = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
