/**
 * What the clock does each minute: windows move, old signatures and links go, the served script is kept, digests are
 * opened and taken up, and, last since it waits for others, other sites are counted.
 */
import { tickTakenBack } from './comments/taking-back.ts';
import type { Deps } from './deps.ts';
import { tickDigests } from './digest/recover.ts';
import { tick as tickCounts } from './outside-counts/counts.ts';
import { pullDue } from './outside-counts/pulls.ts';
import { rankAll } from './outside-counts/ranking.ts';
import { type PostDeps, tryMails } from './readers/mail-outbox.ts';
import { forgetMails } from './readers/transactional-mail.ts';
import { keepScript } from './record/pinned-script.ts';

export type TickDeps = PostDeps & Pick<Deps, 'digests' | 'outside' | 'adapters'>;

/** Each step is tried, whatever became of those before; the first failure is thrown at the end. */
export async function tick(deps: TickDeps, now: string): Promise<void> {
  const { db } = deps;
  const failures: unknown[] = [];
  const steps = [
    () => tickCounts(db, now),
    () => keepScript(db, now),
    () => forgetMails(db, now),
    () => tickTakenBack(db, now),
    () => tryMails(deps),
    () => tickDigests(deps.digests, now),
    () => pull(deps, now),
  ];
  for (const step of steps) {
    await step().catch((cause: unknown) => failures.push(cause));
  }
  if (failures.length > 0) throw failures[0];
}

async function pull(deps: TickDeps, now: string): Promise<void> {
  if ((await pullDue(deps, now)) > 0) await rankAll(deps.db, now);
}
