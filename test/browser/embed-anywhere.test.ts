// Any way in: wherever the script or the element comes to stand, it draws; a mistake stays its own, and hides nothing.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
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
const kursk = (page: Page) => page.locator('by-source h2', { hasText: 'North Korean casualties' });
const maria = (page: Page) => page.locator('by-source h2', { hasText: 'Maria' });

describe('a mistake is its own', () => {
  test('an odd topic, an unknown measure: the rest draws; console, attribute and event say what was wrong', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      for (const name of ['by-source:drawn', 'by-source:failed'] as const)
        addEventListener(name, (event) => {
          const { id } = event.target as Element;
          told.push(
            `${id} ${name.slice(10)} ${(event as CustomEvent<{ state?: string }>).detail.state ?? ''}`.trim(),
          );
        });
    });
    await page.goto(site.page('24'));
    await drawing(page, '#right').waitFor();
    await page.locator('#also-right').scrollIntoViewIfNeeded();
    await drawing(page, '#also-right').waitFor();
    const states = await page
      .locator('main > [id]')
      .evaluateAll((all) =>
        Object.fromEntries(all.map((each) => [each.id, each.getAttribute('data-state')])),
      );
    expect(states).toEqual({
      right: null,
      hash: 'unknown-topic',
      ampersand: 'unknown-topic',
      address: 'unknown-topic',
      spaces: 'unknown-topic',
      escapes: 'unknown-topic',
      empty: 'unknown-topic',
      measure: 'unknown-measure',
      scheme: 'unreadable',
      window: 'unreadable',
      'also-right': null,
    });
    expect(await page.locator('#hash > a').isVisible()).toBe(true);
    expect(visit.noise).toHaveLength(9);
    expect(visit.noise).toContain('By Source: There is no topic "hurricane-maria-deaths#claims".');
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told.filter((each) => / drawn$/.test(each)).sort()).toEqual(['also-right drawn', 'right drawn']);
    expect(told).toContain('measure failed unknown-measure');
    expect(visit.requests.filter((url) => API.test(url))).toHaveLength(1);
    await visit.end();
  });

  test('fifty-one widgets: all draw, in two requests', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('25'));
    await page.locator('by-source').last().scrollIntoViewIfNeeded();
    await drawing(page).last().waitFor();
    for (const at of [0, 24, 49, 50]) {
      await page.locator('by-source').nth(at).scrollIntoViewIfNeeded();
      await page.locator('by-source').nth(at).locator('article').waitFor();
    }
    expect(visit.requests.filter((url) => API.test(url))).toHaveLength(2);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test.for(['27', '28'])(
    'page %s, a tag without its end: the article after it stays, under the drawing',
    async (number) => {
      const visit = await openVisit(browser);
      const { page } = visit;
      await page.goto(site.page(number));
      const selector = number === '27' ? 'most-commented' : 'by-source';
      await drawing(page, selector).waitFor();
      await page.evaluate(() => document.querySelector('main')?.append(document.createElement('hr')));
      expect(await page.locator('#rest').isVisible()).toBe(true);
      const drawn = await drawing(page, selector).boundingBox();
      const rest = await page.locator('h2', { hasText: 'second half' }).boundingBox();
      expect(rest?.y).toBeGreaterThanOrEqual((drawn?.y ?? 0) + (drawn?.height ?? 0));
      await visit.end();
    },
  );

  test('a fallback is hidden whatever it is made of, where its tag is closed', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('08'));
    await page.evaluate((topic) => {
      (document.querySelector('#view') as Element).innerHTML =
        `<by-source topic="${topic}"><p class="old">Loading</p><p class="old">the figures</p></by-source>
        <div><by-source topic="${topic}"><table class="old" height="40"><tr><td>1</table></by-source></div>`;
    }, KURSK);
    await drawing(page).nth(1).waitFor();
    for (const old of await page.locator('.old').all()) expect(await old.isVisible()).toBe(false);
    await visit.end();
  });
});

