// What a search engine may keep: each page as it is, never a view pinned to an instant, a scheme or a window.
import { beforeAll, expect, test } from 'vitest';
import { openFlood, record } from '../workerd/flood.ts';
import { ask } from '../workerd/site.ts';

beforeAll(async () => {
  await openFlood('valley');
  await record('valley', 200);
});

const isKept = async (path: string): Promise<boolean> => {
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  const told = answer.headers.get('X-Robots-Tag') ?? '';
  return !/<meta name="robots" content="noindex"/.test(await answer.text()) && !told.includes('noindex');
};

test.for(['/', '/t/valley', '/card/valley', '/most-commented', '/method', '/about', '/corrections'])(
  '%s is kept',
  async (path) => {
    expect(await isKept(path)).toBe(true);
  },
);

const later = new Date(Date.now() + 60_000).toISOString();
test.for([
  `/t/valley?known_at=${later}`,
  '/t/valley?said_by=2026-01-01',
  '/t/valley?scheme=acled',
  `/card/valley?known_at=${later}`,
  '/card/valley?scheme=acled',
  '/most-commented?window=24h',
  '/most-commented?window=all',
])('%s is not', async (path) => {
  expect(await isKept(path)).toBe(false);
});
