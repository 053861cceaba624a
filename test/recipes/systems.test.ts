// The snippets in publishing systems: Ghost's cards, Markdown by several processors, AMP's validator, Turbo, tag managers, mail.
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/chromium.ts';
import { drawing, openVisit } from '../browser/visit.ts';
import { findCommand } from '../engines/processes.ts';
import { makeSite, placeText, runCommand, runNode } from './builders.ts';
import { serveFiles } from './file-site.ts';
import { expectWell } from './sight.ts';
import { HOSTILE, HOSTILE_NAMES, KURSK, recordHostile, snippetsOf } from './snippets-of.ts';

let browser: Browser;
let usual: Record<string, string>;
let hostile: Record<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  await recordHostile();
  [usual, hostile] = await Promise.all([snippetsOf(KURSK), snippetsOf(HOSTILE)]);
});
afterAll(() => browser?.close());

/** What Jekyll reads Markdown by. */
const kramdown = findCommand('kramdown');
if (kramdown === null) console.log('Not on this machine, so not run: kramdown.');

const whole = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><main>\n${body}\n<p id="after">After.</p></main></html>`;

describe.for(['usual', 'hostile'])('%s names', (kind) => {
  const of = (id: string): string => (kind === 'hostile' ? hostile : usual)[id] ?? '';

  test('Ghost: an HTML card and a Markdown card leave the element whole', async () => {
    const drawn = JSON.parse(
      await runNode('render-with-ghost.mjs', [await placeText(`ghost-${kind}`, of('element'))]),
    ) as Record<string, string>;
    for (const [card, html] of Object.entries(drawn)) {
      if (card === 'html') expect(html).toContain(of('element'));
      const folder = await makeSite('none', `ghost-${card}-${kind}`, { 'index.html': whole(html) });
      await expectWell(browser, folder, { hostile: kind === 'hostile' });
    }
  });

  test('Markdown: every processor leaves the element whole, and the picture where it allows no HTML', async () => {
    const text = await placeText(
      `markdown-${kind}`,
      `A paragraph.\n\n${of('element')}\n\nAnother.\n\n${of('markdown')}\n`,
    );
    const drawn = JSON.parse(await runNode('render-markdown.mjs', [text])) as Record<string, string>;
    if (kramdown !== null) drawn.kramdown = await runCommand(kramdown, [text]);
    const picture = (html: string) =>
      /<p><a href="([^"]*)"><img src="([^"]*)" alt="([^"]*)" ?\/?><\/a><\/p>/.exec(html);
    for (const [processor, html] of Object.entries(drawn)) {
      // One writes some marks of punctuation otherwise; the element is looked at in the page then.
      if (processor === 'kramdown') {
        const folder = await makeSite('none', `markdown-${kind}`, { 'index.html': whole(html) });
        await expectWell(browser, folder, { hostile: kind === 'hostile' });
      } else if (processor !== 'without HTML')
        expect([processor, html.includes(of('element'))]).toEqual([processor, true]);
      const [, page = '', src = '', words = ''] = picture(html) ?? [];
      expect([processor, page]).toEqual([
        processor,
        `${inject('base')}/t/${kind === 'hostile' ? HOSTILE : KURSK}`,
      ]);
      expect((await fetch(src.replaceAll('&amp;', '&'))).headers.get('content-type')).toBe('image/png');
      const said = words
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        .replaceAll('&amp;', '&');
      expect(said).toContain(kind === 'hostile' ? HOSTILE_NAMES[0] : '“about 4,700 casualties”');
    }
  });

  test('AMP: the validator passes the page, and fails one that it must not pass', async () => {
    const [script = '', frame = ''] = of('amp')
      .replaceAll(inject('base'), 'https://figures.example')
      .split('\n\n');
    const page = (body: string): string => `<!doctype html>
