/** Says whether the record can be read: 503 until the first load is done, then 200 when the database answers. */

import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { isLoaded } from '../../app/record/first-load.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { problem } from '../../http/problem.ts';
import { problemWords } from '../../layout/language.ts';

export function healthRoutes(deps: Pick<Deps, 'db'>): Hono {
  const routes = new Hono();

  /** GET /healthz */
  routes.get('/healthz', async (c) => {
    const ready = await isLoaded(deps).catch((error: unknown) => {
      console.error(error);
      return false;
    });
    if (!ready) return problem('not-ready', problemWords(c.req.raw).notReady);
    return new Response('{"status":"ok"}', {
      headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
    });
  });

  return routes;
}
