/** What the application needs from outside, and how it is given: each use case takes a narrow Pick of this. */
import type { AccessCheck } from '../platform/access.ts';
import type { Adapter } from '../platform/adapters/adapter.ts';
import type { DeliveryReport } from '../platform/mail/delivery-report.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { MailWebhooks } from '../platform/mail/webhooks.ts';
import type { Outside } from '../platform/outside.ts';
import type { Turnstile } from '../platform/turnstile.ts';
import type { DigestDeps } from './digest/digest-deps.ts';

export interface Deps {
  db: D1Database;
  /** An instant in UTC, as `toISOString` writes it. */
  now: () => string;
  /** An id that nobody had before and nobody can guess. */
  newId: () => string;
  /** Goes on after the answer is given, so that the answer takes as long whoever is asked about. */
  later: (work: Promise<unknown>) => void;
  /** Other sites, and the products whose comments can be pulled from them, by kind. */
  outside: Outside;
  adapters: Readonly<Record<string, Adapter>>;

  /** Reads one of the site's own static files by its path; null where there is none. */
  readAsset: (path: string) => Promise<ArrayBuffer | null>;

  /** The site's own address as its operator set it; null to believe the address that a request was sent to. */
  origin: string | null;
  /** Under which links in mails and sessions of the desk are signed; empty where none is set. */
  linkSecret: string;
  /** Null where the browser's test is not set up: forms are then open to any browser. */
  turnstile: Turnstile | null;

  /** Transactional mail. Throws when the Worker is set up wrongly. */
  mailer: () => Mailer;
  /** An address, or `Name <address>`; null for one made of the site's own host. */
  mailFrom: string | null;
  mailWebhooks: MailWebhooks;
  /** Reads the report that a mail could not be delivered; null for what is none. */
  readDeliveryReport: (raw: Uint8Array) => Promise<DeliveryReport | null>;
  /** The sending of digests has a mailer, a queue and a rate limiter of its own. */
  digests: DigestDeps;

  /** The token that carries every role, or undefined. */
  editorToken: string | undefined;
  editors: {
    /** Null where Cloudflare Access is not configured. */
    access: AccessCheck | null;
    /** JSON: an editor's address to their roles. */
    roles: string | undefined;
    /** The operator lets the token into the API although Access guards it; off where it is not said. */
    tokenBesideAccess?: boolean | undefined;
  };
  /** Signs the counts of every site that has no secret of its own. */
  countsSecret: string | undefined;
}

/** What a read needs, and nothing else. */
export type ReadDeps = Pick<Deps, 'db'>;
