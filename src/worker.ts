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
import { ResponseMemory } from './http/response-memory.ts';
import { makeApp } from './routes/site.ts';

/** Bound as RATE_LIMITER in wrangler.toml. */
export { RateLimiter } from './platform/rate-limiter/rate-limiter.ts';

/** The queue that Cloudflare's own mail events come in by; the other carries digests. */
const MAIL_EVENTS = 'by-source-mail-events';

const memory = new ResponseMemory();
/** Made at the first event: every event of an isolate has the same bindings. */
let made: { deps: Deps; app: ReturnType<typeof makeApp> } | undefined;

/** Whatever may have written is followed by an empty memory: here alone, so that no use case needs to think of it. */
async function writing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    memory.clear();
  }
}

function siteOf(env: Env) {
  if (made === undefined) {
    const deps = depsOf(env);
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
    if (!isRead) return writing(make(asked));
    // What is answered to one who names himself is his alone.
    const named = request.headers.has('Authorization') || request.headers.has('Cookie');
    if (named || request.method === 'HEAD') return make(asked);
    return memory.answer(asked, address, Date.now(), make);
  },
  async scheduled(controller, env): Promise<void> {
    await writing(tick(siteOf(env).deps, new Date(controller.scheduledTime).toISOString()));
  },
  async queue(batch, env): Promise<void> {
    if (batch.queue === MAIL_EVENTS) await writing(consumeMailEvents(siteOf(env).deps, batch));
    else await writing(consumeDigests(siteOf(env).deps.digests, batch as MessageBatch<DigestMessage>));
  },
  async email(message, env): Promise<void> {
    if ((await writing(takeMail(siteOf(env).deps, message))) === 'refused')
      message.setReject('This address takes nothing but the way out of the digest.');
  },
} satisfies ExportedHandler<Env>;
