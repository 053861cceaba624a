// The widget after its first drawing: another topic, a network that comes back, a story that goes on.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

/** Puts a widget on the empty page of a single-page site. */
async function put(page: Page, attributes: string, inner = ''): Promise<void> {
  await page.goto(site.page('08'));
  await page.evaluate(
    ([given, content]) => {
      (document.querySelector('#view') as Element).innerHTML = `<by-source ${given}>${content}</by-source>`;
    },
    [attributes, inner] as const,
  );
}

test.for(['drawn', 'not yet drawn'])(
  'another topic that cannot be had: the former one’s figures go, %s',
  async (when) => {
    const visit = await openVisit(browser);
    const { page } = visit;
    if (when === 'not yet drawn') await page.route(API, (route) => route.abort());
    await put(
      page,
      `topic="${KURSK}" height="420"`,
      '<table height="420"><tr><th>South Korea</th><td>about 4,700</td></tr></table>',
    );
    if (when === 'drawn') await drawing(page).waitFor();
    await page.locator('by-source').evaluate((widget) => widget.setAttribute('topic', 'no-such-topic'));
    await painted(page);
    expect(await page.locator('main').innerText()).not.toMatch(/4,700/);
    expect((await page.locator('by-source').boundingBox())?.height).toBe(420);
    if (when === 'drawn') {
      await page.locator('[data-state=unknown-topic]').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/4,700/);
      await page.locator('by-source').evaluate((widget, topic) => widget.setAttribute('topic', topic), KURSK);
      await drawing(page).getByText('4,700').first().waitFor();
      expect(await page.locator('[data-state]').count()).toBe(0);
    }
    await visit.end();
  },
);

test('another measure that the topic does not have, and one outside its lead family', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await put(page, `topic="${KURSK}"`);
  await drawing(page).waitFor();
  await page.locator('by-source').evaluate((widget) => widget.setAttribute('measure', 'sunk'));
  await page.locator('[data-state=unknown-measure]').waitFor();
  expect(await drawing(page).count()).toBe(0);
  expect((await page.locator('by-source').boundingBox())?.height).toBeGreaterThan(100);
  await page.locator('by-source').evaluate((widget) => widget.setAttribute('measure', 'killed'));
  await drawing(page).locator('[scope=row]').first().waitFor();
  await visit.end();
});

test('off line, then on line again: it draws by itself', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  await page.goto(site.page('08'));
  await page.waitForFunction(() => customElements.get('by-source'));
  await visit.context.setOffline(true);
  await page.evaluate((topic) => {
    (document.querySelector('#view') as Element).innerHTML =
      `<by-source topic="${topic}"><a href="/x">Elsewhere</a></by-source> `;
  }, KURSK);
  await page.locator('[data-state=no-answer]').waitFor();
  expect(await page.getByText('Elsewhere').isVisible()).toBe(true);
  await visit.context.setOffline(false);
  await drawing(page).waitFor();
  expect(await page.locator('[data-state]').count()).toBe(0);
  await visit.end();
});

test('a server that fails once is asked again', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  let times = 0;
  await page.route(API, (route) =>
    times++ === 0 ? route.fulfill({ status: 500, body: 'no' }) : route.continue(),
  );
  await put(page, `topic="${KURSK}"`);
  await drawing(page).waitFor();
  expect(times).toBe(2);
  await visit.end();
});

test('kept fresh: one conditional request for all that costs no body, and what changed is said quietly', async () => {
  const visit = await openVisit(browser);
  const { page } = visit;
  const devtools = await visit.context.newCDPSession(page);
  await devtools.send('Network.enable');
  const statuses: number[] = [];
  devtools.on('Network.responseReceivedExtraInfo', ({ statusCode, headers }) => {
    if (/json/.test(headers['content-type'] ?? headers['Content-Type'] ?? 'json')) statuses.push(statusCode);
  });
  await page.goto(site.page('08'));
  await page.evaluate((topic) => {
    (document.querySelector('#view') as Element).innerHTML =
      `<by-source topic="${topic}" limit="3" refresh="5"></by-source> <by-source topic="${topic}" limit="1"></by-source>`;
  }, KURSK);
  await drawing(page).nth(1).waitFor();
  const before = visit.requests.filter((url) => API.test(url));
  expect(before).toHaveLength(1);
  await expect.poll(() => statuses.includes(304), { timeout: 20_000 }).toBe(true);
  const asked = visit.requests.filter((url) => API.test(url));
  expect(new Set(asked).size).toBe(1);
  expect(await page.locator('by-source output').first().textContent()).toBe('');

  const claim = {
    topic: KURSK,
    measure: 'killed-or-wounded',
    source: 'south-korea-nis',
    stance: 'states',
    value: { kind: 'point', point: 5100, hedge: 'about', stated: 'about 5,100' },
    said: '2026-11-04',
  };
  const made = await fetch(`${inject('base')}/v1/claims`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(claim),
  });
  const { id } = (await made.json()) as { id: string };
  expect(made.status).toBe(201);
  await drawing(page).first().getByText('5,100').first().waitFor();
  expect(await page.locator('by-source output').first().textContent()).toMatch(/^South Korea.*about 5,100”$/);
  expect(await drawing(page).nth(1).textContent()).not.toContain('5,100');
  const undone = await fetch(`${inject('base')}/v1/claims/${id}/void`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${inject('token')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason: 'Entered to see it arrive.' }),
  });
  expect(undone.ok).toBe(true);
  await visit.end();
});
