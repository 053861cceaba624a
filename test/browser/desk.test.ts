// The desk in a real browser: by keys, without JavaScript, at every width, and with what the rules for access ask.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openBrowser } from './chromium.ts';

const TOPIC = '/t/north-korean-casualties-kursk';
const SIMULATOR = '/cdn-cgi/local/explorer/api/local/email/sending';
const READER = 'reader-for-the-desk@example.org';
const WORDS = ['first', 'second', 'third', 'fourth'].map((n) => `The ${n} comment for the desk.`);
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  await writeComments([...WORDS, HOSTILE]);
});

afterAll(async () => {
  await browser?.close();
});

/** As a reader would: by mail link, then the form under the topic. */
async function writeComments(bodies: readonly string[]): Promise<void> {
  const base = inject('base');
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(base + TOPIC);
  const form = page.locator('#comments form');
  await form.getByLabel('Email address').fill(READER);
  await form.getByLabel('Name').fill('A reader for the desk');
  await form.getByRole('button').click();
  await page.goto(await linkTo(READER));
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const body of bodies) {
    await page.goto(base + TOPIC);
    await page.getByLabel('Your comment').fill(body);
    await page.getByRole('button', { name: 'Send the comment' }).click();
    await page.waitForURL('**#comment-*');
  }
  await context.close();
}

async function linkTo(address: string): Promise<string> {
  const read = async (query: string) =>
    ((await (await fetch(`${inject('base')}${SIMULATOR}?${query}`)).json()) as { result: unknown }).result;
  const mail = await vi.waitUntil(
    async () =>
      ((await read('per_page=100')) as { messageId: string; to: string[] }[]).find(({ to }) =>
        to.includes(address),
      ),
    { timeout: 30_000, interval: 100 },
  );
  const { text } = (await read(`email_id=${encodeURIComponent(mail.messageId)}`)) as { text: string };
  return /^http\S+$/m.exec(text)?.[0] ?? '';
}

async function atDesk(options: object, use: (page: Page, context: BrowserContext) => Promise<void>) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(`${inject('base')}/desk/comments`);
    await page.getByLabel('Editor token').fill(inject('token'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Comments' }).waitFor();
    await use(page, context);
  } finally {
    await context.close();
  }
}

const rowOf = (page: Page, words: string | undefined) => page.locator('[data-row]', { hasText: words ?? '' });

test('one key decides, one undoes; what is typed is no key; a stranger’s words do nothing', async () => {
  await atDesk({}, async (page, context) => {
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'desk', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(await page.title()).toBe('Comments: waiting · By Source desk');
    expect(await rowOf(page, HOSTILE).locator('.words').innerText()).toBe(HOSTILE);
    await rowOf(page, WORDS[0]).focus();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(WORDS[1]);
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.keyboard.press('a');
    await expect.poll(() => rowOf(page, WORDS[0]).count()).toBe(0);
    // The next takes its place, under the same fingers.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(WORDS[1]);
    await page.keyboard.press('r');
    await expect.poll(() => page.locator('#said').textContent()).toMatch(/You rejected a comment/);
    expect(await rowOf(page, WORDS[1]).count()).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(() => rowOf(page, WORDS[1]).count()).toBe(1);
    await page.keyboard.press('w');
    await page.keyboard.type('a rx');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Why').inputValue()).toBe('a rx');
    expect(await rowOf(page, WORDS[1]).count()).toBe(1);
  });
});

test('without JavaScript: many at once, undone, and one by its button', async () => {
  await atDesk({ javaScriptEnabled: false }, async (page) => {
    for (const words of WORDS.slice(2)) await rowOf(page, words).getByRole('checkbox').check();
    await page.getByLabel('Why').fill('Off topic.');
    await page.locator('.bar').getByRole('button', { name: 'reject' }).click();
    expect(await page.locator('#last').textContent()).toContain('You rejected 2 comments');
    await page.getByRole('button', { name: 'undo' }).click();
    for (const words of WORDS.slice(2)) expect(await rowOf(page, words).count()).toBe(1);
    await rowOf(page, WORDS[3]).getByRole('button', { name: 'approve' }).click();
    expect(await rowOf(page, WORDS[3]).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await page.getByLabel('Editor token').count()).toBe(1);
  });
});

test('every page fits from 280 to 1280 pixels and passes the rules for access, light and dark', async () => {
  const pages = [
    '',
    '/comments',
    '/appeals',
    '/topics',
    '/topics/hong-kong-march-2019',
    '/digests',
    '/log',
    '/digests/preview',
    '/comments?show=reported',
    '/names',
    '/sites',
    '/suppressions',
    '/warnings',
  ];
  for (const colorScheme of ['light', 'dark'] as const) {
    await atDesk({ colorScheme }, async (_, context) => {
      for (const path of pages) {
        const page = await context.newPage();
        await page.goto(`${inject('base')}/desk${path}`);
        for (const width of [280, 390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect([path, width, over]).toEqual([path, width, 0]);
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
        await page.close();
      }
    });
  }
});
