// What a digest costs: rows written and queue operations a mail, the same however many readers there are.
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { openRun } from '../../src/app/digest/open-run.ts';
import { countedDb } from '../workerd/counted-db.ts';
import { addReaders, clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';

const AT = '2026-03-02T07:00:00.000Z';
beforeEach(clearDigests);

async function costOf(readers: number): Promise<{ rows: number; read: number; operations: number }> {
  await clearDigests();
  await addReaders(readers, { prefix: 'cost', due: AT });
  const { db, counts } = countedDb(env.DB);
  const office = new PostOffice(new TestProvider(), AT, db);
  const { run } = await openRun(office.deps, { cadence: 'daily', at: AT, by: 'a test' });
  await office.deliverAll();
  expect(await office.ledger(run.id)).toMatchObject({ sent: readers, balanced: true });
  return {
    rows: counts.written / readers,
    read: counts.read / readers,
    operations: office.operations / readers,
  };
}

test('at most six rows and a twentieth of a queue operation a mail, at every size', async () => {
  const [small, large] = [await costOf(500), await costOf(5_000)];
  for (const { rows, operations } of [small, large]) {
    expect(rows).toBeLessThanOrEqual(6);
    expect(operations).toBeLessThanOrEqual(0.05);
  }
  // A statement that walked through the whole run would read ten times as much for ten times the readers.
  expect(large.read / small.read).toBeLessThan(1.2);
  expect(large.rows).toBeCloseTo(small.rows, 1);
  expect(large.operations).toBeCloseTo(small.operations, 2);
});
