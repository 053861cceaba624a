// The foreign page: one document that names the widget's script, and nothing else.
import { expect, test } from 'vitest';
import { serveForeignPage } from '../../src/cli/foreign-page.ts';
import { freePortPair } from '../../src/cli/ports.ts';

test('serves one page with one line of the widget, and ends', async () => {
  const page = await serveForeignPage(await freePortPair(), 'http://localhost:8787');
  const html = await (await fetch(page.url)).text();
  expect(html).toContain(
    '<script async src="http://localhost:8787/embed.js" data-topic="north-korean-casualties-kursk"></script>',
  );
  expect(html.match(/<script/g)?.length).toBe(1);
  expect((await fetch(`${page.url}favicon.ico`)).status).toBe(404);
  await page.stop();
  await expect(fetch(page.url)).rejects.toThrow();
});
