/** Sends to the readers of one message: each row taken first, the mail under its key, the outcome with the cursor. */
import type { Mailer } from '../../edge/mail/mailer.ts';
import { readRun, type StoredRun, touchRun } from '../../store/digest-runs.ts';
import { readSendable, settleRows, skipGone, takeRows } from '../../store/outbox.ts';
import { releaseRows } from '../../store/outbox-upkeep.ts';
import { suppress } from '../../store/suppressions.ts';
import { closeIfDone, expireRun } from './close-run.ts';
import { type Composed, MailsInTurn } from './compose-mails.ts';
import {
  backoff,
  type DigestMeans,
  type DigestMessage,
  LEASE,
  PATIENCE,
  type Progress,
  QUIET,
  secondsFrom,
} from './means.ts';
import { type Answered, outcomeOf, skipped } from './outcomes.ts';

/** `attempt` counts this message's deliveries from 1. */
export async function sendReaders(
  means: DigestMeans,
  { run: id, ids }: Extract<DigestMessage, { kind: 'send' }>,
  attempt: number,
): Promise<Progress> {
  const { db } = means;
  const run = await readRun(db, id);
  if (run?.state !== 'open') return { kind: 'done' };
  const started = means.now();
  if (started >= run.expires) {
    await expireRun(means, run);
    return { kind: 'done' };
  }
  const mailer = means.mailer();
  const gone = await skipGone(db, { run: id, cadence: run.cadence, ids, now: started });
  const provider = mailer.honoursKey ? mailer.name : null;
  const rows = await readSendable(db, { run: id, ids, provider, lease: secondsFrom(started, -LEASE) });
  const { settled, after } = await sendInTurn(means, run, mailer, new MailsInTurn(means, run, rows), attempt);
  const finished = await touchRun(db, id, secondsFrom(means.now(), after ?? 0), settled + gone);
  if (finished) await closeIfDone(means, run);
  return after === null ? { kind: 'done' } : { kind: 'again', after };
}

/** As many at once as the mailer takes, until all are sent or the provider wants rest. */
async function sendInTurn(
  means: DigestMeans,
  run: StoredRun,
  mailer: Mailer,
  mails: MailsInTurn,
  attempt: number,
): Promise<{ settled: number; after: number | null }> {
  let settled = 0;
  let unanswered = false;
  let seen = means.now();
  for (;;) {
    const { composed, skips } = await mails.next(mailer.atOnce);
    const leftOut = skips.map((skip) => skipped(skip, run));
    if (composed.length === 0) {
      settled += await settleRows(means.db, run, leftOut, means.now());
      return { settled, after: unanswered ? LEASE + backoff(1, means.random) : null };
    }
    const turn = await means.pace.take(mailer.name, composed.length, mailer.rate, PATIENCE);
    if (turn.kind === 'come back') {
      settled += await settleRows(means.db, run, leftOut, means.now());
      return { settled, after: turn.after / 1_000 + backoff(1, means.random) };
    }
    if (turn.wait > 0) await means.sleep(turn.wait);
    const answered = await handOver(means, run, mailer, composed);
    const outcomes = answered.flatMap((answer) => outcomeOf(answer, run, mailer));
    settled += await persistently(means, () =>
      settleRows(means.db, run, [...leftOut, ...outcomes], means.now()),
    );
    await suppressRefused(means, answered);
    if (means.now() > secondsFrom(seen, QUIET / 3)) {
      seen = means.now();
      await touchRun(means.db, run.id, seen, 0);
    }
    unanswered ||= answered.some(({ sent }) => sent.kind === 'unknown' && mailer.honoursKey);
    const rest = await restFor(means, run, mailer, answered, attempt);
    if (rest !== null) return { settled, after: rest };
  }
}

/** The rows become ours, and only then their mails go out. */
async function handOver(
  means: DigestMeans,
  run: StoredRun,
  mailer: Mailer,
  composed: readonly Composed[],
): Promise<Answered[]> {
  const now = means.now();
  const taken = await takeRows(means.db, {
    run: run.id,
    cadence: run.cadence,
    ids: composed.map(({ row }) => row.reader.id),
    provider: mailer.name,
    again: mailer.honoursKey,
    lease: secondsFrom(now, -LEASE),
    now,
  });
  const ours = composed.filter(({ row }) => taken.has(row.reader.id));
  return Promise.all(
    ours.map(async ({ row, mail }) => ({
      row,
      sent: await mailer.send(mail, `${run.id}/${row.reader.id}`),
    })),
  );
}

/** Gives back what was certainly not taken, lets the provider rest, and says for how many seconds; null to go on. */
async function restFor(
  means: DigestMeans,
  run: StoredRun,
  mailer: Mailer,
  answered: readonly Answered[],
  attempt: number,
): Promise<number | null> {
  const later = answered.filter(({ sent }) => sent.kind === 'later');
  if (later.length === 0) return null;
  // A row whose earlier answer was lost may have been taken then: it stays `sending`, for the same key alone.
  const fresh = later.filter(({ row }) => row.state === 'ready').map(({ row }) => row.reader.id);
  await releaseRows(means.db, run.id, fresh, means.now());
  const asked = Math.max(0, ...later.map(({ sent }) => (sent.kind === 'later' ? (sent.retryAfter ?? 0) : 0)));
  const seconds = asked + backoff(attempt, means.random);
  await means.pace.rest(mailer.name, seconds * 1_000);
  means.log(`${run.id}: ${mailer.name} wants rest for ${Math.ceil(seconds)} s (${reasonOf(later)})`);
  return fresh.length < later.length ? Math.max(seconds, LEASE) : seconds;
}

const reasonOf = ([first]: readonly Answered[]): string =>
  first && 'reason' in first.sent ? first.sent.reason.replace(/\S+@\S+/g, '…') : '';

/** An address that a provider refused for good is a hard bounce, whoever tells it. */
async function suppressRefused(means: DigestMeans, answered: readonly Answered[]): Promise<void> {
  for (const { row, sent } of answered)
    if (sent.kind === 'refused' && sent.recipient)
      await suppress(means.db, row.reader.email, 'hard bounce', means.now());
}

/** The provider has it already: a database that refuses once is asked again before the row is left to the lease. */
async function persistently<T>(means: DigestMeans, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (fault) {
      if (attempt === 3) throw fault;
      await means.sleep(200 * attempt * (0.5 + means.random()));
    }
  }
}
