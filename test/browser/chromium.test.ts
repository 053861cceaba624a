// The browser itself: strict about origins, or no test that leans on them proves anything.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';

const quiet = createServer((request, response) => {
  const open = request.url === '/open';
  response.writeHead(200, {
    'content-type': 'text/html',
    ...(open ? { 'access-control-allow-origin': '*' } : {}),
  });
  response.end('<title>A page</title>');
});
let address: string;
let browser: Browser;

beforeAll(async () => {
  await new Promise<void>((resolve) => quiet.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(quiet.address() as AddressInfo).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  quiet.closeAllConnections();
  quiet.close();
});

test.for([
  ['/closed', 'refused'],
  ['/open', 'read'],
])('a page of another origin asks for %s: %s', async ([path, expected]) => {
  const page = await browser.newPage();
  await page.goto(`http://${address.replace('127.0.0.1', 'localhost')}/`);
  const outcome = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        () => 'refused',
      ),
    `http://${address}${path}`,
  );
  expect(outcome).toBe(expected);
  await page.close();
});
