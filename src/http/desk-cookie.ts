/** What an editor's browser carries: our own desk session, or the assertion of Cloudflare Access. */
import { cookieOf, ownCookie, ownCookieOf } from './own-cookie.ts';

/** The session that the request carries, or null. */
export const deskSessionOf = (request: Request): string | null => ownCookieOf(request, 'desk');

/** The assertion that Access adds to a request, or that its own cookie holds; null where there is none. */
export const assertionOf = (request: Request): string | null =>
  request.headers.get('Cf-Access-Jwt-Assertion') ?? cookieOf(request, 'CF_Authorization');

/** The Set-Cookie of a session kept for so many seconds; of an empty one kept for none, its end. */
export const deskCookie = (url: URL, session: string, seconds: number): string =>
  ownCookie(url, 'desk', session, { maxAge: seconds, sameSite: 'Strict' });
