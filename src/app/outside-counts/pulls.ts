/** Counts what other sites' readers wrote, thread by thread as each is due; one that fails delays itself and nobody else. */
import type { Adapter, PullFault } from '../../platform/adapters/adapter.ts';
import { storeCount } from '../../store/outside-counts.ts';
import { type DueThread, leaseDue, recordFailure, recordPull } from '../../store/pulls.ts';
import type { Deps } from '../deps.ts';

export type PullDeps = Pick<Deps, 'db' | 'outside' | 'adapters'>;

/** Bounds of one run: sites at once, threads of a site, threads in all, and milliseconds for a thread and for the run. */
const BOUNDS = { atOnce: 4, perOrigin: 10, most: 40, thread: 20_000, run: 25_000 };
/** Longer than any run: what is leased comes due again if the run should die. */
const LEASE_MINUTES = 10;
const LONGEST_WAIT_MINUTES = 1_440;

/** What no other thread of the same site would escape either: the site is left alone for a while. */
const SITE_WIDE: ReadonlySet<PullFault | 'fault'> = new Set([
  'no-address',
  'scheme',
  'credentials',
  'port',
  'private-host',
  'unreachable',
  'too-slow',
  'rate-limited',
  'not-allowed',
  'fault',
]);

/** Pulls what is due; says how many threads were counted. Nothing a site answers makes this throw. */
export async function pullDue(deps: PullDeps, now: string): Promise<number> {
  const { perOrigin, most, atOnce, run } = BOUNDS;
  const due = await leaseDue(deps.db, { now, lease: later(now, LEASE_MINUTES), perOrigin, most });
  const sites = [...Map.groupBy(due, ({ origin }) => origin).values()];
  const end = Date.now() + run;
  let counted = 0;
  const lane = async (): Promise<void> => {
    for (let threads = sites.shift(); threads; threads = sites.shift()) {
      // Two lines: `counted += await` would forget what other lanes added meanwhile.
      const here = await pullSite(deps, threads, end, now);
      counted += here;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return counted;
}

/** One site's threads in turn. A failure of ours to record an outcome is logged: the lease makes the thread due again. */
async function pullSite(deps: PullDeps, threads: DueThread[], end: number, now: string): Promise<number> {
  let counted = 0;
  for (const [at, thread] of threads.entries()) {
    if (Date.now() > end) break;
    try {
      const failure = await pullThread(deps, thread, now);
      if (failure === null) {
        counted++;
        continue;
      }
      const hit = SITE_WIDE.has(failure.fault) ? threads.slice(at) : [thread];
      const error = [failure.fault, failure.detail].filter((part) => part !== '').join(': ');
      const wait = Math.min(
        LONGEST_WAIT_MINUTES,
        thread.everyMinutes * 2 ** Math.min(thread.failures + 1, 6),
      );
      await recordFailure(deps.db, hit, { error: error.slice(0, 200), due: later(now, wait), now });
      if (hit.length > 1 || SITE_WIDE.has(failure.fault)) break;
    } catch (cause) {
      console.error(`The count of ${thread.origin}, thread ${thread.thread}, could not be recorded.`, cause);
    }
  }
  return counted;
}

/** Null when the thread was counted and recorded. */
async function pullThread(
  deps: PullDeps,
  thread: DueThread,
  now: string,
): Promise<{ fault: PullFault | 'fault'; detail: string } | null> {
  const adapter = deps.adapters[thread.kind];
  if (!adapter) return { fault: 'fault', detail: `nothing pulls a site of the kind "${thread.kind}"` };
  const pulled = await attempt(deps, adapter, thread, now);
  if (!pulled.ok) return pulled;
  const { origin, topic } = thread;
  await storeCount(deps.db, { origin, thread: thread.thread, topic, ...pulled.count }, null, now);
  await recordPull(deps.db, thread, later(now, thread.everyMinutes), now);
  return null;
}

/** An adapter's own mistake is one thread's failure, said in the log and in the record. */
async function attempt(deps: PullDeps, adapter: Adapter, thread: DueThread, now: string) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), BOUNDS.thread);
  try {
    const settings: unknown = JSON.parse(thread.settings);
    const ask = deps.outside.asking(ending.signal);
    return await adapter.pull({
      origin: thread.origin,
      thread: thread.thread,
      settings,
      key: thread.key,
      ask,
      now,
    });
  } catch (cause) {
    console.error(`The adapter "${thread.kind}" failed on ${thread.origin}.`, cause);
    return { ok: false as const, fault: 'fault' as const, detail: 'the adapter failed; see the log' };
  } finally {
    clearTimeout(timer);
  }
}

const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();
