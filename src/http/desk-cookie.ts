/** What an editor's browser carries: our own desk session, or the assertion of Cloudflare Access. */

/** On https the name itself holds the browser to Secure, Path=/ and no Domain (RFC 6265bis, section 4.1.3.2). */
const NAMES = { 'https:': '__Host-desk', 'http:': 'desk' } as const;

const nameFor = (url: URL): string => NAMES[url.protocol === 'https:' ? 'https:' : 'http:'];

/** The session that the request carries, or null. */
export const deskSessionOf = (request: Request): string | null =>
  cookieOf(request, nameFor(new URL(request.url)));

/** The assertion that Access adds to a request, or that its own cookie holds; null where there is none. */
export const assertionOf = (request: Request): string | null =>
  request.headers.get('Cf-Access-Jwt-Assertion') ?? cookieOf(request, 'CF_Authorization');

/** The Set-Cookie of a session kept for so many seconds; of an empty one kept for none, its end. */
export function deskCookie(url: URL, session: string, seconds: number): string {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  return `${nameFor(url)}=${session}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}

function cookieOf(request: Request, name: string): string | null {
  for (const pair of request.headers.get('Cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}
