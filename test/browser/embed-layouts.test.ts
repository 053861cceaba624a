// The widget in every layout: as wide as there is room in any parent, no text property let in, whole rows in a kept height.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { drawing, KURSK, openHostSite, openVisit, painted } from './visit.ts';

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

async function drawnAll(page: Page): Promise<void> {
  for (const widget of await page.locator('by-source').all()) {
    await widget.scrollIntoViewIfNeeded();
    await widget.locator('article').waitFor();
  }
  await painted(page);
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.for([1280, 390, 280])('parents that take their width from their content, at %i px', async (width) => {
  const visit = await openVisit(browser, { viewport: { width, height: 900 } });
  const { page } = visit;
  await page.goto(site.page('22'));
  await drawnAll(page);
  const narrow = await page.locator('[data-parent]').evaluateAll((parents) =>
    parents.flatMap((parent) => {
      const widget = parent.querySelector('by-source') as Element;
      // Room: the page's own, less what stands around the widget in its dialog or cell.
      const style = getComputedStyle(parent);
      const inset =
        Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.borderInlineStartWidth);
      const room = document.body.getBoundingClientRect().width - 2 * inset;
      const least = Math.min(640, room) - 12;
      const own = widget.getBoundingClientRect().width;
      return own < least ? [`${(parent as HTMLElement).dataset.parent}: ${own} of ${room}`] : [];
    }),
  );
  expect(narrow).toEqual([]);
  expect(await sideways(page)).toBe(0);
  await visit.end();
});

test('beside another column it takes what is left, and never pushes that off the page', async () => {
  const visit = await openVisit(browser, { viewport: { width: 390, height: 900 } });
  const { page } = visit;
  await page.goto(site.page('08'));
  await page.evaluate((topic) => {
    (document.querySelector('#view') as Element).innerHTML =
      `<div style="display: flex"><p style="flex: none; width: 200px">A column</p><by-source topic="${topic}" limit="1"></by-source></div>`;
  }, KURSK);
  await drawing(page).waitFor();
  expect(await sideways(page)).toBe(0);
  expect((await page.locator('by-source').boundingBox())?.width).toBeGreaterThan(150);
  await visit.end();
});

test('no property of the page’s texts comes in; its type, its ink and its direction do', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('23'));
  await drawnAll(page);
  const seen = await page.locator('by-source').evaluateAll((widgets) =>
    widgets.map((widget) => {
      const cell = widget.shadowRoot?.querySelector('th[scope=row]') as Element;
      const style = getComputedStyle(cell);
      const take = (names: string[]) =>
        Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
      return {
        of: widget.parentElement?.className ?? '',
        size: Number.parseFloat(style.fontSize),
        own: take(['font-family', 'color', 'direction']),
        kept: take([
          'white-space',
          'tab-size',
          'text-transform',
          'text-indent',
          'letter-spacing',
          'word-spacing',
          'word-break',
          'hyphens',
          'font-style',
          'font-variant-caps',
          'text-shadow',
          'writing-mode',
        ]),
        // A line for a line: in any line height, the first is as high as its letters.
        line: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
      };
    }),
  );
  const plain = seen.find(({ of }) => of === 'plain');
  for (const { of, size, kept, line } of seen) {
    expect([of, kept]).toEqual([of, plain?.kept]);
    expect(size).toBeGreaterThanOrEqual(14);
    expect(size).toBeLessThanOrEqual(20);
    expect(line).toBeCloseTo(1.35);
  }
  expect(seen.find(({ of }) => of === 'own')?.own).toEqual({
    'font-family': 'monospace',
    color: 'rgb(60, 0, 90)',
    direction: 'rtl',
  });
  expect(await sideways(page)).toBe(0);
  await visit.end();
});

/** Every row that can be seen is whole, the last line stands, and says how many sources are shown. */
async function expectWhole(frame: { locator(selector: string): Locator }, height: number): Promise<number> {
  const seen = await frame.locator('.f').evaluate((foot) => {
    const panel = foot.parentElement as HTMLElement;
    const bottom = (box: Element) => box.getBoundingClientRect().bottom;
    const rows = [...panel.querySelectorAll('tr')].filter((row) => row.checkVisibility());
    return {
      top: panel.getBoundingClientRect().top,
      last: rows.length > 0 ? bottom(rows.at(-1) as Element) : 0,
      foot: foot.getBoundingClientRect().top,
      end: bottom(foot),
      shown: rows.filter((row) => row.querySelector('[scope=row]')).length,
      // The row of those who gave no figure speaks of several.
      sources: rows.reduce((sum, row) => sum + Number(row.dataset.sources ?? 0), 0),
      heading: rows.at(-1)?.querySelector('[scope=col]') != null,
      words: foot.textContent,
      links: [...foot.querySelectorAll('a')].filter((link) => link.checkVisibility()).length,
    };
  });
  expect(seen.last).toBeLessThanOrEqual(seen.foot + 1);
  expect(seen.end - seen.top).toBeLessThanOrEqual(height + 1);
  expect([seen.heading, seen.links]).toEqual([false, 1]);
  expect(seen.words).toMatch(new RegExp(`^${seen.sources} of \\d+ sources`));
  return seen.shown;
}

