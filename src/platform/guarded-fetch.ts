/**
 * Fetches from other sites what an operator may reach, and no more of it than is good for us: public https hosts (or
 * origins that the operator opened), few redirects, each checked again, a bounded body in a bounded time.
 *
 * What this covers: every address written as a number or as a name that is private by its form. What it cannot cover: a
 * public name whose DNS record points to a private address. A Worker resolves no names itself; Cloudflare's resolver does,
 * at the edge, from where no private network of the operator is reachable, so that such a fetch fails there. Under
 * `wrangler dev` the machine resolves, and a hostile name could reach the machine's own network: pull only from sites that
 * you added yourself.
 */
import { type BodyLimits, discard, orAborted, readCapped } from './capped-body.ts';
import { Fault, type FetchFault } from './fetch-fault.ts';
import { faultOf } from './public-address.ts';

export interface GuardedRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}
/** Any status is an answer; a fault means that there is none to look at. */
export type Fetched =
  | { ok: true; status: number; headers: Headers; text: string }
  | { ok: false; fault: FetchFault };
export type GuardedFetch = (asked: GuardedRequest) => Promise<Fetched>;

export interface Limits extends BodyLimits {
  /** From the first request to the last byte, redirects included. */
  milliseconds: number;
  redirects: number;
}
export const LIMITS: Limits = {
  bytes: 1_000_000,
  milliseconds: 10_000,
  graceMilliseconds: 3_000,
  bytesPerSecond: 1_000,
  redirects: 3,
};

export interface FetchDeps {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Whole origins that the operator opened although they are private, plain http or at another port. */
  allowed: ReadonlySet<string>;
  limits?: Limits;
  /** Ends everything, whatever the limits. */
  signal?: AbortSignal;
}

const HEADERS = { Accept: 'application/json', 'User-Agent': 'BySource/1 (comment counts)' };
/** What was expected: JSON by any of its names. */
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

export function guarded({ fetch, allowed, limits = LIMITS, signal }: FetchDeps): GuardedFetch {
  return async (asked) => {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), limits.milliseconds);
    const either = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
    try {
      const response = await follow(asked, { fetch, allowed, limits, signal: either });
      if (response.ok && !JSON_TYPE.test(response.headers.get('Content-Type') ?? '')) {
        discard(response);
        throw new Fault('content-type');
      }
      const text = await readCapped(response, limits, either);
      return { ok: true, status: response.status, headers: response.headers, text };
    } catch (cause) {
      if (cause instanceof Fault) return { ok: false, fault: cause.fault };
      throw cause;
    } finally {
      clearTimeout(timer);
      ending.abort();
    }
  };
}

/** Follows redirects by hand. An origin that the operator opened is reached from itself only: nobody else may point there. */
async function follow(asked: GuardedRequest, deps: Required<FetchDeps>): Promise<Response> {
  let url = addressOf(asked.url);
  const opened = new Set([url.origin].filter((origin) => deps.allowed.has(origin)));
  const headers = new Headers({ ...HEADERS, ...asked.headers });
  for (let hop = 0; ; hop++) {
    const fault = faultOf(url, opened);
    if (fault) throw new Fault(fault);
    const init: RequestInit = { method: asked.method ?? 'GET', headers, redirect: 'manual' };
    if (asked.body !== undefined) init.body = asked.body;
    const response = await sendOnce(deps, url, { ...init, signal: deps.signal });
    const location = response.headers.get('Location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    discard(response);
    // What was posted for one address is not repeated at another.
    if (asked.method === 'POST') throw new Fault('redirect');
    if (hop >= deps.limits.redirects) throw new Fault('too-many-redirects');
    const next = addressOf(location, url);
    if (next.origin !== url.origin) headers.delete('Authorization');
    url = next;
  }
}

function addressOf(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (url === null) throw new Fault('no-address');
  return url;
}

/** The network's own errors say little and differ by runtime: late, or not reachable. */
async function sendOnce(deps: Required<FetchDeps>, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await orAborted(deps.signal, deps.fetch(url.href, init));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(deps.signal.aborted ? 'too-slow' : 'unreachable');
  }
}
