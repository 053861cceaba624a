// One reader of a topic and their digests: each run as if it were so many days on, with the mail that came of it.
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { digestMaker } from '../../src/app/digest/maker.ts';
import { openRun } from '../../src/app/digest/open-run.ts';
import type { Ledger } from '../../src/domain/digest/digest-run.ts';
import type { Mail } from '../../src/domain/digest/mail.ts';
import { lintMail } from '../../src/domain/digest/mail-lint.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from './digest-post.ts';
import { LINK_SECRET } from './mail-site.ts';
import { ORIGIN } from './site.ts';

const DAY = 86_400_000;

export const maker = digestMaker({
  db: env.DB,
  origin: ORIGIN,
  linkSecret: LINK_SECRET,
  mailFrom: 'By Source <digest@by-source.test>',
});

export interface Subscriber {
  id: string;
  /** Their next digest; null where none is sent. Every mail is sound. */
  next(): Promise<Mail | null>;
  /** The run that made the last one, and its ledger. */
  run: string;
  ledger: Ledger | null;
}

let days = 0;

/** A reader of these topics alone, who has had no digest yet. All earlier readers and runs are gone. */
export async function subscribe(
  topics: string[],
  { cadence = 'daily' as 'daily' | 'weekly' } = {},
): Promise<Subscriber> {
  await clearDigests();
  const due = new Date(Date.now() - DAY).toISOString();
  await addReaders(1, { prefix: 'reader', due, cadence });
  await env.DB.prepare('UPDATE subscribers SET topics = ?').bind(JSON.stringify(topics)).run();
  const subscriber: Subscriber = {
    id: 'reader-000001',
    run: '',
    ledger: null,
    async next() {
      const provider = new TestProvider();
      const office = new PostOffice(provider, new Date().toISOString(), env.DB, maker);
      // Each is due on a later day, and shows the record as it is.
      const at = new Date(Date.now() + ++days * 8 * DAY).toISOString();
      const { run } = await openRun(office.deps, { cadence, at, by: 'a test' });
      await office.deliverAll();
      subscriber.run = run.id;
      subscriber.ledger = await office.ledger(run.id);
      expect(subscriber.ledger.balanced, office.lines.join('\n')).toBe(true);
      expect(subscriber.ledger.failed, office.lines.join('\n')).toBe(0);
      const mail = provider.taken[0]?.mail ?? null;
      if (mail) expect(lintMail(mail, 'digest')).toEqual([]);
      return mail;
    },
  };
  return subscriber;
}

/** The lines of a text part under a heading, each in one line; none where the heading is not there. */
export function under(mail: Mail | null, heading: string): string[] {
  const lines = (mail?.text ?? '').split('\n');
  const from = lines.indexOf(heading);
  if (from < 0) return [];
  const end = lines.findIndex((line, at) => at > from && line === '');
  return lines
    .slice(from + 1, end)
    .join('\n')
    .split(/\n(?=- )/)
    .map((line) => line.replace(/\s+/g, ' ').replace(/^- /, ''));
}
