// Nothing on the host page moves: whatever comes of the widget, at both widths, under the strict policy and without.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { API, drawing, holdAnswer, openHostSite, openVisit, painted } from './visit.ts';

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

const FRAME = /\/embed\/[a-z]/;
const SCRIPT = /\/embed\.js$/;

interface Way {
  number: string;
  /** The request that brings the data, and the one without which nothing begins. */
  data: RegExp;
  start: RegExp;
  drawn(page: Page): Promise<void>;
}

const WAYS: Record<string, Way> = {
  element: { number: '02', data: API, start: SCRIPT, drawn: (page) => drawing(page).waitFor() },
  frame: {
    number: '03',
    data: FRAME,
    start: FRAME,
    drawn: (page) => page.frameLocator('iframe').locator('table').waitFor(),
  },
};

/** Sets a condition up; what it gives waits until the page has met it. */
type Condition = (page: Page, way: Way) => Promise<() => Promise<unknown>>;

const CONDITIONS: Record<string, Condition> = {
  normal: async (page, way) => () => way.drawn(page),
  slow: async (page, way) => {
    const { asked, release } = await holdAnswer(page, way.data);
    return async () => {
      await asked;
      await painted(page);
      release();
      await way.drawn(page);
    };
  },
  'API 500': (page, way) => answered(page, way.data, 500),
  'script 404': (page, way) => answered(page, way.start, 404),
  offline: async (page) => {
    const failed = page.waitForEvent('requestfailed');
    await page.route(`${inject('base')}/**`, (route) => route.abort('internetdisconnected'));
    return () => failed;
  },
};

async function answered(page: Page, what: RegExp, status: number): Promise<() => Promise<unknown>> {
  const done = page.waitForResponse(what);
  const headers = { 'access-control-allow-origin': '*' };
  await page.route(what, (route) => route.fulfill({ status, headers, body: 'no' }));
  return () => done.then(() => page.waitForLoadState());
}

describe.for(Object.keys(WAYS))('the %s', (name) => {
  const way = WAYS[name] as Way;
  describe.for([390, 1280])('at %i px', (width) => {
    test.for(
      Object.keys(CONDITIONS).flatMap((condition) => [
        [condition, 'no policy'],
        [condition, 'strict policy'],
      ]) as [string, string][],
    )('%s, %s: layout shift 0.000', async ([condition, policy]) => {
      const visit = await openVisit(browser, { viewport: { width, height: 900 } });
      const met = await (CONDITIONS[condition] as Condition)(visit.page, way);
      // A held frame holds the page's load event.
      await visit.page.goto(site.page(way.number, { strict: policy === 'strict policy' }), {
        waitUntil: 'domcontentloaded',
      });
      await met();
      expect(await visit.shift()).toBe(0);
      expect(await visit.violations()).toEqual([]);
      await visit.end();
    });
  });
});

test.for([390, 1280])(
  'a theme that spaces its tables, at %i px: nothing moves when one gives way to the drawing',
  async (width) => {
    const visit = await openVisit(browser, { viewport: { width, height: 900 } });
    await visit.page.goto(site.page('40'));
    await drawing(visit.page).waitFor();
    expect(await visit.shift()).toBe(0);
    await visit.end();
  },
);

test('the measure is real: a bare script tag reserves nothing, and its page does move', async () => {
  const visit = await openVisit(browser);
  const { asked, release } = await holdAnswer(visit.page);
  await visit.page.goto(site.page('01'));
  await asked;
  await painted(visit.page);
  release();
  await drawing(visit.page).waitFor();
  expect(await visit.shift()).toBeGreaterThan(0);
  await visit.end();
});
