// The foreign page in a real browser: another origin, one line of HTML, and the widget's script comes.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test('the foreign page is of another origin and loads the widget, its bytes at once', async () => {
  const page = await browser.newPage();
  const script = page.waitForRequest(`${inject('base')}/embed.js`);
  await page.goto(inject('foreign'));
  // No answer at all is what a refused one looks like to the page.
  expect((await (await script).response())?.status()).toBe(200);
  expect(new URL(inject('foreign')).origin).not.toBe(new URL(inject('base')).origin);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Why the counts differ');
  await page.close();
});
