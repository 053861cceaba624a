// Both feeds as their readers take them: Atom by RFC 4287 in the browser's own XML parser, JSON Feed by its version 1.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { KURSK } from './visit.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const address = (file: string): string => `${inject('base')}/v1/topics/${KURSK}/${file}`;
/** A date-time with its zone (RFC 3339). */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

test('the Atom feed is well formed and has what RFC 4287 asks of a feed and of each entry', async () => {
  const response = await fetch(address('feed.atom'));
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const page = await browser.newPage();
  const feed = await page.evaluate(
    (xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const of = (parent: Element, name: string) =>
        [...parent.children].filter(
          (child) => child.localName === name && child.namespaceURI === 'http://www.w3.org/2005/Atom',
        );
      const facts = (element: Element) => ({
        ids: of(element, 'id').map((each) => each.textContent ?? ''),
        titles: of(element, 'title').map((each) => each.textContent ?? ''),
        updated: of(element, 'updated').map((each) => each.textContent ?? ''),
        links: of(element, 'link').map((each) => [
          each.getAttribute('rel') ?? 'alternate',
          each.getAttribute('href'),
        ]),
        authors: of(element, 'author').length,
      });
      const root = parsed.documentElement;
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? null,
        name: root.localName,
        ...facts(root),
        entries: of(root, 'entry').map(facts),
      };
    },
    await response.text(),
  );
  await page.close();
  expect([feed.error, feed.name]).toEqual([null, 'feed']);
  // Section 4.1.1: one id, title and updated; an author for its entries; a link to itself.
  expect([feed.ids.length, feed.titles.length, feed.updated.length, feed.authors]).toEqual([1, 1, 1, 1]);
  expect(feed.links).toContainEqual(['self', address('feed.atom')]);
  expect(feed.entries.length).toBeGreaterThan(0);
  for (const entry of feed.entries) {
    // Section 4.1.2: the same of each entry, and a link where it has no content.
    expect([entry.ids.length, entry.titles.length, entry.updated.length]).toEqual([1, 1, 1]);
    expect(entry.updated[0]).toMatch(INSTANT);
    expect(URL.canParse(entry.ids[0] ?? '')).toBe(true);
    expect(entry.links.some(([rel]) => rel === 'alternate')).toBe(true);
  }
  expect(new Set(feed.entries.map((entry) => entry.ids[0])).size).toBe(feed.entries.length);
});

test('the JSON feed has what its version asks', async () => {
  const response = await fetch(address('feed.json'));
  expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  const feed = (await response.json()) as {
    version: string;
    title: string;
    home_page_url: string;
    feed_url: string;
    items: {
      id: string;
      url: string;
      title?: string;
      content_html?: string;
      content_text?: string;
      summary?: string;
      date_modified: string;
    }[];
  };
  expect(feed.version).toMatch(/^https:\/\/jsonfeed\.org\/version\/1(\.1)?$/);
  expect([feed.title.length > 0, feed.feed_url]).toEqual([true, address('feed.json')]);
  expect(feed.items.length).toBeGreaterThan(0);
  for (const item of feed.items) {
    expect(item.id.length).toBeGreaterThan(0);
    expect(typeof (item.content_html ?? item.content_text)).toBe('string');
    expect(item.date_modified).toMatch(INSTANT);
  }
});