describe('any way in', () => {
  test('a tag manager: in the head, and in a box of its own that nobody sees', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('29'));
    await kursk(visit.page).waitFor();
    await maria(visit.page).scrollIntoViewIfNeeded();
    expect(await visit.page.locator('main > by-source').count()).toBe(2);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('the only content of a srcdoc', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('30'));
    await visit.page.frameLocator('iframe').locator('by-source article').waitFor();
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('inside a shadow root', async () => {
    const visit = await openVisit(browser);
    await visit.page.goto(site.page('31'));
    await kursk(visit.page).waitFor();
    expect(await visit.page.locator('by-source').count()).toBe(1);
    await visit.end();
  });

  test('a module on the second page of a site that swaps pages', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('32'));
    await kursk(page).waitFor();
    await page.evaluate('visit()');
    await maria(page).waitFor();
    expect(await page.locator('article > by-source').count()).toBe(1);
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('a copy of the script: its host is named', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('33'));
    await kursk(page).waitFor();
    await maria(page).waitFor();
    const link = drawing(page).getByRole('link', { name: 'All at By Source' }).first();
    expect(await link.getAttribute('href')).toBe(`${inject('base')}/t/${KURSK}`);
    await visit.end();
  });

  test('a copy of the script that nobody told where to read knows whose it is', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('41'));
    await kursk(page).waitFor();
    await maria(page).waitFor();
    expect(visit.noise).toEqual([]);
    expect(visit.requests.filter((url) => API.test(url))).toHaveLength(1);
    await visit.end();
  });

  test('a copy of the pinned script, whose bytes name nobody, says what it misses and leaves the fallback', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('42'));
    await page.locator('by-source[data-state=no-answer]').waitFor();
    expect(visit.noise).toEqual([`By Source: ${site.origin} has no figures. "host" says where to read.`]);
    expect(await page.locator('by-source > table').isVisible()).toBe(true);
    await page.evaluate(
      (host) => document.querySelector('by-source')?.setAttribute('host', host),
      inject('base'),
    );
    await drawing(page).waitFor();
    expect(await page.locator('by-source[data-state]').count()).toBe(0);
    await visit.end();
  });

  test('moved into another document it has its styles there', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('34'));
    await kursk(page).waitFor();
    await page.evaluate(() => {
      const there = document.querySelector('iframe')?.contentDocument as Document;
      there.body.append(document.querySelector('by-source') as Element);
    });
    const moved = page.frameLocator('iframe').locator('by-source');
    await moved.locator('article').waitFor();
    expect(
      await moved
        .locator('tr')
        .first()
        .evaluate((row) => getComputedStyle(row).display),
    ).toBe('grid');
    await moved.evaluate((widget, topic) => widget.setAttribute('topic', topic), OTHER);
    await moved.locator('h2', { hasText: 'Maria' }).waitFor();
    expect(visit.noise).toEqual([]);
    await visit.end();
  });

  test('printed without scrolling: what has no rows of its own is drawn, and a fallback too', async () => {
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(site.page('36'));
    await expect.poll(() => visit.requests.filter((url) => API.test(url)).length).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(await drawing(page).count()).toBe(0);
    await page.pdf();
    expect(await drawing(page).count()).toBe(3);
    await page.emulateMedia({ media: 'print' });
    await painted(page);
    const rows = await page
      .locator('by-source')
      .evaluateAll((all) =>
        all.map(
          (each) =>
            [...(each.shadowRoot?.querySelectorAll('th[scope=row]') ?? [])].filter((row) =>
              row.checkVisibility(),
            ).length,
        ),
      );
    // Eight rows, and where somebody gave no figure their line.
    expect(rows).toEqual([9, 8, 9]);
    await visit.end();
  });
});

test('the widget draws what the server draws', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  const shape = (panel: Element): string =>
    [...panel.querySelectorAll('*')]
      .map(
        (each) =>
          `${each.localName}${each.getAttribute('class') ?? ''}|${each.childElementCount ? '' : each.textContent}`,
      )
      .join('\n');
  await page.goto(site.page('01'));
  await page.setViewportSize({ width: 1280, height: 4000 });
  await drawing(page).waitFor();
  await painted(page);
  const here = await drawing(page).evaluate(shape);
  await page.goto(`${inject('base')}/embed/${KURSK}?limit=5`);
  expect(here).toBe(await page.locator('main').evaluate(shape));
  await visit.end();
});

test('a press in a frame opens a page of its own, in a sandbox too, and leaves the article', async () => {
  const visit = await openVisit(browser);
  const { page, context } = visit;
  await page.goto(site.page('37'));
  for (const [at, where] of [/\/t\/north-korean/, /\/embed\/hurricane-maria-deaths\?limit=100$/].entries()) {
    const opened = context.waitForEvent('page');
    await page.locator('iframe').nth(at).scrollIntoViewIfNeeded();
    await page.frameLocator('iframe').nth(at).getByRole('link', { name: 'All at By Source' }).click();
    const other = await opened;
    await other.waitForURL(where);
    await other.getByText('All at By Source').or(other.locator('h1')).first().waitFor();
    await other.close();
    expect(page.url()).toBe(site.page('37'));
  }
  await visit.end();
});
