/** The widget's script: a short-lived alias that knows its host, and bytes for good under their hash. */

import { Hono } from 'hono';
import types from '../../../dist/embed.d.ts.txt';
import compressed from '../../../dist/embed.js.br';
import script from '../../../dist/embed.js.txt';
import compressedHead from '../../../dist/embed-head.br';
import head from '../../../dist/embed-head.txt';
import manifest from '../../../dist/manifest.json';
import type { Deps } from '../../app/deps.ts';
import { readScript } from '../../app/record/pinned-script.ts';
import { answer } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';
import { withTail } from './brotli-tail.ts';
import { literal } from './markup.ts';

/** Where the script of a hash lies, and the integrity value a page may pin it with. */
export const PINNED_PATH = `/embed-${manifest.embed.hash}.js`;
export const INTEGRITY = manifest.embed.sri;

const TYPE = 'text/javascript; charset=utf-8';

export function scriptRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /**
   * GET /embed.js: the bytes at once, compressed once at the build. The host that was asked stands behind them, so that a
   * copy on somebody's own site knows where to read.
   */
  routes.get('/embed.js', (c) => {
    const tail = `${literal(new URL(c.req.url).origin)})`;
    const bytes = new TextEncoder().encode(tail);
    return current(c.req.raw, false, { script: head + tail, compressed: withTail(compressedHead, bytes) });
  });

  /** GET /embed.d.ts: the types of its elements and events */
  routes.get('/embed.d.ts', (c) => answer(c.req.raw, { body: types, type: 'text/plain; charset=utf-8' }));

  /** GET /embed-:hash.js: the same bytes for ever */
  routes.get('/:file{embed-[A-Za-z0-9_-]+\\.js}', async (c) => {
    const hash = c.req.param('file').slice('embed-'.length, -'.js'.length);
    if (hash === manifest.embed.hash) return current(c.req.raw, true, { script, compressed });
    const text = await readScript(deps, hash);
    if (text === null) return problem('not-found', problemWords(c.req.raw).release);
    return answer(c.req.raw, { body: text, type: TYPE, immutable: true });
  });

  return routes;
}

interface ScriptForms {
  script: string;
  compressed: ArrayBuffer | Uint8Array<ArrayBuffer>;
}

function current(
  request: Request,
  immutable: boolean,
  { script, compressed }: ScriptForms,
): Promise<Response> {
  const { hash } = manifest.embed;
  // Its bytes lie here already, and differ by encoding.
  const same = { type: TYPE, immutable, keep: false };
  const vary = { Vary: 'Accept-Encoding' };
  if (!/\bbr\b/.test(acceptedEncodings(request))) {
    return answer(request, { ...same, body: script, etag: `"${hash}"`, headers: vary });
  }
  const headers = { 'Content-Encoding': 'br', ...vary };
  return answer(request, { ...same, body: compressed, etag: `"${hash}-br"`, headers });
}

/** The platform rewrites `Accept-Encoding` on its way in and keeps the reader's own beside it. */
function acceptedEncodings(request: Request): string {
  const { cf } = request as Request & { cf?: { clientAcceptEncoding?: string } };
  return cf?.clientAcceptEncoding ?? request.headers.get('Accept-Encoding') ?? '';
}
