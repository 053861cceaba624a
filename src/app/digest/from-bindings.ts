/** The means of sending digests, from what the Worker is bound to. */
import { chooseMailer, type MailVariables } from '../../platform/mail/choose.ts';
import type { RateLimiter } from '../../platform/rate-limiter/rate-limiter.ts';
import type { DigestDeps, DigestMessage } from './digest-deps.ts';
import { digestMaker } from './maker.ts';

export interface DigestBindings extends MailVariables {
  DB: D1Database;
  DIGEST_QUEUE: Queue<DigestMessage>;
  RATE_LIMITER: DurableObjectNamespace<RateLimiter>;
  LINK_SECRET?: string;
  MAIL_FROM?: string;
  /** The site's own address, for links in mails that no request asked for: `https://figures.example`. */
  SITE_ORIGIN?: string;
}

/** Where `npm start` serves when nothing else is said. */
const LOCAL = 'http://localhost:8787';

export function digestDeps(env: DigestBindings, now: () => string): DigestDeps {
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