describe.for([280, 390, 500, 680, 1280])('a kept height at %i px', (width) => {
  test('in the element that the snippet writes: whole rows, more than one, and the last line', async () => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    const { page } = visit;
    const html = await (
      await fetch(`${inject('base')}/t/${KURSK}/embed?width=${Math.min(width, 1200)}`)
    ).text();
    const code = /<section id="element">.*?<code>(.*?)<\/code>/s.exec(html)?.[1] ?? '';
    await page.goto(site.page('08'));
    await page.evaluate((escaped) => {
      const text = new DOMParser().parseFromString(escaped, 'text/html').body.textContent ?? '';
      (document.querySelector('#view') as Element).innerHTML = text;
    }, code);
    await drawing(page).waitFor();
    await painted(page);
    const height = (await page.locator('by-source').boundingBox())?.height ?? 0;
    const shown = await expectWhole(page.locator('by-source'), height);
    expect(shown).toBeGreaterThanOrEqual(width === 280 ? 6 : 8);
    await visit.end();
  });

  test('of 420 px in an element and in a frame: rows before the summary', async () => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    const { page } = visit;
    await page.goto(site.page('37'));
    const frame = page.frameLocator('iframe').first();
    await frame.locator('.f').waitFor();
    await painted(page);
    expect(await expectWhole(frame, 420)).toBeGreaterThanOrEqual(width < 390 ? 1 : 2);
    const sandboxed = page.frameLocator('iframe').nth(1);
    await expect.poll(() => sandboxed.locator('[hidden]').count()).toBeGreaterThan(0);
    await expectWhole(sandboxed, 600);
    await visit.end();
  });
});

test('a change of width changes the rows', async () => {
  const visit = await openVisit(browser, { viewport: { width: 1280, height: 900 } });
  const { page } = visit;
  await page.goto(site.page('02'));
  await drawing(page).waitFor();
  await painted(page);
  const wide = await expectWhole(page.locator('by-source'), 640);
  await page.setViewportSize({ width: 390, height: 900 });
  await expect.poll(async () => await expectWhole(page.locator('by-source'), 640)).toBeLessThan(wide);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(async () => await expectWhole(page.locator('by-source'), 640)).toBe(wide);
  await visit.end();
});

test('without JavaScript a frame cuts no row in two', async () => {
  const visit = await openVisit(browser, { viewport: { width: 390, height: 900 }, javaScriptEnabled: false });
  const { page } = visit;
  await page.goto(site.page('37'));
  const rows = await page.frameLocator('iframe').first().locator('tr').all();
  const foot = await page.frameLocator('iframe').first().locator('.f').boundingBox();
  const list = await page.frameLocator('iframe').first().locator('table').boundingBox();
  const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
  const column = boxes.filter((box) => box && list && box.x < list.x + list.width);
  expect(column.length).toBeGreaterThan(1);
  expect(column.length).toBeLessThan(rows.length);
  for (const box of column)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((foot?.y ?? 0) + 1);
  await visit.end();
});

test('the author’s own style stands: colours, size, and every way of hiding', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('35'));
  const widget = page.locator('by-source');
  const written = await widget.getAttribute('style');
  await drawing(page).waitFor();
  await painted(page);
  expect(await widget.getAttribute('style')).toBe(written);
  expect(
    await widget.evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]),
  ).toEqual(['rgb(255, 248, 225)', 'rgb(60, 0, 0)']);
  expect((await widget.boundingBox())?.height).toBe(500);
  await page.goto(site.page('26'));
  await page.waitForFunction(() => customElements.get('by-source'));
  await page.waitForLoadState('networkidle');
  for (const each of await page.locator('by-source').all()) expect(await each.isVisible()).toBe(false);
  await page.locator('summary').click();
  await drawing(page).getByText('North Korean casualties').first().waitFor();
  // v-show and the like set and take away the inline display.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('by-source')) {
      each.style.display = '';
      each.hidden = false;
      each.className = '';
    }
  });
  await drawnAll(page);
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('by-source')) each.style.display = 'none';
  });
  for (const each of await page.locator('by-source').all()) expect(await each.isVisible()).toBe(false);
  await visit.end();
});
