/** What the Worker is bound to, and the application's dependencies made of it: here an interface meets its platform. */
import { waitUntil } from 'cloudflare:workers';
import type { Deps } from './app/deps.ts';
import type { DigestDeps, DigestMessage } from './app/digest/digest-deps.ts';
import { linted } from './app/digest/linted-mailer.ts';
import { digestMaker } from './app/digest/maker.ts';
import { accessCheck } from './platform/access.ts';
import { ADAPTERS } from './platform/adapters/adapters.ts';
import { chooseMailer, type MailVariables } from './platform/mail/choose.ts';
import { readDeliveryReport } from './platform/mail/delivery-report.ts';
import { mailWebhooks } from './platform/mail/webhooks.ts';
import { outside } from './platform/outside.ts';
import type { RateLimiter } from './platform/rate-limiter/rate-limiter.ts';
import { turnstile } from './platform/turnstile.ts';

/** What the sending of digests is bound to. */
export interface DigestBindings extends MailVariables {
  DB: D1Database;
  DIGEST_QUEUE: Queue<DigestMessage>;
  RATE_LIMITER: DurableObjectNamespace<RateLimiter>;
  /** Signs links in mails and sessions of the desk. */
  LINK_SECRET?: string;
  MAIL_FROM?: string;
  /** The site's own address, for links in mails that no request asked for: `https://figures.example`. */
  SITE_ORIGIN?: string;
}

export interface Env extends DigestBindings {
  /** The static files beside the Worker. */
  ASSETS: Fetcher;
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

const now = () => new Date().toISOString();
/** Bound to nothing, so that it can be handed on. */
const ask = (url: string | URL | Request, init?: RequestInit) => fetch(url, init);

export function depsOf(env: Env): Deps {
  return {
    db: env.DB,
    now,
    newId: () => crypto.randomUUID(),
    later: waitUntil,
    outside: outside(ask, env.FETCH_ALLOWED),
    adapters: ADAPTERS,
    readAsset: (path) => readAsset(env.ASSETS, path),
    origin: env.SITE_ORIGIN?.replace(/\/$/, '') || null,
    linkSecret: env.LINK_SECRET ?? '',
    turnstile: turnstileOf(env),
    mailer: () => linted(chooseMailer(env, 'transactional'), 'transactional'),
    mailFrom: env.MAIL_FROM || null,
    mailWebhooks: mailWebhooks({
      resendSecret: env.RESEND_WEBHOOK_SECRET,
      sesTopic: env.SES_TOPIC_ARN,
      fetch: ask,
    }),
    readDeliveryReport,
    digests: digestDeps(env),
    editorToken: env.EDITOR_TOKEN,
    editors: {
      access: accessOf(env),
      roles: env.ROLES,
      tokenBesideAccess: env.EDITOR_TOKEN_BESIDE_ACCESS === 'yes',
    },
    countsSecret: env.COUNTS_SECRET,
  };
}

/** Where `npm start` serves when nothing else is said. */
const LOCAL = 'http://localhost:8787';

export function digestDeps(env: DigestBindings): DigestDeps {
  const origin = (env.SITE_ORIGIN || LOCAL).replace(/\/$/, '');
  const mailFrom = env.MAIL_FROM || `By Source <digest@${new URL(origin).hostname}>`;
  const rateLimiter = (provider: string) => env.RATE_LIMITER.getByName(provider);
  return {
    db: env.DB,
    enqueue: async (messages) => {
      if (messages.length > 0) await env.DIGEST_QUEUE.sendBatch(messages.map((body) => ({ body })));
    },
    mailer: () => chooseMailer(env, 'digest'),
    pace: {
      take: (provider, count, rate, patience) => rateLimiter(provider).take(count, rate, patience),
      rest: (provider, milliseconds) => rateLimiter(provider).rest(milliseconds),
    },
    maker: digestMaker({ db: env.DB, origin, linkSecret: env.LINK_SECRET ?? '', mailFrom }),
    now,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    log: (line) => console.log(line),
  };
}

function accessOf({ ACCESS_TEAM_DOMAIN: domain, ACCESS_AUD: audience }: Env) {
  return domain || audience ? accessCheck({ domain: domain ?? '', audience: audience ?? '' }, ask) : null;
}

function turnstileOf({ TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret }: Env) {
  return siteKey && secret ? turnstile({ siteKey, secret }, ask) : null;
}

/** The host is of no account: the binding looks at the path alone. */
async function readAsset(assets: Fetcher, path: string): Promise<ArrayBuffer | null> {
  const response = await assets.fetch(new URL(path, 'https://assets.local'));
  return response.ok ? response.arrayBuffer() : null;
}
