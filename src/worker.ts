/** The composition root: the only file that names Env. It wires and decides nothing. */
import { waitUntil } from 'cloudflare:workers';
import type { Deps } from './app/deps.ts';
import { consumeDigests } from './app/digest/consume.ts';
import type { DigestMessage } from './app/digest/digest-deps.ts';
import { type DigestBindings, digestDeps } from './app/digest/from-bindings.ts';
import { takeMail } from './app/digest/incoming-mail.ts';
import { linted } from './app/digest/linted-mailer.ts';
import { consumeMailEvents } from './app/digest/mail-events.ts';
import { tick } from './app/tick.ts';
import { guard, preflight } from './http/guard.ts';
import { askedAddress, misspeltParameters } from './http/parameters.ts';
import { refused } from './http/problem.ts';
import { accessCheck } from './platform/access.ts';
import { chooseMailer } from './platform/mail/choose.ts';
import { addressOf } from './platform/mail/smtp.ts';
import { ResponseMemory } from './platform/response-memory.ts';
import { makeApp } from './routes/site.ts';

/** Bound as PACER in wrangler.toml. */
export { RateLimiter } from './platform/rate-limiter/rate-limiter.ts';

interface Env extends DigestBindings {
  EDITOR_TOKEN?: string;
  COUNTS_SECRET?: string;
  /** Both or neither: without them forms are open to any browser. */
  TURNSTILE_SITE_KEY?: string;
  TURNSTILE_SECRET?: string;
  /** Origins that may be fetched from although they are private or plain http, parted by spaces. */
  FETCH_ALLOWED?: string;
  /** Under which Resend signs its webhooks: `whsec_…`. */
  RESEND_WEBHOOK_SECRET?: string;
  /** The SNS topic to which SES tells of bounces. */
  SES_TOPIC_ARN?: string;
  /** Both or neither: with them editors come in through Cloudflare Access alone. */
  ACCESS_TEAM_DOMAIN?: string;
  ACCESS_AUD?: string;
  /** JSON: an editor's address to their roles. */
  ROLES?: string;
  /** `yes` lets EDITOR_TOKEN into the API beside Access: for an operator's own scripts. */
  EDITOR_TOKEN_BESIDE_ACCESS?: string;
}

/** The queue that Cloudflare's own mail events come in by; the other carries digests. */
const MAIL_EVENTS = 'by-source-mail-events';

const memory = new ResponseMemory();
const now = () => new Date().toISOString();
let app: ReturnType<typeof makeApp> | undefined;

/**
 * The script is bytes already and differs by encoding; health must be asked each time; a whole table is sent as it is
 * read; what stands behind a mailed link or a session is one reader's own.
 */
const UNKEPT =
  /^\/(embed[^/]*\.js$|healthz$|v1\/topics\/[^/]+\/claims\.csv$|(desk|digests|readers|subscriptions|u)(\/|$))/;

function depsOf(env: Env): Deps {
  return {
    db: env.DB,
    now,
    newId: () => crypto.randomUUID(),
    invalidate: () => memory.clear(),
    later: waitUntil,
    fetch: (url, init) => fetch(url, init),
    fetchAllowed: env.FETCH_ALLOWED,
    origin: env.SITE_ORIGIN?.replace(/\/$/, '') || null,
    linkSecret: env.LINK_SECRET ?? '',
    turnstile: turnstileOf(env),
    mailer: () => linted(chooseMailer(env, 'transactional'), 'transactional'),
    mailFrom: env.MAIL_FROM || null,
    resendSecret: env.RESEND_WEBHOOK_SECRET || undefined,
    sesTopic: env.SES_TOPIC_ARN || undefined,
    digests: digestDeps(env, now),
    editorToken: env.EDITOR_TOKEN,
    editors: {
      access: accessOf(env),
      roles: env.ROLES,
      tokenBesideAccess: env.EDITOR_TOKEN_BESIDE_ACCESS === 'yes',
    },
    countsSecret: env.COUNTS_SECRET,
  };
}

function appFor(env: Env) {
  app ??= makeApp(depsOf(env));
  return app;
}

function accessOf({ ACCESS_TEAM_DOMAIN: domain, ACCESS_AUD: audience }: Env) {
  if (!domain && !audience) return null;
  return accessCheck({ domain: domain ?? '', audience: audience ?? '' }, (url, init) => fetch(url, init));
}

function turnstileOf({ TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret }: Env) {
  return siteKey && secret ? { siteKey, secret } : null;
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
    const make = async (each: Request) =>
      guard(await appFor(env).fetch(each, env), url, turnstileOf(env) !== null);
    // What is answered to one who names himself is his alone.
    const named = request.headers.has('Authorization') || request.headers.has('Cookie');
    if (named || request.method !== 'GET' || UNKEPT.test(url.pathname)) return make(asked);
    return memory.answer(asked, address, Date.now(), make);
  },
  async scheduled(controller, env): Promise<void> {
    try {
      await tick(depsOf(env), new Date(controller.scheduledTime).toISOString());
    } finally {
      memory.clear();
    }
  },
  async queue(batch, env): Promise<void> {
    if (batch.queue === MAIL_EVENTS) await consumeMailEvents({ db: env.DB, now }, batch);
    else await consumeDigests(digestDeps(env, now), batch as MessageBatch<DigestMessage>);
  },
  async email(message, env): Promise<void> {
    const own = env.MAIL_FROM ? addressOf(env.MAIL_FROM) : null;
    const deps = { db: env.DB, linkSecret: env.LINK_SECRET ?? '', now: now(), own };
    if ((await takeMail(deps, message)) === 'refused')
      message.setReject('This address takes nothing but the way out of the digest.');
  },
} satisfies ExportedHandler<Env>;
