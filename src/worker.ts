/** The Worker: each of its events handed to the application, with the answers to reads kept for a moment. */
import type { Deps } from './app/deps.ts';
import { consumeDigests } from './app/digest/consume.ts';
import type { DigestMessage } from './app/digest/digest-deps.ts';
import { takeMail } from './app/digest/incoming-mail.ts';
import { consumeMailEvents } from './app/digest/mail-events.ts';
import { tick } from './app/tick.ts';
import { depsOf, type Env } from './composition.ts';
import { guard, preflight } from './http/guard.ts';
import { askedAddress, misspeltParameters } from './http/parameters.ts';
import { refused } from './http/problem.ts';
import { ResponseMemory } from './platform/response-memory.ts';
import { makeApp } from './routes/site.ts';

/** Bound as RATE_LIMITER in wrangler.toml. */
export { RateLimiter } from './platform/rate-limiter/rate-limiter.ts';

/** The queue that Cloudflare's own mail events come in by; the other carries digests. */
const MAIL_EVENTS = 'by-source-mail-events';

const memory = new ResponseMemory();
/** Made at the first event: every event of an isolate has the same bindings. */
let made: { deps: Deps; app: ReturnType<typeof makeApp> } | undefined;

/**
 * The script is bytes already and differs by encoding; health must be asked each time; a whole table is sent as it is
 * read; what stands behind a mailed link or a session is one reader's own.
 */
const UNKEPT =
  /^\/(embed[^/]*\.js$|healthz$|v1\/topics\/[^/]+\/claims\.csv$|(desk|digests|readers|subscriptions|u)(\/|$))/;

function siteOf(env: Env) {
  if (made === undefined) {
    const deps = depsOf(env, { invalidate: () => memory.clear() });
    made = { deps, app: makeApp(deps) };
  }
  return made;
}

export default {
  async fetch(request, env): Promise<Response> {
    const url = new URL(request.url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (request.method === 'OPTIONS') return preflight(url.pathname);
    const misspelt = isRead ? misspeltParameters(url) : [];
    if (misspelt.length > 0) return guard(refused('bad-request', misspelt), url);
    // What no read of ours knows is no part of what is asked, of no page's address and of no memory's key.
    const address = isRead ? askedAddress(url).href : url.href;
    const asked = address === url.href ? request : new Request(address, request);
    const { app, deps } = siteOf(env);
    const make = async (each: Request) => guard(await app.fetch(each, env), url, deps.turnstile !== null);
    // What is answered to one who names himself is his alone.
    const named = request.headers.has('Authorization') || request.headers.has('Cookie');
    if (named || request.method !== 'GET' || UNKEPT.test(url.pathname)) return make(asked);
    return memory.answer(asked, address, Date.now(), make);
  },
  async scheduled(controller, env): Promise<void> {
    try {
      await tick(siteOf(env).deps, new Date(controller.scheduledTime).toISOString());
    } finally {
      memory.clear();
    }
  },
  async queue(batch, env): Promise<void> {
    if (batch.queue === MAIL_EVENTS) await consumeMailEvents(siteOf(env).deps, batch);
    else await consumeDigests(siteOf(env).deps.digests, batch as MessageBatch<DigestMessage>);
  },
  async email(message, env): Promise<void> {
    if ((await takeMail(siteOf(env).deps, message)) === 'refused')
      message.setReject('This address takes nothing but the way out of the digest.');
  },
} satisfies ExportedHandler<Env>;
