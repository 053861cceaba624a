// What a reader sees of a built page, with a script and without.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { drawing, openVisit } from '../browser/visit.ts';
import { serveFiles } from './file-site.ts';
import { HOSTILE_NAMES } from './snippets-of.ts';

/** As the page's own markup has it, before any script: a table within its element, and nothing that a parser moved. */
async function expectFallback(browser: Browser, address: string): Promise<string[]> {
  const visit = await openVisit(browser, { javaScriptEnabled: false });
  const { page } = visit;
  await page.goto(address);
  const widget = page.locator('by-source');
  expect(await widget.count()).toBe(1);
  expect(await page.locator('by-source > table[height] > tbody > tr').count()).toBeGreaterThan(2);
  expect(await page.locator('by-source > table > caption > a').count()).toBe(1);
  expect(
    await page.locator('p by-source, p table, by-source p, by-source br, table > :is(p, br)').count(),
  ).toBe(0);
  expect(await page.locator('#after').isVisible()).toBe(true);
  expect(await page.locator('by-source #after').count()).toBe(0);
  const names = await page.locator('by-source th[scope=row]').allTextContents();
  await visit.end();
  return names;
}

export interface Looked {
  /** The page's path in the folder. */
  path?: string;
  /** A press on its button draws the article anew. */
  presses?: boolean;
  hostile?: boolean;
}

/** The built page shows its table without a script, the widget with one, and says nothing in the console. */
export async function expectWell(
  browser: Browser,
  folder: string,
  { path = 'index.html', presses = false, hostile = false }: Looked = {},
): Promise<void> {
  const site = await serveFiles(folder);
  try {
    const address = new URL(join('/', path), site.origin).href;
    const names = await expectFallback(browser, address);
    if (hostile) expect(names.toSorted()).toEqual(HOSTILE_NAMES.toSorted());
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(address);
    await drawing(page).waitFor();
    if (presses) {
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('heading', { name: 'Article 1' }).waitFor();
    }
    expect(await drawing(page).count()).toBe(1);
    expect(await page.locator('by-source > table').isVisible()).toBe(false);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    // React's word of its own, which is no complaint.
    expect(visit.noise.filter((line) => !line.includes('React DevTools'))).toEqual([]);
    await visit.end();
  } finally {
    await site.stop();
  }
}