<html amp lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="canonical" href="https://news.example/"><meta name="viewport" content="width=device-width">
<script async src="https://cdn.ampproject.org/v0.js"></script>
${script}
<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-moz-animation:-amp-start 8s steps(1,end) 0s 1 normal both;-ms-animation:-amp-start 8s steps(1,end) 0s 1 normal both;animation:-amp-start 8s steps(1,end) 0s 1 normal both}@-webkit-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-moz-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-ms-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@-o-keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{-webkit-animation:none;-moz-animation:none;-ms-animation:none;animation:none}</style></noscript>
</head><body><p>Before.</p>${body}</body></html>`;
    const said = async (name: string, body: string) =>
      JSON.parse(await runNode('validate-amp.mjs', [await placeText(`amp-${name}-${kind}`, page(body))])) as {
        status: string;
        errors: { message: string }[];
      };
    const { status, errors } = await said('right', frame);
    expect([errors.map(({ message }) => message), status]).toEqual([[], 'PASS']);
    expect((await said('wrong', frame.replace('layout="fixed-height"', 'layout="responsive"'))).status).toBe(
      'FAIL',
    );
  });

  test('a tag manager: made by a script, at the end of the article', async () => {
    const folder = await makeSite('none', `tags-${kind}`, { 'index.html': whole('<p>Article.</p>') });
    const site = await serveFiles(folder);
    const visit = await openVisit(browser);
    const { page } = visit;
    await page.goto(`${site.origin}/index.html`);
    // As a manager does: what is between the tags runs in a script without attributes, in a box that goes again.
    await page.evaluate((code) => {
      const box = document.createElement('div');
      box.style.display = 'none';
      const script = document.createElement('script');
      script.text = code.replace(/^<script>|<\/script>$/g, '');
      document.body.append(box);
      box.append(script);
      box.remove();
    }, of('tag-manager'));
    await drawing(page, 'main > by-source').waitFor();
    expect(visit.noise).toEqual([]);
    await visit.end();
    await site.stop();
  });

  test('mail: a picture that loads, whose words say what it shows', async () => {
    const visit = await openVisit(browser, { javaScriptEnabled: false });
    const { page } = visit;
    await page.setContent(of('mail'));
    const picture = page.locator('a > img');
    await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1_200);
    expect(await picture.getAttribute('alt')).toContain(kind === 'hostile' ? HOSTILE_NAMES[0] : '4,700');
    expect(await page.locator('body > *').count()).toBe(1);
    await visit.end();
  });
});

test('Turbo: the snippets on pages that it swaps, forwards and back', async () => {
  const turbo = fileURLToPath(import.meta.resolve('@hotwired/turbo'));
  const page = (name: string, body: string): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><script src="/turbo.js" type="module"></script></head><body><nav><a href="/a.html">a</a> <a href="/b.html">b</a></nav><main><h1>${name}</h1>${body}</main></body></html>`;
  const other = await snippetsOf('hurricane-maria-deaths');
  for (const id of ['element', 'script']) {
    const folder = await makeSite('none', `turbo-${id}`, {
      'a.html': page('Page a', usual[id] ?? ''),
      'b.html': page('Page b', other[id] ?? ''),
    });
    await cp(turbo, `${folder}/turbo.js`);
    const site = await serveFiles(folder);
    const visit = await openVisit(browser);
    await visit.page.goto(`${site.origin}/a.html`);
    const heading = (text: string) => visit.page.locator('by-source h2', { hasText: text });
    await heading('North Korean').waitFor();
    await visit.page.evaluate(() => Object.assign(window, { same: true }));
    await visit.page.getByRole('link', { name: 'b', exact: true }).click();
    await visit.page.getByRole('heading', { name: 'Page b' }).waitFor();
    await heading('Maria').waitFor();
    await visit.page.goBack();
    await visit.page.getByRole('heading', { name: 'Page a' }).waitFor();
    await heading('North Korean').waitFor();
    expect(await visit.page.locator('by-source').count()).toBe(1);
    expect(await visit.page.evaluate(() => (window as unknown as { same?: boolean }).same)).toBe(true);
    expect(visit.noise).toEqual([]);
    await visit.end();
    await site.stop();
  }
});
