/** Sends to the readers of one message: each row taken first, the mail under its key, the outcome with the cursor. */
import type { Mailer } from '../../platform/mail/mailer.ts';
import { readRun, type StoredRun, touchRun } from '../../store/digest-runs.ts';
import { readSendable, type SendableRow, settleRows, skipGone } from '../../store/outbox.ts';
import { expectWork } from '../../store/run-upkeep.ts';
import { closeIfDone, expireRun } from './close-run.ts';
import { MailsInTurn } from './compose-mails.ts';
import {
  backoff,
  type DigestDeps,
  type DigestMessage,
  LEASE,
  PATIENCE,
  type Progress,
  QUIET,
  secondsFrom,
} from './digest-deps.ts';
import { deferMailboxes, handOver, restFor, tellRefusals } from './hand-over.ts';
import { outcomeOf, skipped } from './outcomes.ts';

/** `attempt` counts this message's deliveries from 1. */
export async function sendReaders(
  deps: DigestDeps,
  { run: id, ids }: Extract<DigestMessage, { kind: 'send' }>,
  attempt: number,
): Promise<Progress> {
  const { db } = deps;
  const run = await readRun(db, id);
  if (run?.state !== 'open') return { kind: 'done' };
  const started = deps.now();
  if (started >= run.expires) {
    await expireRun(deps, run);
    return { kind: 'done' };
  }
  const mailer = deps.mailer();
  const gone = await skipGone(db, { run: id, cadence: run.cadence, ids, now: started });
  const provider = mailer.honoursKey ? mailer.name : null;
  const rows = await readSendable(db, { run: id, ids, provider, lease: secondsFrom(started, -LEASE) });
  const ready = rows.filter((row) => !isDeferred(row, started));
  const work = await sendInTurn(deps, run, mailer, new MailsInTurn(deps, run, ready), attempt);
  const after = work.rest ?? soonest([...work.later, ...waitsOf(rows, started)]);
  const now = deps.now();
  if (after !== null) await expectWork(db, id, secondsFrom(now, after));
  const finished = await touchRun(db, id, now, work.settled + gone);
  if (finished) await closeIfDone(deps, run);
  return after === null ? { kind: 'done' } : { kind: 'again', after };
}

const isDeferred = ({ notBefore }: SendableRow, now: string): boolean =>
  notBefore !== null && notBefore > now;

/** Seconds until each mailbox that deferred earlier is tried again. */
const waitsOf = (rows: readonly SendableRow[], now: string): number[] =>
  rows.flatMap((row) =>
    isDeferred(row, now) && row.notBefore ? [(Date.parse(row.notBefore) - Date.parse(now)) / 1_000] : [],
  );

const soonest = (seconds: readonly number[]): number | null =>
  seconds.length === 0 ? null : Math.min(...seconds);

interface Work {
  settled: number;
  /** Seconds for which the provider wants rest. */
  rest: number | null;
  /** Seconds after which single mailboxes, or answers that were lost, are asked for again. */
  later: number[];
}

/** As many at once as the mailer takes, until all were tried or the provider wants rest. */
async function sendInTurn(
  deps: DigestDeps,
  run: StoredRun,
  mailer: Mailer,
  mails: MailsInTurn,
  attempt: number,
): Promise<Work> {
  const work: Work = { settled: 0, rest: null, later: [] };
  let seen = deps.now();
  for (;;) {
    const { composed, skips, version } = await mails.next(mailer.atOnce);
    const leftOut = skips.map((skip) => skipped(skip, run));
    if (composed.length === 0) {
      work.settled += await settleRows(deps.db, run, leftOut, deps.now());
      return work;
    }
    const turn = await deps.pace.take(mailer.name, composed.length, mailer.rate, PATIENCE);
    if (turn.kind === 'come back') {
      work.settled += await settleRows(deps.db, run, leftOut, deps.now());
      return { ...work, rest: turn.after / 1_000 + backoff(1, deps.random) };
    }
    if (turn.wait > 0) await patiently(deps, run, turn.wait);
    const answered = await handOver(deps, run, mailer, composed, version);
    const outcomes =
      answered === 'changed' ? [] : answered.flatMap((answer) => outcomeOf(answer, run, mailer));
    work.settled += await persistently(deps, () =>
      settleRows(deps.db, run, [...leftOut, ...outcomes], deps.now()),
    );
    if (answered === 'changed') {
      mails.again(composed);
      continue;
    }
    await tellRefusals(deps, run, mailer, answered);
    work.later.push(...(await deferMailboxes(deps, run, answered)));
    if (mailer.honoursKey && answered.some(({ sent }) => sent.kind === 'unknown'))
      work.later.push(LEASE + backoff(1, deps.random));
    work.rest = await restFor(deps, run, mailer, answered, attempt);
    if (work.rest !== null) return work;
    if (deps.now() > secondsFrom(seen, QUIET / 3)) {
      seen = deps.now();
      await touchRun(deps.db, run.id, seen, 0);
    }
  }
}

/** Waits for a turn; said before, where it is long, so that nobody takes the run for left. */
async function patiently(deps: DigestDeps, run: StoredRun, milliseconds: number): Promise<void> {
  if (milliseconds > (QUIET * 1_000) / 3)
    await expectWork(deps.db, run.id, secondsFrom(deps.now(), milliseconds / 1_000));
  await deps.sleep(milliseconds);
}

/** The provider has it already: a database that refuses once is asked again before the row is left to the lease. */
async function persistently<T>(deps: DigestDeps, write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (fault) {
      if (attempt === 3) throw fault;
      await deps.sleep(200 * attempt * (0.5 + deps.random()));
    }
  }
}
