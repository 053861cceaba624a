// What the statement under /.well-known/ says, seen from a reader's browser: nothing set, nothing stored, nobody else.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import type { HostSite } from './host-site.ts';
import { drawing, openHostSite, openVisit } from './visit.ts';

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
  ['04', ['/embed.js', '/v1/embed']],
  ['03', ['/embed/north-korean-casualties-kursk', '/site.css', '/frame.js']],
] as const)('page %s: only %j are asked for, and nothing stays behind', async ([number, paths]) => {
  const visit = await openVisit(browser);
  const { page, context } = visit;
  const headers: Record<string, string>[] = [];
  page.on('response', async (response) => headers.push(await response.allHeaders()));
  const sent: Record<string, string>[] = [];
  page.on('request', async (request) => sent.push(await request.allHeaders()));
  await page.goto(site.page(number));
  const shown = number === '03' ? page.frameLocator('iframe').locator('table') : drawing(page).first();
  await shown.waitFor();
  await page.waitForLoadState('networkidle');

  const outside = visit.requests.filter((url) => !url.startsWith(site.origin)).map((url) => new URL(url));
  expect(outside.map(({ pathname }) => pathname)).toEqual(paths);
  expect(new Set(outside.map(({ origin }) => origin))).toEqual(new Set([inject('base')]));
  expect([...headers, ...sent].filter((each) => each['set-cookie'] ?? each.cookie)).toEqual([]);
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  expect([cookies, origins]).toEqual([[], []]);
  expect(context.serviceWorkers()).toEqual([]);
  const kept = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(async () => ({
        stored: localStorage.length + sessionStorage.length + document.cookie.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      })),
    ),
  );
  expect(kept.filter(({ stored, databases, caches }) => stored + databases + caches > 0)).toEqual([]);
  await visit.end();
});
