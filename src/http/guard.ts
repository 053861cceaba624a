/** Headers that every answer carries: any site may read, save what is one reader’s own; nothing is sniffed or framed that should not be. */
import { forAll, isForAll } from './kept.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
].join('; ');

/** Read by anyone, from any origin, without credentials; no route that answers so ever sets a cookie. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Where the browser's test (Turnstile) comes from, on a site that has set it up. */
export const TEST_ORIGIN = 'https://challenges.cloudflare.com';

/** For a year this name is reached by https alone (RFC 6797); other names of the operator's are their own affair. */
const SECURE_ONLY = 'max-age=31536000';

/** What no page of ours asks a browser for, nor any frame in it (Permissions Policy). */
const NO_DEVICES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/**
 * `tested` says that forms hold the browser's test. Ours, since what is set depends on the answer (a page, a frame, one
 * reader's own), and `hono/secure-headers` and `hono/cors` know the request alone.
 */
export function guard(
  response: Response,
  { pathname: path, origin, protocol }: URL,
  tested = false,
): Response {
  const headers = new Headers(response.headers);
  if (protocol === 'https:') headers.set('Strict-Transport-Security', SECURE_ONLY);
  const own = isDesk(path) || /\bprivate\b/.test(headers.get('Cache-Control') ?? '');
  for (const [name, value] of Object.entries(own ? {} : CORS)) headers.set(name, value);
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  // A frame on another site's page has that page's powers and company; a page of our own has its own.
  if (isPage && !isFrame(path)) {
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Permissions-Policy', NO_DEVICES);
  }
  if (isPage && !headers.has('Content-Security-Policy')) {
    const frames = own ? "'none'" : isFrame(path) ? '*' : "'self'";
    const policy = tested ? POLICY.replace(/(script|frame)-src 'self'/g, `$& ${TEST_ORIGIN}`) : POLICY;
    // A sandboxed frame has no origin of its own, and some browsers then find nothing under 'self'.
    const named = isFrame(path) ? policy.replaceAll("-src 'self'", `$& ${origin}`) : policy;
    headers.set('Content-Security-Policy', `${named}; frame-ancestors ${frames}`);
  }
  const encoded = headers.has('Content-Encoding') ? { encodeBody: 'manual' as const } : {};
  const guarded = new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
    ...encoded,
  });
  return isForAll(response) ? forAll(guarded) : guarded;
}

/** Made to stand in other sites' pages. */
const isFrame = (path: string): boolean => path.startsWith('/embed/');

/** The editors' desk: for no other site in any way. */
const isDesk = (path: string): boolean => /^\/desk(\/|$)/.test(path);

/** The answer to a preflight (Fetch standard, CORS protocol). */
export function preflight(path: string): Response {
  if (isDesk(path)) return new Response(null, { status: 204 });
  const headers = new Headers(CORS);
  headers.set('Access-Control-Allow-Methods', 'GET, HEAD, POST, OPTIONS');
  headers.set(
    'Access-Control-Allow-Headers',
    'Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Signature',
  );
  headers.set('Access-Control-Max-Age', '86400');
  return new Response(null, { status: 204, headers });
}
