/** The one cookie of our own pages: a reader's session, first-party, unseen by scripts, never set on a read of the API. */

/** On https the name itself holds the browser to Secure, Path=/ and no Domain (RFC 6265bis, section 4.1.3.2). */
const NAMES = { 'https:': '__Host-session', 'http:': 'session' } as const;

const nameFor = (url: URL): string => NAMES[url.protocol === 'https:' ? 'https:' : 'http:'];

/** The session that the request carries, or null. */
export function sessionOf(request: Request): string | null {
  const name = nameFor(new URL(request.url));
  for (const pair of request.headers.get('Cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/** The Set-Cookie that opens a session; `seconds` is how long it is kept. */
export function openSession(url: URL, session: string, seconds: number): string {
  return cookie(url, session, seconds);
}

/** The Set-Cookie that ends it. */
export function endSession(url: URL): string {
  return cookie(url, '', 0);
}

function cookie(url: URL, value: string, seconds: number): string {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  return `${nameFor(url)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
