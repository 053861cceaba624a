/** The sites whose comments are counted elsewhere, for admins: what pulls them, how fresh they are, what went wrong. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { addOrigin, listOrigins } from '../../app/outside-counts/origins.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { refused } from '../../http/problem.ts';
import { editorWho } from './editor.ts';

export function originRoutes(deps: Deps): Hono {
  const routes = new Hono();

  /** Null for an admin, else the refusal. */
  const stop = async (request: Request): Promise<Response | null> => {
    const admin = await editorWho(deps, request, { role: 'admin', whose: 'an admin’s' });
    return admin instanceof Response ? admin : null;
  };

  /** GET /v1/origins */
  routes.get('/v1/origins', async (c) => {
    return (await stop(c.req.raw)) ?? json(200, { items: await listOrigins(deps) });
  });

  /** POST /v1/origins `{origin, kind, settings, secret?, key?, freshHours?, everyMinutes?, threads: [{thread, topic}]}` */
  routes.post('/v1/origins', async (c) => {
    const refusal = await stop(c.req.raw);
    if (refusal) return refusal;
    const text = await readText(c.req.raw, 200_000);
    if (text instanceof Response) return text;
    const parsed = parseJson(text);
    if (parsed instanceof Response) return parsed;
    const put = await addOrigin(deps, parsed.value);
    return put.kind === 'refused' ? refused('invalid', put.problems) : json(200, put.origin);
  });

  return routes;
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });
