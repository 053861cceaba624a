/** Answers meant for one reader: kept by nobody, told to nobody, closed to other sites' scripts. */
import { HTML_TYPE } from './answer.ts';

const KEPT_BY_NOBODY = {
  'Cache-Control': 'private, no-store',
  // The address may hold a signed link; our own forms still say where they come from.
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
};

export interface PrivateOptions {
  status?: number;
  /** A whole Set-Cookie. */
  cookie?: string;
  headers?: Record<string, string>;
}

export function privatePage(html: string, options: PrivateOptions = {}): Response {
  return privately(html, { ...options, headers: { 'Content-Type': HTML_TYPE, ...options.headers } });
}

/** After a form: to a page of our own, by GET (RFC 9110, section 15.4.4). */
export function seeOther(path: string, options: PrivateOptions = {}): Response {
  return privately(null, { ...options, status: 303, headers: { Location: path, ...options.headers } });
}

function privately(body: string | null, { status = 200, cookie, headers }: PrivateOptions): Response {
  const all = new Headers({ ...KEPT_BY_NOBODY, ...headers });
  if (cookie !== undefined) all.append('Set-Cookie', cookie);
  return new Response(body, { status, headers: all });
}

/** A path of our own, given by a form as the place to come back to; anything else is the front page. */
export function ownPath(given: string | null): string {
  return given !== null && /^\/(?![/\\])[\w\-./~#?=&%]{0,300}$/.test(given) ? given : '/';
}
