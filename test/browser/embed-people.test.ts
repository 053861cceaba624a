// The widget for people: no accessibility violation, quiet at first and polite later, right-to-left, dark, on paper.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { drawing, KURSK, openHostSite, openVisit } from './visit.ts';

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

test.for([
  ['02', 1280, {}],
  ['02', 280, {}],
  ['09', 390, {}],
  ['10', 800, { colorScheme: 'dark' }],
  ['10', 800, { forcedColors: 'active' }],
  ['03', 390, { colorScheme: 'dark' }],
] as const)(
  'page %s at %i px with %j: no violation, no sideways scrolling',
  async ([number, width, reader]) => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 }, ...reader });
    const { page } = visit;
    await page.goto(site.page(number));
    if (number === '03') await page.frameLocator('iframe').locator('table').waitFor();
    else await drawing(page).last().waitFor();
    // Forced colours are painted over what a page computes, by which contrast is judged.
    const axe = new AxeBuilder({ page }).disableRules('forcedColors' in reader ? ['color-contrast'] : []);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    const inside = page.locator('by-source');
    for (const widget of await inside.all())
      expect(await widget.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await visit.end();
  },
);

test('right to left: the numbers grow to the right all the same, dates are in the language asked for', async () => {
  const visit = await openVisit(browser);
  await visit.page.goto(site.page('09'));
  const widget = drawing(visit.page);
  await widget.waitFor();
  expect(await widget.evaluate((panel) => getComputedStyle(panel).direction)).toBe('rtl');
  const ticks = await widget
    .locator('svg')
    .first()
    .locator('text')
    .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().x));
  expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
  expect(await widget.textContent()).toMatch(/[\u0600-\u06ff]/);
  await visit.end();
});

test('a theme that is named brings its own ground; else the host page shows through', async () => {
  const visit = await openVisit(browser);
  await visit.page.goto(site.page('10'));
  await drawing(visit.page).nth(1).waitFor();
  const seen = await visit.page.locator('by-source').evaluateAll((widgets) =>
    widgets.map((widget) => {
      const { colorScheme, backgroundColor, color } = getComputedStyle(widget);
      return { colorScheme, backgroundColor, color };
    }),
  );
  expect(seen).toEqual([
    { colorScheme: 'normal', backgroundColor: 'rgba(0, 0, 0, 0)', color: 'rgb(221, 221, 221)' },
    { colorScheme: 'dark', backgroundColor: 'rgb(18, 18, 18)', color: 'rgb(255, 255, 255)' },
  ]);
  await visit.end();
});

test('in forced colours marks and words take the reader’s own', async () => {
  const visit = await openVisit(browser, { forcedColors: 'active', colorScheme: 'dark' });
  await visit.page.goto(site.page('02'));
  await drawing(visit.page).waitFor();
  const colours = await drawing(visit.page).evaluate((panel) => {
    const dot = panel.querySelector('path[stroke-linecap]') as Element;
    return [getComputedStyle(dot).stroke, getComputedStyle(panel).color];
  });
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
  await visit.end();
});

test('nothing in the widget moves by itself', async () => {
  const visit = await openVisit(browser, { reducedMotion: 'no-preference' });
  await visit.page.goto(site.page('02'));
  await drawing(visit.page).waitFor();
  expect(await visit.page.evaluate(() => document.getAnimations().length)).toBe(0);
  await visit.end();
});

test('on paper: what has come is drawn before, every row stands, and the address is said', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('11'));
  await drawing(page).first().waitFor();
  const widgets = await page.locator('by-source').count();
  expect(await drawing(page).count()).toBeLessThan(widgets);
  await page.pdf();
  expect(await drawing(page).count()).toBe(widgets);
  await page.emulateMedia({ media: 'print' });
  const paper = await page
    .locator('by-source')
    .first()
    .evaluate((widget) => ({
      cut: widget.scrollHeight > widget.clientHeight,
      overflow: getComputedStyle(widget).overflow,
      link: getComputedStyle(widget.shadowRoot?.querySelector('.z') as Element, '::after').content,
      rows: widget.shadowRoot?.querySelectorAll('th[scope=row]').length,
    }));
  expect(paper).toEqual({
    cut: false,
    overflow: 'visible',
    link: `" ${inject('base')}/t/${KURSK}"`,
    rows: 9,
  });
  await visit.end();
});
