// What is left of our oEmbed once a publishing system has filtered it: a frame that works, in the strictest sandbox.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { KURSK } from './visit.ts';

const SECRET = 'a1B2c3D4e5';
/** Elements and attributes that WordPress leaves in the html of a provider it does not know. */
const ALLOWED: Record<string, string[]> = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'],
};

/** As wp_filter_oembed_result does: other tags go, then the frame is sandboxed and given a secret. */
function filtered(html: string): string {
  const kept = html.replace(
    /<(\/?)([a-z]+)((?:\s[^>]*)?)>/gi,
    (_tag, slash: string, name: string, rest: string) => {
      const attributes = ALLOWED[name.toLowerCase()];
      if (attributes === undefined) return '';
      const left = [...rest.matchAll(/\s([a-z-]+)="([^"]*)"/gi)].filter(([, key]) =>
        attributes.includes(key ?? ''),
      );
      return `<${slash}${name}${left.map(([text]) => text).join('')}>`;
    },
  );
  const [, quotation = '', frame = ''] =
    /(<blockquote.*?<\/blockquote>)?.*?(<iframe.*?<\/iframe>)/s.exec(kept) ?? [];
  const sandboxed = frame
    .replace(/src="([^"]*)"/, `src="$1#?secret=${SECRET}" data-secret="${SECRET}"`)
    .replace('<iframe', '<iframe sandbox="allow-scripts" security="restricted"');
  return quotation + sandboxed;
}

let browser: Browser;
let server: Server;
let page = '';

beforeAll(async () => {
  browser = await openBrowser();
  const base = inject('base');
  const answer = await fetch(`${base}/oembed?url=${encodeURIComponent(`${base}/t/${KURSK}`)}&maxwidth=600`);
  const { html } = (await answer.json()) as { html: string };
  const hostile = `${html}<script>document.title = 'ran'</script><style>*{}</style><div onclick="x()"></div>`;
  const body = `<!doctype html><meta charset="utf-8"><title>A post</title><script>
    window.heard = [];
    addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('iframe');
      if (source === frame.contentWindow) heard.push(data);
    });
  </script>${filtered(hostile)}`;
  server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  await new Promise((closed) => server?.close(closed));
});

test('the filtered html holds a linked quotation and a frame with the rows, which tells its height under the secret', async () => {
  const visit = await browser.newPage();
  await visit.goto(page);
  expect(await visit.title()).toBe('A post');
  expect(await visit.locator('blockquote a').getAttribute('href')).toBe(`${inject('base')}/t/${KURSK}`);
  await visit.frameLocator('iframe').getByText('“about 4,700 casualties”').waitFor();
  const told = await visit.waitForFunction(
    (secret) =>
      (window as unknown as { heard: { message?: string; secret?: string; value?: number }[] }).heard.find(
        (data) => data.message === 'height' && data.secret === secret,
      )?.value,
    SECRET,
  );
  const height = (await told.jsonValue()) as number;
  expect(height).toBeGreaterThanOrEqual(200);
  expect(height).toBeLessThanOrEqual(1_000);
  await visit.close();
});

test('a link in the sandboxed frame is handed to the page around it, which alone may follow it', async () => {
  const visit = await browser.newPage();
  await visit.goto(page);
  await visit.frameLocator('iframe').getByRole('link', { name: 'North Korean casualties in Kursk' }).click();
  const told = await visit.waitForFunction(
    () =>
      (window as unknown as { heard: { message?: string; value?: string }[] }).heard.find(
        (data) => data.message === 'link',
      )?.value,
  );
  expect(await told.jsonValue()).toBe(`${inject('base')}/t/${KURSK}`);
  await visit.close();
});

test('a frame answers its parent in AMP’s and pym’s words, and nobody else', async () => {
  const visit = await browser.newPage();
  await visit.goto(page);
  await visit.evaluate(
    (src) => {
      const told: unknown[] = [];
      const frame = Object.assign(document.createElement('iframe'), { src, name: 'asked' });
      addEventListener('message', (event) => {
        if (event.source === frame.contentWindow) told.push(event.data);
      });
      Object.assign(window, { told, frame });
      document.body.append(frame);
    },
    `${inject('base')}/embed/${KURSK}?childId=pym-0`,
  );
  const told = (least: number) =>
    visit
      .waitForFunction((n) => {
        const all = (window as unknown as { told: unknown[] }).told;
        return all.length >= n ? [...all] : null;
      }, least)
      .then((handle) => handle.jsonValue() as Promise<unknown[]>);
  const first = await told(2);
  expect(first).toContainEqual(expect.objectContaining({ sentinel: 'amp', type: 'embed-size' }));
  expect(first).toContainEqual(expect.stringMatching(/^pymxPYMxpym-0xPYMxheightxPYMx\d+$/));
  // A stranger on the page asks. Once the frame has taken the asking, it says a last word after whatever it answers.
  const frame = visit.frame('asked');
  await frame?.evaluate(() => addEventListener('message', () => parent.postMessage('taken', '*')));
  const before = (await told(2)).filter((each) => each !== 'taken').length;
  await visit.evaluate(() => {
    const anonymous = document.createElement('iframe');
    document.body.append(anonymous);
    (anonymous.contentWindow as Window & typeof globalThis).eval(
      "parent.frames.asked.postMessage('tell', '*')",
    );
  });
  const after = await told(before + 1);
  expect([after.at(-1), after.length]).toEqual(['taken', before + 1]);
  await visit.evaluate(() =>
    (window as unknown as { frame: HTMLIFrameElement }).frame.contentWindow?.postMessage('tell', '*'),
  );
  expect(await told(before + 4)).toHaveLength(before + 4);
  await visit.close();
});

test('the script runs under the integrity that the snippet shows, and not under another', async () => {
  const visit = await browser.newPage();
  const html = await (await fetch(`${inject('base')}/t/${KURSK}/embed`)).text();
  const [, path, integrity] =
    /(\/embed-[A-Za-z0-9_-]+\.js)&quot; integrity=&quot;(sha384-[^&]+)/.exec(html) ??
    /(\/embed-[A-Za-z0-9_-]+\.js)" integrity="(sha384-[^"]+)/.exec(html) ??
    [];
  await visit.goto(page);
  const load = (value: string) =>
    visit.evaluate(
      ([src, hash]) =>
        new Promise<string>((done) => {
          const script = Object.assign(document.createElement('script'), {
            src,
            integrity: hash,
            crossOrigin: 'anonymous',
          });
          script.onload = () => done('ran');
          script.onerror = () => done('refused');
          document.head.append(script);
        }),
      [`${inject('base')}${path}`, value] as const,
    );
  expect(await load(integrity ?? '')).toBe('ran');
  expect(await visit.evaluate(() => customElements.get('by-source') !== undefined)).toBe(true);
  expect(await load(`sha384-${'A'.repeat(64)}`)).toBe('refused');
  await visit.close();
});
