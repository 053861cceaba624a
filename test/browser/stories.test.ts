// Five stories of different kinds, recorded through the API, read in a real browser: narrow and wide, light and dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { epidemic } from '../stories/epidemic.ts';
import { flood } from '../stories/flood.ts';
import { growth } from '../stories/growth.ts';
import { march } from '../stories/march.ts';
import { poll } from '../stories/poll.ts';
import { record } from '../stories/recording.ts';
import { openBrowser } from './chromium.ts';

const STORIES = [flood, growth, poll, epidemic, march];
let browser: Browser;

async function send(path: string, body: unknown): Promise<unknown> {
  const headers = { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${inject('base')}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

beforeAll(async () => {
  browser = await openBrowser();
  for (const story of STORIES) await record(send, story);
});

afterAll(async () => {
  await browser?.close();
});

/** Texts of rows, cells and notes whose end cannot be seen. */
const CUT = `[...document.querySelectorAll('td, th, small, p, li, h1, h2')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'hidden' && each.clientWidth > 1)
  .map((each) => each.textContent.trim().slice(0, 60))`;

const CASES = STORIES.flatMap(({ slug }) =>
  ['/t/', '/card/', '/embed/'].flatMap((face) =>
    (
      [
        [390, 'dark'],
        [1280, 'light'],
      ] as const
    ).map(([width, scheme]) => [`${face}${slug}`, width, scheme] as const),
  ),
);

test.for(CASES)(
  '%s at %d in %s: nothing overflows, is cut, or breaks a rule for access',
  async ([path, width, scheme]) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    try {
      const page = await context.newPage();
      await page.goto(`${inject('base')}${path}`, { waitUntil: 'load' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate(CUT)).toEqual([]);
      // A card and a frame are parts of other pages, whose first heading is their own.
      const part = path.startsWith('/t/') ? [] : ['page-has-heading-one'];
      const { violations } = await new AxeBuilder({ page }).disableRules(part).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
