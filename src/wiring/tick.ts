/** What the clock does each minute: windows move, spent signatures are forgotten, the served script is kept. */
import { tick as tickCounts } from './counts.ts';
import { keepScript } from './pinned-script.ts';

export async function tick(db: D1Database, now: string): Promise<void> {
  await tickCounts(db, now);
  await keepScript(db, now);
}
