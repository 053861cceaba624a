/** Runs of the digest: opened by an admin, and their ledger for anyone: numbers of mails, never whose. */
import { Hono } from 'hono';
import type { Deps } from '../../app/deps.ts';
import { actorOf, type EditorDeps } from '../../app/desk/editors.ts';
import { newestReports, orderRun, type RunReport, readReport } from '../../app/digest/runs.ts';
import { JSON_TYPE } from '../../http/answer.ts';
import { parseJson, readText } from '../../http/body.ts';
import { credentialsOf } from '../../http/credentials.ts';
import { problem, refused } from '../../http/problem.ts';

const SHOWN = 20;

export function digestRunRoutes(deps: EditorDeps & Pick<Deps, 'digests'>): Hono {
  const { digests } = deps;
  const routes = new Hono();

  /** POST /v1/digest-runs `{cadence, at?}` */
  routes.post('/v1/digest-runs', async (c) => {
    const actor = await actorOf(deps, credentialsOf(c.req.raw), 'admin');
    if (actor === 'unauthorised')
      return problem('unauthorised', 'Send an admin’s token as "Authorization: Bearer …".');
    if (actor === 'forbidden') return problem('forbidden', 'This needs the role of admin.');
    const text = await readText(c.req.raw, 10_000);
    if (text instanceof Response) return text;
    const parsed = parseJson(text);
    if (parsed instanceof Response) return parsed;
    const ordered = await orderRun(digests, parsed.value, actor.name);
    switch (ordered.kind) {
      case 'refused':
        return refused('invalid', ordered.problems);
      case 'busy': {
        const { id } = ordered.run;
        return problem(
          'conflict',
          `${id} is still being sent; one run of a cadence goes at a time. See ${urlOf(id)}.`,
        );
      }
      case 'opened':
        return unkept(published(ordered.run), { status: 201, headers: { Location: urlOf(ordered.run.id) } });
      case 'found':
        return unkept(published(ordered.run));
    }
  });

  /** GET /v1/digest-runs, the newest 20 */
  routes.get('/v1/digest-runs', async () =>
    unkept({ items: (await newestReports(digests, SHOWN)).map(published), nextCursor: null }),
  );

  /** GET /v1/digest-runs/:id */
  routes.get('/v1/digest-runs/:id', async (c) => {
    const id = c.req.param('id');
    const run = await readReport(digests, id);
    return run
      ? unkept(published(run))
      : problem('not-found', `There is no digest run "${id.slice(0, 100)}".`);
  });

  return routes;
}

const urlOf = (id: string): string => `/v1/digest-runs/${id}`;

/** What anyone may see of a run: not who opened it. */
function published({ openedBy: _, ledger, id, ...run }: RunReport) {
  return { id, url: urlOf(id), ...run, ...ledger };
}

/** Never kept: the numbers move while a run goes. */
function unkept(
  body: object,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  });
}
