// Other people's sites: serves the numbered pages of hosts/ from an origin of its own, each with its headers.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface HostSite {
  /** Its origin, without a slash at the end; never the product's. */
  origin: string;
  /** A page by the number in its file's name; `strict` serves it under the policy of the strictest hosts. */
  page(number: string, options?: { strict?: boolean }): string;
  stop(): Promise<void>;
}

const FOLDER = fileURLToPath(new URL('hosts/', import.meta.url));
const PREACT = createRequire(import.meta.url).resolve('preact');

/** Only the widget's own script, its one request and its frame may run on such a page: no style, no sink. */
export const strictPolicy = (base: string): string =>
  [
    "default-src 'none'",
    `script-src ${base}`,
    `connect-src ${base}`,
    `frame-src ${base}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** `base` is where the widget comes from, `names` the pages' files, `fallback` the table that stands in an element. */
export async function serveHostSite(base: string, names: string[], fallback: string): Promise<HostSite> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    const name = pathname.slice(1);
    if (name === 'preact.mjs') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(await readFile(PREACT));
    } else if (name === 'embed-copy.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(await (await fetch(`${base}/embed.js`)).text());
    } else if (name === 'embed-pinned-copy.js') {
      const page = await (await fetch(`${base}/t/north-korean-casualties-kursk/embed`)).text();
      const path = /\/embed-[\w-]+\.js/.exec(page)?.[0] ?? '';
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(await (await fetch(base + path)).text());
    } else if (names.includes(name)) {
      const html = await readFile(FOLDER + name, 'utf8');
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(searchParams.has('strict') ? { 'content-security-policy': strictPolicy(base) } : {}),
      });
      response.end(html.replaceAll('FALLBACK', fallback).replaceAll('BASE', base));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page(number, { strict = number === '05' } = {}) {
      const name = names.find((each) => each.startsWith(`${number}-`));
      if (name === undefined) throw new Error(`There is no page ${number} in hosts/.`);
      return `${origin}/${name}${strict ? '?strict' : ''}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
