// The database takes the cadences of the domain's table and no others.
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { CADENCES } from '../../src/domain/digest/cadence.ts';
import { insertRun } from '../../src/store/digest-runs.ts';
import { addReaders, clearDigests } from '../workerd/digest-post.ts';

const AT = '2026-03-02T07:00:00.000Z';
const runOf = (cadence: string) => ({
  id: `digest-${cadence}-2026-03-02T0700Z`,
  cadence: cadence as (typeof CADENCES)[number],
  at: AT,
  knownAt: AT,
  opened: AT,
  openedBy: 'a test',
  expires: AT,
  state: 'opening' as const,
});

test.for(CADENCES)('a run and a reader may be %s', async (cadence) => {
  await clearDigests();
  await addReaders(1, { prefix: 'kept', due: AT, cadence });
  expect(await insertRun(env.DB, runOf(cadence))).toBe(true);
});

test('and nothing else', async () => {
  await clearDigests();
  await expect(addReaders(1, { prefix: 'none', due: AT, cadence: 'hourly' })).rejects.toThrow('CHECK');
  await expect(insertRun(env.DB, runOf('hourly'))).rejects.toThrow('CHECK');
});
