// A post office for tests: readers, a set clock, a queue that can lose and repeat, and a provider that can misbehave.
import { env } from 'cloudflare:workers';
import { consumeDigests } from '../../src/app/digest/consume.ts';
import type { DigestDeps, DigestMessage } from '../../src/app/digest/digest-deps.ts';
import { tickDigests } from '../../src/app/digest/recover.ts';
import type { PostDeps } from '../../src/app/readers/mail-outbox.ts';
import type { DigestMaker, Ledger } from '../../src/domain/digest/digest-run.ts';
import type { Mail } from '../../src/domain/digest/mail.ts';
import type { Mailer, Sent } from '../../src/platform/mail/mailer.ts';
import { readLedger, readRun } from '../../src/store/digest-runs.ts';

/** A mail that holds to every rule, and says to whom and for which run it was made. */
export const plainMaker: DigestMaker = {
  freeze: async (run) => [{ part: 'a-topic', body: { at: run.knownAt } }],
  compose: async (run, reader) => ({
    to: reader.email,
    from: 'By Source <digest@by-source.test>',
    subject: `What changed: ${run.id}`,
    html: '<p>Ministry A: 400, was 300.</p>',
    text: 'Ministry A: 400, was 300.',
    headers: {
      'List-Unsubscribe': `<https://by-source.test/u/${reader.id}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': 'By Source <digest.by-source.test>',
      Precedence: 'bulk',
      'Archived-At': `<https://by-source.test/digests/${run.id}.${reader.id}>`,
    },
  }),
};

/** Remembers every mail it took, and by key if it honours keys; `before` and `after` taking it may fail. */
export class TestProvider implements Mailer {
  readonly taken: { mail: Mail; key: string }[] = [];
  readonly #keys = new Set<string>();
  readonly name = 'test';
  readonly rate = 1_000_000;
  readonly honoursKey: boolean;
  readonly atOnce: number;
  /** Answers instead of taking the mail. */
  before: (mail: Mail, call: number) => Sent | null = () => null;
  /** Loses the answer after the mail was taken. */
  after: (mail: Mail, call: number) => Sent | null = () => null;
  calls = 0;

  constructor({ honoursKey = true, atOnce = 10 } = {}) {
    this.honoursKey = honoursKey;
    this.atOnce = atOnce;
  }

  async send(mail: Mail, key: string): Promise<Sent> {
    const call = ++this.calls;
    const refusal = this.before(mail, call);
    if (refusal) return refusal;
    if (!(this.honoursKey && this.#keys.has(key))) this.taken.push({ mail, key });
    this.#keys.add(key);
    return this.after(mail, call) ?? { kind: 'accepted', id: `id-of-${key}` };
  }

  /** Addresses that got more than one mail of one run. */
  get mailedTwice(): string[] {
    const seen = new Set<string>();
    return this.taken.flatMap(({ mail }) => {
      const one = `${mail.to} ${mail.subject}`;
      if (seen.has(one)) return [mail.to];
      seen.add(one);
      return [];
    });
  }
}

interface Waiting {
  body: DigestMessage;
  attempts: number;
  due: number;
}

export class PostOffice {
  clock: number;
  readonly queue: Waiting[] = [];
  readonly lines: string[] = [];
  readonly deps: DigestDeps;
  /** Queue operations as they are charged: one to write, one to read, one to acknowledge. */
  operations = 0;

  constructor(provider: Mailer, now: string, db: D1Database = env.DB, maker: DigestMaker = plainMaker) {
    this.clock = Date.parse(now);
    this.deps = {
      db,
      enqueue: async (messages) => {
        this.operations += messages.length;
        for (const body of messages) this.queue.push({ body, attempts: 0, due: this.clock });
      },
      mailer: () => provider,
      pace: {
        take: async () => ({ kind: 'go', wait: 0 }),
        rest: async () => undefined,
      },
      maker,
      now: () => new Date(this.clock).toISOString(),
      random: () => 0.5,
      sleep: async (milliseconds) => {
        this.clock += milliseconds;
      },
      log: (line) => this.lines.push(line),
    };
  }

  /** Hands out the message that is due first, with the clock moved to it; false when there is none. */
  async deliverOne(): Promise<boolean> {
    this.queue.sort((a, b) => a.due - b.due);
    const waiting = this.queue.shift();
    if (!waiting) return false;
    this.clock = Math.max(this.clock, waiting.due);
    const message = {
      id: crypto.randomUUID(),
      timestamp: new Date(this.clock),
      body: waiting.body,
      attempts: waiting.attempts + 1,
      ack: () => {
        this.operations += 2;
      },
      retry: ({ delaySeconds = 0 }: { delaySeconds?: number } = {}) => {
        this.operations += 1;
        if (waiting.attempts >= 100) return; // as max_retries in wrangler.toml
        this.queue.push({
          body: waiting.body,
          attempts: waiting.attempts + 1,
          due: this.clock + delaySeconds * 1_000,
        });
      },
    };
    await consumeDigests(this.deps, { messages: [message] });
    return true;
  }

  async deliverAll(): Promise<void> {
    while (await this.deliverOne());
  }

  /** The clock goes on by so many minutes; each minute's work is done, and what it queues delivered. */
  async minutes(count: number, deliver = true): Promise<void> {
    for (let minute = 0; minute < count; minute++) {
      this.clock += 60_000;
      await tickDigests(this.deps, this.deps.now());
      if (deliver) await this.deliverAll();
    }
  }

  async ledger(id: string): Promise<Ledger> {
    const run = await readRun(this.deps.db, id);
    if (!run) throw new Error(`There is no run ${id}.`);
    return readLedger(this.deps.db, run);
  }
}

/** For tests of the site that send no digest. */
export const noDigests = (): DigestDeps =>
  new PostOffice(new TestProvider(), '2026-01-01T00:00:00.000Z').deps;

/** For tests of the clock in which no letter waits. */
export const noMails = (): PostDeps => ({
  db: env.DB,
  now: () => '2026-01-01T00:00:00.000Z',
  mailer: () => new TestProvider(),
});

/** Readers who are due at an instant, named so that each test has its own. */
export async function addReaders(
  count: number,
  { prefix, due, cadence = 'daily' }: { prefix: string; due: string; cadence?: string },
): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
     INSERT INTO subscribers (id, email, state, topics, cadence, hour, zone, next_due_at, created, confirmed)
     SELECT printf('%s-%06d', ?2, i), printf('%s-%06d@readers.test', ?2, i), 'active', '"*"', ?3, 8, 'Europe/Berlin', ?4, ?4, ?4
     FROM n`,
  )
    .bind(count, prefix, cadence, due)
    .run();
}

export async function clearDigests(): Promise<void> {
  await env.DB.batch(
    ['subscribers', 'suppressions', 'digest_runs', 'run_content', 'outbox', 'delivery_events'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  );
}
