// The page of snippets in a real browser: seen at its true width, chosen with and without a script, copied either way.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { KURSK, openVisit, painted } from './visit.ts';

let browser: Browser;
const address = (query = '') => `${inject('base')}/t/${KURSK}/embed${query}`;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const codeOf = async (page: Page, id: string): Promise<string> =>
  (await page.locator(`#${id} code`).textContent()) ?? '';

/** Rows of the preview that cannot be seen, its foot's words, and what is left below it in pixels. */
const preview = async (page: Page) => {
  const frame = page.frameLocator('iframe.preview');
  await frame.locator('.f').waitFor();
  await painted(page);
  return frame.locator('main').evaluate((main) => {
    const rows = [...main.querySelectorAll('tr')];
    const last = rows.at(-1)?.getBoundingClientRect().bottom ?? 0;
    const foot = main.querySelector('.f')?.getBoundingClientRect();
    return {
      hidden: rows.filter((row) => !row.checkVisibility()).length,
      spare: (foot?.top ?? 0) - last,
      width: innerWidth,
      tall: innerHeight,
      cut: (foot?.bottom ?? 0) > innerHeight,
    };
  });
};

test.for([280, 390, 680, 1280])(
  'at %i px the preview is that wide, and the height holds every row',
  async (width) => {
    for (const viewport of [390, 1440]) {
      const visit = await openVisit(browser, { viewport: { width: viewport, height: 900 } });
      const { page } = visit;
      await page.goto(address(`?width=${width}`));
      const seen = await preview(page);
      expect(seen).toMatchObject({ width, hidden: 0, cut: false });
      // Neither is a third of it empty.
      expect(seen.spare).toBeLessThan(seen.tall / 3);
      expect(await codeOf(page, 'iframe')).toContain(`height="${seen.tall}"`);
      // What is wider than the screen scrolls by itself.
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      expect(await visit.violations()).toEqual([]);
      await visit.end();
    }
  },
);

describe('choices', () => {
  test('without a script: a form that is sent, text that can be selected, no button that does nothing', async () => {
    const visit = await openVisit(browser, { javaScriptEnabled: false });
    const { page } = visit;
    await page.goto(address());
    expect(await page.locator('[data-copy]:visible').count()).toBe(0);
    await page.locator('[name=measure]').selectOption('killed');
    await page.locator('[name=limit]').fill('2');
    await page.locator('[name=theme]').selectOption('dark');
    await page.locator('form.choices button').click();
    await page.waitForURL(/measure=killed/);
    expect(await codeOf(page, 'script')).toContain('data-measure="killed" data-theme="dark" data-limit="2"');
    expect(await page.locator('iframe.preview').getAttribute('src')).toContain('measure=killed');
    await page.locator('#script code').click({ clickCount: 3 });
    await visit.end();
  });

  test('with one they show at once, the focus stays, and the address is one to pass on', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(address('?lang=en'));
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.locator('[name=width]').focus();
    await page.locator('[name=width]').selectOption('390');
    await expect.poll(() => page.locator('iframe.preview').getAttribute('width')).toBe('390');
    expect(await preview(page)).toMatchObject({ width: 390, hidden: 0 });
    await page.locator('[name=dir]').selectOption('rtl');
    await expect.poll(() => codeOf(page, 'script')).toContain('data-dir="rtl"');
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('width');
    expect(page.url()).toMatch(/width=390.*dir=rtl.*lang=en/);
    expect(await page.locator('[data-said]').textContent()).toBe('Preview and snippets follow your choices.');
    expect(await page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
    expect(await page.locator('#script [data-copy]').isVisible()).toBe(true);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });
});

describe('copying', () => {
  const copyElement = async (page: Page): Promise<string> => {
    await page.getByRole('button', { name: 'Copy: Element with the data in it' }).click();
    await expect.poll(() => page.locator('[data-said]').textContent()).not.toBe('');
    return (await page.locator('[data-said]').textContent()) ?? '';
  };
  /** What a paste would bring, kept by the page's own copy event or the clipboard. */
  const held = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('with the permission', async () => {
    const visit = await openVisit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visit;
    await page.goto(address());
    expect(await copyElement(page)).toBe('Copied.');
    expect(await held(page)).toBe(await codeOf(page, 'element'));
    await visit.end();
  });

  test('without it, by the older way', async () => {
    const visit = await openVisit(browser, { permissions: ['clipboard-read'] });
    const { page } = visit;
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    });
    await page.goto(address());
    expect(await copyElement(page)).toBe('Copied.');
    expect((await held(page)).trim()).toBe(await codeOf(page, 'element'));
    await visit.end();
  });

  test('by neither, the text is selected, and that is said', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(address());
    expect(await copyElement(page)).toBe('Selected: copy it with your keyboard.');
    expect(await page.evaluate(() => `${getSelection()}`)).toBe(await codeOf(page, 'element'));
    await visit.end();
  });

  test('on the topic’s own page too', async () => {
    const visit = await openVisit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = visit;
    await page.goto(`${inject('base')}/t/${KURSK}`);
    await page.locator('#embed [data-copy]').click();
    await expect.poll(() => page.locator('[data-said]').textContent()).toBe('Copied.');
    expect(await held(page)).toContain(`/embed.js" data-topic="${KURSK}"></script>`);
    await visit.end();
  });
});
