/** The one cookie of our own pages: a reader's session, first-party, unseen by scripts, never set on a read of the API. */
import { ownCookie, ownCookieOf } from './own-cookie.ts';

/** The session that the request carries, or null. */
export const sessionOf = (request: Request): string | null => ownCookieOf(request, 'session');

/** The Set-Cookie that opens a session; `seconds` is how long it is kept. */
export const openSession = (url: URL, session: string, seconds: number): string =>
  ownCookie(url, 'session', session, { maxAge: seconds, sameSite: 'Lax' });

/** The Set-Cookie that ends it. */
export const endSession = (url: URL): string => openSession(url, '', 0);
