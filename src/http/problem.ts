/** Errors as problem documents (RFC 9457): a closed list of reasons, one table from reason to status. */
import type { Problem } from '../domain/record/checks.ts';
import { DEFAULT_LANGUAGE, type Words, wordsOf } from '../projections/words/words.ts';
import { forAll } from './kept.ts';

/** Why something cannot be done; each has its title among the words of every language. */
export type Reason = keyof Words['problems']['titles'];

const STATUS: Readonly<Record<Reason, number>> = {
  'bad-request': 400,
  unauthorised: 401,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  invalid: 422,
  'too-many': 429,
  'server-error': 500,
  'not-implemented': 501,
  'not-ready': 503,
};

/** What an answer says that knows no more than its request's bytes. */
export const answerWords = (): Words['problems'] => wordsOf(DEFAULT_LANGUAGE).problems;

/** These depend on who asks and how often, so that nobody else may be given them. */
const OF_ONE: readonly Reason[] = ['unauthorised', 'signed-out', 'forbidden', 'too-many'];

/** A problem document; `detail` is a sentence for this case, `errors` one entry a field. */
export function problem(reason: Reason, detail: string, errors?: readonly Problem[]): Response {
  const status = STATUS[reason];
  const title = answerWords().titles[reason];
  const body = { type: `/about#${reason}`, title, status, detail, ...(errors ? { errors } : {}) };
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  if (reason === 'unauthorised') headers.set('WWW-Authenticate', 'Bearer realm="By Source"');
  const response = new Response(JSON.stringify(body), { status, headers });
  return OF_ONE.includes(reason) ? response : forAll(response);
}

/** A known address asked with a method it does not take (RFC 9110, section 15.5.6: the answer lists those it does). */
export function methodNotAllowed(method: string, allowed: readonly string[]): Response {
  const allow = allowed.join(', ');
  const response = problem('method-not-allowed', answerWords().methods(method, allow));
  response.headers.set('Allow', allow);
  return response;
}

/** Fields that cannot be accepted: 422 for a body, 400 for the parameters of an address. */
export function refused(reason: 'invalid' | 'bad-request', errors: readonly Problem[]): Response {
  const detail = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ');
  return problem(reason, detail.slice(0, 1_000), errors);
}

/** Why a topic cannot be shown: there is none, or the address asks for what cannot be read. */
export function notShown(
  found: { kind: 'unknown'; detail: string } | { kind: 'unreadable'; problems: readonly Problem[] },
): Response {
  return found.kind === 'unknown'
    ? problem('not-found', found.detail)
    : refused('bad-request', found.problems);
}
