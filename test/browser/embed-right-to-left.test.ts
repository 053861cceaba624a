// The widget on pages in Arabic and Hebrew, with topics in those languages and in English: everything at the right side.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { recordRightToLeft } from './right-to-left-topics.ts';
import { drawing, openHostSite, openVisit, painted } from './visit.ts';

let browser: Browser;
let site: HostSite;

beforeAll(async () => {
  await recordRightToLeft();
  browser = await openBrowser();
  site = await openHostSite();
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test.for([
  ['38', 1280],
  ['38', 390],
  ['39', 680],
  ['39', 280],
] as const)(
  'page %s at %i px: title, notes and rows at one side, a gap in the last line, figures apart',
  async ([number, width]) => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    const { page } = visit;
    await page.goto(site.page(number));
    await drawing(page).nth(1).waitFor();
    await painted(page);
    const seen = await drawing(page).evaluateAll((panels) =>
      panels.map((panel) => {
        const astray: string[] = [];
        for (const box of panel.querySelectorAll('h2, p, th, td:not(.p), td > small, th > small')) {
          const inked = document.createRange();
          inked.selectNodeContents(box);
          if (!box.textContent || box.querySelector('svg')) continue;
          const gap = box.getBoundingClientRect().right - inked.getBoundingClientRect().right;
          if (Math.abs(gap) > 2) astray.push(`${box.localName} ${box.textContent.slice(0, 20)}: ${gap}`);
        }
        const words = panel.querySelector('.n')?.getBoundingClientRect();
        const link = panel.querySelector('.z')?.getBoundingClientRect();
        const beside = words && link && Math.abs(words.top - link.top) < 8;
        return {
          astray,
          gap: beside ? words.left - link.right : 99,
          order: words && link ? words.right > link.right || !beside : false,
          figures: [...new Set([...panel.querySelectorAll('b')].map((b) => getComputedStyle(b).unicodeBidi))],
          direction: getComputedStyle(panel).direction,
          wide: panel.scrollWidth > panel.clientWidth,
        };
      }),
    );
    for (const panel of seen) {
      expect(panel.astray).toEqual([]);
      expect(panel.gap).toBeGreaterThanOrEqual(12);
      expect([panel.order, panel.figures, panel.direction, panel.wide]).toEqual([
        true,
        ['plaintext'],
        'rtl',
        false,
      ]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await visit.end();
  },
);
