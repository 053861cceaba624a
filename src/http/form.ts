/** Forms of our own pages: read with a limit, and taken only from our own pages. */
import { readBytes } from './body.ts';
import { answerWords, problem } from './problem.ts';

const LARGEST = 64_000;

/** The fields of a form, urlencoded or multipart (files are left out), or the problem to answer with. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  const bytes = await readBytes(request, LARGEST);
  if (bytes instanceof Response) return bytes;
  const type = request.headers.get('Content-Type') ?? '';
  if (bytes.byteLength === 0) return new URLSearchParams();
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
    return new URLSearchParams(
      [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  } catch {
    return problem('bad-request', answerWords().body.form);
  }
}

/**
 * True when a page of our own sent the form, as the browser says it (Fetch Metadata; Origin, RFC 6454). What is no
 * browser says neither and has no session to steal; a session's forms carry its own token besides.
 *
 * Ours, since `hono/csrf` takes a form that either header allows, looks at forms' content types alone, and turns away
 * the mail programs that end a subscription.
 */
export function isFromOwnPage(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('Origin');
  return origin === null || origin === new URL(request.url).origin;
}
