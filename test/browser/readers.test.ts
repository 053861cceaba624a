// A reader's whole way in a real browser without JavaScript: by mail link to a comment, by mail link to a digest and out of it.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { openBrowser } from './chromium.ts';

const TOPIC = '/t/north-korean-casualties-kursk';
const SIMULATOR = '/cdn-cgi/local/explorer/api/local/email/sending';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

interface Kept {
  messageId: string;
  to: string[];
  text?: string;
}

/** The link in the mail to an address, from the simulator that keeps what is sent on this machine. */
async function linkTo(address: string): Promise<string> {
  const read = async <T>(query: string): Promise<T> =>
    ((await (await fetch(`${inject('base')}${SIMULATOR}?${query}`)).json()) as { result: T }).result;
  const mail = await vi.waitUntil(
    async () => (await read<Kept[]>('per_page=100')).find(({ to }) => to.includes(address)),
    { timeout: 30_000, interval: 100 },
  );
  const { text } = await read<Kept>(`email_id=${encodeURIComponent(mail.messageId)}`);
  const link = /^http\S+$/m.exec(text ?? '')?.[0];
  if (link === undefined) throw new Error(`The mail to ${address} has no link.`);
  return link;
}

/** Nothing wider than the window, and nothing that the rules for access name. */
async function soundAt(page: Page): Promise<void> {
  for (const width of [280, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([page.url(), width, over]).toEqual([page.url(), width, 0]);
  }
}

async function withoutScript(use: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

test('a reader signs in by mail, comments, and alone sees what is held; nobody else gets the page', async () => {
  const email = 'browser-reader@example.org';
  await withoutScript(async (page, context) => {
    await page.goto(inject('base') + TOPIC);
    const form = page.locator('#comments form');
    await form.getByLabel('Email address').fill(email);
    await form.getByLabel('Name').fill('A reader with a browser');
    await form.getByRole('button').click();
    await page.waitForURL('**/readers/asked');
    expect(await context.cookies()).toEqual([]);
    await page.goto(await linkTo(email));
    expect(await context.cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`**${TOPIC}#comments`);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' });
    await page.getByLabel('Your comment').fill('A comment of the browser’s.');
    await page.getByRole('button', { name: 'Send the comment' }).click();
    await page.waitForURL('**#comment-*');
    expect(await page.locator('.comment:target').innerText()).toMatch(
      /Held for review\.[\s\S]*of the browser’s/,
    );
    await withoutScript(async (other) => {
      await other.goto(inject('base') + TOPIC);
      expect(await other.locator('#comments').innerText()).not.toContain('of the browser’s');
    });
    await page.goto(`${inject('base')}/readers/me`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${inject('base')}/`);
    expect(await context.cookies()).toEqual([]);
    await page.goto(inject('base') + TOPIC);
    expect(await page.locator('#comments').innerText()).toContain('To comment, sign in');
  });
});

test('a reader subscribes, confirms, chooses, leaves and comes back, each by one button', async () => {
  const email = 'browser-digest@example.org';
  await withoutScript(async (page) => {
    await page.goto(inject('base') + TOPIC);
    const form = page.locator('#subscribe form');
    await form.getByLabel('Email address').fill(email);
    await form.getByRole('button').click();
    await page.waitForURL('**/subscriptions/asked');
    await page.goto(await linkTo(email));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('link', { name: /Choose topics/ }).click();
    expect(await page.getByLabel('North Korean casualties').isChecked()).toBe(true);
    await page.getByLabel('Once a week').check();
    await page.getByLabel('If weekly, on').selectOption('Friday');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByLabel('Dates and numerals in').selectOption('日本語');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.waitForURL('**saved');
    expect(await page.getByLabel('If weekly, on').inputValue()).toBe('5');
    expect(await page.locator('.standfirst').innerText()).toMatch(/due on Friday.* at 08:00/);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are unsubscribed');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Undone');
  });
});

test('the pages of readers are sound: axe finds nothing, nothing is wider than the window', async () => {
  const email = `${'long'.repeat(12)}@an-address-of-a-reader.example.org`;
  const context = await browser.newContext();
  const page = await context.newPage();
  const look = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([page.url(), violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([page.url(), []]);
    await soundAt(page);
  };
  for (const path of [
    '/readers/sign-in',
    '/readers/asked',
    '/subscriptions',
    '/subscriptions/asked',
    '/u/x.y',
  ]) {
    await page.goto(inject('base') + path);
    await look();
  }
  await page.goto(`${inject('base')}/readers/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button').click();
  await page.waitForURL('**/readers/asked');
  await page.goto(await linkTo(email));
  await look();
  await page.getByLabel('Name').fill('W'.repeat(60));
  await page.getByRole('button').click();
  await page.waitForURL('**/readers/me');
  await look();
  await page.goto(`${inject('base')}/readers/erase`);
  await look();
  await page.goto(inject('base') + TOPIC);
  await page.getByLabel('Your comment').fill('W'.repeat(500) + '\u0301\u0300'.repeat(100));
  await page.getByRole('button', { name: 'Send the comment' }).click();
  await page.waitForURL('**#comment-*');
  await look();
  await context.close();
});
