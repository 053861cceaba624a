// One visit to a host page in the real browser, and all that can be seen of it from outside.
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { inject } from 'vitest';
import { type HostSite, serveHostSite } from './host-site.ts';

export const KURSK = 'north-korean-casualties-kursk';
/** The request for everything that the widgets of a page draw. */
export const API = /\/v1\/embed\?/;

/** What the page has come to, kept by a script that runs before any of its own. */
interface Kept {
  violations: string[];
  observers: number;
  shifts: PerformanceObserver;
  score: number;
}
declare global {
  interface Window {
    kept: Kept;
  }
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Addresses asked for, in order. */
  requests: string[];
  /** What the console says and what nobody caught, less the browser's own lines on the network. */
  noise: string[];
  violations(): Promise<string[]>;
  /** The layout shift so far, once all that is under way is painted. */
  shift(): Promise<number>;
  end(): Promise<void>;
}

/** Starts the host site with a fallback table made of the product's own data. */
export async function openHostSite(): Promise<HostSite> {
  const base = inject('base');
  const names = await readdir(fileURLToPath(new URL('hosts/', import.meta.url)));
  const answer = await fetch(`${base}/v1/embed?topics=${KURSK}`);
  const { topics } = (await answer.json()) as {
    topics: {
      url: string;
      foot: string;
      groups: { rows: { name: string; text: string; when: string }[] }[];
    }[];
  };
  const rows = topics.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const cells = rows.map(
    ({ name, text, when }) => `<tr><th scope="row">${name}</th><td>${text}</td><td>${when}</td></tr>`,
  );
  return serveHostSite(
    base,
    names,
    `<table height="640">${cells.join('')}<tr><td colspan="3"><a href="${base}${topics[0]?.url}">${topics[0]?.foot}</a></table>`,
  );
}

export async function openVisit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const noise: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) noise.push(message.text());
  });
  await page.addInitScript(() => {
    const kept: Kept = {
      violations: [],
      observers: 0,
      score: 0,
      shifts: new PerformanceObserver((list) => keep(list.getEntries())),
    };
    const keep = (entries: PerformanceEntryList): void => {
      for (const entry of entries) kept.score += (entry as PerformanceEntry & { value: number }).value;
    };
    kept.shifts.observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) =>
      kept.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
    const Native = IntersectionObserver;
    window.IntersectionObserver = class extends Native {
      constructor(...given: ConstructorParameters<typeof Native>) {
        super(...given);
        kept.observers++;
      }
    };
    window.kept = kept;
  });
  return {
    page,
    context,
    requests,
    noise,
    violations: () => page.evaluate(() => window.kept.violations),
    shift: async () => {
      await painted(page);
      return page.evaluate(() => {
        for (const entry of window.kept.shifts.takeRecords())
          window.kept.score += (entry as PerformanceEntry & { value: number }).value;
        return window.kept.score;
      });
    },
    end: () => context.close(),
  };
}

/** Two frames on: what was changed before is laid out, painted and reported. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** A widget's drawing, in its shadow. */
export const drawing = (page: Page, selector = 'by-source') => page.locator(`${selector} article`);

/** Holds the answer to the widgets until it is let go with `release`. */
export async function holdAnswer(
  page: Page,
  what = API,
): Promise<{ asked: Promise<void>; release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const asked = page.waitForRequest(what).then(() => undefined);
  await page.route(what, async (route: Route) => {
    await promise;
    await route.continue();
  });
  return { asked, release: resolve };
}

/** Answers the widgets so, where any site may read it. */
export async function answerWith(page: Page, status: number, body: string): Promise<void> {
  await page.route(API, (route) =>
    route.fulfill({
      status,
      body,
      headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
    }),
  );
}
