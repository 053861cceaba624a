/** Mails handed to a provider, and what its answers mean for others: for one mailbox, for an address, for every mail. */
import type { Mailer, Sent } from '../../platform/mail/mailer.ts';
import type { StoredRun } from '../../store/digest-runs.ts';
import { takeRows } from '../../store/outbox.ts';
import { deferRows, releaseRows } from '../../store/outbox-upkeep.ts';
import { contentVersion } from '../../store/run-content.ts';
import type { Composed } from './compose-mails.ts';
import { backoff, type DigestDeps, deferral, LEASE, secondsFrom } from './digest-deps.ts';
import { takeRefusal } from './mail-events.ts';
import type { Answered } from './outcomes.ts';

/** The rows become ours, and only then their mails go out; 'changed' when the mails show what no longer may be shown. */
export async function handOver(
  deps: DigestDeps,
  run: StoredRun,
  mailer: Mailer,
  composed: readonly Composed[],
  version: number,
): Promise<Answered[] | 'changed'> {
  const now = deps.now();
  const taken = await takeRows(deps.db, {
    run: run.id,
    cadence: run.cadence,
    ids: composed.map(({ row }) => row.reader.id),
    provider: mailer.name,
    again: mailer.honoursKey,
    lease: secondsFrom(now, -LEASE),
    content: version,
    now,
  });
  if (taken.size === 0 && (await contentVersion(deps.db, run.id)) !== version) return 'changed';
  const ours = composed.filter(({ row }) => taken.has(row.reader.id));
  return Promise.all(
    ours.map(async ({ row, mail }) => ({
      row,
      sent: await mailer.send(mail, `${run.id}/${row.reader.id}`),
    })),
  );
}

type Later = Extract<Sent, { kind: 'later' }>;
const deferred = (answered: readonly Answered[], ofOne: boolean): (Answered & { sent: Later })[] =>
  answered.flatMap(({ row, sent }) =>
    sent.kind === 'later' && (sent.recipient === true) === ofOne ? [{ row, sent }] : [],
  );

/** Mailboxes that deferred wait each by itself; gives for how many seconds. */
export async function deferMailboxes(
  deps: DigestDeps,
  run: StoredRun,
  answered: readonly Answered[],
): Promise<number[]> {
  const now = deps.now();
  const waits = deferred(answered, true).map(({ row, sent }) => {
    deps.log(`${run.id}: ${row.reader.id} is deferred by its server (${shown(sent.reason)})`);
    return {
      id: row.reader.id,
      seconds: Math.max(sent.retryAfter ?? 0, deferral(row.tries, deps.random)),
    };
  });
  await deferRows(
    deps.db,
    run.id,
    waits.map(({ id, seconds }) => ({ id, until: secondsFrom(now, seconds) })),
    now,
  );
  return waits.map(({ seconds }) => seconds);
}

/** Gives back what was certainly not taken, lets the provider rest, and says for how many seconds; null to go on. */
export async function restFor(
  deps: DigestDeps,
  run: StoredRun,
  mailer: Mailer,
  answered: readonly Answered[],
  attempt: number,
): Promise<number | null> {
  const later = deferred(answered, false);
  const [first] = later;
  if (first === undefined) return null;
  // A row whose earlier answer was lost may have been taken then: it stays `sending`, for the same key alone.
  const fresh = later.filter(({ row }) => row.state === 'ready').map(({ row }) => row.reader.id);
  await releaseRows(deps.db, run.id, fresh, deps.now());
  const asked = Math.max(...later.map(({ sent }) => sent.retryAfter ?? 0));
  const seconds = asked + backoff(attempt, deps.random);
  await deps.pace.rest(mailer.name, seconds * 1_000);
  deps.log(`${run.id}: ${mailer.name} wants rest for ${Math.ceil(seconds)} s (${shown(first.sent.reason)})`);
  return fresh.length < later.length ? Math.max(seconds, LEASE) : seconds;
}

const shown = (reason: string): string => reason.replace(/\s+/g, ' ').replace(/\S+@\S+/g, '…');

/** An address that a provider refused for good is a bounce, whoever tells it. */
export async function tellRefusals(
  deps: DigestDeps,
  run: StoredRun,
  mailer: Mailer,
  answered: readonly Answered[],
): Promise<void> {
  for (const { row, sent } of answered) {
    if (sent.kind !== 'refused') continue;
    deps.log(`${run.id}: ${row.reader.id} is refused (${shown(sent.reason)})`);
    const key = `${run.id}/${row.reader.id}`;
    await takeRefusal(deps, { key, provider: mailer.name, email: row.reader.email, refused: sent });
  }
}
