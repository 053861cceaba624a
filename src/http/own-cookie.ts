/** Cookies read and written by Hono's own functions, and what every cookie of ours has in common. */
import { generateCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';

const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** The value of a cookie that the request carries; null where it carries none, or an empty one. */
export function cookieOf(request: Request, name: string): string | null {
  return parse(request.headers.get('Cookie') ?? '', name)[name] || null;
}

/** The same of a cookie of ours, under the name that it has on the scheme asked. */
export function ownCookieOf(request: Request, name: string): string | null {
  return cookieOf(request, isSecure(new URL(request.url)) ? `__Host-${name}` : name);
}

/**
 * A Set-Cookie of ours; `maxAge` in seconds. On https the name itself holds the browser to Secure, Path=/ and no Domain
 * (RFC 6265bis, section 4.1.3.2).
 */
export function ownCookie(
  url: URL,
  name: string,
  value: string,
  kept: { maxAge: number; sameSite: 'Lax' | 'Strict' },
): string {
  const options = { ...kept, path: '/', httpOnly: true };
  return generateCookie(name, value, isSecure(url) ? { ...options, prefix: 'host' } : options);
}
