// When a run shows the record of which instant, which list its mails hold, and when its readers are due again.
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { freezeContent, MOST_COMMENTED } from '../../src/app/digest/frozen-content.ts';
import { openRun } from '../../src/app/digest/open-run.ts';
import { dueAfter } from '../../src/app/digest/outcomes.ts';
import { clearDigests, PostOffice, TestProvider } from '../workerd/digest-post.ts';

const NOW = '2026-03-02T07:00:00.000Z';

beforeAll(async () => {
  await env.DB.batch(
    ['24h', '7d'].map((window) =>
      env.DB.prepare('INSERT OR REPLACE INTO documents (name, at, body) VALUES (?, ?, ?)').bind(
        `most-commented:${window}`,
        NOW,
        JSON.stringify({ window, items: [] }),
      ),
    ),
  );
});
beforeEach(clearDigests);

test.for([
  ['daily', '24h'],
  ['weekly', '7d'],
] as const)('a %s mail holds the list of %s', async ([cadence, window]) => {
  const run = { id: cadence, cadence, at: NOW, knownAt: NOW, expires: NOW, state: 'opening' as const };
  const parts = await freezeContent(env.DB, run);
  expect(parts.find(({ part }) => part === MOST_COMMENTED)?.body).toMatchObject({ window });
});

test('a run ahead of the clock shows the record as it is, not as it will be', async () => {
  const office = new PostOffice(new TestProvider(), NOW);
  const open = async (at: string) => {
    const { run } = await openRun(office.deps, { cadence: 'daily', at, by: 'a test' });
    return run.knownAt;
  };
  expect(await open('2026-03-05T07:00:00.000Z')).toBe(NOW);
  await clearDigests();
  expect(await open('2026-03-01T07:00:00.000Z')).toBe('2026-03-01T07:00:00.000Z');
});

test('whoever is mailed late is not due again on the same local day', () => {
  const schedule = { cadence: 'daily', weekday: 1, hour: 8, zone: 'UTC' } as const;
  expect(dueAfter({ schedule }, { at: '2026-03-02T06:00:00.000Z' })).toBe('2026-03-03T08:00:00.000Z');
  expect(dueAfter({ schedule }, { at: '2026-03-02T08:00:00.000Z' })).toBe('2026-03-03T08:00:00.000Z');
});
