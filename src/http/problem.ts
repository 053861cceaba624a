/** Errors as problem documents (RFC 9457): a closed list of reasons, one table from reason to status. */
import type { Problem } from '../domain/record/checks.ts';
import { forAll } from './kept.ts';

const REASONS = {
  'bad-request': [400, 'The request cannot be read'],
  unauthorised: [401, 'This needs an editor’s token'],
  'signed-out': [401, 'This needs a signed-in reader'],
  forbidden: [403, 'This token does not allow it'],
  'not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not take that method'],
  conflict: [409, 'This was already done, or something newer stands'],
  'too-large': [413, 'The body is too large'],
  invalid: [422, 'Some fields cannot be accepted'],
  'too-many': [429, 'That was too much at once'],
  'server-error': [500, 'Something failed on our side'],
  'not-implemented': [501, 'This form is not offered'],
  'not-ready': [503, 'The record is still being loaded'],
} as const;
export type Reason = keyof typeof REASONS;

/** These depend on who asks and how often, so that nobody else may be given them. */
const OF_ONE: readonly Reason[] = ['unauthorised', 'signed-out', 'forbidden', 'too-many'];

/** A problem document; `detail` is a sentence for this case, `errors` one entry a field. */
export function problem(reason: Reason, detail: string, errors?: readonly Problem[]): Response {
  const [status, title] = REASONS[reason];
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
  const response = problem('method-not-allowed', `This address does not take ${method}; it takes ${allow}.`);
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
