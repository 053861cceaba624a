/** Runs of the digest: opened by an admin, and their ledger for anyone: numbers of mails, never whose. */
import { Hono } from 'hono';
import type { Ledger } from '../../domain/digest/digest-run.ts';
import type { Problem } from '../../domain/record/checks.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { problem, refused } from '../../http/problem.ts';

export interface RunView extends Ledger {
  id: string;
  url: string;
  cadence: string;
  at: string;
  knownAt: string;
  opened: string;
  expires: string;
  closed: string | null;
  state: string;
}

export interface DigestRunDoors {
  actor(request: Request, role: 'admin'): Promise<{ name: string } | 'unauthorised' | 'forbidden'>;
  open(
    body: unknown,
    actor: string,
  ): Promise<
    | { kind: 'opened' | 'found'; run: RunView }
    | { kind: 'busy'; id: string }
    | { kind: 'refused'; problems: Problem[] }
  >;
  run(id: string): Promise<RunView | null>;
  runs(): Promise<RunView[]>;
}

export function digestRunRoutes(doors: DigestRunDoors): Hono {
  const routes = new Hono();

  /** POST /v1/digest-runs `{cadence, at?}` */
  routes.post('/v1/digest-runs', async (c) => {
    const actor = await doors.actor(c.req.raw, 'admin');
    if (actor === 'unauthorised')
      return problem('unauthorised', 'Send an admin’s token as "Authorization: Bearer …".');
    if (actor === 'forbidden') return problem('forbidden', 'This needs the role of admin.');
    const text = await readText(c.req.raw, 10_000);
    if (text instanceof Response) return text;
    const parsed = parseJson(text);
    if (parsed instanceof Response) return parsed;
    const opened = await doors.open(parsed.value, actor.name);
    switch (opened.kind) {
      case 'refused':
        return refused('invalid', opened.problems);
      case 'busy':
        return problem(
          'conflict',
          `${opened.id} is still being sent; one run of a cadence goes at a time. See /v1/digest-runs/${opened.id}.`,
        );
      case 'opened':
      case 'found':
        return told(opened.run, opened.kind === 'opened' ? 201 : 200);
    }
  });

  /** GET /v1/digest-runs, the newest 20 */
  routes.get('/v1/digest-runs', async () => told({ items: await doors.runs(), nextCursor: null }, 200));

  /** GET /v1/digest-runs/:id */
  routes.get('/v1/digest-runs/:id', async (c) => {
    const id = c.req.param('id');
    const run = await doors.run(id);
    return run ? told(run, 200) : problem('not-found', `There is no digest run "${id.slice(0, 100)}".`);
  });

  return routes;
}

/** Never kept: the numbers move while a run goes. */
function told(body: RunView | { items: RunView[]; nextCursor: null }, status: number): Response {
  const headers = new Headers({ 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' });
  if (status === 201 && 'url' in body) headers.set('Location', body.url);
  return new Response(JSON.stringify(body), { status, headers });
}
