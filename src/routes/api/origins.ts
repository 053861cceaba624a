/** The sites whose comments are counted elsewhere, for admins: what pulls them, how fresh they are, what went wrong. */
import { Hono } from 'hono';
import type { Problem } from '../../domain/record/checks.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';

export interface OriginDoors {
  /** Who asks, if a token makes them an admin; else why not. */
  admin(request: Request): Promise<{ name: string } | 'unauthorised' | 'forbidden'>;
  origins(): Promise<readonly object[]>;
  addOrigin(
    body: unknown,
  ): Promise<{ kind: 'stored'; origin: object } | { kind: 'refused'; problems: Problem[] }>;
}

export function originRoutes(doors: OriginDoors): Hono {
  const routes = new Hono();

  /** Null for an admin, else the refusal. */
  const stop = async (request: Request): Promise<Response | null> => {
    const actor = await doors.admin(request);
    if (actor === 'unauthorised')
      return problem('unauthorised', 'Send an admin’s token as "Authorization: Bearer …".');
    return actor === 'forbidden' ? problem('forbidden', 'This needs the role of admin.') : null;
  };

  /** GET /v1/origins */
  routes.get('/v1/origins', async (c) => {
    return (await stop(c.req.raw)) ?? json(200, { items: await doors.origins() });
  });

  /** POST /v1/origins `{origin, kind, settings, secret?, key?, freshHours?, everyMinutes?, threads: [{thread, topic}]}` */
  routes.post('/v1/origins', async (c) => {
    const refusal = await stop(c.req.raw);
    if (refusal) return refusal;
    const text = await readText(c.req.raw, 200_000);
    if (text instanceof Response) return text;
    const parsed = parseJson(text);
    if (parsed instanceof Response) return parsed;
    const put = await doors.addOrigin(parsed.value);
    return put.kind === 'refused' ? refused('invalid', put.problems) : json(200, put.origin);
  });

  return routes;
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });
