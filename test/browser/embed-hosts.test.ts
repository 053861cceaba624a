// The widget on other people's pages: every way of embedding it, and what such pages do to it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { API, answerWith, drawing, holdAnswer, KURSK, openHostSite, openVisit, painted } from './visit.ts';

let browser: Browser;
let site: HostSite;

beforeAll(async () => {
  browser = await openBrowser();
  site = await openHostSite();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const FOOT = /^\d+ of \d+ sources(, newest first|: the newest)/;

describe('ways of embedding', () => {
  test('a script tag places a widget after itself, with its attributes', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('01'));
    await drawing(visit.page).getByText(FOOT).waitFor();
    const order = await visit.page
      .locator('main > *')
      .evaluateAll((all) => all.map((each) => each.localName));
    expect(order).toEqual(['h1', 'p', 'script', 'by-source', 'p']);
    // Five rows, and the line of those who gave no figure.
    expect(await drawing(visit.page).locator('tbody tr:has([scope=row])').count()).toBe(6);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('an element keeps its table until the data is drawn, and the height it was given', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    const { asked, release } = await holdAnswer(page);
    await page.goto(site.page('02'));
    await asked;
    expect(await page.locator('by-source > table').isVisible()).toBe(true);
    expect((await page.locator('by-source').boundingBox())?.height).toBe(640);
    release();
    await drawing(page).getByText(FOOT).waitFor();
    expect(await page.locator('by-source > table').isVisible()).toBe(false);
    expect((await page.locator('by-source').boundingBox())?.height).toBe(640);
    const link = drawing(page).getByRole('link', { name: 'By Source' });
    expect(await link.getAttribute('href')).toBe(`${inject('base')}/t/${KURSK}`);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('a table with a caption and row headers stands in the accessibility tree', async () => {
    const visit = await openVisit(browser, { viewport: { width: 390, height: 800 } });
    await visit.page.goto(site.page('02'));
    const table = drawing(visit.page).getByRole('table', { name: 'Killed or wounded' });
    await table.waitFor();
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1);
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(0);
    expect(await drawing(visit.page).locator('svg').first().getAttribute('aria-hidden')).toBe('true');
    await visit.end();
  });

  test('a frame is complete in itself', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('03'));
    const frame = visit.page.frameLocator('iframe');
    await frame.getByText(FOOT).waitFor();
    const shown = await frame
      .locator('tr[data-sources]:visible')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.sources)));
    expect(shown.length).toBeGreaterThan(3);
    await frame.getByText(new RegExp(`^${shown.reduce((a, b) => a + b)} of`)).waitFor();
    await visit.end();
  });

  test('ten widgets make one request, begun by the first near the viewport; each is drawn when near', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('04'));
    await drawing(page).first().getByText(FOOT).waitFor();
    await painted(page);
    expect(await drawing(page).count()).toBeLessThan(4);
    for (const widget of await page.locator('by-source, most-commented').all()) {
      await widget.scrollIntoViewIfNeeded();
      await widget.locator('article').waitFor();
    }
    const shown = await drawing(page).locator('.n').allTextContents();
    expect(shown).toHaveLength(9);
    expect(shown[0]).toMatch(FOOT);
    expect(shown[5]).toMatch(/^\d+ of \d+ sources/);
    expect(await drawing(page).nth(6).textContent()).toContain('The record as it stood on');
    const outside = visit.requests.filter((url) => !url.startsWith(site.origin));
    expect(outside.map((url) => url.replace(/\?.*/, ''))).toEqual([
      `${inject('base')}/embed.js`,
      `${inject('base')}/v1/embed`,
    ]);
    expect(await page.evaluate(() => window.kept.observers)).toBe(1);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('a module script, which has no tag of its own, finds its host and its place', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('21'));
    await drawing(visit.page).nth(1).waitFor();
    expect(await drawing(visit.page).locator('h2').allTextContents()).toHaveLength(2);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('the script thrice on a page: each tag has its widget, defined once, one request', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('19'));
    await drawing(visit.page).nth(1).waitFor();
    await painted(visit.page);
    expect(await visit.page.locator('by-source').count()).toBe(2);
    expect(visit.requests.filter((url) => API.test(url))).toHaveLength(1);
    expect(await visit.page.evaluate(() => window.kept.observers)).toBe(1);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });
});

describe('hostile pages', () => {
  test('the strict policy: drawn, and not one violation', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('05'));
    await drawing(visit.page).getByText(FOOT).waitFor();
    await drawing(visit.page, 'most-commented').waitFor();
    expect(await visit.violations()).toEqual([]);
    // The listener does hear one: the policy is in force.
    await visit.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(visit.violations).toHaveLength(1);
    await visit.end();
  });

  test('a sandbox that allows scripts alone', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('06'));
    const frame = visit.page.frameLocator('iframe');
    await frame.locator('by-source article').getByText(FOOT).waitFor();
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('no JavaScript: the element shows its table, the frame its rows', async () => {
    const visit = await openVisit(browser, { javaScriptEnabled: false });
    await visit.page.goto(site.page('07'));
    // Eight rows, and the line of those who gave no figure.
    expect(await visit.page.locator('by-source > table th').count()).toBe(9);
    expect(await visit.page.locator('by-source > table').isVisible()).toBe(true);
    expect(await visit.page.frameLocator('iframe').getByRole('rowheader').count()).toBe(9);
    await visit.end();
  });

  test('everything unset: still a block of its height, with its lines', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('16'));
    await drawing(visit.page).getByText(FOOT).waitFor();
    expect((await visit.page.locator('by-source').boundingBox())?.height).toBe(640);
    const display = await drawing(visit.page)
      .locator('tr')
      .nth(1)
      .evaluate((row) => [getComputedStyle(row).display, getComputedStyle(row).borderBottomWidth]);
    expect(display).toEqual(['grid', '1px']);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('frozen prototypes', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('17'));
    await drawing(visit.page).getByText(FOOT).waitFor();
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('beside another copy of Preact that draws the element itself', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('18'));
    await drawing(visit.page)
      .getByText(/8 of \d+ sources/)
      .waitFor();
    await visit.page.evaluate('draw(2)');
    await drawing(visit.page)
      .getByText(/7 of \d+ sources/)
      .waitFor();
    expect(await visit.page.locator('#turn').textContent()).toBe('Turn 2');
    expect(await visit.page.locator('by-source').count()).toBe(1);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });
});

describe('answers that cannot be drawn leave the fallback and a clean console', () => {
  const panel = { of: KURSK, title: 'T', url: '/t', lang: 'en', news: '', groups: 7 };
  test.for([
    ['13', 500, '{"title":"broken"}'],
    ['13', 400, '{"title":"refused"}'],
    ['14', 200, '<!doctype html>'],
    ['14', 200, '"nonsense"'],
    ['14', 200, 'null'],
    ['14', 200, '{"version":1}'],
    ['14', 200, JSON.stringify({ version: 1, topics: [null, 1], lists: [] })],
    ['14', 200, JSON.stringify({ version: 1, topics: [panel], lists: [] })],
    ['15', 200, JSON.stringify({ version: 2, topics: [{ ...panel, groups: [] }], lists: [] })],
  ] as const)('page %s, status %s: %s', async ([number, status, body]) => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await answerWith(page, status, body);
    const answered = page.waitForResponse(API);
    await page.goto(site.page(number));
    await (await answered).finished();
    await painted(page);
    expect(await page.locator('by-source > table').isVisible()).toBe(true);
    expect(await drawing(page).count()).toBe(0);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('an answer that never ends', async () => {
    const visit = await openVisit(browser);
    const { asked } = await holdAnswer(visit.page);
    await visit.page.goto(site.page('12'));
    await asked;
    await painted(visit.page);
    expect(await visit.page.locator('by-source > table').isVisible()).toBe(true);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });
});
