// The widget in sites that never load a second page: it follows its attributes, goes and comes back, and leaves nothing.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { API, drawing, KURSK, openHostSite, openVisit, painted } from './visit.ts';

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

const OTHER = 'hurricane-maria-deaths';

test('a change of topic redraws it and is announced once; the first drawing is quiet', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('08'));
  const widget = await page.evaluateHandle((topic) => {
    const element = document.createElement('by-source');
    element.setAttribute('topic', topic);
    document.querySelector('#view')?.append(element);
    return element;
  }, KURSK);
  const title = drawing(page).locator('h2');
  await title.getByText('North Korean casualties in Kursk').waitFor();
  const status = page.locator('by-source').getByRole('status');
  expect(await status.textContent()).toBe('');

  await widget.evaluate((element, topic) => element.setAttribute('topic', topic), OTHER);
  await title.getByText('Hurricane Maria').waitFor();
  expect(await page.locator('output').count()).toBe(1);
  expect(await status.textContent()).toMatch(/Hurricane Maria.*sources: the newest, the lowest/);

  await widget.evaluate((element) => element.setAttribute('limit', '2'));
  await drawing(page)
    .getByText(/2 of \d+ sources/)
    .waitFor();
  await widget.evaluate((element) => element.setAttribute('height', '300'));
  await expect.poll(async () => (await page.locator('by-source').boundingBox())?.height).toBe(300);
  expect(visit.noise).toEqual([]);
  await visit.end();
});

test('one that goes and comes back stands as it stood, asks again, and says nothing', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('02'));
  await drawing(page).waitFor();
  const again = page.waitForResponse(API);
  await page.evaluate(async () => {
    const widget = document.querySelector('by-source') as Element;
    const parent = widget.parentElement as Element;
    widget.remove();
    await new Promise(requestAnimationFrame);
    parent.append(widget);
  });
  expect(await drawing(page).isVisible()).toBe(true);
  await (await again).finished();
  await painted(page);
  expect(await page.locator('by-source').getByRole('status').textContent()).toBe('');
  expect(await page.evaluate(() => window.kept.observers)).toBe(1);
  await visit.end();
});

test('a hundred drawn and taken away leave one observer and no node behind', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('08'));
  await page.waitForFunction(() => customElements.get('by-source'));
  const left = await page.evaluateHandle(async (topic) => {
    const left: WeakRef<Node>[] = [];
    for (let turn = 0; turn < 100; turn++) {
      const widget = document.createElement('by-source');
      widget.setAttribute('topic', topic);
      document.querySelector('#view')?.append(widget);
      while (!widget.shadowRoot) await new Promise(requestAnimationFrame);
      left.push(new WeakRef(widget), new WeakRef(widget.shadowRoot.firstChild as Node));
      widget.remove();
    }
    return left;
  }, KURSK);
  const devtools = await visit.context.newCDPSession(page);
  await expect
    .poll(async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return left.evaluate((all) => all.filter((each) => each.deref()).length);
    })
    .toBe(0);
  expect(await page.evaluate(() => window.kept.observers)).toBe(1);
  expect(visit.noise).toEqual([]);
  await visit.end();
});
